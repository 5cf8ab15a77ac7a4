package org.recsys4j.api.contract;

import java.util.Arrays;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.recsys4j.api.TrainingData;
import org.recsys4j.api.data.Interactions;
import org.recsys4j.api.data.UserHistory;
import org.recsys4j.api.random.SeedTree;

/**
 * Interactions whose right recommendations are obvious. User u had item i where both are even or
 * both are odd, like the squares of one colour on a board, save for one square that each user
 * misses. Whoever learns anything about taste recommends that one first: it is the only item of the
 * user's colour that the user has not had.
 *
 * <p>All items of a colour are about equally popular, so popularity tells nothing. Each user's
 * events stand in an order of their own, one second apart.
 *
 * @param users number of users, even, at least 8
 * @param items number of items, even, at least 8
 */
public record Checkerboard(int users, int items) {
  private static final long FIRST_SECOND = 1_600_000_000L;

  /** Checks the sizes. */
  public Checkerboard {
    if (users < 8 || items < 8 || users % 2 != 0 || items % 2 != 0) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "a board of %d x %d; both sizes must be even and at least 8",
              users,
              items));
    }
  }

  /** A board small enough for any model: 48 users, 32 items, 15 events a user. */
  public Checkerboard() {
    this(48, 32);
  }

  /**
   * The one item of a user's colour that the user has not had.
   *
   * @param user a user index
   * @return the item to be recommended first
   */
  public int missing(int user) {
    return user % 2 + 2 * (user / 2 % (items / 2));
  }

  /**
   * Whether a user had an item.
   *
   * @param user a user index
   * @param item an item index
   * @return whether the event is there
   */
  public boolean had(int user, int item) {
    return (user + item) % 2 == 0 && item != missing(user);
  }

  /**
   * All events, each with value 1.
   *
   * @return the board
   */
  public Interactions interactions() {
    int[][] histories = IntStream.range(0, users).mapToObj(this::itemsOf).toArray(int[][]::new);
    int perUser = items / 2 - 1;
    int size = users * perUser;
    int[] userOf = new int[size];
    int[] itemOf = new int[size];
    float[] valueOf = new float[size];
    long[] timeOf = new long[size];
    Arrays.fill(valueOf, 1f);
    for (int event = 0; event < size; event++) {
      int user = event % users;
      userOf[event] = user;
      itemOf[event] = histories[user][event / users];
      timeOf[event] = FIRST_SECOND + event;
    }
    return Interactions.of(users, items, userOf, itemOf, valueOf, timeOf, size);
  }

  private int[] itemsOf(int user) {
    int[] had = IntStream.range(0, items).filter(item -> had(user, item)).toArray();
    SplittableRandom random = new SeedTree(1).child("user", user).random();
    for (int i = had.length - 1; i > 0; i--) {
      int j = random.nextInt(i + 1);
      int swap = had[i];
      had[i] = had[j];
      had[j] = swap;
    }
    return had;
  }

  /**
   * The board as training data; ids are {@code u0}, {@code u1}, … and {@code i0}, {@code i1}, ….
   *
   * @return the data
   */
  public TrainingData trainingData() {
    return SmallData.trainingData(interactions());
  }

  /**
   * What a new user did who has the taste of a user on the board.
   *
   * @param user a user index
   * @return the history of that user, without times
   */
  public UserHistory historyLike(int user) {
    return UserHistory.of(itemsOf(user));
  }
}
