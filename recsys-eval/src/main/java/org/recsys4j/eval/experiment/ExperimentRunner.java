package org.recsys4j.eval.experiment;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import org.recsys4j.api.Metric;
import org.recsys4j.api.Progress;
import org.recsys4j.api.ReadContext;
import org.recsys4j.api.SplitStore;
import org.recsys4j.api.data.InvalidDataException;
import org.recsys4j.api.data.Split;
import org.recsys4j.eval.experiment.RunManifest.Status;
import org.recsys4j.eval.group.GroupEvaluation;
import org.recsys4j.eval.protocol.Evaluator;
import org.recsys4j.eval.protocol.PartValidation;
import org.recsys4j.eval.protocol.Protocol;
import org.recsys4j.eval.statistics.Resampling;

/**
 * Runs one experiment: reads and prepares the data, splits them, fits every model on the same
 * training part, evaluates all of them on the same test part, and leaves a run directory.
 *
 * <p>The directory holds {@code experiment.json} (the file with all defaults, to be run again),
 * {@code manifest.json}, {@code leaderboard.csv}, {@code .md}, {@code .tex} and {@code .json},
 * {@code comparison.json} with intervals and tests over users, {@code split/}, {@code features/}
 * with the fitted extractors where the experiment names features, and {@code models/<label>/} with
 * {@code model.npz}, {@code metrics.json}, {@code groups.json}, {@code per-user.csv.gz}, {@code
 * run.trec.gz} and {@code training.csv}. Manifest and leaderboard are written anew after every
 * model; what has its name is complete, whenever the run ends.
 *
 * <p>A run whose process was killed, at any moment, is gone on with by another runner: finished
 * models stay, a model with checkpoints goes on from the newest one, and the result is the same,
 * bit for bit. One process at a time works in a run directory.
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
  private final Optional<UnfinishedRun> before;
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
    this(config, context, store, Optional.empty());
  }

  /**
   * Prepares to go on with a run that another process left; touches nothing.
   *
   * @param unfinished the run; its models that are finished stay as they are
   * @param context the circumstances; the run stays in its folder, whatever {@link RunContext#out}
   *     says
   * @param store reads the split, or writes it where the run did not come so far
   */
  public ExperimentRunner(UnfinishedRun unfinished, RunContext context, SplitStore store) {
    this(unfinished.config(), context, store, Optional.of(unfinished));
  }

  private ExperimentRunner(
      ExperimentConfig config,
      RunContext context,
      SplitStore store,
      Optional<UnfinishedRun> before) {
    this.config = config;
    this.context = context;
    this.store = store;
    this.before = before;
    this.manifest = new RunManifest(config, context);
    before.ifPresent(manifest::goOn);
  }

  /**
   * Runs.
   *
   * @return what came out, failed models included
   * @throws InvalidDataException if the data are wrong, a part of the split is empty that must not
   *     be, or there is not what a metric needs
   * @throws RunFailedException if a file of the run cannot be written
   * @throws CancellationException if the run was interrupted
   * @throws UnusableRunException if the run that is to be gone on with is in use, or was begun by a
   *     version that measures otherwise
   */
  public RunSummary run() {
    RunDirectory run =
        before
            .map(RunDirectory::reopen)
            .orElseGet(
                () -> RunDirectory.begin(context.out(), config.name(), context.clock().instant()));
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
    Optional<UnfinishedRun> withSplit = before.filter(UnfinishedRun::hasSplit);
    withSplit.ifPresent(it -> warnings.addAll(it.warnings()));
    Basis basis = withSplit.map(it -> Basis.saved(it, store)).orElseGet(() -> makeBasis(run));
    Split split = basis.split();
    Protocol test = Protocol.test(split, config.evaluate().rules());
    if (test.users() == 0) {
      throw new InvalidDataException("nobody can be evaluated: " + test.userCounts().summary());
    }
    Protocol validation = Protocol.validation(split, config.evaluate().rules());
    // Before anything is fitted, since metrics whose data are missing are refused here.
    GroupEvaluation groups = groups(split, test);
    Evaluator evaluator = evaluator(test, groups);
    refuseStoppingWithoutData(validation);
    String id = ProtocolId.of(config, basis.dataChecksum(), basis.files(), test);
    before.ifPresent(it -> it.requireProtocol(id));
    RunSummary.Setting setting =
        RunSummary.Setting.of(config, basis.steps(), split, test, validation);
    FittedFeatures features = FittedFeatures.fit(config.features(), split, context.progress());
    withSplit.ifPresent(features::requireSame);
    manifest.begin(id, basis, setting, features.tree());
    Map<String, ModelResult> finished = before.map(UnfinishedRun::finished).orElse(Map.of());
    run.write("experiment.json", Json.content(ConfigTree.of(config)));
    features.write(run);
    write(run, leaderboard(id, finished), Status.RUNNING);
    run.publish(id);
    ModelRun.Experiment shared =
        new ModelRun.Experiment(
            config,
            split,
            features.matrices(),
            basis,
            id,
            validation,
            evaluator,
            groups,
            context,
            run,
            this::warn);
    Leaderboard leaderboard = compare(leaderboard(id, runModels(shared, id, finished)), run);
    RunSummary summary = new RunSummary(run.path(), leaderboard, setting, warnings);
    write(run, leaderboard, summary.anyFailed() ? Status.FAILED : Status.DONE);
    return summary;
  }

  /** With a first manifest before all work, so that a kill leaves what can be gone on with. */
  private Basis makeBasis(RunDirectory run) {
    run.write(RunManifest.FILE, manifest.content(Status.RUNNING));
    ReadContext reading = new ReadContext(context.progress(), this::warn);
    return Basis.make(config, reading, context.cache(), store, run);
  }

  /** An evaluator gathers what its metrics need; each model makes its own of this one. */
  private void refuseStoppingWithoutData(Protocol validation) {
    PartValidation.of(
        "",
        validation,
        config.evaluate().earlyStoppingMetric().metric(),
        config.tieSeed(),
        context.workers());
  }

  private GroupEvaluation groups(Split split, Protocol test) {
    Map<String, Metric> metrics = new LinkedHashMap<>();
    config.evaluate().measured().forEach(it -> metrics.put(it.key(), it.metric()));
    return GroupEvaluation.of(config.evaluate().groups(), split, test, metrics);
  }

  private Evaluator evaluator(Protocol test, GroupEvaluation groups) {
    List<Metric> metrics = new ArrayList<>();
    config.evaluate().measured().forEach(it -> metrics.add(it.metric()));
    metrics.addAll(groups.metrics());
    return new Evaluator(test, metrics, config.tieSeed(), context.workers());
  }

  private Map<String, ModelResult> runModels(
      ModelRun.Experiment shared, String id, Map<String, ModelResult> finished) {
    RunDirectory run = shared.directory();
    finished.keySet().forEach(label -> ModelRun.forgetCheckpoints(run, label));
    Map<String, ModelResult> results = new LinkedHashMap<>(finished);
    for (ExperimentConfig.Model model : config.models()) {
      if (finished.containsKey(model.label())) {
        continue;
      }
      ModelRun modelRun = new ModelRun(shared, model);
      ModelResult result = modelRun.run();
      result.failure().ifPresent(context.notices());
      results.put(model.label(), result);
      manifest.model(result, modelRun.memoryMeasure());
      write(run, leaderboard(id, results), Status.RUNNING);
      if (!result.failed()) {
        ModelRun.forgetCheckpoints(run, model.label());
      }
    }
    return results;
  }

  private void warn(String warning) {
    warnings.add(warning);
    context.notices().accept(warning);
  }

  private Leaderboard leaderboard(String id, Map<String, ModelResult> results) {
    return new Leaderboard(
        id,
        config.evaluate().measured().stream().map(Leaderboard.Column::of).toList(),
        config.models().stream()
            .flatMap(model -> Optional.ofNullable(results.get(model.label())).stream())
            .toList());
  }

  /** By the numbers in the files, so that a run that is gone on with comes to the same. */
  private Leaderboard compare(Leaderboard leaderboard, RunDirectory run) {
    Map<String, UserComparison.Numbers> numbers = new LinkedHashMap<>();
    for (ModelResult model : leaderboard.models()) {
      if (!model.failed()) {
        Path folder = run.path().resolve("models").resolve(model.folder());
        numbers.put(model.label(), UserComparison.in(folder.resolve(PerUserTable.FILE)));
      }
    }
    Resampling how =
        new Resampling(
            config.evaluate().resamples(),
            config.statisticsSeed(),
            Resampling.USUAL_LEVEL,
            context.workers());
    Optional<String> baseline = config.evaluate().baseline();
    baseline
        .filter(label -> !numbers.containsKey(label))
        .map(label -> "the baseline \"" + label + "\" failed: models are compared with the best")
        .filter(warning -> !warnings.contains(warning))
        .ifPresent(this::warn);
    Progress.Task task = context.progress().start("compare models", -1, "");
    try {
      return new UserComparison(leaderboard.metrics(), baseline, how)
          .of(numbers)
          .map(leaderboard::with)
          .orElse(leaderboard);
    } finally {
      task.close();
    }
  }

  private synchronized void write(RunDirectory run, Leaderboard leaderboard, Status status) {
    manifest.warnings(warnings);
    LeaderboardFiles.of(leaderboard).forEach(run::write);
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
