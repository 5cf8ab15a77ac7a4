package org.recsys4j.eval.experiment;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.recsys4j.api.FitContext;
import org.recsys4j.api.Progress;
import org.recsys4j.api.Recommender;
import org.recsys4j.api.RecommenderFactory;
import org.recsys4j.api.Validation;
import org.recsys4j.api.data.Features;
import org.recsys4j.api.data.Split;
import org.recsys4j.api.random.SeedTree;
import org.recsys4j.api.store.CheckpointFolder;
import org.recsys4j.api.store.Checkpoints;
import org.recsys4j.api.store.ModelWriter;
import org.recsys4j.eval.group.GroupEvaluation;
import org.recsys4j.eval.group.GroupedResults;
import org.recsys4j.eval.protocol.Evaluation;
import org.recsys4j.eval.protocol.Evaluator;
import org.recsys4j.eval.protocol.MetricResult;
import org.recsys4j.eval.protocol.PartValidation;
import org.recsys4j.eval.protocol.Protocol;

/** One model of an experiment: fits it, saves it, evaluates it, and leaves its files. */
final class ModelRun {
  /** The text in {@code model.npz} that says where the model comes from. */
  static final String PROVENANCE = "provenance";

  private static final String CHECKPOINTS = "checkpoints";
  private static final double NANOS = 1e9;

  private final Experiment experiment;
  private final ExperimentConfig.Model model;
  private final String folder;
  private final SeedTree seeds;
  private final TrainingCurve curve = new TrainingCurve();
  private final PeakMemory memory = PeakMemory.start();
  private double fitSeconds;
  private double evaluateSeconds;
  private long parameters;

  /** What all models of an experiment share. */
  record Experiment(
      ExperimentConfig config,
      Split split,
      Features features,
      Basis basis,
      String protocol,
      Protocol validation,
      Evaluator evaluator,
      GroupEvaluation groups,
      RunContext context,
      RunDirectory directory,
      Consumer<String> warnings) {}

  ModelRun(Experiment experiment, ExperimentConfig.Model model) {
    this.experiment = experiment;
    this.model = model;
    this.folder = ModelFolder.of(model.label());
    this.seeds = experiment.config.modelSeeds(model.label());
  }

  String memoryMeasure() {
    return memory.measure();
  }

  /** Runs to the end; a failure of the model becomes part of the result. */
  ModelResult run() {
    experiment.directory.remove(path("failure.txt")); // of a process before this one
    Map<String, Double> metrics = Map.of();
    Optional<String> failure = Optional.empty();
    try {
      metrics = fitAndEvaluate();
    } catch (RuntimeException | Error e) {
      ModelFailure.rethrowUnlessOfModel(e);
      failure = Optional.of(ModelFailure.message(model.label(), e));
      write("failure.txt", ModelFailure.stackTrace(e));
    }
    write("training.csv", curve::write);
    return new ModelResult(
        model.label(),
        model.plugin().name(),
        folder,
        metrics,
        curve.epochs(),
        fitSeconds,
        evaluateSeconds,
        parameters,
        memory.bytes(),
        failure);
  }

  private void write(String file, RunDirectory.Content content) {
    experiment.directory.write(path(file), content);
  }

  private String path(String file) {
    return "models/" + folder + "/" + file;
  }

  private Map<String, Double> fitAndEvaluate() {
    Recommender fitted = fit();
    parameters = fitted.parameters();
    // It takes the place of the checkpoints, which were forced to the disk.
    experiment.directory.writeThrough(path("model.npz"), out -> save(fitted, out));
    Evaluation evaluation = evaluate(fitted);
    Map<String, MetricResult> results = new LinkedHashMap<>();
    Map<String, Double> metrics = new LinkedHashMap<>();
    for (ExperimentConfig.NamedMetric metric : experiment.config.evaluate().measured()) {
      MetricResult result = evaluation.result(metric.metric().label());
      results.put(metric.key(), result);
      metrics.put(metric.key(), result.value());
    }
    experiment.directory.writeGzip(
        path(PerUserTable.FILE), out -> PerUserTable.write(out, evaluation.protocol(), results));
    List<GroupedResults> groups = experiment.groups.results(evaluation);
    if (!groups.isEmpty()) {
      write(GroupsFile.NAME, GroupsFile.content(groups));
    }
    write("metrics.json", Json.content(tree(metrics)));
    return metrics;
  }

