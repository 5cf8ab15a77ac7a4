package org.recsys4j.bench.chart;

import java.awt.Color;
import java.awt.Dimension;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import javax.imageio.ImageIO;
import org.apache.batik.svggen.SVGGraphics2D;
import org.knowm.xchart.internal.chartpart.Chart;

/** Writes charts, side by side in rows, as a PNG or SVG file, by the ending of its name. */
public final class ChartFile {
  /** Endings of names that are understood. */
  public static final List<String> ENDINGS = List.of(".png", ".svg");

  private static final double PIXELS = 2; // of a PNG, for one of the layout: sharp on any screen

  private ChartFile() {}

  /**
   * Whether a name has an ending that is understood.
   *
   * @param file a path
   * @return whether {@link #write} takes it
   */
  public static boolean isSupported(Path file) {
    return ENDINGS.stream().anyMatch(ending -> name(file).endsWith(ending));
  }

  private static String name(Path file) {
    return file.toString().toLowerCase(Locale.ROOT);
  }

  /**
   * Writes a figure; a file of that name is replaced.
   *
   * @param charts the charts, row by row, all of one size
   * @param columns how many stand side by side
   * @param style what is behind them
   * @param file where to, a name that ends in .png or .svg
   * @throws IOException if the file cannot be written
   * @throws IllegalArgumentException if the name ends otherwise
   */
  public static void write(
      List<? extends Chart<?, ?>> charts, int columns, ChartStyle style, Path file)
      throws IOException {
    if (!isSupported(file)) {
      throw new IllegalArgumentException(file + " ends neither in .png nor in .svg");
    }
    int rows = (charts.size() + columns - 1) / columns;
    Dimension size =
        new Dimension(columns * charts.get(0).getWidth(), rows * charts.get(0).getHeight());
    if (name(file).endsWith(".png")) {
      writePng(charts, columns, style.background(), size, file);
    } else {
      writeSvg(charts, columns, style.background(), size, file);
    }
  }

  private static void draw(
      List<? extends Chart<?, ?>> charts,
      int columns,
      Color background,
      Dimension size,
      Graphics2D graphics) {
    graphics.setColor(background);
    graphics.fill(new Rectangle(size));
    AffineTransform origin = graphics.getTransform();
    for (int i = 0; i < charts.size(); i++) {
      Chart<?, ?> chart = charts.get(i);
      int x = i % columns * chart.getWidth();
      int y = i / columns * chart.getHeight();
      graphics.setTransform(origin);
      graphics.translate(x, y);
      chart.paint(graphics, chart.getWidth(), chart.getHeight());
    }
  }

  private static void writePng(
      List<? extends Chart<?, ?>> charts, int columns, Color background, Dimension size, Path file)
      throws IOException {
    BufferedImage image =
        new BufferedImage(
            (int) (PIXELS * size.width), (int) (PIXELS * size.height), BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = image.createGraphics();
    graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    graphics.scale(PIXELS, PIXELS);
    draw(charts, columns, background, size, graphics);
    graphics.dispose();
    try (var out = Files.newOutputStream(file)) {
      ImageIO.write(image, "png", out);
    }
  }

  private static void writeSvg(
      List<? extends Chart<?, ?>> charts, int columns, Color background, Dimension size, Path file)
      throws IOException {
    SVGGraphics2D graphics = Svg.graphics(size);
    draw(charts, columns, background, size, graphics);
    try (Writer out = new OutputStreamWriter(Files.newOutputStream(file), StandardCharsets.UTF_8)) {
      graphics.stream(out, true);
    }
  }
}
