package org.recsys4j.data.fetch;

import java.io.Serial;
import org.jspecify.annotations.Nullable;

/** A download did not arrive, for a reason that lies in the network or on the disk. */
public final class FetchFailedException extends RuntimeException {
  @Serial private static final long serialVersionUID = 1L;

  /**
   * A reason in words.
   *
   * @param message what is wrong and what may help, in a line or some
   * @param cause what the system said
   */
  public FetchFailedException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
