package org.recsys4j.eval.experiment;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.recsys4j.api.Progress;
import org.recsys4j.api.concurrent.Workers;

/**
 * The circumstances of a run. None of them changes a metric.
 *
 * @param out the folder in which the run's own folder is made
 * @param workers threads to compute on
 * @param progress where long work shows how far it is
 * @param notices takes what the user should know before the end: warnings of sources, models that
 *     failed
 * @param clock tells the time that names the run's folder
 * @param software names what else computed, such as the BLAS, for the manifest; asked after every
 *     model, since some of it is loaded only when a model needs it
 * @param cache prepared data of earlier runs, if they may be used
 */
public record RunContext(
    Path out,
    Workers workers,
    Progress progress,
    Consumer<String> notices,
    Clock clock,
    Supplier<Map<String, String>> software,
    Optional<PreparedCache> cache) {

  /**
   * The same for a run in another folder.
   *
   * @param other the folder in which the run's own folder is made
   * @return a new context
   */
  public RunContext in(Path other) {
    return new RunContext(other, workers, progress, notices, clock, software, cache);
  }

  /**
   * A context that names no software of its own, without data of earlier runs.
   *
   * @param out the folder in which the run's own folder is made
   * @param workers threads to compute on
   * @param progress where long work shows how far it is
   * @param notices takes what the user should know before the end
   * @param clock tells the time that names the run's folder
   */
  public RunContext(
      Path out, Workers workers, Progress progress, Consumer<String> notices, Clock clock) {
    this(out, workers, progress, notices, clock, Map::of, Optional.empty());
  }
}
