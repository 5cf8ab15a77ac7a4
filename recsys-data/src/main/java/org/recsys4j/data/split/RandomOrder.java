package org.recsys4j.data.split;

import java.util.SplittableRandom;

/** Shuffles the positions of events. */
final class RandomOrder {
  private RandomOrder() {}

  /** The same positions, every order being equally probable (Fisher and Yates). */
  static int[] of(int[] positions, SplittableRandom random) {
    int[] order = new int[positions.length];
    for (int i = 0; i < order.length; i++) {
      int j = random.nextInt(i + 1);
      order[i] = order[j];
      order[j] = positions[i];
    }
    return order;
  }
}
