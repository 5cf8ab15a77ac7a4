package org.recsys4j.models.dnn;

import java.util.Arrays;
import org.recsys4j.api.data.Interactions;
import org.recsys4j.models.fit.ExampleBatch;
import org.recsys4j.models.fit.Examples;
import org.recsys4j.models.fit.NegativeOptions;
import org.recsys4j.models.fit.NegativeSampler;
import org.recsys4j.models.fit.Shuffle;
import org.recsys4j.models.sparse.SparseMatrix;

/**
 * Each distinct pair of user and item once an epoch, in an order of the epoch's own, and with items
 * that the user has not had, drawn anew in each epoch. One example is a pair with its negatives:
 * the input holds user and item of each, the labels 1 and zeros.
 */
final class PairExamples implements Examples {
  private final int[] users;
  private final int[] items;
  private final int negatives;
  private final NegativeSampler unseen;

  PairExamples(Interactions train, int negatives, NegativeOptions sampling) {
    this.negatives = negatives;
    int[] pairUsers = new int[train.size()];
    int[] pairItems = new int[train.size()];
    int pairs = 0;
    for (int user = 0; user < train.users(); user++) {
      for (int item : train.distinctItems(user)) {
        pairUsers[pairs] = user;
        pairItems[pairs++] = item;
      }
    }
    users = Arrays.copyOf(pairUsers, pairs);
    items = Arrays.copyOf(pairItems, pairs);
    unseen = sampling.sampler(SparseMatrix.of(train), pairs, pair -> items[pair]);
  }

  @Override
  public int count() {
    return users.length;
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
    int pair = Shuffle.of(users.length, seed).place(position);
    int user = users[pair];
    int at = row * (1 + negatives);
    put(batch, at, user, items[pair], 1);
    for (int i = 0; i < negatives; i++) {
      int item = unseen.draw(user, seed + (long) pair * negatives + i, batch.range());
      boolean none = item == NegativeSampler.NONE;
      put(batch, at + 1 + i, user, none ? items[pair] : item, none ? -1 : 0);
    }
  }

  private static void put(ExampleBatch batch, int at, int user, int item, int label) {
    batch.input(0)[2 * at] = user;
    batch.input(0)[2 * at + 1] = item;
    batch.labels()[at] = label;
  }
}
