package org.recsys4j.eval.tuning;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CancellationException;
import org.recsys4j.api.SplitStore;
import org.recsys4j.api.config.ConfigProblem;
import org.recsys4j.api.config.InvalidConfigException;
import org.recsys4j.api.data.InvalidDataException;
import org.recsys4j.api.plugin.Plugins;
import org.recsys4j.api.random.SeedTree;
import org.recsys4j.eval.experiment.ExperimentConfig;
import org.recsys4j.eval.experiment.RunContext;
import org.recsys4j.eval.experiment.RunFailedException;
import org.recsys4j.eval.experiment.TrialBench;
import org.recsys4j.eval.experiment.UnusableRunException;
import org.recsys4j.eval.protocol.Protocol;

/**
 * Tunes the models of an experiment, each within the same budget, by their results on the
 * validation part, and then runs the experiment with the options that were best, once for each
 * seed.
 *
 * <p>The search has the first seed. The runs have the split that it had, so that what other seeds
 * change is the training of the models, and no test event of any run was looked at by a trial.
 *
 * <p>The folder holds {@code tuning.json}, {@code trials.csv}, {@code trials/} with one file a
 * trial, {@code split/}, {@code run/}, in which the run directories of the chosen options are, and,
 * of several runs, {@code joined/}. The test part is measured by these runs alone. All files are
 * whole whenever the tuning ends, and another runner goes on from them.
 *
 * <p><b>Repeatable.</b> Which trials are made and what comes of them is the same, bit for bit, for
 * any number of threads and of parallel trials, unless the budget has {@code seconds}: these end a
 * search where time tells, and every trial that is made by then has the same result.
 *
 * <p><b>Memory.</b> The split once, and as many models in training as there are parallel trials;
 * with them, for each, what {@link org.recsys4j.eval.protocol.Evaluator} holds. Trials are not
 * kept. On the disk, a trial that is paused has its two newest checkpoints until its model is
 * tuned.
 *
 * <p>For one tuning, from one thread; only {@link #interrupt} may be called from another.
 */
public final class TuningRunner {
  private final TuningConfig config;
  private final RunContext context;
  private final Plugins plugins;
  private final int parallel;
  private final Optional<UnfinishedTuning> before;
  private final TuningManifest manifest;
  private volatile Optional<TrialBench> opened = Optional.empty();
  private volatile Optional<ChosenRuns> running = Optional.empty();

  /**
   * Prepares to tune; touches nothing.
   *
   * @param config what to tune
   * @param context the circumstances
   * @param plugins what the experiment names
   * @param parallel how many trials run at once; what the file says where it is empty
   */
  public TuningRunner(
      TuningConfig config, RunContext context, Plugins plugins, OptionalInt parallel) {
    this(config, context, plugins, parallel, Optional.empty());
  }

  /**
   * Prepares to go on with a tuning that another process left; touches nothing.
   *
   * @param before the tuning
   * @param context the circumstances; the tuning stays in its folder, whatever {@link
   *     RunContext#out} says
   * @param plugins what the experiment names
   * @param parallel how many trials run at once; what the file says where it is empty
   */
  public TuningRunner(
      UnfinishedTuning before, RunContext context, Plugins plugins, OptionalInt parallel) {
    this(before.config(), context, plugins, parallel, Optional.of(before));
  }

  private TuningRunner(
      TuningConfig config,
      RunContext context,
      Plugins plugins,
      OptionalInt parallel,
      Optional<UnfinishedTuning> before) {
    this.config = config;
    this.context = context;
    this.plugins = plugins;
    this.parallel = parallel.orElse(config.tune().parallel());
    this.before = before;
    this.manifest = new TuningManifest(config, context.clock(), before);
  }

  /**
   * Tunes, and runs.
   *
   * @return what came out, failed models included
   * @throws InvalidConfigException if nobody can be evaluated on the validation part, and the file
   *     does not allow the test part
   * @throws InvalidDataException if the data are wrong
   * @throws RunFailedException if a file cannot be written
   * @throws CancellationException if the tuning was interrupted
   * @throws UnusableRunException if the tuning that is to be gone on with is in use, or was begun
   *     by a version that proposes other trials
   */
  public TuningSummary run() {
    TrialBench bench =
        before
            .map(it -> TrialBench.reopen(it.folder(), it.started(), config.experiment(), context))
            .orElseGet(() -> TrialBench.begin(config.experiment(), context));
    opened = Optional.of(bench);
    try {
      return run(bench);
    } catch (CancellationException e) {
      end(bench, TuningManifest.INTERRUPTED);
      throw e;
    } catch (RuntimeException | Error e) {
      end(bench, TuningManifest.FAILED);
      throw e;
    } finally {
      bench.close();
    }
  }

