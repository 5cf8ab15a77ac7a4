package org.recsys4j.bench.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * What happens when the user presses Ctrl-C or the process is asked to end: the run is closed, so
 * that whole files stay and nothing else does; one line says where they are, another how to go on.
 * The JVM sets the exit status, which is 130 after Ctrl-C.
 */
final class Interruption implements AutoCloseable {
  private final Supplier<Optional<Path>> runner;
  private final Function<Path, String> command;
  private final PrintWriter err;
  private final AtomicBoolean over = new AtomicBoolean();
  private final Thread hook = new Thread(this::end, "recsys-interruption");

  /**
   * Begins to watch.
   *
   * @param runner ends the run, and says where it is
   * @param command the command that goes on with the run in a folder
   */
  Interruption(Supplier<Optional<Path>> runner, Function<Path, String> command, PrintWriter err) {
    this.runner = runner;
    this.command = command;
    this.err = err;
    Runtime.getRuntime().addShutdownHook(hook);
  }

  /** Ends the run, once. */
  void end() {
    if (over.compareAndSet(false, true)) {
      Optional<Path> run = runner.get();
      err.println();
      err.println(
          "interrupted; "
              + run.map(folder -> "what is finished is in " + folder)
                  .orElse("nothing was finished"));
      run.ifPresent(folder -> err.println("to go on: " + command.apply(folder)));
      err.flush();
    }
  }

  /** Ends watching, since the run has ended. */
  @Override
  public void close() {
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      // The process is ending already, and the hook has run or runs.
      return;
    }
  }
}
