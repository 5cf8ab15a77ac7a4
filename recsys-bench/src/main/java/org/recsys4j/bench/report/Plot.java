package org.recsys4j.bench.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.knowm.xchart.CategoryChart;
import org.knowm.xchart.CategoryChartBuilder;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.style.Styler;
import org.recsys4j.bench.chart.ChartStyle;
import org.recsys4j.bench.chart.Svg;
import org.recsys4j.bench.report.Section.Figure;

/**
 * Charts of numbers by series, each with its table.
 *
 * @param caption what is shown
 * @param x what the horizontal axis shows
 * @param y what the vertical axis shows
 */
record Plot(String caption, String x, String y) {
  private static final int WIDTH = 860;
  private static final int HEIGHT = 420;
  private static final int DIGITS = 4;

  /** Points of one name, such as those of a model. Takes the arrays over. */
  static final class Series {
    private final String name;
    private final double[] x;
    private final double[] y;

    Series(String name, double[] x, double[] y) {
      this.name = name;
      this.x = x;
      this.y = y;
    }

    static Series point(String name, double x, double y) {
      return new Series(name, new double[] {x}, new double[] {y});
    }

    /** Without points that are no numbers. */
    Series finite(boolean logarithmic) {
      List<double[]> kept = new ArrayList<>();
      for (int i = 0; i < x.length; i++) {
        if (Double.isFinite(x[i]) && Double.isFinite(y[i]) && (!logarithmic || x[i] > 0)) {
          kept.add(new double[] {x[i], y[i]});
        }
      }
      return new Series(
          name,
          kept.stream().mapToDouble(point -> point[0]).toArray(),
          kept.stream().mapToDouble(point -> point[1]).toArray());
    }
  }

  /** Lines from point to point. */
  Figure lines(List<Series> series) {
    return xy(series, false, XYSeries.XYSeriesRenderStyle.Line);
  }

  /** Single points, on a logarithmic horizontal axis if wanted. */
  Figure points(List<Series> series, boolean logarithmic) {
    return xy(series, logarithmic, XYSeries.XYSeriesRenderStyle.Scatter);
  }

  private Figure xy(List<Series> series, boolean logarithmic, XYSeries.XYSeriesRenderStyle style) {
    XYChart chart =
        new XYChartBuilder().width(WIDTH).height(HEIGHT).xAxisTitle(x).yAxisTitle(y).build();
    ChartStyle.PAGE.apply(chart);
    chart.getStyler().setLocale(Locale.ROOT);
    chart.getStyler().setLegendPosition(Styler.LegendPosition.OutsideE);
    chart.getStyler().setXAxisLogarithmic(logarithmic);
    chart.getStyler().setDefaultSeriesRenderStyle(style);
    List<Table.Row> rows = new ArrayList<>();
    for (Series one : series) {
      Series shown = one.finite(logarithmic);
      if (shown.x.length > 0) {
        chart.addSeries(shown.name, shown.x, shown.y);
      }
      for (int i = 0; i < one.x.length; i++) {
        rows.add(new Table.Row(List.of(Table.Cell.head(one.name), cell(one.x[i]), cell(one.y[i]))));
      }
    }
    List<Table.Column> columns =
        List.of(Table.Column.text("series"), Table.Column.number(x), Table.Column.number(y));
    return figure(chart.getSeriesMap().isEmpty() ? "" : Svg.of(chart, id()), columns, rows);
  }

  /** Bars side by side: for each series one number a class. */
  Figure bars(List<String> classes, List<Series> series, boolean stacked) {
    CategoryChart chart =
        new CategoryChartBuilder().width(WIDTH).height(HEIGHT).xAxisTitle(x).yAxisTitle(y).build();
    ChartStyle.PAGE.apply(chart);
    chart.getStyler().setLocale(Locale.ROOT);
    chart.getStyler().setLegendPosition(Styler.LegendPosition.OutsideE);
    chart.getStyler().setStacked(stacked);
    if (classes.size() > 1) { // XChart refuses a limit of one
      chart.getStyler().setXAxisMaxLabelCount(classes.size());
    }
    List<Table.Column> columns = new ArrayList<>(List.of(Table.Column.text(y)));
    classes.forEach(name -> columns.add(Table.Column.number(name)));
    List<Table.Row> rows = new ArrayList<>();
    for (Series one : series) {
      List<Double> heights = new ArrayList<>();
      List<Table.Cell> cells = new ArrayList<>(List.of(Table.Cell.head(one.name)));
      for (double height : one.y) {
        heights.add(Double.isFinite(height) ? height : 0);
        cells.add(cell(height));
      }
      chart.addSeries(one.name, classes, heights);
      rows.add(new Table.Row(cells));
    }
    return figure(Svg.of(chart, id()), columns, rows);
  }

  /** The caption, as the ids of a page are written. */
  private String id() {
    return caption.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
  }

  private static Table.Cell cell(double value) {
    boolean whole = value == Math.rint(value) && Math.abs(value) < 1e15;
    return Table.Cell.number(value, whole ? 0 : DIGITS);
  }

  private Figure figure(String svg, List<Table.Column> columns, List<Table.Row> rows) {
    return new Figure(caption, svg, new Table(caption, columns, rows, false));
  }
}
