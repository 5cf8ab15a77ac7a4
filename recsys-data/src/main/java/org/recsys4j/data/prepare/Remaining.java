package org.recsys4j.data.prepare;

import org.recsys4j.api.data.EventLog;
import org.recsys4j.api.data.InvalidDataException;

/** What all preparations ask of their result. */
final class Remaining {
  private Remaining() {}

  /** Passes the result on, unless there is nothing left. */
  static EventLog check(String name, EventLog before, EventLog after) {
    if (after.size() == 0) {
      throw new InvalidDataException(
          "%s: none of %d events is left".formatted(name, before.size()));
    }
    return after;
  }
}
