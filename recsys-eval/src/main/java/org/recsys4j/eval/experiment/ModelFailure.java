package org.recsys4j.eval.experiment;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.concurrent.CancellationException;
import org.recsys4j.api.NonFiniteScoreException;
import org.recsys4j.api.TrainingDivergedException;

/** Tells failures of a model, which end that model alone, from those that end the run. */
final class ModelFailure {
  private static final int DEEPEST = 8;

  private ModelFailure() {}

  /** Throws on what is not the model's own: an interrupted run, a full disk. */
  static void rethrowUnlessOfModel(Throwable failure) {
    boolean interrupted =
        failure instanceof CancellationException || Thread.currentThread().isInterrupted();
    if (failure instanceof RunFailedException fatal) {
      throw fatal;
    } else if (interrupted && failure instanceof RuntimeException fatal) {
      throw fatal;
    } else if (failure instanceof VirtualMachineError fatal
        && !(failure instanceof OutOfMemoryError || failure instanceof StackOverflowError)) {
      throw fatal;
    }
  }

  /** Whether it lies with the machine, and may not be there the next time. */
  static boolean mayPass(Throwable failure) {
    Throwable cause = failure;
    for (int depth = 0; cause != null && depth < DEEPEST; depth++) {
      if (cause instanceof VirtualMachineError
          || cause instanceof LinkageError
          || cause instanceof IOException) {
        return true;
      }
      cause = cause.getCause();
    }
    return false;
  }

  /** One line for the user. */
  static String message(String label, Throwable failure) {
    if (failure instanceof TrainingDivergedException
        || failure instanceof NonFiniteScoreException) {
      return String.valueOf(failure.getMessage()); // they name the model
    }
    if (failure instanceof OutOfMemoryError) {
      return String.format(
          Locale.ROOT,
          "model \"%s\" needs more memory than the %d MiB that the JVM may use (-Xmx): %s",
          label,
          Runtime.getRuntime().maxMemory() >> 20,
          failure.getMessage());
    }
    return "model \"" + label + "\" failed: " + chain(failure);
  }

  private static String chain(Throwable failure) {
    StringBuilder text = new StringBuilder();
    Throwable cause = failure;
    for (int depth = 0; cause != null && depth < DEEPEST; depth++) {
      text.append(depth == 0 ? "" : "; because of ").append(cause.getClass().getSimpleName());
      if (cause.getMessage() != null) {
        text.append(": ").append(cause.getMessage());
      }
      cause = cause.getCause();
    }
    return text.toString().replaceAll("\\R", " ");
  }

  /** Everything, for the model's author. */
  static RunDirectory.Content stackTrace(Throwable failure) {
    StringWriter text = new StringWriter();
    failure.printStackTrace(new PrintWriter(text, true));
    return out -> out.write(text.toString().getBytes(StandardCharsets.UTF_8));
  }
}
