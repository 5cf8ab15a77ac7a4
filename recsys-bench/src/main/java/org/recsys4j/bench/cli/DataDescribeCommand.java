package org.recsys4j.bench.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.recsys4j.api.data.Catalogue;
import org.recsys4j.api.data.Interactions;
import org.recsys4j.api.data.Split;
import org.recsys4j.bench.chart.ChartFile;
import org.recsys4j.bench.chart.ChartStyle;
import org.recsys4j.bench.chart.LongTailFigure;
import org.recsys4j.data.describe.Description;
import org.recsys4j.data.describe.SplitDescription;
import org.recsys4j.data.describe.Suspicions;
import org.recsys4j.eval.experiment.ExperimentConfig;
import org.recsys4j.eval.experiment.PreparedData;
import org.recsys4j.eval.protocol.Leakage;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code recsys data describe}: what data are like. */
@Command(
    name = "describe",
    description = {
      "Describe data: sizes, density, times, values, activity, the long tail, and what to look at;",
      "with a split, what it leaves cold and what it leaks."
    })
final class DataDescribeCommand implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Mixin private CommonOptions common = new CommonOptions();

  @Mixin private DataOptions options = new DataOptions();

  @Option(names = "--json", description = "Print all figures as JSON, in full precision.")
  private boolean json;

  @Option(
      names = "--plot",
      paramLabel = "FILE",
      description = "Draw the long tail and the activity into a .png or .svg file.")
  private @Nullable Path plot;

  @Option(names = "--dark", description = "Draw light on dark.")
  private boolean dark;

  @Override
  public Integer call() {
    if (plot != null && !ChartFile.isSupported(plot)) {
      throw new ParameterException(
          spec.commandLine(), "--plot: " + plot + " ends neither in .png nor in .svg");
    }
    DataChoice choice = DataChoice.of(options.request(), common.load());
    PrintWriter err = spec.commandLine().getErr();
    PreparedData data = choice.prepare(err, options.quiet());
    Figures figures = figures(choice, data);
    PrintWriter out = spec.commandLine().getOut();
    out.print(json ? DescriptionJson.of(figures) : DescriptionText.of(figures));
    out.flush();
    if (plot != null) {
      draw(figures.description(), plot);
    }
    return ExitStatus.DONE;
  }

  /** All that is printed. */
  record Figures(
      String name,
      Description description,
      Beside beside,
      List<String> suspicions,
      Optional<OfSplit> split) {}

  /** What is known beside the events. */
  record Beside(Catalogue catalogue, List<String> ofEvents) {}

  /** What a split comes to. */
  record OfSplit(String strategy, SplitDescription description, Optional<Leakage> leakage) {}

  private static Figures figures(DataChoice choice, PreparedData data) {
    Interactions events = data.dataset().interactions();
    Description description = Description.of(events);
    return new Figures(
        choice.name(),
        description,
        new Beside(data.dataset().catalogue(), events.attributes().columns()),
        Suspicions.of(data.dataset(), description, Instant.now()),
        choice.split().map(it -> ofSplit(it, choice, data)));
  }

  private static OfSplit ofSplit(
      ExperimentConfig.Split split, DataChoice choice, PreparedData data) {
    Split parts = data.split(split, choice.splitSeeds());
    return new OfSplit(split.plugin().name(), SplitDescription.of(parts), Leakage.of(parts));
  }

  private void draw(Description description, Path file) {
    ChartStyle style = dark ? ChartStyle.DARK : ChartStyle.LIGHT;
    try {
      ChartFile.write(
          LongTailFigure.of(description.users(), description.items(), style),
          LongTailFigure.COLUMNS,
          style,
          file);
    } catch (IOException e) {
      throw new UnwritableException(file, e);
    }
    spec.commandLine().getErr().println("drawn: " + file);
  }
}
