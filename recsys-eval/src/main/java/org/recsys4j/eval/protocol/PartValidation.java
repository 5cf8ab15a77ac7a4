package org.recsys4j.eval.protocol;

import java.util.List;
import java.util.Optional;
import org.recsys4j.api.Metric;
import org.recsys4j.api.Progress;
import org.recsys4j.api.Recommender;
import org.recsys4j.api.Validation;
import org.recsys4j.api.concurrent.Workers;
import org.recsys4j.api.data.Split;

/** Measures snapshots of a model in training by one metric on the validation part of a split. */
public final class PartValidation implements Validation {
  private final String model;
  private final Metric metric;
  private final Evaluator evaluator;

  private PartValidation(String model, Metric metric, Evaluator evaluator) {
    this.model = model;
    this.metric = metric;
    this.evaluator = evaluator;
  }

  /**
   * A validation for one model.
   *
   * @param model its label, for messages
   * @param protocol from {@link Protocol#validation}; may serve many models
   * @param metric what to measure
   * @param tieSeed seed of the order in which equal scores are shown
   * @param workers threads to compute on
   * @return the validation, empty where the part has nobody to evaluate
   * @throws IllegalArgumentException if the protocol looks at the test part
   */
  public static Optional<Validation> of(
      String model, Protocol protocol, Metric metric, long tieSeed, Workers workers) {
    if (protocol.part() != Split.Part.VALIDATION) {
      throw new IllegalArgumentException("training must not look at the test part");
    }
    if (protocol.users() == 0) {
      return Optional.empty();
    }
    Evaluator evaluator = new Evaluator(protocol, List.of(metric), tieSeed, workers);
    return Optional.of(new PartValidation(model, metric, evaluator));
  }

  @Override
  public String label() {
    return metric.label();
  }

  @Override
  public boolean higherIsBetter() {
    return metric.higherIsBetter();
  }

  @Override
  public double measure(Recommender snapshot) {
    return evaluator.evaluate(model, snapshot, Progress.SILENT).value(metric.label());
  }
}
