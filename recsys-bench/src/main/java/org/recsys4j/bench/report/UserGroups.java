package org.recsys4j.bench.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.recsys4j.api.data.Split;
import org.recsys4j.eval.protocol.Protocol;

/** Evaluated users by activity: four groups of about one size, and those without training event. */
final class UserGroups {
  private static final int PARTS = 4;

  private final List<String> ranges;
  private final List<String> names;
  private final int[] groupOf;

  private UserGroups(List<String> ranges, List<String> names, int[] groupOf) {
    this.ranges = ranges;
    this.names = names;
    this.groupOf = groupOf;
  }

  /** Groups the users of a protocol by their training events; equal ones stay together. */
  static UserGroups of(Split split, Protocol protocol) {
    int[] events =
        IntStream.range(0, protocol.users())
            .map(row -> split.train().count(protocol.user(row)))
            .toArray();
    int[] sorted = Arrays.stream(events).filter(count -> count > 0).sorted().toArray();
    int[] ends = new int[0];
    for (int part = 1; part <= PARTS && sorted.length > 0; part++) {
      int end = sorted[Math.max(0, (int) ((long) part * sorted.length / PARTS) - 1)];
      if (ends.length == 0 || end > ends[ends.length - 1]) {
        ends = Arrays.copyOf(ends, ends.length + 1);
        ends[ends.length - 1] = end;
      }
    }
    int[] bounds = ends;
    int idle = sorted.length < events.length ? 1 : 0; // whether anybody has no event
    int[] groupOf = Arrays.stream(events).map(count -> group(count, bounds) - 1 + idle).toArray();
    int[] sizes = new int[bounds.length + idle];
    Arrays.stream(groupOf).forEach(group -> sizes[group]++);
    List<String> ranges = new ArrayList<>();
    List<String> names = new ArrayList<>();
    for (int group = 0; group < sizes.length; group++) {
      ranges.add(range(group + 1 - idle, bounds));
      names.add(String.format(Locale.ROOT, "%s (%,d users)", ranges.get(group), sizes[group]));
    }
    return new UserGroups(ranges, names, groupOf);
  }

  private static int group(int count, int[] ends) {
    if (count == 0) {
      return 0;
    }
    int group = 1;
    while (count > ends[group - 1]) {
      group++;
    }
    return group;
  }

  private static String range(int group, int[] ends) {
    if (group == 0) {
      return "none";
    }
    int from = group == 1 ? 1 : ends[group - 2] + 1;
    int to = ends[group - 1];
    return from == to ? String.valueOf(from) : from + " to " + to;
  }

  /** What the groups are called. */
  List<String> ranges() {
    return ranges;
  }

  /** What the groups are called, with their sizes. */
  List<String> names() {
    return names;
  }

  /** Mean nDCG of each group, NaN of an empty one. */
  double[] ndcg(Hits hits, int cutoff) {
    double[] sums = new double[names.size()];
    int[] users = new int[names.size()];
    double[] perUser = hits.ndcgByUser(cutoff);
    for (int row = 0; row < perUser.length; row++) {
      sums[groupOf[row]] += perUser[row];
      users[groupOf[row]]++;
    }
    return IntStream.range(0, sums.length).mapToDouble(g -> sums[g] / users[g]).toArray();
  }
}
