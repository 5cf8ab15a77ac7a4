package org.recsys4j.bench.cli;

import java.io.PrintWriter;
import java.util.Optional;
import java.util.function.Consumer;
import org.recsys4j.api.Progress;

/**
 * How a run talks on standard error.
 *
 * @param progress shows how far long work is
 * @param lines takes lines that stay
 */
record Messages(Progress progress, Consumer<String> lines) {
  private static final String BARS = "recsys.bars";
  private static final int WIDTH = 80;

  /**
   * Bars on a terminal, plain lines elsewhere and in continuous integration, nothing but warnings
   * if the user wants quiet. The launcher knows whether standard error is a terminal, Java does
   * not; it says so by the system property {@code recsys.bars}, the width in columns.
   */
  static Messages on(PrintWriter err, boolean quiet) {
    Optional<String> bars = Optional.ofNullable(System.getProperty(BARS));
    if (quiet) {
      return new Messages(Progress.SILENT, err::println);
    } else if (bars.isPresent() && System.getenv("CI") == null) {
      Terminal terminal = new Terminal(err, Math.max(1, width(bars.get()) - 1));
      return new Messages(new ProgressBars(terminal, System::nanoTime), terminal::print);
    }
    return new Messages(new ProgressLines(err, System::nanoTime), err::println);
  }

  private static int width(String columns) {
    return columns.matches("[1-9]\\d{0,4}") ? Integer.parseInt(columns) : WIDTH;
  }
}
