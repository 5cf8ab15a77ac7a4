package org.recsys4j.bench.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.recsys4j.api.Progress;

class ProgressTest {
  private final StringWriter text = new StringWriter();
  private final PrintWriter err = new PrintWriter(text);
  private final AtomicLong nanos = new AtomicLong();

  private void pass(double seconds) {
    nanos.addAndGet((long) (seconds * 1e9));
  }

  @Test
  void linesTellOfLongWorkOnly() {
    ProgressLines lines = new ProgressLines(err, nanos::get);
    try (Progress.Task task = lines.start("read", 100, "rows")) {
      task.advance(50);
      pass(0.5);
    }
    assertThat(text.toString()).isEmpty();

    try (Progress.Task task = lines.start("fit", -1, "epochs")) {
      task.note("loss 0.5");
      pass(11);
      task.advance(3);
      task.advance(1);
      pass(1);
    }
    assertThat(text.toString().lines())
        .containsExactly("fit: 3 epochs, loss 0.5", "fit: 12.0 s, loss 0.5");
  }

  @Test
  void whatAPartHasSaidIsNotSaidAgain() {
    ProgressLines lines = new ProgressLines(err, nanos::get);
    try (Progress.Task outer = lines.start("fit ease", -1, "")) {
      try (Progress.Task inner = lines.start("ease", 5, "steps")) {
        inner.note("inverting");
        pass(5);
      }
      pass(0.1);
      outer.note("");
    }
    try (Progress.Task outer = lines.start("fit other", -1, "")) {
      try (Progress.Task inner = lines.start("other", 5, "steps")) {
        inner.advance(1);
        pass(2);
      }
      outer.note("");
      pass(2);
    }
    assertThat(text.toString().lines())
        .containsExactly("ease: 5.0 s, inverting", "other: 2.0 s", "fit other: 4.0 s");
  }

  @Test
  void barsOfLongWorkLeaveALineAndOthersNothing() {
    Terminal terminal = new Terminal(err, 60);
    ProgressBars bars = new ProgressBars(terminal, nanos::get);
    try (Progress.Task outer = bars.start("fit", -1, "epochs")) {
      try (Progress.Task inner = bars.start("quick", 10, "batches")) {
        inner.advance(5);
      }
      pass(2);
      outer.advance(1);
    }
    terminal.print("a warning");

    String shown = shown(text.toString());
    assertThat(shown).startsWith("fit: 2.0 s\n").endsWith("a warning\n").hasLineCount(2);
  }

  /** What a terminal shows in the end: of each line what was written over it last. */
  private static String shown(String written) {
    StringBuilder lines = new StringBuilder();
    for (String line : written.replace("\r\n", "\n").split("\n", -1)) {
      StringBuilder cells = new StringBuilder();
      for (String part : line.split("\r", -1)) {
        cells.replace(0, Math.min(part.length(), cells.length()), part);
      }
      lines.append(cells.toString().stripTrailing()).append('\n');
    }
    return lines.substring(0, lines.length() - 1);
  }

  @Test
  void barsFitTheTerminal() {
    Terminal terminal = new Terminal(err, 50);
    ProgressBars bars = new ProgressBars(terminal, nanos::get);
    try (Progress.Task task = bars.start("some work with quite a long name indeed", 10, "rows")) {
      task.note("and a long note beside it, which is too much");
      task.advance(10);
      pass(0.1);
    }
    assertThat(text.toString().split("[\r\n]", -1)).allMatch(line -> line.length() <= 50);
    assertThat(text.toString()).contains("some work");
  }
}
