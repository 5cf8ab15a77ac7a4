package org.recsys4j.bench.cli;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.recsys4j.api.concurrent.Workers;
import org.recsys4j.eval.statistics.Resampling;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** What commands that compare models understand. */
final class StatisticsOptions {
  @Option(
      names = "--baseline",
      paramLabel = "NAME",
      description = "The row that others are compared with (default: the best of each metric).")
  private @Nullable String baseline;

  @Option(
      names = "--resamples",
      paramLabel = "N",
      defaultValue = "10000",
      description = "Draws of intervals and randomisation tests (default: ${DEFAULT-VALUE}).")
  private int resamples;

  @Option(
      names = "--seed",
      paramLabel = "N",
      defaultValue = "42",
      description = "Where their randomness begins (default: ${DEFAULT-VALUE}).")
  private long seed;

  @Option(
      names = "--threads",
      paramLabel = "N",
      description = "How many threads compute; no number changes with it (default: all cores).")
  private @Nullable Integer threads;

  Optional<String> baseline() {
    return Optional.ofNullable(baseline);
  }

  Workers workers(CommandSpec spec) {
    int count = threads == null ? Runtime.getRuntime().availableProcessors() : threads;
    if (count < 1) {
      throw new ParameterException(spec.commandLine(), "--threads: " + count + " is not > 0");
    }
    if (resamples < Resampling.FEWEST_DRAWS || resamples > Resampling.MOST_DRAWS) {
      throw new ParameterException(
          spec.commandLine(),
          "--resamples: "
              + resamples
              + " is not in "
              + Resampling.FEWEST_DRAWS
              + " to "
              + Resampling.MOST_DRAWS);
    }
    return new Workers(count);
  }

  Resampling resampling(Workers workers) {
    return new Resampling(resamples, seed, Resampling.USUAL_LEVEL, workers);
  }
}
