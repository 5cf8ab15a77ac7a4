package org.recsys4j.models.factor;

import org.recsys4j.models.sparse.SparseMatrix;

/** What makes an observation count more than the absence of one. */
public enum Confidence {
  /** That it was made at all: {@code 1 + alpha} for every pair of user and item with events. */
  BINARY,

  /**
   * How much there was: {@code 1 + alpha r}, with r the sum of the values of all events of the
   * pair. A pair with a sum of 0 or less counts as not observed.
   */
  VALUE;

  /** How much the confidence of each observed cell exceeds 1. */
  SparseMatrix weights(SparseMatrix cells, double alpha) {
    return switch (this) {
      case BINARY -> cells.mapPositive(value -> alpha);
      case VALUE -> cells.mapPositive(value -> alpha * value);
    };
  }
}
