package org.recsys4j.data.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.recsys4j.data.Logs.rows;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.recsys4j.api.data.EventLog;
import org.recsys4j.api.data.InvalidDataException;
import org.recsys4j.data.Sources;

/** With files that pyarrow wrote; make.py beside them says how. */
class ParquetTest {
  private static final String ALL = "columns { value = value, timestamp = time }";

  @TempDir private Path folder;
  private final List<String> warnings = new ArrayList<>();

  private Path resource(String name) throws IOException {
    Path file = folder.resolve(name);
    try (InputStream in = ParquetTest.class.getResourceAsStream("parquet/" + name)) {
      Files.write(file, in.readAllBytes());
    }
    return file;
  }

  private EventLog read(Path file, String options) throws IOException {
    return Sources.read("parquet", "file = \"" + file + "\"\n" + options, warnings::add);
  }

  private EventLog read(String name, String options) throws IOException {
    return read(resource(name), options);
  }

  private static List<String> expected() {
    return IntStream.range(0, 300)
        .mapToObj(
            i ->
                String.format(
                    Locale.ROOT,
                    "u%dé %d %s %d",
                    i * i % 17,
                    i * 7 % 23 - 3,
                    (i % 10) / 2f,
                    1_361_966_450 + 37 * i))
        .toList();
  }

  @ParameterizedTest
  @CsvSource({
    "snappy.parquet, seconds",
    "gzip-groups.parquet, seconds",
    "zstd-delta.parquet, seconds",
    "lz4-delta-length.parquet, seconds",
    "plain-int96.parquet, seconds",
    "required.parquet, iso-8601",
  })
  void theSameEventsHoweverTheyWereWritten(String name, String timeFormat) throws IOException {
    assertThat(rows(read(name, ALL + ", time-format = " + timeFormat)))
        .containsExactlyElementsOf(expected());
    assertThat(warnings).isEmpty();
  }

  @Test
  void columnsMayHaveNumbersAndDatesAreMidnights() throws IOException {
    EventLog log =
        read("required.parquet", "columns { user = 6, item = 2, value = item, timestamp = day }");

    assertThat(rows(log))
        .startsWith(
            "18446744073709551615 -3 -3.0 1361923200", "18446744073709551614 4 4.0 1361923200");
  }

  @Test
  void furtherColumnsAreWhatIsKnownOfEvents() throws IOException {
    EventLog log =
        read("required.parquet", "event-attributes = [item, value, time, day, unsigned, user]");

    assertThat(log.attributes().columns().stream())
        .map(column -> log.attributes().value(1, column).orElse(""))
        .containsExactly(
            "4",
            "0.5",
            "2013-02-27T12:01:27+00:00",
            "2013-02-27T00:00:00Z",
            "18446744073709551614",
            "u1é");
  }

  @Test
  void aMissingFurtherValueIsEmpty() throws IOException {
    EventLog log = read("snappy.parquet", "event-attributes = [other]");

    assertThat(log.attributes().value(2, "other")).hasValue("2");
    assertThat(log.attributes().value(3, "other")).isEmpty();
  }

