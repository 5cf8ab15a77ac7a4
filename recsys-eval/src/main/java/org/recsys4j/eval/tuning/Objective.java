package org.recsys4j.eval.tuning;

import java.util.List;
import org.recsys4j.api.Metric;
import org.recsys4j.api.Progress;
import org.recsys4j.api.Recommender;
import org.recsys4j.api.concurrent.Workers;
import org.recsys4j.api.data.Split;
import org.recsys4j.eval.protocol.Evaluation;
import org.recsys4j.eval.protocol.Evaluator;
import org.recsys4j.eval.protocol.Protocol;

/**
 * What trials are measured by.
 *
 * @param protocol on whom; the validation part, or the test part where the experiment insists
 * @param metric what is made as good as possible
 * @param watched what models that stop early look at
 * @param tieSeed what orders equal scores
 */
record Objective(Protocol protocol, Metric metric, Metric watched, long tieSeed) {
  /** Whether models may look at it while they train. */
  boolean isForTraining() {
    return protocol.part() == Split.Part.VALIDATION;
  }

  /** Measures both metrics on the same rankings. */
  Evaluation evaluate(String label, Recommender model, Workers workers) {
    List<Metric> metrics =
        metric.label().equals(watched.label()) ? List.of(metric) : List.of(metric, watched);
    return new Evaluator(protocol, metrics, tieSeed, workers)
        .evaluate(label, model, Progress.SILENT);
  }

  /** A loss: smaller is better. */
  double loss(double value) {
    return metric.higherIsBetter() ? -value : value;
  }
}
