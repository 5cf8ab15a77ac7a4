package org.recsys4j.bench.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.knowm.xchart.CategoryChart;
import org.knowm.xchart.CategoryChartBuilder;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.knowm.xchart.internal.chartpart.Chart;
import org.knowm.xchart.style.Styler;
import org.knowm.xchart.style.markers.SeriesMarkers;
import org.recsys4j.data.describe.Activity;

/**
 * Four charts of how events are shared out: events by rank on logarithmic axes; the share of events
 * that the most active have together; and how many users, and how many items, have how many events.
 */
public final class LongTailFigure {
  /** How many charts stand side by side. */
  public static final int COLUMNS = 2;

  private static final int WIDTH = 520;
  private static final int HEIGHT = 360;
  private static final int POINTS = 300;

  private LongTailFigure() {}

  /**
   * Draws.
   *
   * @param users how events are shared out among users
   * @param items how they are shared out among items
   * @param style the colours
   * @return four charts, for two columns
   */
  public static List<Chart<?, ?>> of(Activity users, Activity items, ChartStyle style) {
    List<Chart<?, ?>> charts =
        List.of(
            ranks(users, items),
            shares(users, items),
            histogram("Users", "a user", users),
            histogram("Items", "an item", items));
    charts.forEach(style::apply);
    charts.get(1).getStyler().setLegendPosition(Styler.LegendPosition.InsideSE);
    return charts;
  }

  private static XYChart ranks(Activity users, Activity items) {
    XYChart chart = lines("Events by rank", "rank", "events");
    chart.getStyler().setXAxisLogarithmic(true);
    chart.getStyler().setYAxisLogarithmic(true);
    chart.getStyler().setXAxisMin(1.0);
    chart.getStyler().setYAxisMin(1.0);
    addRanks(chart, "items", items);
    addRanks(chart, "users", users);
    return chart;
  }

  private static XYChart lines(String title, String x, String y) {
    XYChart chart =
        new XYChartBuilder()
            .width(WIDTH)
            .height(HEIGHT)
            .title(title)
            .xAxisTitle(x)
            .yAxisTitle(y)
            .build();
    chart.getStyler().setLocale(Locale.ROOT);
    return chart;
  }

  /** Ranks at equal distances on the logarithmic axis. */
  static int[] ranks(int size) {
    List<Integer> ranks = new ArrayList<>();
    int last = -1;
    for (int point = 0; point <= POINTS; point++) {
      int rank = (int) Math.round(Math.pow(size, (double) point / POINTS)) - 1;
      if (rank > last && rank < size) {
        ranks.add(rank);
        last = rank;
      }
    }
    return ranks.stream().mapToInt(Integer::intValue).toArray();
  }

  private static void addRanks(XYChart chart, String name, Activity activity) {
    int[] ranks = ranks(activity.size());
    double[] x = new double[ranks.length];
    double[] y = new double[ranks.length];
    for (int i = 0; i < ranks.length; i++) {
      x[i] = ranks[i] + 1.0;
      y[i] = activity.count(ranks[i]);
    }
    chart.addSeries(name, x, y).setMarker(SeriesMarkers.NONE);
  }

  private static XYChart shares(Activity users, Activity items) {
    XYChart chart = lines("Share of events of the most active", "% of items, users", "% of events");
    chart.getStyler().setXAxisMax(100.0);
    chart.getStyler().setYAxisMax(100.0);
    chart.getStyler().setYAxisMin(0.0);
    addShares(chart, "items", items);
    addShares(chart, "users", users);
    return chart;
  }

  private static void addShares(XYChart chart, String name, Activity activity) {
    double[] x = new double[POINTS + 1];
    double[] y = new double[POINTS + 1];
    long sum = 0;
    int rank = 0;
    for (int point = 0; point <= POINTS; point++) {
      int end = (int) ((long) activity.size() * point / POINTS);
      while (rank < end) {
        sum += activity.count(rank++);
      }
      x[point] = 100.0 * end / activity.size();
      y[point] = 100.0 * sum / activity.total();
    }
    chart.addSeries(name, x, y).setMarker(SeriesMarkers.NONE);
  }

  /** Classes that double: 1, 2 to 3, 4 to 7 events, and so on. */
  private static CategoryChart histogram(String title, String unit, Activity activity) {
    List<String> names = new ArrayList<>();
    List<Integer> counts = new ArrayList<>();
    int most = activity.count(0);
    for (long from = 1; from <= most; from *= 2) {
      names.add(abbreviated(from));
      counts.add(activity.between((int) from, (int) Math.min(2 * from - 1, Integer.MAX_VALUE)));
    }
    CategoryChart chart =
        new CategoryChartBuilder()
            .width(WIDTH)
            .height(HEIGHT)
            .title(title + " by number of events")
            .xAxisTitle("events of " + unit + ", from")
            .yAxisTitle(title.toLowerCase(Locale.ROOT))
            .build();
    chart.getStyler().setLegendVisible(false);
    chart.getStyler().setLocale(Locale.ROOT);
    chart.getStyler().setYAxisMin(0.0);
    chart.addSeries(title, names, counts);
    return chart;
  }

  private static String abbreviated(long number) {
    return number < 10_000 ? Long.toString(number) : (number / 1000) + "k";
  }
}
