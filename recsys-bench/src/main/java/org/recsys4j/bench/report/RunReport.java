package org.recsys4j.bench.report;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.recsys4j.api.data.InvalidDataException;
import org.recsys4j.api.plugin.Plugins;
import org.recsys4j.eval.experiment.UnusableRunException;

/**
 * {@code report.html} of a run: the leaderboard with intervals and marks, pairwise tests, wins and
 * losses, how options were found, learning curves, what accuracy costs and leaves out, metrics by
 * length of lists, by activity and by popularity, and by the groups that were asked for, example
 * recommendations, the protocol, the data, the environment, and how to repeat it.
 *
 * <p>The page is one file. It holds its style, its script and its drawings, and forbids itself by
 * its content security policy to load anything, so that it works offline and tells nobody who reads
 * it. Texts from the data are escaped.
 *
 * <p>Memory: the split, 4 bytes for each entry of each list, and the page, some 2 MB.
 */
public final class RunReport {
  /** The file's name in a run's folder. */
  public static final String FILE = "report.html";

  private RunReport() {}

  /**
   * Reads a run and writes its report.
   *
   * @param run the run's folder
   * @param plugins opens the split
   * @param file where to; a file of that name is replaced when the page is complete
   * @throws UnusableRunException if the folder is no run directory
   * @throws InvalidDataException if a file of the run is damaged
   * @throws IOException if the page cannot be written
   */
  public static void write(Path run, Plugins plugins, Path file) throws IOException {
    page(RunView.read(run, plugins)).write(file);
  }

  private static Page page(RunView run) {
    List<Section> sections =
        Stream.of(
                LeaderboardSection.of(run.leaderboard()),
                SettingSections.protocol(run),
                TuningSection.of(run),
                PairSection.of(run.leaderboard()),
                WinSection.of(run.leaderboard()),
                ChartSections.learning(run),
                ChartSections.cost(run),
                ChartSections.beyond(run),
                ChartSections.cutoffs(run),
                ChartSections.groups(run),
                GroupSection.of(run.metrics(), run.measured()),
                ExampleSection.of(run),
                SettingSections.data(run),
                SettingSections.environment(run),
                SettingSections.repeat(run))
            .flatMap(Optional::stream)
            .toList();
    int models = run.models().size();
    String status = run.manifest().path("status").asText();
    String subtitle =
        String.format(
            Locale.ROOT,
            "%d model%s, %,d users, protocol %s, started %s%s",
            models,
            models == 1 ? "" : "s",
            run.protocol().users(),
            run.manifest().path("protocol").asText(),
            SettingSections.minute(run.manifest().path("started").asText()),
            status.equals("done") ? "" : "; status: " + status);
    return new Page(run.manifest().path("name").asText(), subtitle, sections);
  }
}
