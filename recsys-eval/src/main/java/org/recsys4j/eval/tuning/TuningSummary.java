package org.recsys4j.eval.tuning;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.recsys4j.eval.experiment.RunSummary;

/**
 * What a tuning came to.
 *
 * @param folder the tuning's folder
 * @param tune how it searched
 * @param metric label of the metric by which trials were compared, with the part of the split
 * @param onTest whether trials were measured on the test part
 * @param models the searches, in the order of the experiment
 * @param runFolder where the run of the chosen options is; empty where no trial of any model
 *     succeeded
 * @param run what came out of it; empty where there is none, or where a process that was killed
 *     just afterwards has told
 * @param warnings what was warned of while trials were made
 */
public record TuningSummary(
    Path folder,
    Tune tune,
    String metric,
    boolean onTest,
    List<ModelTuning> models,
    Optional<Path> runFolder,
    Optional<RunSummary> run,
    List<String> warnings) {
  /** Copies the lists. */
  public TuningSummary {
    models = List.copyOf(models);
    warnings = List.copyOf(warnings);
  }

  /**
   * Whether something is missing at the end.
   *
   * @return whether all trials of a model failed, or a model of the run did
   */
  public boolean anyFailed() {
    return models.stream().anyMatch(it -> it.chosen().isEmpty())
        || runFolder.isEmpty()
        || run.filter(RunSummary::anyFailed).isPresent();
  }
}
