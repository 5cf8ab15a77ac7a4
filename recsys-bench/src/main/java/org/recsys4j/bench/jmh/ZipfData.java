package org.recsys4j.bench.jmh;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.recsys4j.api.TrainingData;
import org.recsys4j.api.data.Catalogue;
import org.recsys4j.api.data.IdIndex;
import org.recsys4j.api.data.Interactions;
import org.recsys4j.api.random.SeedTree;

/** Generated data in which the item of rank r is met in proportion to 1 / r. */
final class ZipfData {
  private final double[] cumulated;
  private final SplittableRandom random;

  ZipfData(int items, long seed) {
    this.random = new SeedTree(seed).child("zipf").random();
    this.cumulated = new double[items];
    double sum = 0;
    for (int item = 0; item < items; item++) {
      sum += 1.0 / (item + 1);
      cumulated[item] = sum;
    }
  }

  /** An item; popular ones have low indices. */
  int item() {
    int found =
        Arrays.binarySearch(cumulated, random.nextDouble() * cumulated[cumulated.length - 1]);
    return Math.min(found < 0 ? ~found : found, cumulated.length - 1);
  }

  /** Events of users who are equally busy, a second apart. */
  TrainingData trainingData(int users, int events) {
    int[] userOf = new int[events];
    int[] itemOf = new int[events];
    float[] valueOf = new float[events];
    long[] timeOf = new long[events];
    for (int event = 0; event < events; event++) {
      userOf[event] = random.nextInt(users);
      itemOf[event] = item();
      valueOf[event] = 1;
      timeOf[event] = event;
    }
    int items = cumulated.length;
    Interactions interactions =
        Interactions.of(users, items, userOf, itemOf, valueOf, timeOf, events);
    return new TrainingData(new Catalogue(ids("u", users), ids("i", items)), interactions);
  }

  private static IdIndex ids(String prefix, int count) {
    return IdIndex.of(IntStream.range(0, count).mapToObj(i -> prefix + i).toList());
  }

  /**
   * Scores as a factor model gives them: a share of popularity, falling with the logarithm of the
   * rank, and noise of the same size, in an order that says nothing.
   */
  void fillWithRealScores(float[] scores) {
    for (int i = 0; i < scores.length; i++) {
      double popularity = -Math.log(1 + random.nextInt(cumulated.length));
      scores[i] = (float) (popularity + 2 * random.nextDouble());
    }
  }

  /** Scores as counting models give them: small whole numbers, most of them equal. */
  void fillWithCounts(float[] scores) {
    for (int i = 0; i < scores.length; i++) {
      int rank = 1 + random.nextInt(cumulated.length);
      int count = cumulated.length / rank;
      scores[i] = count;
    }
  }
}