  private Recommender fit() {
    RunContext run = experiment.context;
    String label = model.label();
    FitTime time = new FitTime();
    FitContext context =
        new FitContext(
            label, seeds, run.workers(), validation(), run.progress(), curve, checkpoints(time));
    Progress.Task whole = run.progress().start("fit " + label, -1, "");
    try {
      return fit(model.plugin().plugin(), model.plugin().options(), context);
    } finally {
      fitSeconds = time.seconds();
      whole.close();
    }
  }

  private Checkpoints checkpoints(FitTime time) {
    RunDirectory run = experiment.directory;
    Path kept = run.path().resolve(path(CHECKPOINTS));
    return new RunCheckpoints(new CheckpointFolder(kept, experiment.warnings), kept, run, time);
  }

  /** Takes the checkpoints away, since the model is finished. */
  static void forgetCheckpoints(RunDirectory run, String label) {
    run.remove("models/" + ModelFolder.of(label) + "/" + CHECKPOINTS);
  }

  private Optional<Validation> validation() {
    return PartValidation.of(
        model.label(),
        experiment.validation,
        experiment.config.evaluate().earlyStoppingMetric().metric(),
        experiment.config.tieSeed(),
        experiment.context.workers());
  }

  private <O extends Record> Recommender fit(
      RecommenderFactory<O> factory, Record options, FitContext context) {
    return factory.fit(
        experiment.split.trainingData().withFeatures(experiment.features),
        factory.optionsType().cast(options),
        context);
  }

  private void save(Recommender fitted, OutputStream out) throws IOException {
    // A ModelWriter closes what it writes to, yet the directory closes its own files.
    try (ModelWriter writer = new ModelWriter(new OpenStream(out))) {
      writer.text(PROVENANCE, Json.line(provenance()));
      fitted.save(writer);
    }
  }

  private Map<String, @Nullable Object> provenance() {
    Map<String, @Nullable Object> tree = new LinkedHashMap<>();
    tree.put("model", model.plugin().name());
    tree.put("label", model.label());
    tree.put("options", Options.tree(model.plugin().options()));
    tree.put("seed", seeds.seed());
    tree.put("experiment", experiment.config.name());
    tree.put("protocol", experiment.protocol);
    tree.put("data", experiment.basis.dataChecksum());
    tree.put("prepare", ConfigTree.prepare(experiment.config));
    tree.put("split", ConfigTree.split(experiment.config));
    tree.put("split-checksums", experiment.basis.files());
    tree.put("versions", Machine.versions());
    return tree;
  }

  private Evaluation evaluate(Recommender fitted) {
    AtomicReference<@Nullable Evaluation> evaluation = new AtomicReference<>();
    String file = path("run.trec.gz");
    experiment.directory.writeGzip(
        file,
        out -> {
          TrecRun run = new TrecRun(out, experiment.split.catalogue(), model.label());
          long start = System.nanoTime();
          evaluation.set(
              experiment.evaluator.evaluate(
                  model.label(),
                  fitted,
                  experiment.context.progress(),
                  (user, list) -> {
                    try {
                      run.write(user, list);
                    } catch (IOException e) {
                      throw RunFailedException.cannotWrite(
                          experiment.directory.path().resolve(file), e);
                    }
                  }));
          evaluateSeconds = (System.nanoTime() - start) / NANOS;
        });
    return Objects.requireNonNull(evaluation.get());
  }

  private Map<String, @Nullable Object> tree(Map<String, Double> metrics) {
    Map<String, @Nullable Object> tree = new LinkedHashMap<>();
    tree.put("label", model.label());
    tree.put("model", model.plugin().name());
    tree.put("users", experiment.evaluator.protocol().users());
    tree.put("metrics", Json.numbers(metrics));
    return tree;
  }
}
