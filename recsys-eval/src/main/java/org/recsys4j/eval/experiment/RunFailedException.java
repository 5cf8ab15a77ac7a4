package org.recsys4j.eval.experiment;

import java.io.IOException;
import java.io.Serial;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * A run cannot go on, for a reason outside of experiment file, data and models, such as a full
 * disk. The message is meant for the user. What was finished before stays valid.
 */
public final class RunFailedException extends RuntimeException {
  @Serial private static final long serialVersionUID = 1L;

  /**
   * Reports what happened.
   *
   * @param message what happened, in a line
   * @param cause why
   */
  public RunFailedException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }

  /** A file of the run could not be written. */
  static RunFailedException cannotWrite(Path file, IOException cause) {
    return new RunFailedException("cannot write " + file + ": " + IoReason.of(cause), cause);
  }
}
