package org.recsys4j.models.sequence;

import java.util.Arrays;
import org.recsys4j.api.data.Interactions;
import org.recsys4j.api.random.SeedTree;
import org.recsys4j.models.fit.ExampleBatch;
import org.recsys4j.models.fit.Examples;
import org.recsys4j.models.fit.Shuffle;

/**
 * Windows of the users' histories, each with the item that comes next at every step.
 *
 * <p>A user of n events has n - 1 pairs of an item and the next one. They are cut, from the last
 * one back, into windows of {@code length} steps, of which the first may be shorter; so every event
 * but a user's first is predicted once an epoch. What a window cuts off is not seen in it. Items
 * begin at the left, the rest of the room that a batch has is -1. The order of windows is another
 * one in each epoch.
 *
 * <p>Holds 8 bytes a window beside the events.
 */
public final class NextItemExamples implements Examples {
  private final Interactions train;
  private final int length;
  private final Negatives negatives;
  private final int[] users; // of each window
  private final int[] starts; // the event that a window begins with

  /**
   * Cuts histories.
   *
   * @param train the training events
   * @param length how many steps a window has, at least 1
   * @param negatives what the loss compares with
   */
  public NextItemExamples(Interactions train, int length, Negatives negatives) {
    this.train = train;
    this.length = length;
    this.negatives = negatives;
    int count = 0;
    for (int user = 0; user < train.users(); user++) {
      count += (Math.max(0, train.count(user) - 1) + length - 1) / length;
    }
    users = new int[count];
    starts = new int[count];
    int window = 0;
    for (int user = 0; user < train.users(); user++) {
      int steps = Math.max(0, train.count(user) - 1);
      for (int end = steps; end > 0; end -= length) {
        users[window] = user;
        starts[window++] = train.start(user) + Math.max(0, end - length);
      }
    }
  }

  /** The number of windows; one without any target where no user has two events. */
  @Override
  public int count() {
    return Math.max(1, users.length);
  }

  @Override
  public int[] inputWidths() {
    return new int[] {length};
  }

  @Override
  public int labelWidth() {
    return labelWidth(length);
  }

  /** The targets, and what the negatives need. */
  @Override
  public int labelWidth(int steps) {
    return steps + negatives.width(steps);
  }

  @Override
  public int steps(long seed, int position) {
    return users.length == 0 ? 1 : steps(window(seed, position));
  }

  private int window(long seed, int position) {
    return Shuffle.of(users.length, seed).place(position);
  }

  /** All windows of a user are full but the first one. */
  private int steps(int window) {
    int user = users[window];
    int steps = train.count(user) - 1;
    return starts[window] == train.start(user) ? (steps - 1) % length + 1 : length;
  }

  @Override
  public void write(long seed, int position, ExampleBatch batch, int row) {
    int room = batch.steps();
    int at = row * labelWidth(room);
    Arrays.fill(batch.input(0), row * room, (row + 1) * room, -1);
    Arrays.fill(batch.labels(), at, at + room, -1);
    int user = 0;
    if (users.length > 0) {
      int window = window(seed, position);
      user = users[window];
      copy(window, batch.input(0), row * room, batch.labels(), at);
    }
    negatives.write(SeedTree.mix(seed ^ SeedTree.mix(position)), user, batch.labels(), at, room);
  }

  private void copy(int window, float[] inputs, int to, float[] labels, int at) {
    int count = steps(window);
    for (int step = 0; step < count; step++) {
      inputs[to + step] = train.item(starts[window] + step);
      labels[at + step] = train.item(starts[window] + step + 1);
    }
  }
}
