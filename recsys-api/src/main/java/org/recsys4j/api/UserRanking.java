package org.recsys4j.api;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The top of one user's ranking, as metrics see it: the list that would be shown, and the groups of
 * equal scores that it was cut from.
 *
 * <p>Where scores are equal, their order is an accident, and an honest accuracy metric is the mean
 * over all orders. {@link TieGroup}s hold what is needed for that mean: group g fills places {@code
 * start} to {@code start + size - 1} with {@code relevant} relevant items in any order. The last
 * group may reach beyond the list.
 *
 * <p>Places count from 0; the rank in a formula is the place plus 1.
 */
public final class UserRanking {
  private final int user;
  private final int[] items;
  private final boolean[] relevant;
  private final List<TieGroup> groups;
  private final List<TieGroup> relevantGroups;
  private final int relevantCount;
  private final int candidates;
  private final @Nullable RelevantItems relevantItems;

  /**
   * Items of equal score.
   *
   * @param start first place of the group
   * @param size how many candidates have this score, those beyond the list included
   * @param relevant how many of them are relevant
   */
  public record TieGroup(int start, int size, int relevant) {
    /** Checks that the numbers can be. */
    public TieGroup {
      if (start < 0 || size < 1 || relevant < 0 || relevant > size) {
        throw new IllegalArgumentException(
            String.format(
                Locale.ROOT,
                "no group of %d items, %d relevant, begins at %d",
                size,
                relevant,
                start));
      }
    }

    /**
     * The place behind the group.
     *
     * @return start of the next group
     */
    public int end() {
      return start + size;
    }
  }

  /**
   * A ranking whose candidates are the items of the groups, and relevant ones behind them.
   *
   * @param user the user's index
   * @param items the list, best first, equal scores in the order in which they would be shown
   * @param relevant for each place of the list whether its item is relevant
   * @param groups the groups of equal scores, in order, without gaps, covering the list
   * @param relevantCount how many items are relevant to the user, in the list or not; at least 1
   * @throws IllegalArgumentException if the numbers do not fit one another
   */
  public UserRanking(
      int user, int[] items, boolean[] relevant, List<TieGroup> groups, int relevantCount) {
    this(
        user, items, relevant, groups, relevantCount, leastCandidates(groups, relevantCount), null);
  }

  /**
   * A ranking.
   *
   * @param user the user's index
   * @param items the list, best first, equal scores in the order in which they would be shown
   * @param relevant for each place of the list whether its item is relevant
   * @param groups the groups of equal scores, in order, without gaps, covering the list
   * @param relevantCount how many items are relevant to the user, in the list or not; at least 1
   * @param candidates how many items were ranked
   * @param relevantItems the relevant items one by one; null where no metric needs them
   * @throws IllegalArgumentException if the numbers do not fit one another
   */
  public UserRanking(
      int user,
      int[] items,
      boolean[] relevant,
      List<TieGroup> groups,
      int relevantCount,
      int candidates,
      @Nullable RelevantItems relevantItems) {
    this.user = user;
    this.items = items.clone();
    this.relevant = relevant.clone();
    this.groups = List.copyOf(groups);
    this.relevantGroups = withRelevant(this.groups);
    this.relevantCount = relevantCount;
    this.candidates = candidates;
    this.relevantItems = relevantItems;
    check();
  }

  private static List<TieGroup> withRelevant(List<TieGroup> groups) {
    List<TieGroup> found = new ArrayList<>();
    for (TieGroup group : groups) {
      if (group.relevant() > 0) {
        found.add(group);
      }
    }
    return List.copyOf(found);
  }

  private static int leastCandidates(List<TieGroup> groups, int relevantCount) {
    int ranked = groups.isEmpty() ? 0 : groups.get(groups.size() - 1).end();
    return ranked + relevantCount - groups.stream().mapToInt(TieGroup::relevant).sum();
  }

