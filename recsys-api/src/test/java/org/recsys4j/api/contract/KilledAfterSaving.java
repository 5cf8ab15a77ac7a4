package org.recsys4j.api.contract;

import java.nio.file.Path;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.recsys4j.api.store.CheckpointFolder;
import org.recsys4j.api.store.Checkpoints;

/**
 * Ends the training after each of its first checkpoints, as a kill would.
 *
 * @param kept where the checkpoints are
 * @param saved how many there were, those of all parts together
 */
record KilledAfterSaving(Checkpoints kept, AtomicInteger saved) implements Checkpoints {
  private static final int KILLS = 3;

  KilledAfterSaving(Path folder) {
    this(new CheckpointFolder(folder, KilledAfterSaving::refuse), new AtomicInteger());
  }

  private static void refuse(String warning) {
    throw new AssertionError(warning);
  }

  /** Begins again after each kill. */
  static <T> T goOn(Supplier<T> training) {
    for (int kill = 0; ; kill++) {
      try {
        return training.get();
      } catch (CancellationException e) {
        if (kill == KILLS) {
          throw e;
        }
      }
    }
  }

  @Override
  public boolean load(Source state) {
    return kept.load(state);
  }

  @Override
  public void save(int epoch, Content state) {
    kept.save(epoch, state);
    if (saved.incrementAndGet() <= KILLS) {
      throw new CancellationException("killed after epoch " + epoch);
    }
  }

  @Override
  public Checkpoints part(String name) {
    return new KilledAfterSaving(kept.part(name), saved);
  }
}
