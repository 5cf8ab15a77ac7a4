package org.recsys4j.models.fit;

import java.util.Locale;
import java.util.concurrent.CancellationException;
import org.recsys4j.api.Progress;
import org.recsys4j.api.TrainingDivergedException;
import org.recsys4j.api.TrainingListener;

/** Adds up the loss of one epoch, batch by batch, and stops a training that diverges. */
public final class EpochMeter {
  private static final long NOTE_NANOS = 250_000_000;

  private final String label;
  private final int epoch;
  private final Progress.Task task;
  private final TrainingListener listener;
  private double lossSum;
  private long examples;
  private int batches;
  private long nextNote;

  EpochMeter(String label, int epoch, Progress.Task task, TrainingListener listener) {
    this.listener = listener;
    this.label = label;
    this.epoch = epoch;
    this.task = task;
    this.nextNote = System.nanoTime() + NOTE_NANOS;
  }

  /**
   * The number of the epoch, from which seeds and learning rates may be derived.
   *
   * @return from 1
   */
  public int epoch() {
    return epoch;
  }

  /**
   * One batch is done.
   *
   * @param batchLoss sum of the losses of its examples
   * @param batchExamples how many examples it had
   * @throws TrainingDivergedException if the loss is NaN or infinite, naming the batch
   * @throws CancellationException if the thread was interrupted; its flag stays set
   */
  public void add(double batchLoss, long batchExamples) {
    batches++;
    if (!Double.isFinite(batchLoss)) {
      throw new TrainingDivergedException(
          label, epoch, "the loss of batch " + batches + " is " + batchLoss);
    }
    if (Thread.currentThread().isInterrupted()) {
      throw new CancellationException("interrupted in epoch " + epoch);
    }
    lossSum += batchLoss;
    examples += batchExamples;
    listener.batch(epoch, batches, batchLoss / Math.max(1, batchExamples), batchExamples);
    long now = System.nanoTime();
    if (now - nextNote >= 0) {
      nextNote = now + NOTE_NANOS;
      task.note(String.format(Locale.ROOT, "epoch %d, loss %.4f", epoch, loss()));
    }
  }

  /** Mean loss of an example so far; 0 where there is none. */
  double loss() {
    return examples == 0 ? 0 : lossSum / examples;
  }

  long examples() {
    return examples;
  }
}
