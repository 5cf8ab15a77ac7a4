package org.recsys4j.bench.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.DoubleStream;
import org.jspecify.annotations.Nullable;
import org.knowm.xchart.CategoryChart;
import org.knowm.xchart.CategoryChartBuilder;
import org.knowm.xchart.CategorySeries;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.internal.chartpart.Chart;
import org.knowm.xchart.style.AxesChartStyler;
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
  private static final int WIDTH = 820;
  private static final int HEIGHT = 420;
  private static final int DIGITS = 4;
  private static final int LEGEND_LETTERS = 24;
  private static final int AXIS_LETTERS = 70; // what fits below the axis in one line
  private static final int TILT_DEGREES = 30;
  private static final String DECIMALS = "#,##0.######";

  /** Points of one name, such as those of a model. Takes the arrays over. */
  static final class Series {
    private final String name;
    private final int style;
    private final double[] x;
    private final double[] y;

    /**
     * A series.
     *
     * @param style which colour and marker of {@link ChartStyle}, from 0, so that a model has the
     *     same in all charts
     */
    Series(String name, int style, double[] x, double[] y) {
      this.name = name;
      this.style = style;
      this.x = x;
      this.y = y;
    }

    static Series point(String name, int style, double x, double y) {
      return new Series(name, style, new double[] {x}, new double[] {y});
    }

    /** Without points that are no numbers. */
    private Series finite(boolean logarithmicX) {
      List<double[]> kept = new ArrayList<>();
      for (int i = 0; i < x.length; i++) {
        if (Double.isFinite(x[i]) && Double.isFinite(y[i]) && (!logarithmicX || x[i] > 0)) {
          kept.add(new double[] {x[i], y[i]});
        }
      }
      return new Series(
          name,
          style,
          kept.stream().mapToDouble(point -> point[0]).toArray(),
          kept.stream().mapToDouble(point -> point[1]).toArray());
    }

    boolean isEmpty() {
      return x.length == 0;
    }

    /** The number at a place of the horizontal axis, NaN where there is none. */
    private double at(double place) {
      int i = Arrays.binarySearch(x, place);
      return i < 0 ? Double.NaN : y[i];
    }
  }

  /**
   * Lines from point to point, each in the order of its horizontal axis; on a logarithmic vertical
   * axis if wanted and useful.
   */
  Figure lines(List<Series> series, boolean logarithmic) {
    XYChart chart = xy(XYSeries.XYSeriesRenderStyle.Line);
    Optional<double[]> ends = logarithmic ? decades(series, one -> one.y) : Optional.empty();
    if (ends.isPresent()) {
      AxesChartStyler styler = chart.getStyler().setYAxisLogarithmic(true);
      styler.setYAxisMin(ends.get()[0]).setYAxisMax(ends.get()[1]);
    }
    series.forEach(one -> add(chart, one.finite(false)));
    List<Table.Column> columns = new ArrayList<>(List.of(Table.Column.number(x)));
    series.forEach(one -> columns.add(Table.Column.number(one.name)));
    List<Table.Row> rows = new ArrayList<>();
    double[] places =
        series.stream()
            .flatMapToDouble(one -> DoubleStream.of(one.x))
            .sorted()
            .distinct()
            .toArray();
    for (double place : places) {
      List<Table.Cell> cells = new ArrayList<>(List.of(Table.Cell.head(print(place))));
      series.forEach(one -> cells.add(cell(one.at(place))));
      rows.add(new Table.Row(cells));
    }
    return figure(chart, columns, rows);
  }

  /** Single points, on a logarithmic horizontal axis if wanted and useful. */
  Figure points(List<Series> series, boolean logarithmic) {
    Optional<double[]> ends = logarithmic ? decades(series, one -> one.x) : Optional.empty();
    XYChart chart = xy(XYSeries.XYSeriesRenderStyle.Scatter);
    if (ends.isPresent()) {
      AxesChartStyler styler = chart.getStyler().setXAxisLogarithmic(true);
      styler.setXAxisMin(ends.get()[0]).setXAxisMax(ends.get()[1]);
    }
    List<Table.Row> rows = new ArrayList<>();
    for (Series one : series) {
      add(chart, one.finite(ends.isPresent()));
      for (int i = 0; i < one.x.length; i++) {
        rows.add(new Table.Row(List.of(Table.Cell.head(one.name), cell(one.x[i]), cell(one.y[i]))));
      }
    }
    List<Table.Column> columns =
        List.of(Table.Column.text("model"), Table.Column.number(x), Table.Column.number(y));
    return figure(chart, columns, rows);
  }

  /**
   * Bars side by side or upon one another: for each series one number a class.
   *
   * @param classes what stands below the axis
   * @param heads what heads the columns of the table
   */
  Figure bars(List<String> classes, List<String> heads, List<Series> series, boolean stacked) {
    CategoryChart chart = categories();
    chart.getStyler().setStacked(stacked);
    return classes(chart, classes, heads, series, 0.0);
  }

  /**
   * Dots above classes: for each series one number a class, on an axis that need not begin at 0.
   *
   * @param classes what stands below the axis, and heads the columns of the table
   */
  Figure dots(List<String> classes, List<Series> series) {
    CategoryChart chart = categories();
    chart.getStyler().setDefaultSeriesRenderStyle(CategorySeries.CategorySeriesRenderStyle.Scatter);
    DoubleSummaryStatistics numbers =
        series.stream()
            .flatMapToDouble(one -> DoubleStream.of(one.y))
            .filter(Double::isFinite)
            .summaryStatistics();
    if (numbers.getMin() == numbers.getMax()) { // XChart draws nothing on an axis without length
      double end = numbers.getMax() == 0 ? 1 : 2 * numbers.getMax();
      chart.getStyler().setYAxisMin(Math.min(0, end)).setYAxisMax(Math.max(0, end));
    }
    return classes(chart, classes, classes, series, null);
  }

  private CategoryChart categories() {
    CategoryChart chart =
        new CategoryChartBuilder().width(WIDTH).height(HEIGHT).xAxisTitle(x).yAxisTitle(y).build();
    style(chart, chart.getStyler());
    return chart;
  }

  /** Draws {@code missing} where there is no number: a bar without height, or nothing. */
  private Figure classes(
      CategoryChart chart,
      List<String> classes,
      List<String> heads,
      List<Series> series,
      @Nullable Double missing) {
    List<String> shown = shortened(classes);
    if (shown.size() > 1) { // XChart refuses a limit of one
      chart.getStyler().setXAxisMaxLabelCount(shown.size());
    }
    int longest = shown.stream().mapToInt(String::length).max().orElse(0);
    if (shown.size() * (longest + 2) > AXIS_LETTERS) {
      chart.getStyler().setXAxisLabelRotation(TILT_DEGREES);
    }
    List<Table.Column> columns = new ArrayList<>(List.of(Table.Column.text(y)));
    heads.forEach(name -> columns.add(Table.Column.number(name)));
    List<Table.Row> rows = new ArrayList<>();
    for (Series one : series) {
      List<@Nullable Double> heights = new ArrayList<>();
      List<Table.Cell> cells = new ArrayList<>(List.of(Table.Cell.head(one.name)));
      for (double height : one.y) {
        heights.add(Double.isFinite(height) ? (Double) height : missing);
        cells.add(cell(height));
      }
      CategorySeries added = chart.addSeries(one.name, shown, heights);
      added.setLabel(shortened(one.name));
      added.setFillColor(ChartStyle.PAGE.series(one.style));
      added.setMarkerColor(ChartStyle.PAGE.series(one.style));
      added.setMarker(ChartStyle.marker(one.style));
      rows.add(new Table.Row(cells));
    }
    return figure(chart, columns, rows);
  }

  private XYChart xy(XYSeries.XYSeriesRenderStyle kind) {
    XYChart chart =
        new XYChartBuilder().width(WIDTH).height(HEIGHT).xAxisTitle(x).yAxisTitle(y).build();
    style(chart, chart.getStyler());
    chart.getStyler().setDefaultSeriesRenderStyle(kind);
    return chart;
  }

  private static void style(Chart<?, ?> chart, AxesChartStyler styler) {
    ChartStyle.PAGE.apply(chart);
    styler.setLocale(Locale.ROOT);
    styler.setXAxisDecimalPattern(DECIMALS);
    styler.setYAxisDecimalPattern(DECIMALS);
    styler.setLegendPosition(Styler.LegendPosition.OutsideE);
  }

  private static void add(XYChart chart, Series series) {
    if (series.x.length > 0) {
      XYSeries added = chart.addSeries(series.name, series.x, series.y);
      added.setLabel(shortened(series.name));
      added.setLineColor(ChartStyle.PAGE.series(series.style));
      added.setMarkerColor(ChartStyle.PAGE.series(series.style));
      added.setMarker(ChartStyle.marker(series.style));
    }
  }

  /**
   * The powers of ten around numbers, which alone have labels on a logarithmic axis; empty where
   * numbers are of one size, or not all of them above 0.
   */
  private static Optional<double[]> decades(
      List<Series> series, Function<Series, double[]> numbers) {
    double[] all =
        series.stream()
            .flatMapToDouble(one -> DoubleStream.of(numbers.apply(one)))
            .filter(Double::isFinite)
            .toArray();
    double least = Arrays.stream(all).min().orElse(0);
    double most = Arrays.stream(all).max().orElse(0);
    return least > 0 && most >= 10 * least
        ? Optional.of(
            new double[] {
              Math.pow(10, Math.floor(Math.log10(least))), Math.pow(10, Math.ceil(Math.log10(most)))
            })
        : Optional.empty();
  }

  /** Names as they fit below an axis, unless they could not be told apart. */
  private static List<String> shortened(List<String> names) {
    List<String> all = names.stream().map(Plot::shortened).toList();
    return all.stream().distinct().count() == all.size() ? all : names;
  }

  private static String shortened(String name) {
    String line = name.replaceAll("\\p{Cntrl}", " ");
    return line.codePointCount(0, line.length()) <= LEGEND_LETTERS
        ? line
        : line.substring(0, line.offsetByCodePoints(0, LEGEND_LETTERS - 1)) + "…";
  }

  /** Another for every caption, also of letters that ids may not have. */
  private String id() {
    return "plot-" + Integer.toHexString(caption.hashCode());
  }

  private static Table.Cell cell(double value) {
    return Double.isNaN(value)
        ? Table.Cell.number(value, DIGITS)
        : Table.Cell.number(value, print(value));
  }

  /** Whole numbers as they are, those above ten with a single decimal. */
  private static String print(double value) {
    boolean whole = value == Math.rint(value) && Math.abs(value) < 1e15;
    int digits = whole ? 0 : Math.abs(value) >= 10 ? 1 : DIGITS;
    return String.format(Locale.ROOT, "%,." + digits + "f", value);
  }

  private Figure figure(Chart<?, ?> chart, List<Table.Column> columns, List<Table.Row> rows) {
    String svg = chart.getSeriesMap().isEmpty() ? "" : Svg.of(chart, id());
    return new Figure(caption, svg, new Table(caption, columns, rows, false));
  }
}
