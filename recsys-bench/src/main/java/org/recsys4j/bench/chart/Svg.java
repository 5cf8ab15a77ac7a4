package org.recsys4j.bench.chart;

import java.awt.Color;
import java.awt.Dimension;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.apache.batik.svggen.SVGGeneratorContext;
import org.apache.batik.svggen.SVGGraphics2D;
import org.knowm.xchart.internal.chartpart.Chart;
import org.w3c.dom.Document;

/** Charts as elements of a page. */
public final class Svg {
  private static final String NAMESPACE = "http://www.w3.org/2000/svg";
  private static final Pattern HEAD = Pattern.compile("(?s)^.*?<svg[^>]*>");
  private static final Pattern NUMBER = Pattern.compile("(-?\\d+\\.\\d\\d)\\d+");

  private static final Pattern ID = Pattern.compile("( id=\"|url\\(#)([A-Za-z0-9]+)");

  private Svg() {}

  /**
   * Draws a chart of the style {@link ChartStyle#PAGE}: letters and axes get the colour of the text
   * around it, so that one drawing does in light and dark.
   *
   * @param chart a chart
   * @param id begins the ids in the drawing, so that those of two drawings in one page differ:
   *     letters, digits and dashes
   * @return an {@code svg} element that can be scaled; hidden from screen readers, whose users have
   *     the table
   */
  public static String of(Chart<?, ?> chart, String id) {
    SVGGraphics2D graphics = graphics(new Dimension(chart.getWidth(), chart.getHeight()));
    chart.paint(graphics, chart.getWidth(), chart.getHeight());
    StringWriter out = new StringWriter();
    try {
      graphics.stream(out, true);
    } catch (IOException e) {
      throw new UncheckedIOException(e); // from a text in memory
    }
    String head =
        String.format(
            Locale.ROOT,
            "<svg xmlns=\"%s\" viewBox=\"0 0 %d %d\" width=\"%d\" height=\"%d\""
                + " aria-hidden=\"true\" focusable=\"false\">",
            NAMESPACE,
            chart.getWidth(),
            chart.getHeight(),
            chart.getWidth(),
            chart.getHeight());
    String drawing = HEAD.matcher(out.toString()).replaceFirst(Matcher.quoteReplacement(head));
    String rounded = NUMBER.matcher(drawing).replaceAll("$1");
    String own = ID.matcher(rounded).replaceAll("$1" + id + "-$2");
    return own.replace(css(ChartStyle.PAGE.text()), "currentColor").trim();
  }

  private static String css(Color color) {
    return String.format(
        Locale.ROOT, "rgb(%d,%d,%d)", color.getRed(), color.getGreen(), color.getBlue());
  }

  /** What records drawing as SVG. */
  static SVGGraphics2D graphics(Dimension size) {
    SVGGeneratorContext context = SVGGeneratorContext.createDefault(document());
    context.setComment("recsys4j");
    context.setEmbeddedFontsOn(false);
    SVGGraphics2D graphics = new SVGGraphics2D(context, false);
    graphics.setSVGCanvasSize(size);
    return graphics;
  }

  private static Document document() {
    try {
      return DocumentBuilderFactory.newDefaultInstance()
          .newDocumentBuilder()
          .getDOMImplementation()
          .createDocument(NAMESPACE, "svg", null);
    } catch (ParserConfigurationException e) {
      throw new IllegalStateException("every Java platform can make an empty document", e);
    }
  }
}
