package org.recsys4j.models.cnn;

import java.util.Arrays;
import org.recsys4j.api.data.Interactions;
import org.recsys4j.api.random.SeedTree;
import org.recsys4j.models.fit.ExampleBatch;
import org.recsys4j.models.fit.Examples;
import org.recsys4j.models.fit.NegativeSampler;
import org.recsys4j.models.fit.Shuffle;
import org.recsys4j.models.sparse.SparseMatrix;

/**
 * Windows of a user's items: {@code length} to read, the {@code targets} that follow, and
 * negatives. They advance by one event, so that each event but a user's first {@code length} is a
 * target as often as it can be. A history that is too short for a whole window gives one, which is
 * filled up at the front with -1, as nothing to read and no target.
 *
 * <p>Holds 8 bytes a window beside what the sampler of negatives holds.
 */
final class CaserExamples implements Examples {
  private final Interactions train;
  private final Caser.Options options;
  private final NegativeSampler negatives;
  private final int[] users;
  private final int[] ends; // behind the last target

  CaserExamples(Interactions train, Caser.Options options) {
    this.train = train;
    this.options = options;
    int whole = options.length() + options.targets();
    int[] userOf = new int[train.size()];
    int[] endOf = new int[train.size()];
    int count = 0;
    for (int user = 0; user < train.users(); user++) {
      int first = Math.min(train.end(user), train.start(user) + whole);
      for (int end = first; end <= train.end(user) && train.count(user) > 0; end++) {
        userOf[count] = user;
        endOf[count++] = end;
      }
    }
    users = Arrays.copyOf(userOf, count);
    ends = Arrays.copyOf(endOf, count);
    negatives =
        options
            .sampling()
            .sampler(SparseMatrix.of(train), count, window -> train.item(ends[window] - 1));
  }

  @Override
  public int count() {
    return users.length;
  }

  @Override
  public int[] inputWidths() {
    return options.userEmbedding() ? new int[] {options.length(), 1} : new int[] {options.length()};
  }

  @Override
  public int labelWidth() {
    return options.targets() + options.negatives();
  }

  @Override
  public void write(long seed, int position, ExampleBatch batch, int row) {
    int window = Shuffle.of(users.length, seed).place(position);
    int user = users[window];
    int from = ends[window] - options.targets() - options.length();
    for (int i = 0; i < options.length(); i++) {
      batch.input(0)[row * options.length() + i] = item(user, from + i);
    }
    if (options.userEmbedding()) {
      batch.input(1)[row] = user;
    }
    int label = row * labelWidth();
    for (int i = 0; i < options.targets(); i++) {
      batch.labels()[label + i] = item(user, from + options.length() + i);
    }
    long key = SeedTree.mix(SeedTree.mix(seed) + position);
    for (int i = 0; i < options.negatives(); i++) {
      batch.labels()[label + options.targets() + i] =
          negatives.draw(user, key + i, batch.range()); // NONE is -1
    }
  }

  private int item(int user, int event) {
    return event < train.start(user) ? -1 : train.item(event);
  }
}
