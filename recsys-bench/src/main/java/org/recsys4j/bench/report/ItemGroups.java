package org.recsys4j.bench.report;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * Items by popularity: head, middle and tail have a third of all training events each, and items
 * without training event are a group of their own.
 */
final class ItemGroups {
  private static final int PARTS = 3;
  private static final List<String> TITLES = List.of("head", "middle", "tail", "cold");

  private final List<String> names;
  private final int[] groupOf;

  private ItemGroups(List<String> names, int[] groupOf) {
    this.names = names;
    this.groupOf = groupOf;
  }

  /** Groups items by their training events; of equal ones, the first come first. */
  static ItemGroups of(int[] events) {
    Integer[] order = IntStream.range(0, events.length).boxed().toArray(Integer[]::new);
    Arrays.sort(order, Comparator.comparingInt((Integer item) -> -events[item]));
    long total = Arrays.stream(events).asLongStream().sum();
    int[] groupOf = new int[events.length];
    int[] sizes = new int[TITLES.size()];
    long before = 0;
    for (int item : order) {
      int group = events[item] == 0 ? PARTS : (int) Math.min(PARTS - 1, PARTS * before / total);
      groupOf[item] = group;
      sizes[group]++;
      before += events[item];
    }
    int groups = sizes[PARTS] > 0 ? TITLES.size() : PARTS; // often nothing is cold
    List<String> names =
        IntStream.range(0, groups)
            .mapToObj(g -> String.format(Locale.ROOT, "%s (%,d items)", TITLES.get(g), sizes[g]))
            .toList();
    return new ItemGroups(names, groupOf);
  }

  /** What the groups are called, with their sizes. */
  List<String> names() {
    return names;
  }

  /** The group of each item. Not to be changed. */
  int[] groupOf() {
    return groupOf;
  }
}
