package org.recsys4j.bench.cli;

import java.io.PrintWriter;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A terminal line that bars overwrite, below lines that stay. Of bars within bars, the innermost is
 * shown. For many threads.
 */
final class Terminal {
  private final PrintWriter err;
  private final int width;
  private final Deque<Object> owners = new ArrayDeque<>();
  private int used;

  Terminal(PrintWriter err, int width) {
    this.err = err;
    this.width = width;
  }

  /** The longest line that does not wrap. */
  int width() {
    return width;
  }

  /** The owner's bar is shown until another one begins. */
  synchronized void begin(Object owner) {
    owners.push(owner);
  }

  /** Shows a bar, if it is the innermost one. */
  synchronized void show(Object owner, String bar) {
    if (Objects.equals(owners.peek(), owner)) {
      overwrite(bar);
    }
  }

  /** Ends a bar; {@code line} stays, or nothing does. */
  synchronized void end(Object owner, @Nullable String line) {
    owners.remove(owner);
    if (line == null) {
      overwrite("");
    } else {
      print(line);
    }
  }

  /** Prints a line that stays. */
  synchronized void print(String line) {
    overwrite(line);
    err.println();
    err.flush();
    used = 0;
  }

  private void overwrite(String text) {
    err.print('\r');
    err.print(text);
    err.print(" ".repeat(Math.max(0, used - text.length())));
    if (text.isEmpty()) {
      err.print('\r');
    }
    err.flush();
    used = text.length();
  }
}
