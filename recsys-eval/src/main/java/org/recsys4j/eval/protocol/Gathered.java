package org.recsys4j.eval.protocol;

import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.recsys4j.api.EvaluationContext;
import org.recsys4j.api.Metric;
import org.recsys4j.api.MetricNeed;
import org.recsys4j.api.data.Attributes;
import org.recsys4j.api.data.Catalogue;
import org.recsys4j.api.data.InvalidDataException;

/** What the metrics of a run need beside lists, and nothing else. Immutable. */
final class Gathered {
  private static final Set<MetricNeed> OF_RELEVANT_ITEMS =
      EnumSet.of(
          MetricNeed.RELEVANT_ITEMS, MetricNeed.VALUES, MetricNeed.SCORES, MetricNeed.FULL_RANKS);

  private final Set<MetricNeed> needs = EnumSet.noneOf(MetricNeed.class);
  private final boolean relevantItems;
  private final EvaluationContext context;
  private final float @Nullable [] values;

  /**
   * Gathers.
   *
   * @throws InvalidDataException if the data lack what a metric needs
   */
  Gathered(Protocol protocol, List<Metric> metrics) {
    for (Metric metric : metrics) {
      needs.addAll(metric.needs());
      refuseWhatIsNotThere(metric, protocol.catalogue());
    }
    relevantItems = needs.stream().anyMatch(OF_RELEVANT_ITEMS::contains);
    context =
        new EvaluationContext(
            protocol.users(),
            protocol.candidates(),
            new EvaluationContext.Evidence(
                needs,
                protocol.catalogue(),
                protocol.split().train(),
                protocol.histories(),
                protocol.heldOut(),
                protocol.offers()::forEachExcluded));
    values =
        needs.contains(MetricNeed.VALUES) ? protocol.relevance().values(protocol.heldOut()) : null;
    metrics.forEach(this::tryOut);
  }

  private static void refuseWhatIsNotThere(Metric metric, Catalogue catalogue) {
    refuseNoColumns(metric, MetricNeed.ITEM_ATTRIBUTES, catalogue.itemAttributes(), "items");
    refuseNoColumns(metric, MetricNeed.USER_ATTRIBUTES, catalogue.userAttributes(), "users");
  }

  private static void refuseNoColumns(
      Metric metric, MetricNeed need, Attributes attributes, String whose) {
    if (metric.needs().contains(need) && attributes.columns().isEmpty()) {
      throw new InvalidDataException(
          String.format(
              Locale.ROOT,
              "metric %s needs attributes of %s, and the data have none",
              metric.label(),
              whose));
    }
  }

  /** Once, before any model is fitted. */
  private void tryOut(Metric metric) {
    try {
      metric.start(context);
    } catch (InvalidDataException e) {
      throw new InvalidDataException("metric " + metric.label() + ": " + e.getMessage(), e);
    }
  }

  EvaluationContext context() {
    return context;
  }

  boolean needs(MetricNeed need) {
    return needs.contains(need);
  }

  boolean needsRelevantItems() {
    return relevantItems;
  }

  /** The values of a row's relevant items, null where nobody needs them. */
  float @Nullable [] values(Relevance relevance, int row) {
    return values == null ? null : relevance.ofRow(values, row);
  }
}
