package org.recsys4j.data.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TimeFormatTest {
  private static long seconds(TimeFormat format, String text) {
    char[] padded = ("[" + text + "]").toCharArray();
    return format.seconds("timestamp", padded, 1, padded.length - 1);
  }

  @ParameterizedTest
  @CsvSource({
    "SECONDS, 964982703, 964982703",
    "SECONDS, 9.64982703e8, 964982703",
    "MILLISECONDS, 964982703999, 964982703",
    "MILLISECONDS, -1, -1",
    "MICROSECONDS, 964982703999999, 964982703",
    "NANOSECONDS, 964982703999999999, 964982703",
    "ISO_8601, 1970-01-01, 0",
    "ISO_8601, 1970-01-02T00:00Z, 86400",
    "ISO_8601, 1970-01-01T00:00:05.999Z, 5",
    "ISO_8601, '1970-01-01 01:00:00,5', 3600",
    "ISO_8601, 1970-01-01T01:00:00+01, 0",
    "ISO_8601, 1970-01-01T01:00:00+0130, -1800",
    "ISO_8601, 1970-01-01t00:00:00-00:30, 1800",
    "ISO_8601, 2016-02-29T23:59:59Z, 1456790399",
  })
  void readsWhatPeopleWrite(TimeFormat format, String text, long seconds) {
    assertThat(seconds(format, text)).isEqualTo(seconds);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "1970",
        "1970-1-1",
        "1970-13-01",
        "2015-02-29",
        "1970-01-01T",
        "1970-01-01T1",
        "1970-01-01T24:00",
        "1970-01-01T00:60",
        "1970-01-01T00:00:61",
        "1970-01-01T00:00:00.",
        "1970-01-01T00:00:00ZZ",
        "1970-01-01T00:00:00+25",
        "1970-01-01T00:00:00 Z",
        "1970-01-01x00:00",
        "٠٠٠٠-01-01",
        "964982703",
        "NaN"
      })
  void refusesWhatIsNoTime(String text) {
    assertThatThrownBy(() -> seconds(TimeFormat.ISO_8601, text))
        .isInstanceOf(BadRowException.class)
        .hasMessage(
            "timestamp " + Snippet.of(text) + " is not a time such as 2013-02-28T12:30:05Z");
  }

  @Property
  void agreesWithTheJdk(
      @ForAll @LongRange(min = -62_135_500_000L, max = 253_402_200_000L) long time,
      @ForAll @IntRange(min = -18 * 60, max = 18 * 60) int minutesAhead) {
    ZoneOffset zone = ZoneOffset.ofTotalSeconds(60 * minutesAhead);
    OffsetDateTime there = Instant.ofEpochSecond(time).atOffset(zone);
    LocalDateTime here = there.withOffsetSameInstant(ZoneOffset.UTC).toLocalDateTime();

    assertThat(seconds(TimeFormat.ISO_8601, DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(there)))
        .isEqualTo(time);
    assertThat(
            seconds(
                TimeFormat.ISO_8601,
                DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss.SSS", Locale.ROOT).format(here)))
        .isEqualTo(time);
  }

  @ParameterizedTest
  @CsvSource({
    "SECONDS, 253402300800, 10000",
    "MILLISECONDS, 9223372036854775807, 292278994",
    "SECONDS, -62135596801, 0",
  })
  void refusesYearsThatNobodyMeans(TimeFormat format, String text, String year) {
    assertThatThrownBy(() -> seconds(format, text))
        .isInstanceOf(BadRowException.class)
        .hasMessage(
            "timestamp \"%s\" %s lies in the year %s; is another time-format meant?",
            text, format.name().toLowerCase(Locale.ROOT), year);
    assertThatThrownBy(() -> format.seconds("timestamp", Long.parseLong(text)))
        .isInstanceOf(BadRowException.class)
        .hasMessageContaining("lies in the year " + year);
  }
}
