package org.recsys4j.models.linear;

import java.util.Arrays;
import org.recsys4j.api.data.Interactions;

/**
 * The Gram matrix X'X of the binary user x item matrix X, row by row: how many users have both of
 * two items. A pair of user and item that occurs more than once counts once. Holds 8 bytes a
 * distinct pair; rows are computed when they are asked for, by any thread.
 */
final class CooccurrenceCounts {
  private final int[] userStarts;
  private final int[] itemOf; // distinct items of each user
  private final int[] itemStarts;
  private final int[] userOf; // distinct users of each item

  CooccurrenceCounts(Interactions train) {
    userStarts = new int[train.users() + 1];
    itemStarts = new int[train.items() + 1];
    int[] items = new int[train.size()];
    int size = 0;
    for (int user = 0; user < train.users(); user++) {
      for (int item : train.distinctItems(user)) {
        items[size++] = item;
        itemStarts[item + 1]++;
      }
      userStarts[user + 1] = size;
    }
    itemOf = Arrays.copyOf(items, size);
    for (int item = 0; item < train.items(); item++) {
      itemStarts[item + 1] += itemStarts[item];
    }
    int[] next = Arrays.copyOf(itemStarts, train.items());
    userOf = new int[size];
    for (int user = 0; user < train.users(); user++) {
      for (int p = userStarts[user]; p < userStarts[user + 1]; p++) {
        userOf[next[itemOf[p]]++] = user;
      }
    }
  }

  /** Overwrites {@code counts} with one item's row: how many users have it and each other item. */
  void row(int item, double[] counts) {
    Arrays.fill(counts, 0);
    for (int p = itemStarts[item]; p < itemStarts[item + 1]; p++) {
      int user = userOf[p];
      for (int q = userStarts[user]; q < userStarts[user + 1]; q++) {
        counts[itemOf[q]]++;
      }
    }
  }
}
