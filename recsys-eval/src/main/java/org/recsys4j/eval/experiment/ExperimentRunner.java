package org.recsys4j.eval.experiment;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.concurrent.CancellationException;
import org.recsys4j.api.CandidatePolicy;
import org.recsys4j.api.ReadContext;
import org.recsys4j.api.SplitStore;
import org.recsys4j.api.Splitter;
import org.recsys4j.api.data.Dataset;
import org.recsys4j.api.data.InvalidDataException;
import org.recsys4j.api.data.Split;
import org.recsys4j.eval.experiment.RunManifest.Status;
import org.recsys4j.eval.protocol.Evaluator;
import org.recsys4j.eval.protocol.Protocol;

/**
 * Runs one experiment: reads and prepares the data, splits them, fits every model on the same
 * training part, evaluates all of them on the same test part, and leaves a run directory.
 *
 * <p>The directory holds {@code experiment.json} (the file with all defaults, to be run again),
 * {@code manifest.json}, {@code leaderboard.csv}, {@code .md} and {@code .json}, {@code split/} and
 * {@code models/<label>/} with {@code model.npz}, {@code metrics.json}, {@code per-user.csv.gz},
 * {@code run.trec.gz} and {@code training.csv}. Manifest and leaderboard are written anew after
 * every model; what has its name is complete, whenever the run ends.
 *
 * <p>A model that fails is reported in the leaderboard and does not keep the others from finishing;
 * {@code failure.txt} in its folder has the stack trace. All metrics are equal, bit for bit, for
 * any number of threads.
 *
 * <p>For one run, from one thread; only {@link #interrupt} may be called from another.
 */
public final class ExperimentRunner {
  private final ExperimentConfig config;
  private final RunContext context;
  private final SplitStore store;
  private final RunManifest manifest;
  private final List<String> warnings = Collections.synchronizedList(new ArrayList<>());
  private volatile Optional<RunDirectory> directory = Optional.empty();

  /**
   * Prepares to run; touches nothing.
   *
   * @param config what to do
   * @param context the circumstances
   * @param store writes the split
   */
  public ExperimentRunner(ExperimentConfig config, RunContext context, SplitStore store) {
    this.config = config;
    this.context = context;
    this.store = store;
    this.manifest = new RunManifest(config, context);
  }

  /**
   * Runs.
   *
   * @return what came out, failed models included
   * @throws InvalidDataException if the data are wrong, or a part of the split is empty that must
   *     not be
   * @throws RunFailedException if a file of the run cannot be written
   * @throws CancellationException if the run was interrupted
   */
  public RunSummary run() {
    RunDirectory run = RunDirectory.begin(context.out(), config.name(), context.clock().instant());
    directory = Optional.of(run);
    try {
      return run(run);
    } catch (CancellationException e) {
      end(run, Status.INTERRUPTED);
      throw e;
    } catch (RuntimeException | Error e) {
      end(run, Status.FAILED);
      throw e;
    } finally {
      run.close();
    }
  }

  private RunSummary run(RunDirectory run) {
    ReadContext reading = new ReadContext(context.progress(), this::warn);
    PreparedData data = PreparedData.of(config.data(), reading);
    Split parts = split(config.split().plugin().plugin(), data.dataset());
    refuseEmptyParts(parts);
    Split split =
        candidates(config.evaluate().candidates().plugin().plugin(), data.dataset(), parts);
    SortedMap<String, String> files = write(split, run);
    Protocol test = Protocol.test(split, config.evaluate().rules());
    if (test.users() == 0) {
      throw new InvalidDataException("nobody can be evaluated: " + test.userCounts().summary());
    }
    Protocol validation = Protocol.validation(split, config.evaluate().rules());
    String id = ProtocolId.of(config, data, files, test);
    run.publish(id);
    RunSummary.Setting setting =
        RunSummary.Setting.of(config, data.steps(), split, test, validation);
    manifest.begin(id, data, files, setting);
    run.write("experiment.json", Json.content(ConfigTree.of(config)));
    write(run, leaderboard(id, List.of()), Status.RUNNING);
    ModelRun.Experiment shared =
        new ModelRun.Experiment(
            config, split, data.checksum(), validation, evaluator(test), context, run);
    Leaderboard leaderboard = leaderboard(id, runModels(shared, id));
    RunSummary summary = new RunSummary(run.path(), leaderboard, setting, warnings);
    write(run, leaderboard, summary.anyFailed() ? Status.FAILED : Status.DONE);
    return summary;
  }

