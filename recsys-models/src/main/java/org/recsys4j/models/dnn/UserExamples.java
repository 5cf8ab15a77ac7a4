package org.recsys4j.models.dnn;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.recsys4j.api.data.Interactions;
import org.recsys4j.models.fit.ExampleBatch;
import org.recsys4j.models.fit.Examples;
import org.recsys4j.models.fit.Shuffle;

/**
 * Each user with a training event once an epoch: the user's distinct items are both what goes in
 * and what should come out. Rows are as long as the longest one, filled up with -1.
 */
final class UserExamples implements Examples {
  private final Interactions train;
  private final int[] users;
  private final int width;

  UserExamples(Interactions train) {
    this.train = train;
    users = IntStream.range(0, train.users()).filter(user -> train.count(user) > 0).toArray();
    width = IntStream.of(users).map(user -> train.distinctItems(user).length).max().orElse(1);
  }

  @Override
  public int count() {
    return users.length;
  }

  @Override
  public int[] inputWidths() {
    return new int[] {width};
  }

  @Override
  public int labelWidth() {
    return width;
  }

  @Override
  public void write(long seed, int position, ExampleBatch batch, int row) {
    int[] items = train.distinctItems(users[Shuffle.of(users.length, seed).place(position)]);
    float[] input = batch.input(0);
    int from = row * width;
    for (int i = 0; i < items.length; i++) {
      input[from + i] = items[i];
    }
    Arrays.fill(input, from + items.length, from + width, -1);
    System.arraycopy(input, from, batch.labels(), from, width);
  }
}
