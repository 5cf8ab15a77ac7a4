package org.recsys4j.bench.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** What only a process of its own can show. */
class ProcessTest {
  @TempDir Path folder;

  @Test
  void commandsThatOnlyReadNamesLoadNoNativeLibraryAndNoLogger() throws Exception {
    String log = "-Xlog:class+load:file=" + folder.resolve("classes.log");
    try (Child process = Child.start(folder, List.of(log), "list")) {
      assertThat(process.status()).isZero();
    }
    assertThat(Files.readString(folder.resolve("classes.log")))
        .contains("org.recsys4j.bench.cli.ListCommand")
        .doesNotContain(" org.nd4j.", " org.deeplearning4j.", " org.bytedeco.", " ch.qos.logback.")
        .doesNotContain(" com.fasterxml.jackson.", " me.tongfei.");
  }

  @Test
  @DisabledOnOs(OS.WINDOWS) // there is no SIGINT to send
  void interruptionKeepsWhatIsFinishedAndHasStatus130() throws Exception {
    Shell shell = new Shell(folder);
    Path file = shell.experiment("test-counts, test-waits");
    File finished = new File(folder.toFile(), "runs");
    Path board;
    try (Child process =
        Child.start(folder, List.of(), "run", file.toString(), "--out", finished.toString())) {
      board = waitForFirstModel(process, finished.toPath());
      process.interrupt();

      assertThat(process.status()).isEqualTo(ExitStatus.INTERRUPTED);
      assertThat(process.err())
          .contains("interrupted; what is finished is in " + shell.onlyRun())
          .contains("to go on: recsys run --resume " + shell.onlyRun());
    }
    assertThat(Files.readString(board)).contains("test-counts").doesNotContain("test-waits");
    assertThat(Files.readString(shell.onlyRun().resolve("manifest.json")))
        .contains("\"status\" : \"interrupted\"");
    try (var files = Files.walk(shell.onlyRun())) {
      assertThat(files.map(it -> it.getFileName().toString())).noneMatch(it -> it.endsWith(".tmp"));
    }
    assertThat(
            shell
                .run(
                    "recommend",
                    shell.onlyRun().toString(),
                    "--model",
                    "test-counts",
                    "--user",
                    "u3")
                .status())
        .isEqualTo(ExitStatus.DONE);
  }

  private static Path waitForFirstModel(Child process, Path runs) throws Exception {
    for (int i = 0; i < 600 && process.isAlive(); i++) {
      if (Files.isDirectory(runs)) {
        try (var all = Files.walk(runs, 2)) {
          for (Path board : all.filter(it -> it.endsWith("leaderboard.json")).toList()) {
            if (Files.readString(board).contains("test-counts")) {
              return board;
            }
          }
        } catch (java.io.UncheckedIOException | IOException e) {
          continue; // the folder was just given its name
        }
      }
      TimeUnit.MILLISECONDS.sleep(50);
    }
    throw new AssertionError("no model was finished");
  }
}
