package org.recsys4j.data.fuzz;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.recsys4j.api.data.EventLog;

/** Every reader with a corpus of malformed files: rows, or an error with a place. */
class BadInputTest {
  private static final Pattern CELL = Pattern.compile("[^\\s,|:;(){}\\[\\]\"]+");

  @TempDir private Path parent;

  @TestFactory
  Stream<DynamicNode> everyReader() {
    return ReaderUnderTest.ALL.stream()
        .map(
            reader ->
                dynamicContainer(
                    reader.toString(),
                    reader.files().keySet().stream().flatMap(name -> tests(reader, name))));
  }

  private Stream<DynamicNode> tests(ReaderUnderTest reader, String name) {
    byte[] good = reader.files().get(name);
    List<DynamicNode> tests = new ArrayList<>();
    if (reader.isText()) {
      Poison.harmless(good).forEach((what, bytes) -> tests.add(same(reader, name, what, bytes)));
      Poison.harmful(good).forEach((what, bytes) -> tests.add(refused(reader, name, what, bytes)));
      if (reader.isFirstUse(name)) {
        Poison.bombs().forEach((what, bytes) -> tests.add(refused(reader, name, what, bytes)));
      }
      if (reader.hasHeader(name)) {
        Poison.wrongColumns(good)
            .forEach((what, bytes) -> tests.add(refused(reader, name, what, bytes)));
      }
      tests.add(
          dynamicTest(name + ": wrong cells", () -> wrongCells(reader, folder(), name, good)));
    }
    tests.add(dynamicTest(name + ": cut off", () -> cutOff(reader, folder(), name, good)));
    tests.add(dynamicTest(name + ": bytes lost", () -> lostBytes(reader, folder(), name, good)));
    return tests.stream();
  }

  private Path folder() throws IOException {
    return Files.createTempDirectory(parent, "files");
  }

  private DynamicNode same(ReaderUnderTest reader, String name, String what, byte[] bytes) {
    return dynamicTest(
        name + ": " + what,
        () -> {
          EventLog expected = reader.readGood(folder());
          assertThat(Outcome.of(reader, folder(), name, bytes))
              .map(EventLog::checksum)
              .contains(expected.checksum());
        });
  }

  private DynamicNode refused(ReaderUnderTest reader, String name, String what, byte[] bytes) {
    return dynamicTest(
        name + ": " + what, () -> assertThat(Outcome.of(reader, folder(), name, bytes)).isEmpty());
  }

  /** All places of small files, 500 of larger ones. */
  private static int step(byte[] good) {
    return 1 + good.length / 500;
  }

  private static void cutOff(ReaderUnderTest reader, Path folder, String name, byte[] good) {
    for (int length = 0; length < good.length; length += step(good)) {
      Outcome.of(reader, folder, name, Arrays.copyOf(good, length));
    }
  }

  private static void lostBytes(ReaderUnderTest reader, Path folder, String name, byte[] good) {
    for (int lost = 0; lost < good.length; lost += step(good)) {
      byte[] bytes = new byte[good.length - 1];
      System.arraycopy(good, 0, bytes, 0, lost);
      System.arraycopy(good, lost + 1, bytes, lost, bytes.length - lost);
      Outcome.of(reader, folder, name, bytes);
    }
  }

  /** In the last row. */
  private static void wrongCells(ReaderUnderTest reader, Path folder, String name, byte[] good) {
    String text = new String(good, ISO_8859_1);
    int start = text.lastIndexOf('\n', text.length() - 2) + 1;
    Matcher cell = CELL.matcher(text);
    for (int from = start; cell.find(from); from = cell.end()) {
      for (String poison : Poison.CELLS) {
        String wrong = text.substring(0, cell.start()) + poison + text.substring(cell.end());
        Outcome.of(reader, folder, name, wrong.getBytes(ISO_8859_1));
      }
    }
  }
}
