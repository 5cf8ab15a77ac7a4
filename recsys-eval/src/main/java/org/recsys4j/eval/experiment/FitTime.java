package org.recsys4j.eval.experiment;

/** How long a model has been fitted, by all processes that worked on it. */
final class FitTime {
  private static final double NANOS = 1e9;

  private final long start = System.nanoTime();
  private double before;

  /** Adds what processes before this one needed to come to a checkpoint. */
  void goOn(double seconds) {
    before = Math.max(before, seconds);
  }

  double seconds() {
    return before + (System.nanoTime() - start) / NANOS;
  }
}
