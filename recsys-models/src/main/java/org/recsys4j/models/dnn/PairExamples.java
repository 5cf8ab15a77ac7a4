package org.recsys4j.models.dnn;

import org.recsys4j.api.data.Interactions;
import org.recsys4j.models.fit.ExampleBatch;
import org.recsys4j.models.fit.Examples;
import org.recsys4j.models.fit.NegativeOptions;
import org.recsys4j.models.fit.NegativeSampler;
import org.recsys4j.models.fit.Pairs;
import org.recsys4j.models.fit.Shuffle;
import org.recsys4j.models.sparse.SparseMatrix;

/**
 * Each distinct pair of user and item once an epoch, in an order of the epoch's own, and with items
 * that the user has not had, drawn anew in each epoch. One example is a pair with its negatives:
 * the input holds user and item of each, the labels 1 and zeros.
 */
final class PairExamples implements Examples {
  private final Pairs pairs;
  private final int negatives;
  private final NegativeSampler unseen;

  PairExamples(Interactions events, int negatives, NegativeOptions sampling) {
    SparseMatrix train = SparseMatrix.of(events);
    this.pairs = new Pairs(train);
    this.negatives = negatives;
    this.unseen = sampling.sampler(train, pairs.count(), pairs::item);
  }

  @Override
  public int count() {
    return pairs.count();
  }

  @Override
  public int[] inputWidths() {
    return new int[] {2 * (1 + negatives)};
  }

  @Override
  public int labelWidth() {
    return 1 + negatives;
  }

  @Override
  public void write(long seed, int position, ExampleBatch batch, int row) {
    int pair = Shuffle.of(pairs.count(), seed).place(position);
    int user = pairs.user(pair);
    int at = row * (1 + negatives);
    put(batch, at, user, pairs.item(pair), 1);
    for (int i = 0; i < negatives; i++) {
      int item = unseen.draw(user, seed + (long) pair * negatives + i, batch.range());
      boolean none = item == NegativeSampler.NONE;
      put(batch, at + 1 + i, user, none ? pairs.item(pair) : item, none ? -1 : 0);
    }
  }

  private static void put(ExampleBatch batch, int at, int user, int item, int label) {
    batch.input(0)[2 * at] = user;
    batch.input(0)[2 * at + 1] = item;
    batch.labels()[at] = label;
  }
}