  private Evaluator evaluator(Protocol test) {
    return new Evaluator(
        test,
        config.evaluate().measured().stream().map(it -> it.metric()).toList(),
        config.tieSeed(),
        context.workers());
  }

  private List<ModelResult> runModels(ModelRun.Experiment shared, String id) {
    List<ModelResult> results = new ArrayList<>();
    for (ExperimentConfig.Model model : config.models()) {
      ModelRun modelRun = new ModelRun(shared, model);
      ModelResult result = modelRun.run();
      result.failure().ifPresent(context.notices());
      results.add(result);
      manifest.model(result, modelRun.memoryMeasure());
      write(shared.directory(), leaderboard(id, results), Status.RUNNING);
    }
    return results;
  }

  private void warn(String warning) {
    warnings.add(warning);
    context.notices().accept(warning);
  }

  private <O extends Record> Split split(Splitter<O> splitter, Dataset dataset) {
    O options = splitter.optionsType().cast(config.split().plugin().options());
    return splitter.split(dataset, options, config.splitSeeds());
  }

  private <O extends Record> Split candidates(
      CandidatePolicy<O> policy, Dataset dataset, Split split) {
    O options = policy.optionsType().cast(config.evaluate().candidates().plugin().options());
    return split.withCandidates(policy.draw(dataset, split, options, config.candidateSeeds()));
  }

  private void refuseEmptyParts(Split split) {
    String empty = split.train().size() == 0 ? "training" : split.test().size() == 0 ? "test" : "";
    if (!empty.isEmpty()) {
      throw new InvalidDataException(
          "the " + empty + " part of the split " + ConfigTree.split(config) + " is empty");
    }
  }

  private SortedMap<String, String> write(Split split, RunDirectory run) {
    Path folder = run.path().resolve("split");
    try {
      return store.write(split, folder);
    } catch (IOException e) {
      throw RunFailedException.cannotWrite(folder, e);
    }
  }

  private Leaderboard leaderboard(String id, List<ModelResult> results) {
    return new Leaderboard(
        id, config.evaluate().measured().stream().map(Leaderboard.Column::of).toList(), results);
  }

  private synchronized void write(RunDirectory run, Leaderboard leaderboard, Status status) {
    manifest.warnings(warnings);
    run.write("leaderboard.csv", leaderboard::writeCsv);
    run.write("leaderboard.md", leaderboard::writeMarkdown);
    run.write("leaderboard.json", leaderboard::writeJson);
    run.write(RunManifest.FILE, manifest.content(status));
  }

  /**
   * Ends the run from another thread, such as one that a signal started: what is finished stays,
   * what is not goes, the manifest says that the run was interrupted, and nothing is written
   * afterwards.
   *
   * @return the run's folder, empty if the run did not come so far as to leave one
   */
  public Optional<Path> interrupt() {
    Optional<RunDirectory> run = directory;
    run.ifPresent(
        it -> {
          end(it, Status.INTERRUPTED);
          it.close();
        });
    return run.filter(RunDirectory::isPublished).map(RunDirectory::path);
  }

  /** Leaves a last word in the manifest, where that is still possible. */
  private synchronized void end(RunDirectory run, Status status) {
    if (!run.isPublished()) {
      return;
    }
    try {
      run.write(RunManifest.FILE, manifest.content(status));
    } catch (RunFailedException | CancellationException e) {
      // What ended the run is worth more than this; the manifest still says "running".
      return;
    }
  }
}
