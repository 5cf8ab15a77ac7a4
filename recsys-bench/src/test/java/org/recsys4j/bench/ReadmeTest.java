package org.recsys4j.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.recsys4j.bench.cli.RecsysCommand;

/** The documents show code that compiles and experiment files that are legal. */
class ReadmeTest {
  private static final Pattern HOCON =
      Pattern.compile("```hocon\\R(experiment \\{.*?)```", Pattern.DOTALL);
  private static final Pattern SNIPPET =
      Pattern.compile(
          "<!-- snippet -->\\s*```java\\R(.*?)```\\s*<!-- /snippet -->", Pattern.DOTALL);

  @TempDir Path folder;

  private static String read(Path file) throws IOException {
    return Files.readString(file, StandardCharsets.UTF_8);
  }

  /** The lines between the two marks in {@link ReadmeSnippetTest}, without their indentation. */
  private static String snippet() throws IOException {
    List<String> lines =
        Files.readAllLines(
            Path.of("src/test/java/org/recsys4j/bench/ReadmeSnippetTest.java"),
            StandardCharsets.UTF_8);
    int begin = lines.indexOf("    // README: begin");
    int end = lines.indexOf("    // README: end");
    return String.join("\n", lines.subList(begin + 1, end)).stripIndent() + "\n";
  }

  @Test
  void theReadmeShowsTheSnippetThatIsTested() throws IOException {
    Matcher matcher = SNIPPET.matcher(read(Repository.ROOT.resolve("README.md")));
    assertThat(matcher.find()).as("a java block between the marks of the snippet").isTrue();
    assertThat(matcher.group(1)).isEqualTo(snippet());
  }

  @TestFactory
  List<DynamicTest> everyExperimentInTheDocumentsIsLegal() throws IOException {
    List<Path> documents = new ArrayList<>(List.of(Repository.ROOT.resolve("README.md")));
    try (Stream<Path> files = Files.list(Repository.ROOT.resolve("docs"))) {
      files.filter(file -> file.toString().endsWith(".md")).sorted().forEach(documents::add);
    }
    List<DynamicTest> tests =
        documents.stream()
            .flatMap(ReadmeTest::experiments)
            .map(
                experiment ->
                    DynamicTest.dynamicTest(
                        experiment.name(), () -> assertIsLegal(experiment.hocon())))
            .toList();
    assertThat(tests).isNotEmpty();
    return tests;
  }

  record Experiment(String name, String hocon) {}

  private static Stream<Experiment> experiments(Path document) {
    try {
      return HOCON
          .matcher(read(document))
          .results()
          .map(
              found ->
                  new Experiment(document.getFileName() + " at " + found.start(), found.group(1)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void assertIsLegal(String hocon) throws IOException {
    Path file = folder.resolve("experiment.conf");
    Files.writeString(file, hocon, StandardCharsets.UTF_8);
    StringWriter err = new StringWriter();
    int status =
        RecsysCommand.execute(
            new PrintWriter(new StringWriter()), new PrintWriter(err), "check", file.toString());
    assertThat(status).as(err.toString()).isZero();
  }
}
