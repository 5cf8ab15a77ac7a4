package org.recsys4j.models.dnn;

import org.recsys4j.models.fit.NegativeOptions;
import org.recsys4j.models.nn.optimizer.StepOptions;

/** What the options of all networks over pairs have in common. */
record PairOptions(
    double dropout,
    int negatives,
    NegativeOptions sampling,
    int batchSize,
    StepOptions steps,
    double regularisation,
    int epochs,
    int patience,
    int validateEvery) {
  PairOptions withEpochs(int most) {
    return new PairOptions(
        dropout,
        negatives,
        sampling,
        batchSize,
        steps,
        regularisation,
        most,
        patience,
        validateEvery);
  }

  /** The same with a rate that is {@code factor} times as large. */
  PairOptions withRate(double factor) {
    return new PairOptions(
        dropout,
        negatives,
        sampling,
        batchSize,
        steps.times(factor),
        regularisation,
        epochs,
        patience,
        validateEvery);
  }
}