  @Test
  void missingAndWrongValuesAreNamedByTheirRow() throws IOException {
    assertThatThrownBy(() -> read("missing.parquet", ""))
        .isInstanceOf(InvalidDataException.class)
        .hasMessage(folder.resolve("missing.parquet") + ": row 2: item is missing");

    EventLog log = read("missing.parquet", "columns.value = value, bad-rows = skip");

    assertThat(rows(log)).containsExactly("u0é 1 1.0 -");
    assertThat(log.items().size()).isEqualTo(1);
    assertThat(warnings)
        .containsExactly(
            folder.resolve("missing.parquet")
                + ": skipped 2 of 3 rows, such as row 2: item is missing; row 3: value \"NaN\" is"
                + " not a number");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "columns.user = value | : row 1: user is FLOAT, which cannot be an id",
        "columns.user = flag | : row 1: column flag: type BOOLEAN is not read",
        "columns.user = day | : row 1: user is INT32 date, which cannot be an id",
        "columns.value = user | : row 1: value \"u0é\" is not a number",
        "columns.value = day | : row 1: value is INT32 date, which cannot be a number",
        "columns.timestamp = item, time-format = iso-8601 | : row 1: timestamp is INT64, which cannot be a text of iso-8601",
        "columns.timestamp = user | : row 1: timestamp \"u0é\" is not a whole number of seconds",
        "columns.user = who | : no column \"who\" for user; the flat columns are \"user\", \"item\", \"value\", \"time\", \"day\", \"unsigned\", \"flag\"",
        "columns.user = item | : column \"item\" cannot be both user and item",
      })
  void columnsThatCannotBeWhatTheyShouldAreNamed(String options, String problem) {
    assertThatThrownBy(() -> read("required.parquet", options))
        .isInstanceOf(InvalidDataException.class)
        .hasMessage(folder.resolve("required.parquet") + problem);
  }

  @Test
  void nestedColumnsAreNone() {
    assertThatThrownBy(() -> read("snappy.parquet", "columns.user = nested"))
        .isInstanceOf(InvalidDataException.class)
        .hasMessageEndingWith(
            "no column \"nested\" for user; the flat columns are \"other\", \"user\", \"item\","
                + " \"value\", \"time\"");
  }

  @Test
  void otherCompressionsAreNamed() {
    assertThatThrownBy(() -> read("brotli.parquet", ""))
        .isInstanceOf(InvalidDataException.class)
        .hasMessage(
            folder.resolve("brotli.parquet")
                + ": row 1: column user: compression BROTLI is not read; write the file with"
                + " snappy, gzip or zstd");
  }

  /** Damage gives an error, or hits a column that is not read: never other rows. */
  @Test
  void checksumsAreVerified() throws IOException {
    byte[] bytes = Files.readAllBytes(resource("gzip-groups.parquet"));
    int damaged = 0;
    for (int place = 4; place < bytes.length; place += 37) {
      byte[] copy = bytes.clone();
      copy[place] ^= 0x10;
      Path file = Files.write(folder.resolve("damaged.parquet"), copy);
      try {
        assertThat(rows(read(file, ALL))).containsExactlyElementsOf(expected());
      } catch (InvalidDataException e) {
        damaged++;
      }
    }
    assertThat(damaged).isGreaterThan(100);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "PAR1", "PAR1PAR1", "user,item\na,b\nc,d\n"})
  void otherFilesAreNamed(String content) throws IOException {
    Path file = Files.writeString(folder.resolve("x.parquet"), content);

    assertThatThrownBy(() -> read(file, ""))
        .isInstanceOf(InvalidDataException.class)
        .hasMessage(file + ": is no Parquet file");
  }

  @Test
  void cutOffFilesAreNamed() throws IOException {
    byte[] bytes = Files.readAllBytes(resource("small.parquet"));
    Path file = folder.resolve("cut.parquet");
    Files.write(file, Arrays.copyOf(bytes, bytes.length - 100));

    assertThatThrownBy(() -> read(file, ""))
        .isInstanceOf(InvalidDataException.class)
        .hasMessage(file + ": is cut off, or no Parquet file");
    assertThatThrownBy(() -> read(folder.resolve("no.parquet"), ""))
        .hasMessage(folder.resolve("no.parquet") + ": no such file");
    assertThatThrownBy(() -> read(folder, "")).hasMessage(folder + ": is no file");
  }

  /** A footer that claims 2^60 rows without columns. */
  @Test
  void moreRowsThanAFileCanHoldAreRefused() throws IOException {
    byte[] footer = {
      0x15, 0x02, // version 1
      0x19, 0x1c, 0x48, 0x01, 'r', 0x00, // a schema of its root
      0x16, -128, -128, -128, -128, -128, -128, -128, -128, 0x20, // 2^60 rows
      0x19, 0x1c, 0x36, -128, -128, -128, -128, -128, -128, -128, -128, 0x20, 0x00, // in a group
      0x00
    };
    ByteBuffer bytes = ByteBuffer.allocate(12 + footer.length).order(ByteOrder.LITTLE_ENDIAN);
    bytes.put("PAR1".getBytes(StandardCharsets.US_ASCII));
    bytes.put(footer).putInt(footer.length);
    bytes.put("PAR1".getBytes(StandardCharsets.US_ASCII));
    Path file = Files.write(folder.resolve("x.parquet"), bytes.array());

    assertThatThrownBy(() -> read(file, ""))
        .isInstanceOf(InvalidDataException.class)
        .hasMessage(
            file
                + ": 1152921504606846976 rows in "
                + bytes.capacity()
                + " bytes are more than a table of events can have");
  }
}