  private void check() {
    int next = 0;
    int found = 0;
    for (TieGroup group : groups) {
      if (group.start() != next) {
        throw new IllegalArgumentException("a gap before place " + group.start());
      }
      next = group.end();
      found += group.relevant();
    }
    if (items.length != relevant.length
        || next < items.length
        || relevantCount < Math.max(1, found)) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "%d items, %d marks, groups of %d items, %d of %d relevant ones do not fit",
              items.length,
              relevant.length,
              next,
              found,
              relevantCount));
    }
    if (candidates < next || (relevantItems != null && relevantItems.size() != relevantCount)) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "%d candidates, %d of them in groups, and %d relevant items do not fit",
              candidates,
              next,
              relevantCount));
    }
  }

  /**
   * Whose ranking this is.
   *
   * @return a user index
   */
  public int user() {
    return user;
  }

  /**
   * How many items the list has: the depth of the evaluation, or fewer where there are fewer
   * candidates.
   *
   * @return zero or more
   */
  public int size() {
    return items.length;
  }

  /**
   * The item that would be shown at a place.
   *
   * @param place from 0 to {@code size() - 1}
   * @return an item index
   */
  public int item(int place) {
    return items[place];
  }

  /**
   * Whether the item that would be shown at a place is relevant. Metrics of accuracy use {@link
   * #groups()} instead.
   *
   * @param place from 0 to {@code size() - 1}
   * @return whether it is relevant
   */
  public boolean isRelevant(int place) {
    return relevant[place];
  }

  /**
   * How many items are relevant to this user, whether they were candidates, and ranked, or not.
   *
   * @return at least 1
   */
  public int relevantCount() {
    return relevantCount;
  }

  /**
   * How many items were ranked for this user, those behind the list included.
   *
   * @return number of candidates, after the mask
   */
  public int candidates() {
    return candidates;
  }

  /**
   * The relevant items one by one.
   *
   * @return what is relevant, and where it stands
   * @throws IllegalStateException if no metric has declared that it needs them
   */
  public RelevantItems relevantItems() {
    if (relevantItems == null) {
      throw new IllegalStateException(
          "no metric has declared that it needs " + MetricNeed.RELEVANT_ITEMS);
    }
    return relevantItems;
  }

  /**
   * The same ranking for which only some of the relevant items are relevant: how well a list serves
   * one kind of items, whatever else is in it.
   *
   * @param which tells of the index of a relevant item whether it still is
   * @return the ranking; empty where none is left
   * @throws IllegalStateException if no metric has declared that it needs {@link
   *     MetricNeed#RELEVANT_ITEMS}
   */
  public Optional<UserRanking> restrictedTo(IntPredicate which) {
    RelevantItems some = relevantItems().only(which);
    if (some.size() == 0) {
      return Optional.empty();
    }
    boolean[] marks = new boolean[relevant.length];
    for (int place = 0; place < marks.length; place++) {
      marks[place] = relevant[place] && which.test(items[place]);
    }
    int[] starts = new int[some.size()];
    Arrays.setAll(starts, some::place);
    List<TieGroup> remaining = new ArrayList<>();
    for (TieGroup group : groups) {
      int left = group.relevant() == 0 ? 0 : count(starts, group.start());
      remaining.add(new TieGroup(group.start(), group.size(), left));
    }
    return Optional.of(
        new UserRanking(user, items, marks, remaining, some.size(), candidates, some));
  }

  private static int count(int[] numbers, int wanted) {
    return (int) IntStream.of(numbers).filter(it -> it == wanted).count();
  }

  /**
   * The groups of equal scores from the top, together at least as long as the list.
   *
   * @return an immutable list
   */
  public List<TieGroup> groups() {
    return groups;
  }

  /**
   * Those of {@link #groups()} that hold a relevant item, mostly few: all that most metrics of
   * accuracy have to look at.
   *
   * @return an immutable list, from the top
   */
  public List<TieGroup> relevantGroups() {
    return relevantGroups;
  }

  /**
   * How many relevant items stand in the first places, in expectation over the orders of equal
   * scores. Recall, precision and every other metric that is linear in hits follows from it.
   *
   * @param k how many places, zero or more
   * @return from 0 to {@code min(k, relevantCount())}; a whole number where no group reaches over
   *     place k
   */
  public double expectedHits(int k) {
    double hits = 0;
    for (TieGroup group : relevantGroups) {
      if (group.start() >= k) {
        break;
      }
      int places = Math.min(group.end(), k) - group.start();
      hits += (double) group.relevant() * places / group.size();
    }
    return hits;
  }
}
