package org.recsys4j.eval.metric.beyond;

import java.util.Arrays;
import java.util.function.Function;
import org.recsys4j.api.EvaluationContext;
import org.recsys4j.api.data.Interactions;

/**
 * Who had each item in training, and so how alike two items are. Holds 4 bytes a pair of user and
 * item. Immutable.
 */
public final class ItemUsers {
  private final int[][] ofItem;

  private ItemUsers(int[][] ofItem) {
    this.ofItem = ofItem;
  }

  /** How it is computed. */
  record Recipe() implements Function<EvaluationContext, ItemUsers> {
    @Override
    public ItemUsers apply(EvaluationContext context) {
      return of(context.training());
    }
  }

  /**
   * Finds the users of all items.
   *
   * @param training the training events
   * @return the users
   */
  public static ItemUsers of(Interactions training) {
    int[] events = training.itemCounts();
    int[] filled = new int[training.items()];
    int[][] users = new int[training.items()][];
    Arrays.setAll(users, item -> new int[events[item]]);
    for (int user = 0; user < training.users(); user++) {
      for (int position = training.start(user); position < training.end(user); position++) {
        int item = training.item(position);
        if (filled[item] == 0 || users[item][filled[item] - 1] != user) {
          users[item][filled[item]++] = user;
        }
      }
    }
    Arrays.setAll(users, item -> Arrays.copyOf(users[item], filled[item]));
    return new ItemUsers(users);
  }

  /** The users of an item, ascending, each once. Not to be changed. */
  int[] of(int item) {
    return ofItem[item];
  }

  /**
   * The cosine distance of two items' columns: 1 - (users who had both) / sqrt(users who had the
   * one x users who had the other).
   *
   * @param item an item index
   * @param other another one
   * @return from 0, had by the same users, to 1, had by nobody together or without any user
   */
  public double distance(int item, int other) {
    double all = (double) of(item).length * of(other).length;
    return all == 0 ? 1 : 1 - shared(item, other) / Math.sqrt(all);
  }

  /**
   * How different the items of a list are: the mean {@link #distance} of two among the first k.
   *
   * @param list items, best first
   * @param k how many of them count
   * @return from 0 to 1; NaN where fewer than two count
   */
  public double diversity(int[] list, int k) {
    return PairDistance.mean(Math.min(k, list.length), place -> list[place], this::distance);
  }

  /** How many users had both. */
  int shared(int item, int other) {
    int[] few = of(item).length < of(other).length ? of(item) : of(other);
    int[] many = few == of(item) ? of(other) : of(item);
    if (few.length * 32L > many.length) {
      return Tags.shared(few, many);
    }
    int count = 0;
    int from = 0;
    for (int user : few) {
      int at = Arrays.binarySearch(many, from, many.length, user);
      count += at >= 0 ? 1 : 0;
      from = at >= 0 ? at : ~at;
    }
    return count;
  }
}
