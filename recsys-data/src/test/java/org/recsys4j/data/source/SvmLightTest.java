package org.recsys4j.data.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.recsys4j.data.Logs.rows;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.recsys4j.api.config.InvalidConfigException;
import org.recsys4j.api.data.EventLog;
import org.recsys4j.api.data.InvalidDataException;
import org.recsys4j.api.testing.BenchData;
import org.recsys4j.data.Sources;

class SvmLightTest {
  @TempDir private Path folder;
  private final List<String> warnings = new ArrayList<>();

  private EventLog read(String content, String options) throws IOException {
    Path file = Files.writeString(folder.resolve("rows"), content);
    return Sources.read("svmlight", "file = \"" + file + "\", " + options, warnings::add);
  }

  @Test
  void oneHotFieldsAreUsersAndItems() throws IOException {
    EventLog log =
        read(
            "1 0:1 957:1 5039:1 # anna in the morning\n-1  0:1.0 958:1  5039:0.5 \n4.5 1:1 2:0 957:1\n",
            "users = 0-956, items = 957-5038");

    assertThat(rows(log)).containsExactly("0 957 1.0 -", "0 958 -1.0 -", "1 957 4.5 -");
    assertThat(log.attributes().columns()).containsExactly("features");
    assertThat(List.of(0, 1, 2))
        .extracting(row -> log.attributes().value(row, "features").orElse(""))
        .containsExactly("5039:1", "5039:0.5", "");
    assertThat(warnings).isEmpty();
  }

  @Test
  void otherFeaturesMayBeLeftOutWithAWarning() throws IOException {
    EventLog log =
        read(
            "1 0:1 957:1 5039:1 # anna\n-1 0:1 958:1 5039:0.5\n",
            "users = 0-956, items = 957-5038, keep-features = false");

    assertThat(log.attributes().columns()).isEmpty();
    assertThat(warnings)
        .containsExactly(
            folder.resolve("rows") + ": left out 2 features that are neither user nor item");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "x 0:1 10:1 | target \"x\" is not a number",
        "nan 0:1 10:1 | target \"nan\" is not a number",
        "1 10:1 | has no user",
        "1 0:1 | has no item",
        "1 0:1 1:1 10:1 | has two users, 0 and 1",
        "1 0:1 10:1 10:1 | has two items, 10 and 10",
        "1 0:2 10:1 | user 0 has the value 2.0, not 1",
        "1 0:1 10:1e99 | value of 10 \"1e99\" is too large a number",
        "1 0:1 10:1-1 | value of 10 \"1-1\" is not a number",
        "1 0:1 qid:3 10:1 | \"qid:3\" is not index:value",
        "1 0:1 99999999999:1 | \"99999999999:1\" is not index:value",
        "1 0:1 10:1 -1:1 | \"-1:1\" is not index:value",
      })
  void badRowsAreNamedWithFileAndLine(String row, String problem) {
    assertThatThrownBy(() -> read("1 0:1 10:1\n" + row + "\n", "users = 0-9, items = 10-19"))
        .isInstanceOf(InvalidDataException.class)
        .hasMessage(folder.resolve("rows") + ":2: " + problem);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "users = 9-0, items = 10-19 | users: \"9-0\" is not the first and the last index",
        "users = 5, items = 10-19 | users: \"5\" is not the first and the last index",
        "users = 0-9, items = 9-19 | items: 9-19 is not apart from users, 0-9",
      })
  void rangesAreChecked(String options, String problem) {
    assertThatThrownBy(() -> read("", options))
        .isInstanceOf(InvalidConfigException.class)
        .hasMessageContaining(problem);
  }

  @Test
  void aFileWithoutRowsIsAnError() {
    assertThatThrownBy(() -> read("\n", "users = 0-9, items = 10-19"))
        .hasMessage(folder.resolve("rows") + ": has no rows");
  }

  /** Rows of ten indices that count in two series, context before items: made into one here. */
  @Test
  void theRealFrappeHasItsUsersAndItems() throws IOException {
    StringBuilder rows = new StringBuilder();
    Path file = BenchData.folder("frappe").resolve("train.csv.gz");
    try (GZIPInputStream in = new GZIPInputStream(Files.newInputStream(file))) {
      new String(in.readAllBytes(), StandardCharsets.US_ASCII)
          .lines()
          .forEach(
              line -> {
                int comma = line.indexOf(',');
                rows.append('1');
                append(rows, line.substring(0, comma), 0);
                append(rows, line.substring(comma + 1), 2_000);
                rows.append('\n');
              });
    }

    EventLog log = read(rows.toString(), "users = 0-956, items = 2000-6081, keep-features = false");

    assertThat(log.size()).isEqualTo(92_808);
    assertThat(log.users().size()).isLessThanOrEqualTo(957);
    assertThat(log.items().size()).isLessThanOrEqualTo(4_082);
    assertThat(warnings)
        .containsExactly(
            folder.resolve("rows") + ": left out 742464 features that are neither user nor item");
  }

  private static void append(StringBuilder rows, String indices, int more) {
    for (String index : indices.split("-", -1)) {
      rows.append(String.format(Locale.ROOT, " %d:1", more + Integer.parseInt(index)));
    }
  }
}
