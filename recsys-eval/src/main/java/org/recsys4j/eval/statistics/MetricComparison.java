package org.recsys4j.eval.statistics;

import java.util.List;
import java.util.Optional;

/**
 * All models under one metric, each beside a reference. Models are known by their labels.
 *
 * <p>p values are corrected for the number of models compared with the reference, those in {@code
 * pairs} for the number of pairs.
 *
 * @param key the metric in files: {@code ndcg@10}
 * @param label the metric in print: {@code nDCG@10}
 * @param higherIsBetter which direction is better
 * @param reference the model that the others are compared with
 * @param models each model's mean, in the order in which the models were given
 * @param comparisons each other model minus the reference
 * @param pairs each model minus each later one; empty where that was not asked for
 */
public record MetricComparison(
    String key,
    String label,
    boolean higherIsBetter,
    String reference,
    List<Model> models,
    List<Pair> comparisons,
    List<Pair> pairs) {
  /** Copies the lists. */
  public MetricComparison {
    models = List.copyOf(models);
    comparisons = List.copyOf(comparisons);
    pairs = List.copyOf(pairs);
  }

  /**
   * A model on its own.
   *
   * @param model its label
   * @param estimate its mean over users
   */
  public record Model(String model, MeanEstimate estimate) {}

  /**
   * Two models.
   *
   * @param first label of a model
   * @param second label of another
   * @param result first minus second
   */
  public record Pair(String first, String second, PairedComparison result) {}

  /** How a model stands to the reference, by the corrected randomisation test. */
  public enum Verdict {
    /** Significantly better. */
    BETTER,
    /** Significantly worse. */
    WORSE,
    /** Neither; which does not say that the two are equal. */
    OPEN
  }

  /**
   * A model on its own.
   *
   * @param model a label
   * @return its mean, empty if it was not measured
   */
  public Optional<MeanEstimate> estimate(String model) {
    return models.stream().filter(it -> it.model().equals(model)).map(Model::estimate).findFirst();
  }

  /**
   * A model beside the reference.
   *
   * @param model a label
   * @return the model minus the reference; empty for the reference itself
   */
  public Optional<PairedComparison> againstReference(String model) {
    return comparisons.stream()
        .filter(it -> it.first().equals(model))
        .map(Pair::result)
        .findFirst();
  }

  /**
   * What may be said of a model.
   *
   * @param model a label
   * @param significance the error that is allowed: 0.05
   * @return whether the randomisation test, corrected by Holm, finds a difference
   */
  public Verdict verdict(String model, double significance) {
    return againstReference(model)
        .map(it -> verdict(it, higherIsBetter, significance))
        .orElse(Verdict.OPEN);
  }

  /**
   * What may be said of the first of two models.
   *
   * @param pair a comparison
   * @param higherIsBetter which direction is better
   * @param significance the error that is allowed: 0.05
   * @return whether the randomisation test, corrected by Holm, finds a difference
   */
  public static Verdict verdict(
      PairedComparison pair, boolean higherIsBetter, double significance) {
    if (!(pair.randomisation().holm() < significance)) {
      return Verdict.OPEN;
    }
    return pair.difference() > 0 == higherIsBetter ? Verdict.BETTER : Verdict.WORSE;
  }
}
