package org.recsys4j.bench.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.recsys4j.eval.experiment.Leaderboard;
import org.recsys4j.eval.experiment.ListEvaluation;
import org.recsys4j.eval.experiment.ModelResult;
import org.recsys4j.eval.trec.TrecCollection;

/** Measured lists as people read them. */
final class ListEvaluationText {
  private static final int WIDTH = 100;

  private ListEvaluationText() {}

  static String of(ListEvaluation evaluation, TrecCollection collection) {
    Leaderboard board = evaluation.leaderboard();
    List<TextTable.Side> sides = new ArrayList<>(List.of(TextTable.Side.LEFT));
    List<String> header = new ArrayList<>(List.of("run"));
    for (Leaderboard.Column metric : board.metrics()) {
      sides.add(TextTable.Side.RIGHT);
      header.add(metric.label());
    }
    TextTable table = new TextTable(sides.toArray(TextTable.Side[]::new)).row(header);
    for (ModelResult model : board.models()) {
      List<String> row = new ArrayList<>(List.of(model.label()));
      board.metrics().forEach(metric -> row.add(SummaryText.cell(board, model, metric)));
      table.row(row);
    }
    return table.render(WIDTH) + "\n" + setting(evaluation, collection);
  }

  private static String setting(ListEvaluation evaluation, TrecCollection collection) {
    TextTable table = new TextTable(TextTable.Side.LEFT, TextTable.Side.LEFT);
    SummaryText.legend(evaluation.leaderboard(), table);
    table.row(
        "users",
        String.format(
            Locale.ROOT,
            "%,d users evaluated; %,d judged ones have no relevant item that is new to them",
            collection.users().size(),
            collection.excluded()));
    table.row("items", String.format(Locale.ROOT, "%,d in all files together", collection.items()));
    for (TrecCollection.Result result : evaluation.results()) {
      if (result.missing() + result.unjudged() + result.masked() > 0) {
        table.row(
            result.label(),
            String.format(
                Locale.ROOT,
                "%,d users have no list, which counts 0; %,d lists of other users are not looked at;"
                    + " %,d rows are items that their users had before",
                result.missing(),
                result.unjudged(),
                result.masked()));
      }
    }
    return table.render(WIDTH);
  }
}
