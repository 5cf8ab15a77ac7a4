package org.recsys4j.eval.metric;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.recsys4j.api.Metric;
import org.recsys4j.api.MetricFactory;
import org.recsys4j.api.Progress;
import org.recsys4j.api.Recommender;
import org.recsys4j.api.concurrent.Workers;
import org.recsys4j.api.data.Attributes;
import org.recsys4j.api.data.Catalogue;
import org.recsys4j.api.data.EventAttributes;
import org.recsys4j.api.data.IdIndex;
import org.recsys4j.api.data.Interactions;
import org.recsys4j.api.data.Split;
import org.recsys4j.api.plugin.Configured;
import org.recsys4j.api.plugin.PluginKind;
import org.recsys4j.api.plugin.Plugins;
import org.recsys4j.eval.EvalPlugin;
import org.recsys4j.eval.protocol.ColdItems;
import org.recsys4j.eval.protocol.ColdUsers;
import org.recsys4j.eval.protocol.Evaluation;
import org.recsys4j.eval.protocol.Evaluator;
import org.recsys4j.eval.protocol.HistoryPart;
import org.recsys4j.eval.protocol.Mask;
import org.recsys4j.eval.protocol.Protocol;
import org.recsys4j.eval.protocol.Rules;

/** Metrics by name, measured by the evaluator itself on splits in which all is known. */
final class Measured {
  static final Plugins PLUGINS = Plugins.of(List.of(new EvalPlugin()));
  private static final Rules RULES =
      new Rules(Mask.TRAIN, HistoryPart.TRAIN, ColdItems.SCORE, ColdUsers.KEEP);

  private Measured() {}

  /** A metric such as {@code "err@10 max-grade = 5"}: its name, and its options behind a blank. */
  static Metric metric(String text) {
    String[] parts = text.split(" ", 2);
    Configured<MetricFactory<?>> found =
        PLUGINS.configured(PluginKind.METRIC, parts[0], parts.length == 1 ? "" : parts[1]);
    return create(found.plugin(), found.options());
  }

  private static <O extends Record> Metric create(MetricFactory<O> factory, Record options) {
    return factory.create(factory.optionsType().cast(options));
  }

  /** A split; test events may have a fourth number, the propensity. */
  static Split split(List<String> genres, List<String> genders, double[][] train, double[][] test) {
    Catalogue catalogue =
        new Catalogue(
            ids("u", genders.size()),
            ids("i", genres.size()),
            table("gender", "u", genders),
            table("genres", "i", genres));
    int users = genders.size();
    int items = genres.size();
    return new Split(
        catalogue,
        events(users, items, train),
        Interactions.none(users, items),
        events(users, items, test));
  }

  private static IdIndex ids(String prefix, int count) {
    return IdIndex.of(IntStream.range(0, count).mapToObj(i -> prefix + i).toList());
  }

  private static Attributes table(String column, String prefix, List<String> cells) {
    Attributes.Builder table = new Attributes.Builder(List.of(column));
    for (int i = 0; i < cells.size(); i++) {
      table.add(prefix + i, List.of(cells.get(i)));
    }
    return table.build();
  }

  static Interactions events(int users, int items, double[][] rows) {
    int[] userOf = Arrays.stream(rows).mapToInt(row -> (int) row[0]).toArray();
    int[] itemOf = Arrays.stream(rows).mapToInt(row -> (int) row[1]).toArray();
    float[] valueOf = new float[rows.length];
    String[] propensity = new String[rows.length];
    for (int row = 0; row < rows.length; row++) {
      valueOf[row] = (float) rows[row][2];
      propensity[row] = rows[row].length > 3 ? Double.toString(rows[row][3]) : "";
    }
    List<String> texts = Arrays.stream(propensity).distinct().toList();
    int[] codes = Arrays.stream(propensity).mapToInt(texts::indexOf).toArray();
    EventAttributes known =
        EventAttributes.of(List.of("propensity"), List.of(IdIndex.of(texts)), List.of(codes));
    return Interactions.of(users, items, userOf, itemOf, valueOf, new long[0], known, rows.length);
  }

  static Evaluation evaluate(Split split, Recommender model, int threads, List<Metric> metrics) {
    return evaluate(split, model, threads, metrics, Optional.empty());
  }

  static Evaluation evaluate(
      Split split, Recommender model, int threads, List<Metric> metrics, Optional<Rules> rules) {
    try (Workers workers = new Workers(threads)) {
      return new Evaluator(Protocol.test(split, rules.orElse(RULES)), metrics, 7, workers)
          .evaluate("model", model, Progress.SILENT);
    }
  }

  static double value(Split split, Recommender model, Metric metric) {
    return evaluate(split, model, 1, List.of(metric)).value(metric.label());
  }
}
