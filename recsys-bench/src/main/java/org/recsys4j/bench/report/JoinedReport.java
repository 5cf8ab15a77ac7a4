package org.recsys4j.bench.report;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.recsys4j.eval.experiment.JoinedRuns;
import org.recsys4j.eval.experiment.SavedResults;

/**
 * {@code report.html} of joined runs, such as those of several seeds or folds: the leaderboard of
 * means with deviations and intervals, every run's number, what changed where a label was trained
 * anew, pairwise tests, wins and losses, and the runs, each with a link to its own page. It looks
 * and works as that of a run, see {@link RunReport}.
 */
public final class JoinedReport {
  private JoinedReport() {}

  /**
   * Writes the page.
   *
   * @param joined the runs
   * @param file where to; a file of that name is replaced when the page is complete
   * @throws IOException if the page cannot be written
   */
  public static void write(JoinedRuns joined, Path file) throws IOException {
    List<Section> sections =
        Stream.of(
                JoinedSections.leaderboard(joined),
                JoinedSections.replications(joined),
                JoinedSections.changes(joined),
                PairSection.of(joined.leaderboard()),
                WinSection.of(joined.leaderboard()),
                JoinedSections.runs(joined, file))
            .flatMap(Optional::stream)
            .toList();
    String names =
        joined.runs().stream()
            .map(SavedResults::name)
            .distinct()
            .map(Isolate::text)
            .collect(Collectors.joining(", "));
    String subtitle =
        String.format(
            Locale.ROOT,
            "%s joined, protocol %s",
            joined.runs().size() == 1 ? "1 run" : joined.runs().size() + " runs",
            joined.leaderboard().protocol());
    new Page(names, subtitle, sections).write(file);
  }
}
