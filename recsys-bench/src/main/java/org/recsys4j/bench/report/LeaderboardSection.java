package org.recsys4j.bench.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import org.recsys4j.bench.report.Table.Cell;
import org.recsys4j.eval.experiment.Leaderboard;
import org.recsys4j.eval.experiment.Leaderboard.Column;
import org.recsys4j.eval.experiment.Legend;
import org.recsys4j.eval.experiment.ModelResult;

/** What came out: every model and metric, and what it took. */
final class LeaderboardSection {
  private static final int DIGITS = 4;
  private static final double BYTES_OF_MEBIBYTE = 1 << 20;

  private LeaderboardSection() {}

  /** With an interval below each number. */
  static Optional<Section> of(Leaderboard board) {
    return of(board, (model, metric) -> "").build();
  }

  /**
   * With a further line below each number.
   *
   * @param further what stands there, by the labels of model and metric, or nothing
   * @return a section to which more may be added
   */
  static Section.Builder of(Leaderboard board, BiFunction<String, Column, String> further) {
    List<Table.Column> columns = new ArrayList<>(List.of(Table.Column.text("model")));
    for (Column metric : board.metrics()) {
      Table.Column column = Table.Column.number(metric.label(), metric.higherIsBetter());
      columns.add(metric.equals(board.metrics().get(0)) ? column.bySorting() : column);
    }
    columns.add(Table.Column.number("fit, s", false));
    columns.add(Table.Column.number("evaluate, s", false));
    columns.add(Table.Column.number("parameters", false));
    columns.add(Table.Column.number("peak memory, MiB", false));
    List<Table.Row> rows = new ArrayList<>();
    for (ModelResult model : board.models()) {
      List<Cell> cells = new ArrayList<>(List.of(Cell.head(model.label())));
      board.metrics().forEach(metric -> cells.add(cell(board, model, metric, further)));
      cells.add(Cell.number(model.fitSeconds(), 1));
      cells.add(Cell.number(model.evaluateSeconds(), 1));
      cells.add(Cell.number((double) model.parameters(), 0));
      cells.add(Cell.number(model.peakMemoryBytes() / BYTES_OF_MEBIBYTE, 0));
      rows.add(new Table.Row(cells));
    }
    Section.Builder section = new Section.Builder("leaderboard", "Leaderboard");
    section.table(new Table("All models, sorted by the column chosen", columns, rows, true));
    Legend.of(board).ifPresent(it -> explain(it, section));
    for (ModelResult model : board.models()) {
      model
          .failure()
          .ifPresent(it -> section.paragraph(Isolate.text(model.label()) + " failed: " + it));
    }
    return section;
  }

  private static void explain(Legend legend, Section.Builder section) {
    legend
        .marks()
        .ifPresent(
            it -> section.paragraph("Bold: best of its column. " + Legend.MARK + " " + it + "."));
    section.paragraph("In brackets: " + legend.intervals() + ".");
    legend.power().ifPresent(it -> section.paragraph("How small a difference shows: " + it + "."));
  }

  private static Cell cell(
      Leaderboard board,
      ModelResult model,
      Column metric,
      BiFunction<String, Column, String> further) {
    Cell cell = Cell.number(model.metrics().getOrDefault(metric.key(), Double.NaN), DIGITS);
    if (board.best(model, metric)) {
      cell = cell.of("best");
    }
    if (board.marked(model.label(), metric.key())) {
      cell = cell.marked(Legend.MARK);
    }
    String interval = board.interval(model.label(), metric.key()).map(Table::ends).orElse("");
    return cell.with((interval + "\n" + further.apply(model.label(), metric)).strip());
  }
}
