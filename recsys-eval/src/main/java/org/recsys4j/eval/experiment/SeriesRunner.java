package org.recsys4j.eval.experiment;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import org.recsys4j.api.data.InvalidDataException;
import org.recsys4j.api.plugin.Plugins;
import org.recsys4j.eval.experiment.RunManifest.Status;

/**
 * Runs a series: one experiment for each seed and fold, one after the other, and joins what they
 * came to.
 *
 * <p>The folder holds {@code series.json}, {@code run/} with a run directory like any other for
 * each experiment, and {@code joined/}, which is written when all of them are over. A series whose
 * process was killed, at any moment, is gone on with by another runner: runs that are finished
 * stay, the one under way goes on as {@link ExperimentRunner} says, the others are begun, and the
 * joined numbers are the same, bit for bit. One process at a time works in the folder.
 *
 * <p>For one series, from one thread; only {@link #interrupt} may be called from another.
 */
public final class SeriesRunner {
  private final ExperimentSeries series;
  private final RunContext context;
  private final Plugins plugins;
  private final Optional<UnfinishedSeries> before;
  private final SeriesManifest manifest;
  private volatile Optional<RunDirectory> directory = Optional.empty();
  private volatile Optional<SuccessiveRuns> running = Optional.empty();

  /**
   * Prepares to run; touches nothing.
   *
   * @param series what to run
   * @param context the circumstances
   * @param plugins what the experiments name
   */
  public SeriesRunner(ExperimentSeries series, RunContext context, Plugins plugins) {
    this(series, context, plugins, Optional.empty());
  }

  /**
   * Prepares to go on with a series that another process left; touches nothing.
   *
   * @param before the series
   * @param context the circumstances; the series stays in its folder, whatever {@link
   *     RunContext#out} says
   * @param plugins what the experiments name
   */
  public SeriesRunner(UnfinishedSeries before, RunContext context, Plugins plugins) {
    this(before.series(), context, plugins, Optional.of(before));
  }

  private SeriesRunner(
      ExperimentSeries series,
      RunContext context,
      Plugins plugins,
      Optional<UnfinishedSeries> before) {
    this.series = series;
    this.context = context;
    this.plugins = plugins;
    this.before = before;
    this.manifest = new SeriesManifest(series, context.clock(), before);
  }

  /**
   * Runs.
   *
   * @param told takes what came out of each run as soon as it is over
   * @return what came out, failed models included
   * @throws InvalidDataException if the data are wrong
   * @throws RunFailedException if a file cannot be written
   * @throws CancellationException if the series was interrupted
   * @throws UnusableRunException if the series or run that is to be gone on with is in use, or was
   *     begun by a version that measures otherwise
   */
  public SeriesSummary run(Consumer<RunSummary> told) {
    ExperimentConfig first = series.runs().get(0);
    RunDirectory own =
        before
            .map(it -> RunDirectory.reopen(it.folder(), first.name(), it.started()))
            .orElseGet(
                () -> RunDirectory.begin(context.out(), first.name(), context.clock().instant()));
    directory = Optional.of(own);
    try {
      write(own, Status.RUNNING);
      own.publishAs("series"); // at once: the paths of the runs in it are not to change
      SuccessiveRuns runs = new SuccessiveRuns(own.path(), context, plugins);
      running = Optional.of(runs);
      List<SuccessiveRuns.Outcome> outcomes = runs.run(series.runs(), told);
      SeriesSummary summary = new SeriesSummary(own.path(), outcomes, runs.join(outcomes, first));
      write(own, summary.anyFailed() ? Status.FAILED : Status.DONE);
      return summary;
    } catch (CancellationException e) {
      end(own, Status.INTERRUPTED);
      throw e;
    } catch (RuntimeException | Error e) {
      end(own, Status.FAILED);
      throw e;
    } finally {
      own.close();
    }
  }

  private void write(RunDirectory own, Status status) {
    own.write(SeriesManifest.FILE, manifest.content(status));
  }

  /** Leaves a last word, where that is still possible. */
  private void end(RunDirectory own, Status status) {
    try {
      write(own, status);
    } catch (RunFailedException | CancellationException e) {
      return; // what ended the series is worth more than this
    }
  }

  /**
   * Ends the series from another thread, such as one that a signal started: what is finished stays,
   * and nothing is written afterwards.
   *
   * @return the series' folder, empty if there is none yet
   */
  public Optional<Path> interrupt() {
    running.ifPresent(SuccessiveRuns::interrupt);
    Optional<RunDirectory> own = directory;
    own.ifPresent(
        it -> {
          end(it, Status.INTERRUPTED);
          it.close();
        });
    return own.filter(RunDirectory::isPublished).map(RunDirectory::path);
  }
}
