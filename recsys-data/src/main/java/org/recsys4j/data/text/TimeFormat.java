package org.recsys4j.data.text;

import java.time.LocalDate;
import java.util.Locale;
import java.util.function.Consumer;

/**
 * How times are written. Events have whole seconds since 1970-01-01 UTC; what is finer is rounded
 * down, and events of one second keep the order of their rows.
 */
public enum TimeFormat {
  /** Whole seconds since 1970-01-01 UTC. */
  SECONDS(1),
  /** Whole milliseconds since then, as JavaScript and Java have them. */
  MILLISECONDS(1_000),
  /** Whole microseconds since then. */
  MICROSECONDS(1_000_000),
  /** Whole nanoseconds since then, as pandas has them. */
  NANOSECONDS(1_000_000_000),
  /**
   * {@code 2013-02-28T12:30:05+01:00} and its shorter forms: a space instead of the T, no zone
   * (which means UTC), no seconds, or the day alone (which means midnight UTC).
   */
  ISO_8601(0);

  private static final long LATEST = 253_402_300_799L; // the last second of the year 9999
  private static final long EARLIEST = -62_135_596_800L; // the first of the year 1
  private static final long END_OF_1970 = 365 * 86_400;

  private final long unitsOfSecond;

  TimeFormat(long unitsOfSecond) {
    this.unitsOfSecond = unitsOfSecond;
  }

  /**
   * The second in which a time lies.
   *
   * @param role what messages call it
   * @param text a buffer
   * @param from where the time begins
   * @param to where it ends, exclusive
   * @return seconds since 1970-01-01 UTC, in the years 1 to 9999
   */
  long seconds(String role, char[] text, int from, int to) {
    if (this == ISO_8601) {
      long seconds = IsoTime.seconds(text, from, to);
      if (seconds == IsoTime.NONE) {
        throw bad(role, text, from, to, "is not a time such as 2013-02-28T12:30:05Z");
      }
      return seconds;
    }
    long number;
    try {
      number = Numbers.toLong(text, from, to);
    } catch (NumberFormatException e) {
      throw bad(role, text, from, to, "is not a whole number of " + title());
    }
    long seconds = seconds(number);
    if (seconds < EARLIEST || seconds > LATEST) {
      throw bad(role, text, from, to, problem(seconds));
    }
    return seconds;
  }

  /** The same for a number, as databases and columnar files hold it. */
  long seconds(String role, long number) {
    long seconds = seconds(number);
    if (seconds < EARLIEST || seconds > LATEST) {
      throw new BadRowException(role + " " + number + " " + problem(seconds));
    }
    return seconds;
  }

  private long seconds(long number) {
    return Math.floorDiv(number, Math.max(1, unitsOfSecond));
  }

  /**
   * Warns where all times lie in 1970, since they are coarser than this says.
   *
   * @param name what messages call the input
   * @param latest the latest time in it, in seconds; a negative number if there is none
   * @param warnings takes the message
   */
  public void warnIfTooFine(String name, long latest, Consumer<String> warnings) {
    if (unitsOfSecond > 1 && latest >= 0 && latest < END_OF_1970) {
      warnings.accept(
          name + ": all times lie in 1970; are they coarser than time-format = " + title() + "?");
    }
  }

  /** Whoever takes milliseconds for seconds ends in the year 53,000, and should be told. */
  private String problem(long seconds) {
    long day = Math.floorDiv(seconds, 86_400);
    long shown = Math.max(LocalDate.MIN.toEpochDay(), Math.min(LocalDate.MAX.toEpochDay(), day));
    return String.format(
        Locale.ROOT,
        "%s lies in the year %d; is another time-format meant?",
        title(),
        LocalDate.ofEpochDay(shown).getYear());
  }

  private String title() {
    return name().toLowerCase(Locale.ROOT);
  }

  private static BadRowException bad(String role, char[] text, int from, int to, String problem) {
    String shown = new String(text, from, Math.min(to - from, 4 * Snippet.LONGEST));
    return new BadRowException(role + " " + Snippet.of(shown) + " " + problem);
  }
}
