package org.recsys4j.data.feature;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.Year;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import org.recsys4j.api.data.FeatureRow;

/**
 * Finds the time of a row: in a column, or of its last event. A text of four digits is a year,
 * other whole numbers are seconds since 1970; {@code 1995-06-30}, {@code 1995-06-30T12:00:00} and
 * {@code 1995-06-30T12:00:00+02:00} are read as they stand, and other forms by a pattern.
 *
 * @param column the attribute; the last event's time where there is none
 * @param pattern of {@link DateTimeFormatter}, with English names
 * @param zone where the day begins
 */
record Times(Optional<String> column, Optional<String> pattern, ZoneId zone) {
  private static final Pattern YEAR = Pattern.compile("\\d{4}");
  private static final Pattern SECONDS = Pattern.compile("-?\\d{1,12}");

  /** The second since 1970, empty where there is no time or none that can be read. */
  OptionalLong of(FeatureRow row) {
    if (column.isEmpty()) {
      int last = row.events().size() - 1;
      return last >= 0 && row.events().hasTimes()
          ? OptionalLong.of(row.events().time(last))
          : OptionalLong.empty();
    }
    return row.value(column.get()).map(this::parse).orElse(OptionalLong.empty());
  }

  OptionalLong parse(String text) {
    try {
      if (pattern.isPresent()) {
        return OptionalLong.of(
            second(
                DateTimeFormatter.ofPattern(pattern.get(), Locale.ENGLISH)
                    .parseBest(text, Instant::from, LocalDateTime::from, LocalDate::from)));
      } else if (YEAR.matcher(text).matches()) {
        return OptionalLong.of(second(Year.parse(text).atDay(1)));
      } else if (SECONDS.matcher(text).matches()) {
        return OptionalLong.of(Long.parseLong(text));
      }
      DateTimeFormatter iso =
          text.indexOf('T') < 0 ? DateTimeFormatter.ISO_DATE : DateTimeFormatter.ISO_DATE_TIME;
      return OptionalLong.of(
          second(iso.parseBest(text, Instant::from, LocalDateTime::from, LocalDate::from)));
    } catch (DateTimeException e) {
      return OptionalLong.empty();
    }
  }

  private long second(TemporalAccessor time) {
    if (time instanceof Instant instant) {
      return instant.getEpochSecond();
    } else if (time instanceof LocalDateTime local) {
      return local.atZone(zone).toEpochSecond();
    }
    return LocalDate.from(time).atStartOfDay(zone).toEpochSecond();
  }
}
