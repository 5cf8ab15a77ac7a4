package org.recsys4j.bench.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.recsys4j.api.DatasetStore;
import org.recsys4j.api.concurrent.Workers;
import org.recsys4j.api.plugin.Plugins;
import org.recsys4j.data.fetch.DataCache;
import org.recsys4j.eval.experiment.PreparedCache;
import org.recsys4j.eval.experiment.RunContext;
import org.recsys4j.models.nn.kernel.BlasProviders;
import org.recsys4j.models.nn.kernel.Kernels;
import org.recsys4j.models.nn.kernel.Libraries;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** How commands that train compute: options that change no number. */
final class ComputeOptions {
  @Option(
      names = "--threads",
      paramLabel = "N",
      description = "How many threads compute; no number changes with it (default: all cores).")
  private @Nullable Integer threads;

  @Option(
      names = "--cache",
      paramLabel = "DIR",
      description = {
        "Where prepared data of a million events and more are kept for later runs",
        "  (default: recsys4j/prepared in the user's folder for caches)."
      })
  private @Nullable Path cache;

  @Option(names = "--no-cache", description = "Read and prepare the data anew, and keep nothing.")
  private boolean noCache;

  @Option(names = "--quiet", description = "Show no progress.")
  private boolean quiet;

  /** How many threads; refuses less than one. */
  int threads(CommandSpec spec) {
    int count = threads == null ? Runtime.getRuntime().availableProcessors() : threads;
    if (count < 1) {
      throw new ParameterException(spec.commandLine(), "--threads: " + count + " is not > 0");
    }
    return count;
  }

  /** The circumstances of a run. */
  RunContext context(Path out, Workers workers, Plugins plugins, PrintWriter err) {
    Messages messages = Messages.on(err, quiet);
    return new RunContext(
        out,
        workers,
        messages.progress(),
        messages.lines(),
        Clock.systemUTC(),
        ComputeOptions::software,
        cache(plugins));
  }

  private Optional<PreparedCache> cache(Plugins plugins) {
    Path folder = cache == null ? DataCache.prepared() : cache;
    DatasetStore store = plugins.instance(DatasetStore.class);
    return noCache
        ? Optional.empty()
        : Optional.of(
            new PreparedCache(folder, store, PreparedCache.Limits.USUAL, Clock.systemUTC()));
  }

  private static Map<String, String> software() {
    Map<String, String> libraries = new TreeMap<>();
    BlasProviders.inUse().ifPresent(blas -> libraries.put("blas", blas.name()));
    libraries.putAll(Libraries.versions());
    Kernels.inUse().ifPresent(name -> libraries.put("networks", name));
    return libraries;
  }
}
