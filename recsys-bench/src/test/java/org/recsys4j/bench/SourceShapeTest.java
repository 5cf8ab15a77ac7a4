package org.recsys4j.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Small classes, and a description of every package. */
class SourceShapeTest {
  private static final int MOST_LINES = 400;
  private static final int MOST_CODE_OF_NINE_IN_TEN = 200;
  private static final int MOST_CODE_OF_THE_MEDIAN = 60;

  @Test
  void noFileIsLong() throws IOException {
    TreeMap<Path, Integer> tooLong = new TreeMap<>();
    for (Path source : Repository.mainSources()) {
      int lines = Files.readAllLines(source, StandardCharsets.UTF_8).size();
      if (lines > MOST_LINES) {
        tooLong.put(Repository.ROOT.relativize(source), lines);
      }
    }
    assertThat(tooLong).as("files of more than %d lines", MOST_LINES).isEmpty();
  }

  @Test
  void mostFilesAreShort() throws IOException {
    int[] sizes =
        Repository.mainSources().stream()
            .filter(source -> !source.endsWith("package-info.java"))
            .mapToInt(SourceShapeTest::linesOfCode)
            .sorted()
            .toArray();
    assertThat(sizes).hasSizeGreaterThan(100);
    assertThat(sizes[sizes.length / 2])
        .as("lines of code of the median class")
        .isLessThan(MOST_CODE_OF_THE_MEDIAN);
    assertThat(sizes[sizes.length * 9 / 10])
        .as("lines of code that nine in ten classes stay below")
        .isLessThan(MOST_CODE_OF_NINE_IN_TEN);
  }

  @Test
  void everyPackageIsDescribed() throws IOException {
    TreeSet<Path> packages = new TreeSet<>();
    TreeSet<Path> described = new TreeSet<>();
    for (Path source : Repository.mainSources()) {
      (source.endsWith("package-info.java") ? described : packages).add(source.getParent());
    }
    packages.removeAll(described);
    assertThat(packages).as("packages without package-info.java").isEmpty();
    assertThat(described).hasSizeGreaterThan(20);
  }

  /** Lines that hold neither nothing nor a comment alone. */
  private static int linesOfCode(Path source) {
    try {
      return linesOfCode(Files.readAllLines(source, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static int linesOfCode(List<String> lines) {
    int count = 0;
    boolean comment = false;
    for (String line : lines) {
      String text = line.strip();
      comment |= text.startsWith("/*");
      if (!comment && !text.isEmpty() && !text.startsWith("//")) {
        count++;
      }
      comment &= !text.endsWith("*/");
    }
    return count;
  }

  @Test
  void commentsAndEmptyLinesAreNoCode() {
    assertThat(
            linesOfCode(
                List.of(
                    "/** One. */",
                    "class A {",
                    "",
                    "  /*",
                    "   * Two.",
                    "   */",
                    "  // three",
                    "  int b; // four",
                    "}")))
        .isEqualTo(3);
  }
}
