package org.recsys4j.api;

import java.io.Serial;
import java.util.Locale;

/** Training ended because the loss or a parameter is NaN or infinite. */
public final class TrainingDivergedException extends IllegalStateException {
  @Serial private static final long serialVersionUID = 1L;

  private final String model;
  private final int epoch;

  /**
   * An exception for one model.
   *
   * @param model label of the model, as in {@link FitContext#label()}
   * @param epoch number of the epoch, from 1
   * @param what what is no longer a number, and where: {@code "the loss of batch 17 is NaN"}
   */
  public TrainingDivergedException(String model, int epoch, String what) {
    super(
        String.format(
            Locale.ROOT,
            "model \"%s\" diverged in epoch %d: %s; a lower learning rate or more regularisation helps",
            model,
            epoch,
            what));
    this.model = model;
    this.epoch = epoch;
  }

  /**
   * Which model diverged.
   *
   * @return its label
   */
  public String model() {
    return model;
  }

  /**
   * When it diverged.
   *
   * @return the epoch, from 1
   */
  public int epoch() {
    return epoch;
  }
}
