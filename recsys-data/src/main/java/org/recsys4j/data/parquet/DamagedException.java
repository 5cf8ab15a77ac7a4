package org.recsys4j.data.parquet;

import java.io.Serial;

/** The bytes of a file are not what the format says, or what is not read here. */
final class DamagedException extends RuntimeException {
  @Serial private static final long serialVersionUID = 1L;

  DamagedException(String problem) {
    super(problem, null, false, false);
  }
}
