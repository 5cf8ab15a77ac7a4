package org.recsys4j.bench.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.recsys4j.eval.experiment.GroupsFile;
import org.recsys4j.eval.experiment.Leaderboard;
import org.recsys4j.eval.experiment.ModelResult;
import org.recsys4j.eval.group.GroupedResults;
import org.recsys4j.eval.statistics.GroupGap;

/** The first metric of a run by groups, as people read it: one table a kind of groups. */
final class GroupsText {
  private static final int WIDTH = 100;

  private GroupsText() {}

  /** Empty where no groups were asked for. */
  static String of(Path run, Leaderboard board) {
    List<ModelResult> models = board.models().stream().filter(it -> !it.failed()).toList();
    List<List<GroupedResults>> results =
        models.stream().map(it -> GroupsFile.read(run, it)).toList();
    StringBuilder text = new StringBuilder();
    for (int kind = 0; !results.isEmpty() && kind < results.get(0).size(); kind++) {
      text.append(table(kind, models, results, board.metrics().get(0)).render(WIDTH)).append('\n');
    }
    return text.toString();
  }

  private static TextTable table(
      int kind,
      List<ModelResult> models,
      List<List<GroupedResults>> results,
      Leaderboard.Column metric) {
    GroupedResults first = results.get(0).get(kind);
    boolean gaps = !first.gaps().isEmpty();
    List<TextTable.Side> sides = new ArrayList<>(List.of(TextTable.Side.LEFT));
    List<String> header = new ArrayList<>(List.of(metric.label() + " by " + first.by()));
    List<String> users = new ArrayList<>(List.of("users"));
    for (GroupedResults.Group group : first.groups()) {
      sides.add(TextTable.Side.RIGHT);
      header.add(group.name());
      users.add(String.format(Locale.ROOT, "%,d", group.users()));
    }
    if (gaps) {
      sides.add(TextTable.Side.RIGHT);
      sides.add(TextTable.Side.RIGHT);
      header.addAll(List.of("gap", "p (Holm)"));
      users.addAll(List.of("", ""));
    }
    TextTable table = new TextTable(sides.toArray(TextTable.Side[]::new)).row(header).row(users);
    for (int m = 0; m < models.size(); m++) {
      GroupedResults of = results.get(m).get(kind);
      List<String> row = new ArrayList<>(List.of(models.get(m).label()));
      of.groups().forEach(it -> row.add(print(it.metrics().get(metric.key()))));
      if (gaps) {
        Optional<GroupGap> gap = Optional.ofNullable(of.gaps().get(metric.key()));
        row.add(gap.map(it -> print(it.difference())).orElse(""));
        row.add(gap.map(it -> print(it.test().holm())).orElse(""));
      }
      table.row(row);
    }
    return table;
  }

  private static String print(@Nullable Double value) {
    return value == null || Double.isNaN(value) ? "-" : Leaderboard.print(value);
  }
}
