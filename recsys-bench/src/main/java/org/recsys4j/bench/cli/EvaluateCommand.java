package org.recsys4j.bench.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.recsys4j.api.concurrent.Workers;
import org.recsys4j.eval.experiment.ExperimentConfig.NamedMetric;
import org.recsys4j.eval.experiment.ExperimentReader;
import org.recsys4j.eval.experiment.LeaderboardFiles;
import org.recsys4j.eval.experiment.ListEvaluation;
import org.recsys4j.eval.trec.TrecCollection;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code recsys evaluate}: lists of any tool, by the metrics and tests of this one. */
@Command(
    name = "evaluate",
    description = {
      "Measure ranked lists that any tool wrote as TREC runs, against TREC judgements, and compare them",
      "over users. Files may be gzip."
    })
final class EvaluateCommand implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Mixin private CommonOptions common = new CommonOptions();

  @Mixin private StatisticsOptions statistics = new StatisticsOptions();

  @Option(
      names = "--qrels",
      required = true,
      paramLabel = "FILE",
      description = "What is relevant: user 0 item relevance (relevant above 0).")
  private Path qrels = Path.of("");

  @Option(
      names = "--run",
      required = true,
      arity = "1..*",
      paramLabel = "FILE",
      description = "Lists: user Q0 item rank score tag; may be given more than once.")
  private List<Path> runs = new ArrayList<>();

  @Option(
      names = "--train",
      paramLabel = "FILE",
      description = {
        "What users had before: user<tab>item, or judgements. It leaves the lists, is not relevant,",
        "and its items are candidates."
      })
  private @Nullable Path train;

  @Option(
      names = "--metrics",
      paramLabel = "NAME",
      split = ",",
      description = "Such as ndcg@10,recall@10 (default: those of an experiment).")
  private List<String> metrics = new ArrayList<>();

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "Write leaderboard.md, .csv, .json, .tex and comparison.json there.")
  private @Nullable Path out;

  @Override
  public Integer call() {
    if (runs.stream().map(it -> it.toAbsolutePath().normalize()).distinct().count() < runs.size()) {
      throw new ParameterException(spec.commandLine(), "--run: a file is named twice");
    }
    List<NamedMetric> named = ExperimentReader.metrics(metrics, "--metrics", common.load());
    Optional<Path> before = Optional.ofNullable(train);
    ListEvaluation evaluation;
    TrecCollection collection;
    try (Workers workers = statistics.workers(spec)) {
      collection = TrecCollection.read(qrels, before, runs);
      evaluation =
          ListEvaluation.of(
              collection,
              ListEvaluation.protocol(qrels, before, named),
              named,
              statistics.baseline(),
              statistics.resampling(workers));
    }
    PrintWriter stdout = spec.commandLine().getOut();
    stdout.print(ListEvaluationText.of(evaluation, collection));
    if (out != null) {
      try {
        List<Path> files = LeaderboardFiles.write(evaluation.leaderboard(), out);
        stdout.println("written: " + TextTable.files(files));
      } catch (IOException e) {
        throw new UnwritableException(out, e);
      }
    }
    stdout.flush();
    return ExitStatus.DONE;
  }
}
