package org.recsys4j.api.data;

import java.io.Serial;
import org.jspecify.annotations.Nullable;

/** Data are wrong, in a way that their owner can mend: the message says where and what. */
public final class InvalidDataException extends RuntimeException {
  @Serial private static final long serialVersionUID = 1L;

  /**
   * Something is wrong with data as a whole.
   *
   * @param message what is wrong, in a line
   */
  public InvalidDataException(String message) {
    super(message);
  }

  /**
   * Something is wrong with data as a whole, for a reason that lies deeper.
   *
   * @param message what is wrong, in a line
   * @param cause why
   */
  public InvalidDataException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }

  /**
   * Something is wrong in a line of a file.
   *
   * @param file name of the file
   * @param line number of the line, from 1
   * @param problem what is wrong
   * @return an exception with the message {@code file:line: problem}
   */
  public static InvalidDataException at(String file, long line, String problem) {
    return new InvalidDataException(file + ":" + line + ": " + problem);
  }
}
