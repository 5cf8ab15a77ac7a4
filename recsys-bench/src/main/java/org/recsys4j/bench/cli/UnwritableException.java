package org.recsys4j.bench.cli;

import java.io.IOException;
import java.io.Serial;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** A file that was asked for cannot be written, for a reason that the user can mend. */
final class UnwritableException extends RuntimeException {
  @Serial private static final long serialVersionUID = 1L;

  UnwritableException(Path file, IOException cause) {
    super("cannot write " + file + ": " + reason(cause), cause);
  }

  private static String reason(IOException cause) {
    if (cause instanceof AccessDeniedException) {
      return "permission denied";
    } else if (cause instanceof NoSuchFileException) {
      return "no such folder";
    }
    String reason = cause instanceof FileSystemException of ? of.getReason() : cause.getMessage();
    return reason == null ? cause.getClass().getSimpleName() : reason;
  }
}
