package org.recsys4j.bench.chart;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.util.Arrays;
import java.util.List;
import org.knowm.xchart.internal.chartpart.Chart;
import org.knowm.xchart.style.AxesChartStyler;
import org.knowm.xchart.style.Styler;
import org.knowm.xchart.style.markers.Marker;
import org.knowm.xchart.style.markers.SeriesMarkers;

/**
 * Colours of charts. The colours of series can be told apart by the colour-blind (Okabe and Ito).
 */
public enum ChartStyle {
  /** Dark on white, for paper. */
  LIGHT(Color.WHITE, new Color(0x222222), new Color(0xdddddd)),
  /** Light on dark grey, for screens. */
  DARK(new Color(0x1e1e1e), new Color(0xe0e0e0), new Color(0x444444)),
  /** For {@link Svg}: nothing behind, and colours that can be seen on white and on dark grey. */
  PAGE(new Color(0, 0, 0, 0), new Color(0x123456), new Color(128, 128, 128, 96));

  /** The style of what is neither good nor bad: a grey. */
  public static final int NEUTRAL = 7;

  private static final String FONT = Font.SANS_SERIF;

  /** As many as have no common divisor with the colours, so that both together seldom recur. */
  private static final List<Marker> MARKERS =
      List.of(
          SeriesMarkers.CIRCLE,
          SeriesMarkers.DIAMOND,
          SeriesMarkers.SQUARE,
          SeriesMarkers.TRIANGLE_DOWN,
          SeriesMarkers.TRIANGLE_UP,
          SeriesMarkers.CROSS,
          SeriesMarkers.PLUS);

  private final Color background;
  private final Color text;
  private final Color grid;

  ChartStyle(Color background, Color text, Color grid) {
    this.background = background;
    this.text = text;
    this.grid = grid;
  }

  /** What is behind the charts of a figure. */
  Color background() {
    return background;
  }

  /** The colour of letters. */
  Color text() {
    return text;
  }

  private Color[] series() {
    int[] colours =
        switch (this) {
          case LIGHT -> new int[] {0x0072b2, 0xd55e00, 0x009e73, 0xcc79a7};
          case DARK -> new int[] {0x56b4e9, 0xe69f00, 0x2fd0a0, 0xf0a8d0};
          case PAGE ->
              new int[] {
                0x2f8fd8, 0xe07b00, 0x14a077, 0xc863a0, 0x8577d8, 0xa58a00, 0xd1495b, 0x7a8288,
                0x17a2b8, 0xa8663c, 0x6f9a2d, 0xb250cf
              };
        };
    return Arrays.stream(colours).mapToObj(Color::new).toArray(Color[]::new);
  }

  /**
   * The colour of a series.
   *
   * @param style which one, from 0; after the last the first comes again
   * @return the colour
   */
  public Color series(int style) {
    Color[] colours = series();
    return colours[style % colours.length];
  }

  /**
   * The marker of a series.
   *
   * @param style which one, from 0; after the last the first comes again
   * @return the marker
   */
  public static Marker marker(int style) {
    return MARKERS.get(style % MARKERS.size());
  }

  /**
   * Gives a chart these colours, and the fonts and margins of all.
   *
   * @param chart a chart, which is changed
   */
  public void apply(Chart<?, ?> chart) {
    Styler styler = chart.getStyler();
    styler.setChartBackgroundColor(background);
    styler.setPlotBackgroundColor(background);
    styler.setPlotBorderColor(grid);
    styler.setChartFontColor(text);
    styler.setChartTitleBoxVisible(false);
    styler.setChartTitleFont(new Font(FONT, Font.BOLD, 14));
    int letters = this == PAGE ? 14 : 12; // a page on a phone is small
    styler.setLegendFont(new Font(FONT, Font.PLAIN, letters));
    styler.setLegendBackgroundColor(background);
    styler.setLegendBorderColor(background);
    styler.setLegendPosition(Styler.LegendPosition.InsideNE);
    styler.setSeriesColors(series());
    if (styler instanceof AxesChartStyler axes) {
      axes.setPlotGridLinesColor(grid);
      axes.setPlotGridLinesStroke(new BasicStroke(0.5f));
      axes.setAxisTickLabelsColor(text);
      axes.setAxisTickMarksColor(text);
      axes.setAxisTitleFont(new Font(FONT, Font.PLAIN, letters));
      axes.setAxisTickLabelsFont(new Font(FONT, Font.PLAIN, letters - 1));
      axes.setXAxisTitleColor(text);
      axes.setYAxisTitleColor(text);
    }
  }
}
