package org.recsys4j.bench.cli;

import java.util.Locale;
import java.util.Optional;

/**
 * Decides which finished work is worth a line: what took a second or more, unless a line on a part
 * of it has said almost the same. For many threads.
 */
final class LongWork {
  private static final double WORTH_A_LINE = 1;
  private static final double ALMOST_ALL = 0.9;

  private long toldStart = Long.MIN_VALUE;
  private double toldSeconds;

  /** The line that finished work leaves, empty for none. */
  synchronized Optional<String> line(String name, long startNanos, long endNanos, String note) {
    double seconds = (endNanos - startNanos) / 1e9;
    boolean told = toldStart >= startNanos && toldSeconds >= ALMOST_ALL * seconds;
    if (seconds < WORTH_A_LINE || told) {
      return Optional.empty();
    }
    toldStart = startNanos;
    toldSeconds = seconds;
    String end = note.isBlank() ? "" : ", " + note.strip();
    return Optional.of(String.format(Locale.ROOT, "%s: %.1f s%s", name, seconds, end));
  }
}
