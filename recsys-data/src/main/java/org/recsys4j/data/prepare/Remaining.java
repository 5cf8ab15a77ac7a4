package org.recsys4j.data.prepare;

import java.util.Locale;
import org.recsys4j.api.data.EventLog;
import org.recsys4j.api.data.InvalidDataException;

/** What all preparations ask of their result. */
final class Remaining {
  private Remaining() {}

  /** Passes the result on, unless there is nothing left. */
  static EventLog check(String name, EventLog before, EventLog after) {
    if (after.size() == 0) {
      throw new InvalidDataException(
          String.format(Locale.ROOT, "%s: none of %d events is left", name, before.size()));
    }
    return after;
  }
}
