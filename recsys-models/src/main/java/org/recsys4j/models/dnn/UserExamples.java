package org.recsys4j.models.dnn;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.recsys4j.api.data.Interactions;
import org.recsys4j.models.fit.ExampleBatch;
import org.recsys4j.models.fit.Examples;
import org.recsys4j.models.fit.Shuffle;
import org.recsys4j.models.sparse.SparseMatrix;

/**
 * Each user with a training event once an epoch: the user's distinct items are both what goes in
 * and what should come out. Rows are as long as the longest one, filled up with -1.
 */
final class UserExamples implements Examples {
  private final SparseMatrix train;
  private final int[] users;
  private final int width;

  UserExamples(Interactions events) {
    train = SparseMatrix.of(events);
    users = IntStream.range(0, train.rows()).filter(user -> train.count(user) > 0).toArray();
    width = IntStream.of(users).map(train::count).max().orElse(1);
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
    int user = users[Shuffle.of(users.length, seed).place(position)];
    int first = train.starts()[user];
    int count = train.count(user);
    float[] input = batch.input(0);
    int from = row * width;
    for (int i = 0; i < count; i++) {
      input[from + i] = train.columnOf()[first + i];
    }
    Arrays.fill(input, from + count, from + width, -1);
    System.arraycopy(input, from, batch.labels(), from, width);
  }
}
