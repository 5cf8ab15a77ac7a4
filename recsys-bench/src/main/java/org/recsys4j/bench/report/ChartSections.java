package org.recsys4j.bench.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import org.recsys4j.bench.report.ModelView.Epoch;
import org.recsys4j.bench.report.Plot.Series;
import org.recsys4j.eval.metric.beyond.ItemUsers;

/** Charts of models beside one another. */
final class ChartSections {
  private static final int SHOWN = 10;

  /** So many users say how different items are; that of all would take minutes of large data. */
  private static final int DIVERSITY_USERS = 1000;

  private ChartSections() {}

  /** How training went, of models that train in epochs. */
  static Optional<Section> learning(RunView run) {
    List<ModelView> trained =
        run.models().stream().filter(model -> model.epochs().size() > 1).toList();
    Section.Builder section = new Section.Builder("learning", "Learning curves");
    if (!trained.isEmpty()) {
      String stopping = run.manifest().at("/setting/early-stopping").textValue();
      String validation = "validation metric" + (stopping == null ? "" : ", " + stopping);
      curve(trained, validation, Epoch::validation, false).ifPresent(section::figure);
      curve(trained, "loss", Epoch::loss, true).ifPresent(section::figure);
      section.paragraph(
          "Models have losses of their own: look at how each line falls, not at which is lower.");
    }
    return section.build();
  }

  private static Optional<Section.Figure> curve(
      List<ModelView> models, String what, ToDoubleFunction<Epoch> value, boolean logarithmic) {
    List<Series> series = new ArrayList<>();
    for (ModelView model : models) {
      List<Epoch> known =
          model.epochs().stream().filter(it -> !Double.isNaN(value.applyAsDouble(it))).toList();
      series.add(
          new Series(
              model.label(),
              model.place(),
              known.stream().mapToDouble(Epoch::number).toArray(),
              known.stream().mapToDouble(value).toArray()));
    }
    series.removeIf(Series::isEmpty);
    return series.isEmpty()
        ? Optional.empty()
        : Optional.of(new Plot("By epoch: " + what, "epoch", what).lines(series, logarithmic));
  }

  /** What accuracy costs. */
  static Optional<Section> cost(RunView run) {
    String metric = run.first().label();
    Section.Builder section = new Section.Builder("cost", "Accuracy, time and memory");
    section.figure(
        new Plot(metric + " by time to fit", "seconds to fit", metric)
            .points(points(run, it -> it.result().fitSeconds()), true));
    section.figure(
        new Plot(metric + " by peak memory of the process", "peak memory, MiB", metric)
            .points(points(run, ModelView::peakMebibytes), true));
    return section.build();
  }

  private static List<Series> points(RunView run, ToDoubleFunction<ModelView> x) {
    return run.measured().stream()
        .map(
            it ->
                Series.point(
                    it.label(), it.place(), x.applyAsDouble(it), it.metric(run.first().key())))
        .toList();
  }

  /** What accuracy leaves out. */
  static Optional<Section> beyond(RunView run) {
    String metric = run.first().label();
    int[] events = run.split().train().itemCounts();
    Section.Builder section = new Section.Builder("beyond", "Accuracy, diversity and popularity");
    ItemUsers itemUsers = ItemUsers.of(run.split().train());
    List<Series> diversity = new ArrayList<>();
    List<Series> coverage = new ArrayList<>();
    List<Series> popularity = new ArrayList<>();
    for (ModelView model : run.measured()) {
      run.hits(model)
          .ifPresent(
              hits -> {
                double y = model.metric(run.first().key());
                double distance = hits.diversity(SHOWN, itemUsers, DIVERSITY_USERS);
                diversity.add(Series.point(model.label(), model.place(), distance, y));
                coverage.add(Series.point(model.label(), model.place(), hits.coverage(SHOWN), y));
                popularity.add(
                    Series.point(model.label(), model.place(), hits.popularity(SHOWN, events), y));
              });
    }
    if (!coverage.isEmpty()) {
      section.figure(
          new Plot(
                  metric + " by how different the items of the first 10 places of a list are",
                  "mean distance of two items",
                  metric)
              .points(diversity, false));
      section.paragraph(
          String.format(
              Locale.ROOT,
              "The distance of two items is 1 less the cosine of the users who had them: 0 for the"
                  + " same users, 1 for none in common; the mean of at most %,d users.",
              DIVERSITY_USERS));
      section.figure(
          new Plot(
                  metric + " by the share of items that the first 10 places of all lists show",
                  "coverage of the catalogue",
                  metric)
              .points(coverage, false));
      section.figure(
          new Plot(
                  metric + " by how popular the first 10 places are on average",
                  "training events of a shown item",
                  metric)
              .points(popularity, false));
    }
    return section.build();
  }

  /** How the numbers change with the length of lists. */
  static Optional<Section> cutoffs(RunView run) {
    List<Series> recall = new ArrayList<>();
    List<Series> ndcg = new ArrayList<>();
    int[] cutoffs = Hits.cutoffs(run.depth());
    double[] x = Arrays.stream(cutoffs).asDoubleStream().toArray();
    for (ModelView model : run.measured()) {
      run.hits(model)
          .ifPresent(
              hits -> {
                recall.add(new Series(model.label(), model.place(), x, hits.recall(cutoffs)));
                ndcg.add(new Series(model.label(), model.place(), x, hits.ndcg(cutoffs)));
              });
    }
    Section.Builder section = new Section.Builder("cutoffs", "Metric by length of the list");
    if (!recall.isEmpty()) {
      section.figure(new Plot("nDCG by length of the list", "K", "nDCG@K").lines(ndcg, false));
      section.figure(
          new Plot("Recall by length of the list", "K", "recall@K").lines(recall, false));
      section.paragraph(
          "Of the lists as they were shown: equal scores stand in one order, where the leaderboard"
              + " takes the mean over all orders.");
    }
    return section.build();
  }

  /** Whom and what models serve well. */
  static Optional<Section> groups(RunView run) {
    Section.Builder section = new Section.Builder("groups", "Metric by activity and popularity");
    if (run.depth() > 0) {
      section.figure(byActivity(run));
      section.figure(byPopularity(run));
    }
    return section.build();
  }

  private static Section.Figure byActivity(RunView run) {
    UserGroups groups = UserGroups.of(run.split(), run.protocol());
    int depth = run.depth();
    List<Series> series = new ArrayList<>();
    for (ModelView model : run.measured()) {
      run.hits(model)
          .map(hits -> groups.ndcg(hits, depth))
          .ifPresent(means -> series.add(new Series(model.label(), model.place(), means, means)));
    }
    String caption =
        String.format(Locale.ROOT, "nDCG@%d by how many training events users have", depth);
    return new Plot(caption, "training events of the user", "nDCG@" + depth)
        .bars(groups.ranges(), groups.names(), series, false);
  }

  private static Section.Figure byPopularity(RunView run) {
    ItemGroups groups = ItemGroups.of(run.split().train().itemCounts());
    List<Series> series = new ArrayList<>();
    for (ModelView model : run.measured()) {
      run.hits(model)
          .map(hits -> hits.recallByItemGroup(groups.groupOf(), groups.names().size()))
          .ifPresent(
              recall -> series.add(new Series(model.label(), model.place(), recall, recall)));
    }
    String caption =
        String.format(
            Locale.ROOT,
            "Share of held-out items found in %d places, by their popularity",
            run.depth());
    return new Plot(caption, "items", "share found")
        .bars(groups.names(), groups.names(), series, false);
  }
}
