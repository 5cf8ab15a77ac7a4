package org.recsys4j.api.concurrent;

import java.util.function.BooleanSupplier;

/**
 * Waits actively for a moment before a thread goes to sleep: to wake it takes the system tens of
 * microseconds, as long as a short shard. Does not wait where there are more threads than
 * processors, since one that waits then keeps another from working.
 */
final class Spin {
  private static final long NANOS = 50_000;
  private static final int CHECKS = 32; // between two looks at the clock

  private final boolean worthwhile;

  Spin(int threads) {
    this.worthwhile = threads <= Runtime.getRuntime().availableProcessors();
  }

  /** Returns once the condition is false, or when it has been true for too long. */
  void whileTrue(BooleanSupplier condition) {
    if (!worthwhile) {
      return;
    }
    long end = System.nanoTime() + NANOS;
    do {
      for (int i = 0; i < CHECKS; i++) {
        if (!condition.getAsBoolean()) {
          return;
        }
        Thread.onSpinWait();
      }
    } while (System.nanoTime() < end);
  }
}
