package org.recsys4j.bench.cli;

import java.io.Console;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.recsys4j.api.data.Download;

/** Shows terms of use, and asks whether the user accepts them. */
final class Consent {
  private static final int WIDTH = 90;

  private final PrintWriter err;
  private final Supplier<Optional<String>> answers;

  /**
   * On a terminal.
   *
   * @param err takes terms and question
   * @param answers gives a line that the user types, empty where nobody can type one
   */
  Consent(PrintWriter err, Supplier<Optional<String>> answers) {
    this.err = err;
    this.answers = answers;
  }

  /**
   * Reads from the terminal, if there is one. From JDK 22 on, there is a console without a
   * terminal, too: it reads what is piped in, and gives nothing at its end.
   */
  @SuppressWarnings("SystemConsoleNull")
  static Optional<String> line() {
    @Nullable Console console = System.console();
    return console == null ? Optional.empty() : Optional.ofNullable(console.readLine());
  }

  /**
   * Shows the terms.
   *
   * @param given whether they were accepted beforehand
   * @return whether they are accepted; empty where nobody could be asked
   */
  Optional<Boolean> ask(Download download, boolean given) {
    Download.Terms terms = download.terms();
    err.println(download.name() + " (" + Downloads.size(download.size()) + "): terms of use");
    err.println("  " + TextTable.wrap("from " + terms.holder() + ".", WIDTH, 2));
    err.println("  " + TextTable.wrap(terms.summary(), WIDTH, 2));
    err.println("  in full: " + terms.address());
    if (given) {
      err.println("accepted by --accept-licence");
      err.flush();
      return Optional.of(true);
    }
    err.print("accept? [y/N] ");
    err.flush();
    Optional<String> answer = answers.get();
    if (answer.isEmpty()) {
      err.println();
    }
    return answer.map(text -> text.strip().toLowerCase(Locale.ROOT).matches("y|yes"));
  }
}
