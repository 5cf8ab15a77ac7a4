package org.recsys4j.bench.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** What only a process of its own can show. */
class ProcessTest {
  @TempDir Path folder;

  private Process start(List<String> options, String... args) throws IOException {
    List<String> command = new ArrayList<>(signalReset());
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(options);
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.add(RecsysCommand.class.getName());
    command.addAll(List.of(args));
    return new ProcessBuilder(command)
        .redirectOutput(folder.resolve("out.txt").toFile())
        .redirectError(folder.resolve("err.txt").toFile())
        .start();
  }

  /**
   * A build in the background of a shell ignores SIGINT, and would have its children ignore it,
   * unless they are told otherwise.
   */
  private static List<String> signalReset() throws IOException {
    Path status = Path.of("/proc/self/status");
    if (!Files.exists(status)) {
      return List.of();
    }
    boolean ignored =
        Files.readAllLines(status).stream()
            .filter(line -> line.startsWith("SigIgn:"))
            .mapToLong(line -> Long.parseUnsignedLong(line.substring(7).trim(), 16))
            .anyMatch(signals -> (signals & 2) != 0);
    return ignored ? List.of("env", "--default-signal=INT") : List.of();
  }

  @Test
  void commandsThatOnlyReadNamesLoadNoNativeLibraryAndNoLogger() throws Exception {
    Process process =
        start(
            List.of(
                "-Xlog:class+load:file=classes.log"
                    .replace("classes.log", folder.resolve("classes.log").toString())),
            "list");
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();

    assertThat(process.exitValue()).isZero();
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
    Process process = start(List.of(), "run", file.toString(), "--out", finished.toString());
    Path board = waitForFirstModel(process, finished.toPath());

    assertThat(new ProcessBuilder("kill", "-INT", Long.toString(process.pid())).start().waitFor())
        .isZero();
    assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();

    assertThat(process.exitValue()).isEqualTo(ExitStatus.INTERRUPTED);
    assertThat(Files.readString(folder.resolve("err.txt")))
        .contains("interrupted; what is finished is in " + shell.onlyRun());
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

  private static Path waitForFirstModel(Process process, Path runs) throws Exception {
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
