package org.recsys4j.eval.trec;

import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.recsys4j.api.EvaluationContext;
import org.recsys4j.api.Metric;
import org.recsys4j.api.MetricNeed;
import org.recsys4j.api.data.Catalogue;
import org.recsys4j.api.data.Interactions;
import org.recsys4j.api.data.InvalidDataException;
import org.recsys4j.api.data.ItemSet;

/**
 * What files tell metrics beside lists: judgements, and what users had where there is a file of it.
 */
final class ListEvidence {
  private static final Set<MetricNeed> OF_JUDGEMENTS =
      EnumSet.of(MetricNeed.RELEVANT_ITEMS, MetricNeed.VALUES);
  private static final Set<MetricNeed> OF_TRAINING =
      EnumSet.of(
          MetricNeed.POPULARITY, MetricNeed.TRAINING, MetricNeed.HISTORIES, MetricNeed.EXCLUSIONS);

  private ListEvidence() {}

  /**
   * A context for some metrics.
   *
   * @param evaluated how many users are evaluated
   * @param users how many there are in all files
   * @param items how many there are in all files
   * @throws InvalidDataException if a metric needs what the files do not tell
   */
  static EvaluationContext context(
      List<Metric> metrics, int evaluated, int users, int items, SeenItems seen) {
    Set<MetricNeed> needs = EnumSet.noneOf(MetricNeed.class);
    for (Metric metric : metrics) {
      metric.needs().forEach(need -> refuse(metric, need, seen));
      needs.addAll(metric.needs());
    }
    Interactions had =
        needs.stream().anyMatch(OF_TRAINING::contains)
            ? seen.events(users, items)
            : Interactions.none(users, items);
    return new EvaluationContext(
        evaluated,
        ItemSet.all(items),
        new EvaluationContext.Evidence(
            needs,
            Catalogue.EMPTY,
            had,
            had,
            Interactions.none(users, items),
            (visitor, user) -> seen.of(user).forEach(visitor)));
  }

  private static void refuse(Metric metric, MetricNeed need, SeenItems seen) {
    boolean told = OF_JUDGEMENTS.contains(need) || (OF_TRAINING.contains(need) && seen.isKnown());
    if (!told) {
      throw new InvalidDataException(
          String.format(
              Locale.ROOT,
              "metric %s needs %s, which %s",
              metric.label(),
              words(need),
              OF_TRAINING.contains(need)
                  ? "only --train tells"
                  : "files of lists and judgements do not tell"));
    }
  }

  private static String words(MetricNeed need) {
    return switch (need) {
      case POPULARITY, TRAINING, HISTORIES, EXCLUSIONS -> "what users had before";
      case ITEM_ATTRIBUTES -> "attributes of items";
      case USER_ATTRIBUTES -> "attributes of users";
      case HELD_OUT -> "logged events";
      case RELEVANT_ITEMS, VALUES -> "judgements";
      case SCORES -> "the scores of all relevant items";
      case FULL_RANKS -> "the places of all items";
    };
  }
}
