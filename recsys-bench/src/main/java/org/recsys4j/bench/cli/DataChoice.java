package org.recsys4j.bench.cli;

import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigObject;
import com.typesafe.config.ConfigValue;
import com.typesafe.config.ConfigValueFactory;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.recsys4j.api.Configurable;
import org.recsys4j.api.DatasetSource;
import org.recsys4j.api.Progress;
import org.recsys4j.api.ReadContext;
import org.recsys4j.api.config.ConfigFiles;
import org.recsys4j.api.config.Problems;
import org.recsys4j.api.data.Download;
import org.recsys4j.api.data.InvalidDataException;
import org.recsys4j.api.plugin.Configured;
import org.recsys4j.api.plugin.PluginKind;
import org.recsys4j.api.plugin.PluginReference;
import org.recsys4j.api.plugin.Plugins;
import org.recsys4j.api.random.SeedTree;
import org.recsys4j.data.describe.FormatGuess;
import org.recsys4j.data.fetch.DataCache;
import org.recsys4j.data.fetch.Fetcher;
import org.recsys4j.eval.experiment.ExperimentConfig;
import org.recsys4j.eval.experiment.PreparedData;
import org.recsys4j.eval.tuning.TuningReader;

/**
 * The data that a command line names: an experiment file, a data file or folder whose format is
 * guessed, the name of a source, or that of a data set which was fetched.
 *
 * @param name what to call it, in a word that a file may be called
 * @param data the source, and what is done to its events
 * @param split how events are held out, if that was said
 * @param seed root of all randomness
 * @param guess how the format was guessed, if it was
 */
