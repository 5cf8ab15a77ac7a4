package org.recsys4j.eval.experiment;

import java.nio.file.Path;
import java.util.List;
import org.recsys4j.eval.experiment.SuccessiveRuns.JoinedFiles;
import org.recsys4j.eval.experiment.SuccessiveRuns.Outcome;

/**
 * What a series came to.
 *
 * @param folder the series' folder
 * @param runs its runs, in the order of the file
 * @param joined what they came to together
 */
public record SeriesSummary(Path folder, List<Outcome> runs, JoinedFiles joined) {
  /** Copies the list. */
  public SeriesSummary {
    runs = List.copyOf(runs);
  }

  /**
   * Whether something is missing at the end.
   *
   * @return whether a model of a run failed
   */
  public boolean anyFailed() {
    return runs.stream().anyMatch(Outcome::anyFailed);
  }
}
