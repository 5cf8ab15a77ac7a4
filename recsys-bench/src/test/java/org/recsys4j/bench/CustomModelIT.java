package org.recsys4j.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * A third party's jar in a plug-in folder, run by the packaged command line in a process of its
 * own. Verifying {@code recsys-api} built the jar from {@code examples/custom-model}.
 */
@Timeout(180)
class CustomModelIT {
  private static final Path EXAMPLE =
      Repository.ROOT.resolve("recsys-api/target/examples/custom-model");
  private static final Path LIBRARIES = Path.of("target", "recsys", "lib").toAbsolutePath();

  @TempDir static Path plugins;
  @TempDir Path folder;

  /** What a process said, and how it ended. */
  record Ended(int status, String out, String err) {}

  @BeforeAll
  static void fillThePluginFolder() throws IOException {
    Path jar = EXAMPLE.resolve("target/custom-model-1.0.0.jar");
    assertThat(jar).as("the example's jar, built by `mvn verify`").isRegularFile();
    Files.copy(jar, plugins.resolve("custom-model.jar"));
  }

  private Ended recsys(String... arguments) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-Xmx1g", "-cp", LIBRARIES + "/*"));
    command.add("org.recsys4j.bench.cli.RecsysCommand");
    command.addAll(List.of(arguments));
    Path out = folder.resolve("out");
    Path err = folder.resolve("err");
    Process process =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectOutput(out.toFile())
            .redirectError(err.toFile())
            .start();
    try {
      assertThat(process.waitFor(150, TimeUnit.SECONDS)).as("ended in time").isTrue();
    } finally {
      process.destroyForcibly();
    }
    return new Ended(
        process.exitValue(),
        Files.readString(out, StandardCharsets.UTF_8),
        Files.readString(err, StandardCharsets.UTF_8));
  }

  @Test
  void runsBesideTheModelsOfTheLibrary() throws IOException, InterruptedException {
    String experiment = EXAMPLE.resolve("experiment.conf").toString();
    Ended run =
        recsys(
            "run",
            experiment,
            "--plugins",
            plugins.toString(),
            "--out",
            folder.resolve("runs").toString(),
            "--quiet");
    assertThat(run.status()).as(run.err()).isZero();
    assertThat(run.out()).contains("markov-chain", "item-knn", "popularity");
    try (Stream<Path> runs = Files.list(folder.resolve("runs"))) {
      Path only = runs.findFirst().orElseThrow();
      assertThat(Files.readString(only.resolve("leaderboard.json"), StandardCharsets.UTF_8))
          .contains("\"markov-chain\"");
      assertThat(only.resolve("models/markov-chain")).isNotEmptyDirectory();
    }
  }

  @Test
  void isListedAndShown() throws IOException, InterruptedException {
    Ended list = recsys("list", "models", "--plugins", plugins.toString());
    assertThat(list.status()).as(list.err()).isZero();
    assertThat(list.out()).contains("markov-chain", "what directly followed the items");
    Ended show = recsys("show", "markov-chain", "--plugins", plugins.toString());
    assertThat(show.status()).as(show.err()).isZero();
    assertThat(show.out()).contains("decay", "0.9", "How much less each older event");
  }

  @Test
  void isUnknownWithoutTheFolder() throws IOException, InterruptedException {
    Ended show = recsys("show", "markov-chain");
    assertThat(show.status()).isEqualTo(2);
    assertThat(show.err()).contains("markov-chain").doesNotContain("\tat ");
  }
}
