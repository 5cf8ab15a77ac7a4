package org.recsys4j.eval.tuning;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.recsys4j.eval.experiment.Leaderboard;
import org.recsys4j.eval.experiment.RunSummary;
import org.recsys4j.eval.experiment.SuccessiveRuns.JoinedFiles;
import org.recsys4j.eval.experiment.SuccessiveRuns.Outcome;

/**
 * What a tuning came to.
 *
 * @param folder the tuning's folder
 * @param tune how it searched
 * @param seeds those of the runs; the search had the first
 * @param metric label of the metric by which trials were compared, with the part of the split
 * @param onTest whether trials were measured on the test part
 * @param models the searches, in the order of the experiment
 * @param runs the runs of the chosen options, one for each seed; none where no trial of any model
 *     succeeded
 * @param joined what several runs came to together
 * @param warnings what was warned of while trials were made
 */
public record TuningSummary(
    Path folder,
    Tune tune,
    List<Long> seeds,
    String metric,
    boolean onTest,
    List<ModelTuning> models,
    List<Outcome> runs,
    Optional<JoinedFiles> joined,
    List<String> warnings) {
  /** Copies the lists. */
  public TuningSummary {
    seeds = List.copyOf(seeds);
    models = List.copyOf(models);
    runs = List.copyOf(runs);
    warnings = List.copyOf(warnings);
  }

  /**
   * The numbers of the chosen options on the test part.
   *
   * @return means over the runs where there are several; empty where there is none, or where a
   *     process that was killed just afterwards has told
   */
  public Optional<Leaderboard> leaderboard() {
    return joined
        .map(it -> it.runs().leaderboard())
        .or(() -> runs.stream().findFirst().flatMap(Outcome::summary).map(RunSummary::leaderboard));
  }

  /**
   * Whether something is missing at the end.
   *
   * @return whether all trials of a model failed, or a model of a run did
   */
  public boolean anyFailed() {
    return models.stream().anyMatch(it -> it.chosen().isEmpty())
        || runs.isEmpty()
        || runs.stream().anyMatch(Outcome::anyFailed);
  }
}
