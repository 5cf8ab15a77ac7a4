package org.recsys4j.api;

import java.util.Arrays;
import java.util.List;
import java.util.function.IntPredicate;
import org.recsys4j.api.data.Interactions;
import org.recsys4j.api.data.UserHistory;

/**
 * Users to be scored together, each with its history. General models look at the user's index,
 * session models at the history; one method serves both.
 */
public final class UserBatch {
  /** Stands for the index of a user who was not there in training. */
  public static final int NEW_USER = -1;

  private final int[] users;
  private final UserHistory[] histories;

  private UserBatch(int[] users, UserHistory[] histories) {
    this.users = users;
    this.histories = histories;
  }

  /**
   * One user.
   *
   * @param user a user index, or {@link #NEW_USER}
   * @param history what the user did so far
   * @return a batch of size 1
   */
  public static UserBatch of(int user, UserHistory history) {
    return new UserBatch(new int[] {user}, new UserHistory[] {history});
  }

  /**
   * Known users with their histories in some interactions.
   *
   * @param users user indices
   * @param from first of {@code users} to take
   * @param to end of those to take, exclusive
   * @param histories where each user's history is
   * @return a batch of size {@code to - from}
   */
  public static UserBatch of(int[] users, int from, int to, Interactions histories) {
    return of(users, from, to, histories, user -> false);
  }

  /**
   * Users with their histories in some interactions, among them such as were not there in training.
   *
   * @param users user indices
   * @param from first of {@code users} to take
   * @param to end of those to take, exclusive
   * @param histories where each user's history is, that of new users, too
   * @param isNew tells of a user index whether the batch holds a {@link #NEW_USER} for it
   * @return a batch of size {@code to - from}
   */
  public static UserBatch of(
      int[] users, int from, int to, Interactions histories, IntPredicate isNew) {
    int[] part = Arrays.copyOfRange(users, from, to);
    UserHistory[] rows = new UserHistory[part.length];
    for (int row = 0; row < part.length; row++) {
      rows[row] = histories.history(part[row]);
      part[row] = isNew.test(part[row]) ? NEW_USER : part[row];
    }
    return new UserBatch(part, rows);
  }

  /**
   * New users, known by their histories alone.
   *
   * @param histories one a user
   * @return a batch of {@link #NEW_USER}s
   */
  public static UserBatch ofNewUsers(List<UserHistory> histories) {
    int[] users = new int[histories.size()];
    Arrays.fill(users, NEW_USER);
    return new UserBatch(users, histories.toArray(UserHistory[]::new));
  }

  /**
   * How many users there are.
   *
   * @return number of rows
   */
  public int size() {
    return users.length;
  }

  /**
   * The user in a row.
   *
   * @param row from 0 to {@code size() - 1}
   * @return a user index, or {@link #NEW_USER}
   */
  public int user(int row) {
    return users[row];
  }

  /**
   * What the user in a row did so far.
   *
   * @param row from 0 to {@code size() - 1}
   * @return the history, oldest event first; may be empty
   */
  public UserHistory history(int row) {
    return histories[row];
  }

  /**
   * Refuses new users, for models that cannot score them.
   *
   * @param model the kind of model, for the message
   * @throws UnknownUserException if the batch holds a {@link #NEW_USER}
   */
  public void requireKnownUsers(String model) {
    for (int user : users) {
      if (user == NEW_USER) {
        throw new UnknownUserException(model);
      }
    }
  }
}
