package org.recsys4j.bench.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.recsys4j.bench.report.Plot.Series;
import org.recsys4j.bench.report.Table.Cell;
import org.recsys4j.eval.experiment.Leaderboard.Column;
import org.recsys4j.eval.group.GroupedResults;
import org.recsys4j.eval.group.GroupedResults.Group;
import org.recsys4j.eval.statistics.GroupGap;

/**
 * Metrics by the groups that the experiment asked for: for each kind of groups a chart of all
 * models, and of groups of users the gap between the best and the worst served.
 */
final class GroupSection {
  private static final int MOST_GROUPS = 20; // bars that can be told apart

  private GroupSection() {}

  /**
   * Empty where no groups were asked for.
   *
   * @param metrics what was measured
   * @param measured the models that did not fail
   */
  static Optional<Section> of(List<Column> metrics, List<ModelView> measured) {
    Section.Builder section =
        new Section.Builder("asked-groups", "Metrics by the groups asked for");
    List<ModelView> models = measured.stream().filter(model -> !model.groups().isEmpty()).toList();
    List<GroupedResults> kinds = models.isEmpty() ? List.of() : models.get(0).groups();
    List<Column> told = told(metrics, kinds);
    if (!told.isEmpty()) {
      explain(section, kinds);
      section.choice(
          "Metric",
          told,
          Column::label,
          (builder, metric) -> kinds.forEach(kind -> add(builder, models, kind, metric)));
    }
    return section.build();
  }

  /** Metrics that lists have only together are told of no group. */
  private static List<Column> told(List<Column> metrics, List<GroupedResults> kinds) {
    return metrics.stream()
        .filter(
            metric ->
                kinds.stream()
                    .flatMap(kind -> kind.groups().stream())
                    .anyMatch(group -> group.metrics().containsKey(metric.key())))
        .toList();
  }

  private static void explain(Section.Builder section, List<GroupedResults> kinds) {
    section.paragraph(
        "A group of users has the mean over its users. For a group of items, or a slice of time,"
            + " only its own held-out items count, and the mean is over the users who have one."
            + " All candidates are ranked as before.");
    if (kinds.stream().anyMatch(kind -> !kind.gaps().isEmpty())) {
      section.paragraph(
          "A gap is the mean of the best served group of users less that of the worst served one,"
              + " with the p value of Welch's t test, two-sided. As the two groups are chosen by"
              + " their means, look at the one that is corrected by Holm for all pairs of groups.");
    }
  }

  private static void add(
      Section.Builder section, List<ModelView> models, GroupedResults kind, Column metric) {
    List<Group> groups = largest(kind.groups());
    String caption = metric.label() + " by " + Isolate.text(kind.by());
    String most =
        groups.size() == kind.groups().size()
            ? ""
            : String.format(
                Locale.ROOT,
                ", the %d groups of most users of %,d",
                groups.size(),
                kind.groups().size());
    List<Series> series = new ArrayList<>();
    for (ModelView model : models) {
      double[] means =
          groups.stream().mapToDouble(group -> mean(model, kind, group, metric)).toArray();
      series.add(new Series(model.label(), model.place(), means, means));
    }
    List<String> names = groups.stream().map(Group::name).toList();
    List<String> heads =
        groups.stream()
            .map(it -> String.format(Locale.ROOT, "%s (%,d users)", it.name(), it.users()))
            .toList();
    section.figure(
        new Plot(caption + most, kind.by(), metric.label()).bars(names, heads, series, false));
    if (kind.gaps().containsKey(metric.key())) {
      section.table(gaps("Gaps in " + caption, models, kind, metric));
    }
  }

  /** Those of most users, in the order in which they stand. */
  private static List<Group> largest(List<Group> groups) {
    List<Group> kept =
        groups.stream()
            .sorted(Comparator.comparingInt(group -> -group.users()))
            .limit(MOST_GROUPS)
            .toList();
    return groups.stream().filter(kept::contains).toList();
  }

  private static double mean(ModelView model, GroupedResults kind, Group group, Column metric) {
    return kind(model, kind)
        .flatMap(
            own -> own.groups().stream().filter(it -> it.name().equals(group.name())).findFirst())
        .map(own -> own.metrics().get(metric.key()))
        .orElse(Double.NaN);
  }

  private static Optional<GroupedResults> kind(ModelView model, GroupedResults kind) {
    return model.groups().stream().filter(own -> own.by().equals(kind.by())).findFirst();
  }

  private static Table gaps(
      String caption, List<ModelView> models, GroupedResults kind, Column metric) {
    List<Table.Column> columns =
        List.of(
            Table.Column.text("model"),
            Table.Column.text("best served"),
            Table.Column.text("worst served"),
            Table.Column.number("gap", false),
            Table.Column.number("Welch's t, p", false),
            Table.Column.number("Holm", false));
    List<Table.Row> rows = new ArrayList<>();
    for (ModelView model : models) {
      Optional<GroupGap> gap =
          kind(model, kind).map(GroupedResults::gaps).map(own -> own.get(metric.key()));
      gap.ifPresent(
          it ->
              rows.add(
                  new Table.Row(
                      List.of(
                          Cell.head(model.label()),
                          Cell.text(it.best()),
                          Cell.text(it.worst()),
                          Cell.signed(it.difference(), "%+.4f"),
                          Cell.probability(it.test().p()),
                          Cell.probability(it.test().holm())))));
    }
    return new Table(caption, columns, rows, false);
  }
}
