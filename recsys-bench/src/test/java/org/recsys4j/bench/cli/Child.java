package org.recsys4j.bench.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * The command {@code recsys} in a process of its own, which ends with the test at the latest,
 * however that ends.
 */
final class Child implements AutoCloseable {
  private final Process process;
  private final Path err;

  private Child(Process process, Path err) {
    this.process = process;
    this.err = err;
  }

  /** Starts a command; what it prints goes to files in a folder. */
  static Child start(Path folder, List<String> options, String... args) throws IOException {
    List<String> command = new ArrayList<>(signalReset());
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(options);
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.add(RecsysCommand.class.getName());
    command.addAll(List.of(args));
    Path err = folder.resolve("err.txt");
    Process process =
        new ProcessBuilder(command)
            .redirectOutput(folder.resolve("out.txt").toFile())
            .redirectError(err.toFile())
            .start();
    return new Child(process, err);
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

  boolean isAlive() {
    return process.isAlive();
  }

  /** Waits for the end; the exit status. */
  int status() throws InterruptedException, IOException {
    if (!process.waitFor(120, TimeUnit.SECONDS)) {
      throw new AssertionError("the process does not end; it said " + err());
    }
    return process.exitValue();
  }

  /** What it printed on standard error so far. */
  String err() throws IOException {
    return Files.readString(err);
  }

  /** As Ctrl-C does. */
  void interrupt() throws IOException, InterruptedException {
    if (new ProcessBuilder("kill", "-INT", Long.toString(process.pid())).start().waitFor() != 0) {
      throw new AssertionError("the process had ended already; it said " + err());
    }
  }

  /** Ends it at once, as {@code kill -9} does. */
  @Override
  public void close() {
    process.destroyForcibly().onExit().join();
  }
}
