package org.recsys4j.api.contract;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.recsys4j.api.UserRanking;
import org.recsys4j.api.UserRanking.TieGroup;

/**
 * Ranked lists for tests of metrics. The item at place p is item p unless something else is said.
 */
public final class Rankings {
  private Rankings() {}

  /**
   * A list without ties.
   *
   * @param relevantCount how many items are relevant, in the list or not
   * @param relevant for each place whether its item is relevant
   * @return the ranking of user 0
   */
  public static UserRanking of(int relevantCount, boolean... relevant) {
    List<TieGroup> groups = new ArrayList<>();
    for (int place = 0; place < relevant.length; place++) {
      groups.add(new TieGroup(place, 1, relevant[place] ? 1 : 0));
    }
    return new UserRanking(0, places(relevant.length), relevant, groups, relevantCount);
  }

  /**
   * A list without ties in which every item is relevant or none is.
   *
   * @param relevantCount how many items are relevant, in the list or not
   * @param size length of the list
   * @param relevant whether the items of the list are
   * @return the ranking of user 0
   */
  public static UserRanking uniform(int relevantCount, int size, boolean relevant) {
    boolean[] marks = new boolean[size];
    Arrays.fill(marks, relevant);
    return of(relevantCount, marks);
  }

  /**
   * A list with ties. In each group the relevant items are shown first.
   *
   * @param relevantCount how many items are relevant, in the groups or not
   * @param size length of the list; the last group may reach beyond
   * @param candidates groups of equal scores from the top; those that begin behind the list are
   *     left out
   * @return the ranking of user 0
   */
  public static UserRanking tied(int relevantCount, int size, List<TieGroup> candidates) {
    List<TieGroup> groups = candidates.stream().filter(group -> group.start() < size).toList();
    boolean[] marks = new boolean[size];
    for (TieGroup group : groups) {
      int end = Math.min(size, group.start() + group.relevant());
      Arrays.fill(marks, group.start(), end, true);
    }
    return new UserRanking(0, places(size), marks, groups, relevantCount);
  }

  /**
   * A random list, with ties in most cases.
   *
   * @param user the user's index
   * @param size length of the list
   * @param items number of items; those of the list are drawn from them
   * @param seed where randomness comes from
   * @return the ranking
   */
  public static UserRanking random(int user, int size, int items, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    List<TieGroup> groups = new ArrayList<>();
    int found = 0;
    for (int place = 0; place < size; place = groups.get(groups.size() - 1).end()) {
      int length = Math.min(1 + random.nextInt(1 + random.nextInt(4)), items - place);
      int relevant = random.nextInt(3) > 0 ? 0 : random.nextInt(length + 1);
      groups.add(new TieGroup(place, length, relevant));
      found += relevant;
    }
    int[] shown = places(items);
    for (int i = 0; i < size; i++) {
      int j = i + random.nextInt(items - i);
      int swap = shown[i];
      shown[i] = shown[j];
      shown[j] = swap;
    }
    int relevantCount = Math.max(1, found + random.nextInt(3));
    boolean[] marks = new boolean[size];
    for (TieGroup group : groups) {
      for (int place = group.end() - group.relevant(); place < group.end(); place++) {
        if (place < size) {
          marks[place] = true;
        }
      }
    }
    return new UserRanking(user, Arrays.copyOf(shown, size), marks, groups, relevantCount);
  }

  /**
   * Visits every order of the items of equal score, as a list without ties. Orders that differ in
   * nothing but equally relevant items are visited once, for they are equally many in each case.
   *
   * @param ranking a list whose groups are small: their orders multiply
   * @param visitor takes each order
   */
  public static void forEachOrder(UserRanking ranking, Consumer<UserRanking> visitor) {
    List<TieGroup> groups = ranking.groups();
    int total = groups.isEmpty() ? 0 : groups.get(groups.size() - 1).end();
    arrange(ranking, 0, new boolean[total], visitor);
  }

  private static void arrange(
      UserRanking ranking, int index, boolean[] marks, Consumer<UserRanking> visitor) {
    if (index == ranking.groups().size()) {
      visitor.accept(of(ranking.relevantCount(), Arrays.copyOf(marks, ranking.size())));
      return;
    }
    TieGroup group = ranking.groups().get(index);
    for (int subset = 0; subset < 1 << group.size(); subset++) {
      if (Integer.bitCount(subset) == group.relevant()) {
        for (int i = 0; i < group.size(); i++) {
          marks[group.start() + i] = (subset >> i & 1) != 0;
        }
        arrange(ranking, index + 1, marks, visitor);
      }
    }
  }

  private static int[] places(int size) {
    return IntStream.range(0, size).toArray();
  }
}
