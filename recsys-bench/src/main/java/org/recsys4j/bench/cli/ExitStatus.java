package org.recsys4j.bench.cli;

import java.io.PrintWriter;
import java.util.concurrent.CancellationException;
import org.recsys4j.api.config.InvalidConfigException;
import org.recsys4j.api.data.InvalidDataException;
import org.recsys4j.api.plugin.InvalidPluginException;
import org.recsys4j.api.plugin.UnknownNameException;
import org.recsys4j.data.fetch.FetchFailedException;
import org.recsys4j.eval.experiment.RunFailedException;
import org.recsys4j.eval.experiment.UnusableRunException;
import picocli.CommandLine;

/**
 * What the process says when it ends: 0 done, 1 the run or a download failed, or a regression was
 * found that {@code compare --fail-on-regression} asks for, 2 the command or the file is wrong, 3
 * the data is wrong, 130 interrupted.
 */
final class ExitStatus implements CommandLine.IExecutionExceptionHandler {
  static final int DONE = 0;
  static final int FAILED = 1;
  static final int WRONG_COMMAND = 2;
  static final int WRONG_DATA = 3;
  static final int INTERRUPTED = 130;

  private static final int DEEPEST = 8;

  /** What users did wrong is told in its own words; what we did wrong with its causes. */
  @Override
  public int handleExecutionException(
      Exception failure, CommandLine command, CommandLine.ParseResult parsed) {
    PrintWriter err = command.getErr();
    int status = of(failure);
    boolean ours =
        status == FAILED
            && !(failure instanceof RunFailedException
                || failure instanceof FetchFailedException
                || failure instanceof UnwritableException);
    err.println(ours ? chain(failure) : failure.getMessage());
    if (CommonOptions.debug(parsed)) {
      failure.printStackTrace(err);
    } else if (ours) {
      err.println("(--debug prints where it happened)");
    }
    err.flush();
    return status;
  }

  /** What no command expects: too little memory, a broken installation. */
  static int ofError(Error failure, PrintWriter err) {
    if (failure instanceof OutOfMemoryError) {
      err.println(
          "out of memory ("
              + failure.getMessage()
              + "); more is given by RECSYS_JAVA_OPTS=-Xmx8g, for example");
    } else {
      err.println(chain(failure));
    }
    err.flush();
    return FAILED;
  }

  private static int of(Exception failure) {
    if (failure instanceof CancellationException) {
      return INTERRUPTED;
    } else if (failure instanceof InvalidDataException) {
      return WRONG_DATA;
    } else if (failure instanceof InvalidConfigException
        || failure instanceof InvalidPluginException
        || failure instanceof UnknownNameException
        || failure instanceof UnusableRunException) {
      return WRONG_COMMAND;
    }
    return FAILED;
  }

  private static String chain(Throwable failure) {
    StringBuilder text = new StringBuilder("internal error: ");
    Throwable cause = failure;
    for (int depth = 0; cause != null && depth < DEEPEST; depth++) {
      text.append(depth == 0 ? "" : "\n  because of ").append(cause);
      cause = cause.getCause();
    }
    return text.toString();
  }
}
