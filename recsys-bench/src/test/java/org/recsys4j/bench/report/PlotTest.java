package org.recsys4j.bench.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.recsys4j.bench.report.Plot.Series;
import org.recsys4j.bench.report.Section.Figure;

class PlotTest {
  private static List<String> texts(Table.Row row) {
    return row.cells().stream().map(Table.Cell::text).toList();
  }

  @Test
  void aChartHasTheColourOfTheTextAroundIt() {
    Figure figure =
        new Plot("Points", "x", "y")
            .points(List.of(Series.point("a", 0, 1, 0.25), Series.point("b", 1, 100, 0.5)), true);

    assertThat(figure.svg())
        .startsWith("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 820 420\"")
        .contains("currentColor")
        .doesNotContain("<?xml", "<!DOCTYPE", "rgb(18,52,86)");
  }

  @Test
  void theTableHasEveryNumberEvenWhereTheChartHasNot() {
    Figure figure =
        new Plot("Points", "x", "y")
            .points(
                List.of(
                    Series.point("a", 0, Double.NaN, 0.25), Series.point("b", 1, 10, Double.NaN)),
                true);

    assertThat(figure.svg()).isEmpty();
    assertThat(figure.table().rows())
        .map(PlotTest::texts)
        .containsExactly(List.of("a", "–", "0.2500"), List.of("b", "10", "–"));
  }

  @Test
  void barsHaveAColumnForEachClass() {
    Figure figure =
        new Plot("Bars", "class", "model")
            .bars(
                List.of("few", "many"),
                List.of("few (1)", "many (9)"),
                List.of(new Series("a", 0, new double[2], new double[] {3, 0.5})),
                false);

    assertThat(figure.table().columns())
        .map(Table.Column::name)
        .containsExactly("model", "few (1)", "many (9)");
    assertThat(figure.table().rows())
        .map(PlotTest::texts)
        .containsExactly(List.of("a", "3", "0.5000"));
  }

  @Test
  void dotsNeedNotBeginAtNothing() {
    Series series = new Series("a", 0, new double[3], new double[] {0.5, Double.NaN, 0.501});
    Figure figure =
        new Plot("Dots", "run", "nDCG").dots(List.of("s 1", "s 2", "s 3"), List.of(series));

    assertThat(figure.svg()).startsWith("<svg").contains("rgb(47,143,216)");
    assertThat(figure.table().columns())
        .map(Table.Column::name)
        .containsExactly("nDCG", "s 1", "s 2", "s 3");
    assertThat(figure.table().rows())
        .map(PlotTest::texts)
        .containsExactly(List.of("a", "0.5000", "\u2013", "0.5010"));
  }

  /** A dot for each number, and one in the legend. */
  @Test
  void equalDotsAreSeen() {
    Series series = new Series("a", 0, new double[2], new double[] {0.25, 0.25});
    String svg = new Plot("Dots", "run", "nDCG").dots(List.of("s 1", "s 2"), List.of(series)).svg();

    assertThat(Pattern.compile("<circle ").matcher(svg).results().count()).isEqualTo(3);
  }

  @Test
  void aChartWithoutNumbersIsDrawnAllTheSame() {
    Series none = new Series("a", 0, new double[1], new double[] {Double.NaN});

    assertThat(
            new Plot("Bars", "x", "y")
                .bars(List.of("c"), List.of("c"), List.of(none), false)
                .table()
                .rows())
        .map(PlotTest::texts)
        .containsExactly(List.of("a", "\u2013"));
    assertThat(new Plot("Dots", "x", "y").dots(List.of("c"), List.of(none)).table().rows())
        .map(PlotTest::texts)
        .containsExactly(List.of("a", "\u2013"));
  }

  @Test
  void chartsOfOtherCaptionsHaveOtherIds() {
    Series one = Series.point("a", 0, 1, 2);
    String first = new Plot("nDCG@3 by \u6027\u522b", "x", "y").points(List.of(one), false).svg();
    String second = new Plot("nDCG@3 by \u5730\u533a", "x", "y").points(List.of(one), false).svg();

    assertThat(ids(first)).isNotEmpty().doesNotContainAnyElementsOf(ids(second));
  }

  private static List<String> ids(String svg) {
    return Pattern.compile(" id=\"([^\"]+)\"")
        .matcher(svg)
        .results()
        .map(it -> it.group(1))
        .toList();
  }

  @Test
  void linesShareTheRowsOfTheirTable() {
    Figure figure =
        new Plot("Lines", "epoch", "loss")
            .lines(
                List.of(
                    new Series("a", 0, new double[] {1, 2}, new double[] {6, 4}),
                    new Series("b", 1, new double[] {2, 3}, new double[] {0.5, 0.25})),
                true);

    assertThat(figure.table().columns()).map(Table.Column::name).containsExactly("epoch", "a", "b");
    assertThat(figure.table().rows())
        .map(PlotTest::texts)
        .containsExactly(
            List.of("1", "6", "–"), List.of("2", "4", "0.5000"), List.of("3", "–", "0.2500"));
  }

  @Test
  void aSeriesKeepsItsColourInEveryChart() {
    Series third = Series.point("third", 2, 1, 2);
    String alone = new Plot("Alone", "x", "y").points(List.of(third), false).svg();
    String beside =
        new Plot("Beside", "x", "y")
            .points(List.of(Series.point("first", 0, 3, 4), third), false)
            .svg();

    assertThat(alone).contains("rgb(20,160,119)").doesNotContain("rgb(47,143,216)");
    assertThat(beside).contains("rgb(20,160,119)", "rgb(47,143,216)");
  }

  @Test
  void rowsHaveACellForEachColumn() {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                new Table(
                    "Short",
                    List.of(Table.Column.text("a"), Table.Column.number("b")),
                    List.of(new Table.Row(List.of(Table.Cell.head("x")))),
                    true))
        .withMessage("1 cells in 2 columns");
  }
}
