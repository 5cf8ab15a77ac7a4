package org.recsys4j.eval.experiment;

import java.io.Serial;

/**
 * A folder is no run directory, or the run has no such model or user. The message is meant for the
 * user.
 */
public final class UnusableRunException extends IllegalArgumentException {
  @Serial private static final long serialVersionUID = 1L;

  /**
   * Reports what is missing.
   *
   * @param message what was looked for, and what there is
   */
  public UnusableRunException(String message) {
    super(message);
  }
}