record DataChoice(
    String name,
    ExperimentConfig.Data data,
    Optional<ExperimentConfig.Split> split,
    long seed,
    Optional<FormatGuess> guess) {
  private static final String OPTIONS = "options";
  private static final String SPLIT = "split";

  /**
   * What the user typed.
   *
   * @param what the file or name
   * @param overrides {@code --set}: keys of an experiment file; otherwise options of the source,
   *     and {@code split.key} those of the split
   * @param strategy {@code --split}
   * @param seed {@code --seed}
   */
  record Request(String what, List<String> overrides, Optional<String> strategy, long seed) {}

  static DataChoice of(Request request, Plugins plugins) {
    Optional<Path> path = existing(request.what());
    if (path.isPresent() && isExperiment(path.get())) {
      return experiment(path.get(), request, plugins);
    }
    Problems problems = new Problems();
    ConfigObject settings =
        ConfigFiles.assignments(request.overrides(), problems).orElse(ConfigFactory.empty().root());
    problems.throwIfAny();
    ConfigObject options = settings.withoutKey(SPLIT);
    Optional<FormatGuess> guess = path.map(DataChoice::guess);
    Named named =
        guess
            .map(it -> new Named(it.source(), it.options()))
            .or(() -> named(request.what(), plugins))
            .orElseThrow(() -> unknown(request.what(), plugins));
    ConfigObject all =
        options.withFallback(ConfigValueFactory.fromMap(named.options())).toConfig().root();
    refuseMissing(named.source(), all, plugins);
    Optional<Configured<DatasetSource<?>>> source =
        resolve(PluginKind.SOURCE, named.source(), all, plugins, problems);
    Optional<ExperimentConfig.Split> split =
        request.strategy().flatMap(it -> split(it, settings, plugins, problems));
    problems.throwIfAny();
    return new DataChoice(
        word(path, request.what()),
        new ExperimentConfig.Data(new ExperimentConfig.Source(source.orElseThrow()), List.of()),
        split,
        request.seed(),
        guess);
  }

  /** A source with options. */
  private record Named(String source, Map<String, ?> options) {}

  /** Says how the format was guessed, if it was, and how reading is watched. */
  ReadContext reading(PrintWriter err, boolean quiet) {
    guess.ifPresent(it -> err.println("guessed: " + it.summary()));
    Messages messages = Messages.on(err, quiet);
    return new ReadContext(messages.progress(), messages.lines());
  }

  /** Reads and prepares. */
  PreparedData prepare(PrintWriter err, boolean quiet) {
    return PreparedData.of(data, seed, reading(err, quiet));
  }

  /** Where the split's randomness begins: as in an experiment of this seed. */
  SeedTree splitSeeds() {
    return new SeedTree(seed).child(SPLIT);
  }

  private static Optional<Path> existing(String what) {
    try {
      return Optional.of(Path.of(what)).filter(Files::exists);
    } catch (InvalidPathException e) {
      return Optional.empty();
    }
  }

  private static boolean isExperiment(Path path) {
    return path.toString().toLowerCase(Locale.ROOT).matches(".*\\.(conf|hocon|json)")
        && Files.isRegularFile(path);
  }

  private static DataChoice experiment(Path file, Request request, Plugins plugins) {
    ExperimentConfig config = TuningReader.readAny(file, request.overrides(), plugins);
    Problems problems = new Problems();
    Optional<ExperimentConfig.Split> split =
        request
            .strategy()
            .flatMap(it -> split(it, ConfigFactory.empty().root(), plugins, problems))
            .or(() -> Optional.of(config.split()));
    problems.throwIfAny();
    return new DataChoice(
        config.name(), config.data(), split, config.seedOfData(), Optional.empty());
  }

  private static FormatGuess guess(Path path) {
    try {
      return FormatGuess.of(path);
    } catch (IOException e) {
      throw new InvalidDataException(path + ": cannot be read: " + e.getMessage(), e);
    }
  }

  private static Optional<Named> named(String name, Plugins plugins) {
    if (plugins.sources().contains(name)) {
      return Optional.of(new Named(name, Map.of()));
    }
    return Downloads.of(plugins)
        .find(name)
        .map(entry -> new Named(entry.source(), Map.of("folder", fetched(entry.download()))));
  }

  private static String fetched(Download download) {
    Path folder = new Fetcher(DataCache.folder(), Progress.SILENT).folder(download);
    return folder.toString();
  }

  private static InvalidDataException unknown(String what, Plugins plugins) {
    return new InvalidDataException(
        what
            + ": no such file or folder, and no source or data set is called so; sources: "
            + String.join(", ", plugins.sources().names()));
  }

  private static void refuseMissing(String source, ConfigObject options, Plugins plugins) {
    ConfigValue folder = options.get("folder");
    List<Download> downloads = plugins.sources().get(source).downloads();
    if (folder != null && folder.unwrapped() instanceof String text && !downloads.isEmpty()) {
      Path path = Path.of(text).toAbsolutePath().normalize();
      if (!Files.exists(path)) {
        throw new InvalidDataException(path + ": no such folder" + Download.hint(path, downloads));
      }
    }
  }

  private static Optional<ExperimentConfig.Split> split(
      String strategy, ConfigObject settings, Plugins plugins, Problems problems) {
    ConfigObject options =
        settings.get(SPLIT) instanceof ConfigObject object ? object : ConfigFactory.empty().root();
    return resolve(PluginKind.SPLIT, strategy, options, plugins, problems)
        .map(ExperimentConfig.Split::new);
  }

  private static <T extends Configurable<?>> Optional<Configured<T>> resolve(
      PluginKind<T> kind, String name, ConfigObject options, Plugins plugins, Problems problems) {
    ConfigObject reference =
        ConfigFactory.empty("the command line")
            .root()
            .withValue("name", ConfigValueFactory.fromAnyRef(name, "the command line"))
            .withValue(OPTIONS, options);
    return PluginReference.read(reference, kind.noun(), problems)
        .flatMap(it -> plugins.resolve(kind, it, problems));
  }

  private static String word(Optional<Path> path, String what) {
    String name =
        path.map(it -> it.toAbsolutePath().normalize().getFileName())
            .map(Path::toString)
            .orElse(what);
    String stem = name.replaceFirst("(?i)(\\.(csv|tsv|txt|dat|data|inter|gz|zst))+$", "");
    String word = stem.replaceAll("[^A-Za-z0-9._-]+", "-").replaceFirst("^[^A-Za-z0-9]+", "");
    return word.isEmpty() ? "data" : word;
  }
}