  private TuningSummary run(TrialBench bench) {
    SplitStore store = plugins.instance(SplitStore.class);
    before
        .map(TuningManifest::setting)
        .ifPresentOrElse(it -> bench.prepare(store, it), () -> bench.prepare(store));
    Objective objective = objective(bench);
    String part = objective.isForTraining() ? "validation" : "test";
    manifest.begin(bench, part);
    manifest.write(bench, TuningManifest.RUNNING);
    bench.publish();
    List<ModelTuning> models = tune(bench, objective);
    ChosenRuns last = new ChosenRuns(bench, context, plugins);
    running = Optional.of(last);
    ChosenRuns.Outcomes chosen =
        chosen(models)
            .map(it -> last.run(it, config.seeds()))
            .orElseGet(() -> new ChosenRuns.Outcomes(List.of(), Optional.empty()));
    manifest.runs(
        chosen.runs().stream()
            .map(it -> bench.path().relativize(it.folder()).toString().replace('\\', '/'))
            .toList());
    TuningSummary summary =
        new TuningSummary(
            bench.path(),
            config.tune(),
            config.seeds(),
            objective.metric().label() + " of the " + part + " part",
            !objective.isForTraining(),
            models,
            chosen.runs(),
            chosen.joined(),
            bench.warnings());
    manifest.write(bench, summary.anyFailed() ? TuningManifest.FAILED : TuningManifest.DONE);
    return summary;
  }

  private Objective objective(TrialBench bench) {
    Protocol protocol = bench.validation();
    if (protocol.users() == 0) {
      if (!config.tune().allowTest()) {
        throw new InvalidConfigException(
            List.of(
                new ConfigProblem(
                    "experiment.split",
                    Optional.empty(),
                    OptionalInt.empty(),
                    "leaves nobody to be evaluated on a validation part, and trials are compared"
                        + " on that alone: give the split a validation part, or, to compare them"
                        + " on the test part, which makes its numbers too good, say"
                        + " experiment.tune.allow-test = true")));
      }
      bench.warn(
          "trials are compared on the test part (allow-test): its numbers are too good for the"
              + " models that were tuned");
      protocol = bench.test();
    }
    ExperimentConfig experiment = config.experiment();
    return new Objective(
        protocol,
        config.metric(),
        experiment.evaluate().earlyStoppingMetric().metric(),
        experiment.tieSeed());
  }

  private List<ModelTuning> tune(TrialBench bench, Objective objective) {
    List<String> labels = config.models().stream().map(ModelSpace::label).toList();
    TrialFiles files = new TrialFiles(bench, labels, objective.metric().label());
    List<ModelTuning> results = new ArrayList<>();
    try (TrialPool pool = new TrialPool(context.workers(), parallel)) {
      for (int i = 0; i < labels.size(); i++) {
        ModelSpace space = config.models().get(i);
        ExperimentConfig.Model defaults = config.experiment().models().get(i);
        Tune.Budget budget = budget(space);
        TrialWork work = new TrialWork(config.experiment(), space.label(), bench, objective, files);
        ModelTuner tuner =
            new ModelTuner(
                search(space, defaults, budget, objective),
                objective,
                budget,
                config.tune().batch(),
                work);
        results.add(tuner.tune(space.label(), pool, files, context.progress(), context.notices()));
        manifest.models(results);
        manifest.write(bench, TuningManifest.RUNNING);
      }
    }
    return results;
  }

  /** A model without a space has one trial, its defaults. */
  private Tune.Budget budget(ModelSpace space) {
    Tune.Budget budget = config.tune().budget(space.label());
    return space.space().size() > 0
        ? budget
        : new Tune.Budget(1, budget.seconds(), budget.epochs());
  }

  private ModelTuner.Search search(
      ModelSpace space, ExperimentConfig.Model defaults, Tune.Budget budget, Objective objective) {
    Tune tune = config.tune();
    Searcher searcher =
        switch (tune.searcher()) {
          case GRID -> new GridSearcher(space.space(), tune.grid().steps());
          case RANDOM -> new RandomSearcher(space.space());
          case TPE -> new TpeSearcher(space.space(), tune.tpe());
        };
    Scheduler scheduler =
        switch (tune.scheduler()) {
          case NONE -> new Completion();
          case ASHA ->
              new AshaScheduler(tune.asha(), budget.trials(), objective.metric().higherIsBetter());
        };
    SeedTree seeds = new SeedTree(config.experiment().seed()).child("tune").child(space.label());
    return new ModelTuner.Search(
        new Proposals(space, defaults, searcher, seeds), searcher, scheduler);
  }

  /** The models with the options that were best; those of which all trials failed are left out. */
  private Optional<ExperimentConfig> chosen(List<ModelTuning> models) {
    List<ExperimentConfig.Model> chosen =
        models.stream().flatMap(it -> it.model().stream()).toList();
    return Optional.of(chosen)
        .filter(it -> !it.isEmpty())
        .map(it -> config.experiment().withModels(it));
  }

  /** Leaves a last word, where that is still possible. */
  private void end(TrialBench bench, String status) {
    if (bench.published().isEmpty()) {
      return;
    }
    try {
      manifest.write(bench, status);
    } catch (RunFailedException | CancellationException e) {
      return; // what ended the tuning is worth more than this
    }
  }

  /**
   * Ends the tuning from another thread, such as one that a signal started: what is finished stays,
   * and nothing is written afterwards.
   *
   * @return the folder, empty if the tuning did not come so far as to leave one
   */
  public Optional<Path> interrupt() {
    running.ifPresent(ChosenRuns::interrupt);
    Optional<TrialBench> bench = opened;
    bench.ifPresent(
        it -> {
          end(it, TuningManifest.INTERRUPTED);
          it.close();
        });
    return bench.flatMap(TrialBench::published);
  }
}
