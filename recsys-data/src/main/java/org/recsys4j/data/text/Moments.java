package org.recsys4j.data.text;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.recsys4j.api.config.Check;

/**
 * Points in time as options give them: seconds since 1970 ({@code 1307664000}), a date ({@code
 * 2011-06-10}, its first second in UTC), a date with a time ({@code 2011-06-10T12:00}, in UTC), or
 * one with an offset ({@code 2011-06-10T12:00:00+02:00}).
 */
public final class Moments {
  private Moments() {}

  /**
   * Reads a point in time.
   *
   * @param name the option's name, for the message
   * @param text seconds, or ISO 8601
   * @return seconds since 1970-01-01 UTC
   * @throws IllegalArgumentException if the text is no point in time, naming the option
   */
  public static long seconds(String name, String text) {
    try {
      if (text.matches("-?\\d{1,18}")) {
        return Long.parseLong(text);
      } else if (text.indexOf('T') < 0) {
        return LocalDate.parse(text).toEpochSecond(LocalTime.MIN, ZoneOffset.UTC);
      } else if (text.matches(".*(Z|[+-]\\d\\d:\\d\\d)")) {
        return OffsetDateTime.parse(text).toEpochSecond();
      }
      return LocalDateTime.parse(text).toEpochSecond(ZoneOffset.UTC);
    } catch (DateTimeException e) {
      Check.argument(
          false, name, text, "seconds since 1970, a date such as 2011-06-10, or ISO 8601");
      throw e;
    }
  }
}
