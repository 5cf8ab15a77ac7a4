package org.recsys4j.eval.trec;

import it.unimi.dsi.fastutil.ints.Int2IntMap;
import it.unimi.dsi.fastutil.ints.Int2ObjectMap;
import it.unimi.dsi.fastutil.ints.Int2ObjectOpenHashMap;
import it.unimi.dsi.fastutil.ints.IntArrayList;
import it.unimi.dsi.fastutil.ints.IntSet;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.recsys4j.api.RelevantItems;
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
   * @param relevant at least one item with its relevance, none of them masked
   * @param candidates how many items could be in the list
   * @param ties where the order of this user's equal scores begins
   */
  UserRanking rank(
      int user, Int2IntMap relevant, IntSet masked, int candidates, int depth, SeedTree ties) {
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
      hits[place] = relevant.containsKey(list[place]);
    }
    List<UserRanking.TieGroup> groups = new ArrayList<>();
    Int2ObjectMap<UserRanking.TieGroup> groupOf = new Int2ObjectOpenHashMap<>();
    for (int start = 0; start < length; ) {
      IntArrayList found = new IntArrayList();
      int end = start;
      while (end < order.length && scores[order[end]] == scores[order[start]]) {
        int item = items[order[end++]];
        if (relevant.containsKey(item)) {
          found.add(item);
        }
      }
      UserRanking.TieGroup group = new UserRanking.TieGroup(start, end - start, found.size());
      groups.add(group);
      found.forEach(item -> groupOf.put(item, group));
      start = end;
    }
    RelevantItems each = each(relevant, groupOf);
    return new UserRanking(user, list, hits, groups, relevant.size(), candidates, each);
  }

  private static RelevantItems each(
      Int2IntMap relevant, Int2ObjectMap<UserRanking.TieGroup> groupOf) {
    int[] ids = relevant.keySet().toIntArray();
    Arrays.sort(ids);
    int[] places = new int[ids.length];
    int[] tied = new int[ids.length];
    float[] values = new float[ids.length];
    for (int i = 0; i < ids.length; i++) {
      UserRanking.TieGroup group = groupOf.get(ids[i]);
      places[i] = group == null ? Integer.MAX_VALUE : group.start();
      tied[i] = group == null ? 1 : group.size();
      values[i] = relevant.get(ids[i]);
    }
    return new RelevantItems(ids, places, tied, values, null);
  }
}
