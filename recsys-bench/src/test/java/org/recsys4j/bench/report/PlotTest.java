package org.recsys4j.bench.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
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
            .points(List.of(Series.point("a", 1, 0.25), Series.point("b", 100, 0.5)), true);

    assertThat(figure.svg())
        .startsWith("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 860 420\"")
        .contains("currentColor")
        .doesNotContain("<?xml", "<!DOCTYPE", "rgb(18,52,86)");
  }

  @Test
  void theTableHasEveryNumberEvenWhereTheChartHasNot() {
    Figure figure =
        new Plot("Points", "x", "y")
            .points(List.of(Series.point("a", 0, 0.25), Series.point("b", 10, Double.NaN)), true);

    assertThat(figure.svg()).isEmpty(); // no number is on a logarithmic axis
    assertThat(figure.table().rows())
        .map(PlotTest::texts)
        .containsExactly(List.of("a", "0", "0.2500"), List.of("b", "10", "–"));
  }

  @Test
  void barsHaveAColumnForEachClass() {
    Figure figure =
        new Plot("Bars", "class", "model")
            .bars(
                List.of("few", "many"),
                List.of(new Series("a", new double[2], new double[] {3, 0.5})),
                false);

    assertThat(figure.table().columns())
        .map(Table.Column::name)
        .containsExactly("model", "few", "many");
    assertThat(figure.table().rows())
        .map(PlotTest::texts)
        .containsExactly(List.of("a", "3", "0.5000"));
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
