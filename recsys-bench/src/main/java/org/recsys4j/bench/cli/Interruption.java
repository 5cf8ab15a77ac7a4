package org.recsys4j.bench.cli;

import java.io.PrintWriter;
import java.util.concurrent.atomic.AtomicBoolean;
import org.recsys4j.eval.experiment.ExperimentRunner;

/**
 * What happens when the user presses Ctrl-C or the process is asked to end: the run is closed, so
 * that whole files stay and nothing else does, and one line says where they are. The JVM sets the
 * exit status, which is 130 after Ctrl-C.
 */
final class Interruption implements AutoCloseable {
  private final ExperimentRunner runner;
  private final PrintWriter err;
  private final AtomicBoolean over = new AtomicBoolean();
  private final Thread hook = new Thread(this::end, "recsys-interruption");

  /** Begins to watch. */
  Interruption(ExperimentRunner runner, PrintWriter err) {
    this.runner = runner;
    this.err = err;
    Runtime.getRuntime().addShutdownHook(hook);
  }

  /** Ends the run, once. */
  void end() {
    if (over.compareAndSet(false, true)) {
      String where =
          runner
              .interrupt()
              .map(folder -> "what is finished is in " + folder)
              .orElse("nothing was finished");
      err.println();
      err.println("interrupted; " + where);
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
