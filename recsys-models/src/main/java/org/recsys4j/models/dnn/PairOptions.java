package org.recsys4j.models.dnn;

/** What the options of all networks over pairs have in common. */
record PairOptions(
    int negatives,
    int batchSize,
    double learningRate,
    double regularisation,
    int epochs,
    int patience,
    int validateEvery) {
  PairOptions withEpochs(int most) {
    return new PairOptions(
        negatives, batchSize, learningRate, regularisation, most, patience, validateEvery);
  }
}
