package org.recsys4j.eval.trec;

import it.unimi.dsi.fastutil.ints.IntSet;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.recsys4j.api.UserRanking;
import org.recsys4j.api.random.SeedTree;

/** The items that a run lists for one user, with their scores. Grows while a file is read. */
final class UserList {
  private int[] items = new int[8];
  private float[] scores = new float[8];
  private int size;

  void add(int item, float score) {
    if (size == items.length) {
      items = Arrays.copyOf(items, 2 * size);
      scores = Arrays.copyOf(scores, 2 * size);
    }
    items[size] = item;
    scores[size++] = score + 0.0f; // -0 and 0 are one score
  }

  int size() {
    return size;
  }

  int countIn(IntSet some) {
    return (int) IntStream.range(0, size).filter(i -> some.contains(items[i])).count();
  }

  /**
   * Ranks the items that a user had not before. Equal scores are one group; within the list they
   * are ordered by a seeded hash.
   *
   * @param relevant at least one item, none of them masked
   * @param ties where the order of this user's equal scores begins
   */
  UserRanking rank(int user, IntSet relevant, IntSet masked, int depth, SeedTree ties) {
    int[] order =
        IntStream.range(0, size)
            .filter(i -> !masked.contains(items[i]))
            .boxed()
            .sorted(
                Comparator.<Integer>comparingDouble(i -> -scores[i])
                    .thenComparingLong(i -> ties.child("item", items[i]).seed())
                    .thenComparingInt(i -> items[i]))
            .mapToInt(i -> i)
            .toArray();
    int length = Math.min(depth, order.length);
    int[] list = new int[length];
    boolean[] hits = new boolean[length];
    for (int place = 0; place < length; place++) {
      list[place] = items[order[place]];
      hits[place] = relevant.contains(list[place]);
    }
    List<UserRanking.TieGroup> groups = new ArrayList<>();
    for (int start = 0; start < length; ) {
      int end = start;
      int found = 0;
      while (end < order.length && scores[order[end]] == scores[order[start]]) {
        found += relevant.contains(items[order[end]]) ? 1 : 0;
        end++;
      }
      groups.add(new UserRanking.TieGroup(start, end - start, found));
      start = end;
    }
    return new UserRanking(user, list, hits, groups, relevant.size());
  }
}
