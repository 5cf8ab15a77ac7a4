package org.recsys4j.api;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.IntConsumer;
import java.util.function.ObjIntConsumer;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.recsys4j.api.data.Catalogue;
import org.recsys4j.api.data.Interactions;
import org.recsys4j.api.data.ItemSet;

/**
 * What metrics may know about an evaluation as a whole: its size, and what some metric of the run
 * {@link MetricNeed needs}. Safe for use by many threads.
 */
public final class EvaluationContext {
  private static final Evidence NONE =
      new Evidence(
          Set.of(),
          Catalogue.EMPTY,
          Interactions.none(0, 0),
          Interactions.none(0, 0),
          Interactions.none(0, 0),
          (visitor, user) -> {});

  private final int users;
  private final ItemSet candidates;
  private final Evidence evidence;
  private final int[] popularity;
  private final int trainingUsers;
  private final Map<Object, Object> derived = new HashMap<>();

  /**
   * What is gathered for metrics.
   *
   * @param needs what metrics may look at; the rest is refused
   * @param catalogue ids of users and items, and what is known of them
   * @param training what models learn from
   * @param histories what models see of users when they score
   * @param heldOut the events of the part that is evaluated
   * @param excluded gives for a user each candidate that this user is not offered, once
   */
  public record Evidence(
      Set<MetricNeed> needs,
      Catalogue catalogue,
      Interactions training,
      Interactions histories,
      Interactions heldOut,
      ObjIntConsumer<IntConsumer> excluded) {
    /** Copies the set. */
    public Evidence {
      needs = Set.copyOf(needs);
    }
  }

  /**
   * A context for metrics that need nothing.
   *
   * @param users how many users are evaluated
   * @param candidates the items that may be recommended to somebody
   */
  public EvaluationContext(int users, ItemSet candidates) {
    this(users, candidates, NONE);
  }

  /**
   * A context.
   *
   * @param users how many users are evaluated
   * @param candidates the items that may be recommended to somebody
   * @param evidence what metrics need
   */
  public EvaluationContext(int users, ItemSet candidates, Evidence evidence) {
    this.users = users;
    this.candidates = candidates;
    this.evidence = evidence;
    boolean counts = evidence.needs.contains(MetricNeed.POPULARITY);
    this.popularity = counts ? usersByItem(evidence.training) : new int[0];
    this.trainingUsers = counts ? activeUsers(evidence.training) : 0;
  }

  private static int activeUsers(Interactions events) {
    return (int) IntStream.range(0, events.users()).filter(user -> events.count(user) > 0).count();
  }

  private static int[] usersByItem(Interactions events) {
    int[] counts = new int[events.items()];
    int[] newest = new int[events.items()]; // by item: the last user who had it, plus 1
    for (int user = 0; user < events.users(); user++) {
      for (int position = events.start(user); position < events.end(user); position++) {
        int item = events.item(position);
        counts[item] += newest[item] == user + 1 ? 0 : 1;
        newest[item] = user + 1;
      }
    }
    return counts;
  }

  /**
   * How many users are evaluated.
   *
   * @return zero or more
   */
  public int users() {
    return users;
  }

  /**
   * What may be recommended.
   *
   * @return the items that are a candidate of somebody
   */
  public ItemSet candidates() {
    return candidates;
  }

  /**
   * How many users had an item in training, each counting once.
   *
   * @param item an item index
   * @return zero for a cold item
   * @throws IllegalStateException if {@link MetricNeed#POPULARITY} was not asked for
   */
  public int popularity(int item) {
    require(MetricNeed.POPULARITY);
    return popularity[item];
  }

  /**
   * How many users have a training event.
   *
   * @return the largest popularity that an item can have
   * @throws IllegalStateException if {@link MetricNeed#POPULARITY} was not asked for
   */
  public int trainingUsers() {
    require(MetricNeed.POPULARITY);
    return trainingUsers;
  }

  /**
   * What models learned from.
   *
   * @return the training part
   * @throws IllegalStateException if {@link MetricNeed#TRAINING} was not asked for
   */
  public Interactions training() {
    require(MetricNeed.TRAINING);
    return evidence.training;
  }

  /**
   * What models see of each user when they score: training and fold-in events, and those of the
   * validation part where the protocol says so.
   *
   * @return the histories
   * @throws IllegalStateException if {@link MetricNeed#HISTORIES} was not asked for
   */
  public Interactions histories() {
    require(MetricNeed.HISTORIES);
    return evidence.histories;
  }

  /**
   * The events that are to be predicted, masked ones among them.
   *
   * @return the part that is evaluated
   * @throws IllegalStateException if {@link MetricNeed#HELD_OUT} was not asked for
   */
  public Interactions heldOut() {
    require(MetricNeed.HELD_OUT);
    return evidence.heldOut;
  }

  /**
   * What is known of users and items.
   *
   * @return ids and attributes
   * @throws IllegalStateException if neither {@link MetricNeed#ITEM_ATTRIBUTES} nor {@link
   *     MetricNeed#USER_ATTRIBUTES} was asked for
   */
  public Catalogue catalogue() {
    if (!evidence.needs.contains(MetricNeed.USER_ATTRIBUTES)) {
      require(MetricNeed.ITEM_ATTRIBUTES);
    }
    return evidence.catalogue;
  }

  /**
   * Visits the candidates that a user is not offered: those that the mask takes out, and where
   * users have lists of candidates, those that stand on others' lists alone.
   *
   * @param user a user index
   * @param visitor takes each item once
   * @throws IllegalStateException if {@link MetricNeed#EXCLUSIONS} was not asked for
   */
  public void forEachExcluded(int user, IntConsumer visitor) {
    require(MetricNeed.EXCLUSIONS);
    evidence.excluded.accept(visitor, user);
  }

  private void require(MetricNeed need) {
    if (!evidence.needs.contains(need)) {
      throw new IllegalStateException("the metric has not declared that it needs " + need);
    }
  }

  /**
   * Something that takes long to compute and that all blocks of users, and perhaps several metrics,
   * share: the tags of all items, say.
   *
   * @param recipe how it is computed; equal recipes (best a record) are followed once
   * @param <T> what it is, immutable
   * @return the result
   */
  @SuppressWarnings("unchecked") // what a recipe made is of the recipe's type
  public <T> T derived(Function<EvaluationContext, T> recipe) {
    synchronized (derived) {
      @Nullable Object known = derived.get(recipe);
      if (known == null) {
        known = recipe.apply(this);
        derived.put(recipe, known);
      }
      return (T) known;
    }
  }
}
