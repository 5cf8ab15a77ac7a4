package org.recsys4j.bench.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What every command understands that reads data. */
final class DataOptions {
  @Parameters(
      index = "0",
      paramLabel = "FILE|NAME",
      description = {
        "A data file or folder, whose format is guessed; an experiment file (.conf), whose data and",
        "preparations are taken; a source (recsys list sources); or a data set that was fetched."
      })
  private String what = "";

  @Option(
      names = "--set",
      paramLabel = "KEY=VALUE",
      description = {
        "Set an option of the source, or by split.KEY one of the split; with an experiment file,",
        "override a key of it. May be given more than once."
      })
  private List<String> overrides = new ArrayList<>();

  @Option(
      names = {"--split", "--strategy"},
      paramLabel = "NAME",
      description = "How events are held out (recsys list splits).")
  private @Nullable String strategy;

  @Option(
      names = "--seed",
      paramLabel = "N",
      defaultValue = "42",
      description = "Where the split's randomness begins (default: ${DEFAULT-VALUE}).")
  private long seed;

  @Option(names = "--quiet", description = "Show no progress.")
  private boolean quiet;

  DataChoice.Request request() {
    return new DataChoice.Request(what, overrides, Optional.ofNullable(strategy), seed);
  }

  boolean quiet() {
    return quiet;
  }
}
