package org.recsys4j.eval.experiment;

import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigObject;
import com.typesafe.config.ConfigValue;
import com.typesafe.config.ConfigValueFactory;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.recsys4j.api.Configurable;
import org.recsys4j.api.DatasetSource;
import org.recsys4j.api.Metric;
import org.recsys4j.api.MetricFactory;
import org.recsys4j.api.config.ConfigFiles;
import org.recsys4j.api.config.InvalidConfigException;
import org.recsys4j.api.config.Keys;
import org.recsys4j.api.config.Nearest;
import org.recsys4j.api.config.Problems;
import org.recsys4j.api.config.RecordReader;
import org.recsys4j.api.data.Download;
import org.recsys4j.api.plugin.Configured;
import org.recsys4j.api.plugin.NamedRegistry;
import org.recsys4j.api.plugin.PluginKind;
import org.recsys4j.api.plugin.PluginReference;
import org.recsys4j.api.plugin.Plugins;
import org.recsys4j.eval.experiment.ExperimentConfig.Candidates;
import org.recsys4j.eval.experiment.ExperimentConfig.Extractor;
import org.recsys4j.eval.experiment.ExperimentConfig.Model;
import org.recsys4j.eval.experiment.ExperimentConfig.NamedMetric;
import org.recsys4j.eval.experiment.ExperimentConfig.Source;
import org.recsys4j.eval.experiment.ExperimentConfig.Split;
import org.recsys4j.eval.experiment.ExperimentConfig.Step;

/**
 * Reads experiment files. A file has two keys: {@code experiment}, and {@code settings}, a free
 * object for values that other keys refer to by {@code ${settings.folder}}.
 *
 * <p>Everything that is wrong is told at once, with key, file and line: unknown keys, wrong types,
 * numbers out of range, unknown plug-ins, labels or metrics that occur twice, files and folders
 * that do not exist. Neither data nor models are touched.
 */
public final class ExperimentReader {
  private static final String EXPERIMENT = "experiment";
  private static final String NAME = "name";
  private static final String DATA = "data";
  private static final String METRICS = "experiment.evaluate.metrics[";

  private final Plugins plugins;
  private final boolean readsData;
  private final Map<String, String> labels = new HashMap<>();
  private final Map<String, String> metrics = new HashMap<>();
  private final Map<String, String> folders = new HashMap<>();
  private final boolean spaces;
  private boolean tuned;

  private ExperimentReader(Plugins plugins, boolean readsData, boolean spaces) {
    this.plugins = plugins;
    this.readsData = readsData;
    this.spaces = spaces;
  }

  private record Root(ConfigObject experiment, Optional<ConfigObject> settings) {}

  /**
   * Reads a file.
   *
   * @param file an experiment file
   * @param overrides {@code key=value} texts that win over the file
   * @param plugins what the file may name
   * @return the experiment
   * @throws InvalidConfigException with all problems
   */
  public static ExperimentConfig read(Path file, List<String> overrides, Plugins plugins) {
    Problems problems = new Problems();
    Optional<ExperimentConfig> config =
        ConfigFiles.load(file, overrides, problems)
            .flatMap(root -> new ExperimentReader(plugins, true, false).read(root, problems));
    problems.throwIfAny();
    return config.orElseThrow();
  }

  /** Reads an experiment of a series from its file's object. */
  static Optional<ExperimentConfig> read(ConfigObject root, Plugins plugins, Problems problems) {
    return new ExperimentReader(plugins, true, false).read(root, problems);
  }

  /**
   * Reads what a run was begun with.
   *
   * @param root what {@link ConfigTree} wrote
   * @param readsData whether the files of the source are needed
   */
  static ExperimentConfig saved(ConfigObject root, boolean readsData, Plugins plugins) {
    Problems problems = new Problems();
    Optional<ExperimentConfig> config =
        new ExperimentReader(plugins, readsData, false).read(root, problems);
    problems.throwIfAny();
    return config.orElseThrow();
  }

  /**
   * Reads what is left of a file that was parsed before, without the search spaces in it.
   *
   * @param root the file's object, where values stand for the spaces, or nothing does
   * @param readsData whether files that the source reads must be there
   * @param plugins what the file may name
   * @param problems takes whatever is wrong
   * @return the experiment, empty if and only if a problem was added
   */
  public static Optional<ExperimentConfig> read(
      ConfigObject root, boolean readsData, Plugins plugins, Problems problems) {
    return new ExperimentReader(plugins, readsData, true).read(root, problems);
  }

  /**
   * Reads metrics by the names that experiment files use.
   *
   * @param names such as {@code ndcg@10}; none for those that an experiment measures by default
   * @param origin where the names were written, for messages
   * @param plugins what may be named
   * @return the metrics
   * @throws InvalidConfigException with all problems
   */
  public static List<NamedMetric> metrics(List<String> names, String origin, Plugins plugins) {
    Problems problems = new Problems();
    ExperimentReader reader = new ExperimentReader(plugins, false, false);
    List<? extends ConfigValue> wanted =
        names.isEmpty()
            ? plugins.reference().defaults(EXPERIMENT).toConfig().getList("evaluate.metrics")
            : ConfigValueFactory.fromIterable(names, origin);
    List<NamedMetric> metrics = new ArrayList<>();
    for (ConfigValue value : wanted) {
      String path = METRICS + metrics.size() + "]";
      reader.metric(value, path, problems).ifPresent(metrics::add);
    }
    problems.throwIfAny();
    return metrics;
  }

  private Optional<ExperimentConfig> read(ConfigObject root, Problems problems) {
    RecordReader objects =
        RecordReader.standard().with(ConfigObject.class, ExperimentReader::object);
    ConfigObject nothing = ConfigFactory.empty().root();
    Optional<Root> sections = objects.read(root, "", Root.class, nothing, problems);
    // A wrong key beside the experiment must not hide what is wrong within it.
    Optional<ConfigObject> experiment =
        sections
            .map(Root::experiment)
            .or(() -> root.get(EXPERIMENT) instanceof ConfigObject it ? Optional.of(it) : none());
    experiment.ifPresent(it -> refuseBadName(it, problems));
    experiment.ifPresent(it -> refuseSeveralSeeds(it, problems));
    tuned = experiment.filter(it -> it.containsKey(SpaceSyntax.TUNE)).isPresent();
    Optional<ExperimentConfig> config =
        experiment.flatMap(
            it ->
                reader()
                    .read(
                        // What is missing within data is missing here, not in the defaults.
                        (it.containsKey(DATA)
                                ? it
                                : it.withValue(DATA, nothing.withOrigin(it.origin())))
                            .withoutKey(SpaceSyntax.TUNE)
                            .withoutKey(SeveralSeeds.KEY),
                        EXPERIMENT,
                        ExperimentConfig.class,
                        plugins.reference().defaults(EXPERIMENT),
                        problems));
    experiment.ifPresent(it -> refuseUnknownBaseline(it, problems));
    return config;
  }

  /** Where they are taken, {@link SeveralSeeds} has taken them out. */
  private static void refuseSeveralSeeds(ConfigObject experiment, Problems problems) {
    if (experiment.containsKey(SeveralSeeds.KEY)) {
      problems.add(
          experiment.get(SeveralSeeds.KEY),
          EXPERIMENT + "." + SeveralSeeds.KEY,
          "several runs: recsys run and recsys tune make them, here there is one, seed");
    }
  }

  /** What models are compared with must be one of them. */
  private void refuseUnknownBaseline(ConfigObject experiment, Problems problems) {
    if (experiment.get("evaluate") instanceof ConfigObject evaluate
        && evaluate.containsKey("baseline")
        && evaluate.get("baseline").unwrapped() instanceof String label
        && !labels.isEmpty()
        && !labels.containsKey(label)) {
      problems.add(
          evaluate.get("baseline"),
          EXPERIMENT + ".evaluate.baseline",
          "no model has the label \""
              + label
              + "\"; labels: "
              + String.join(", ", Nearest.first(label, labels.keySet())));
    }
  }

  /** Said at once, although the record would say it when all else is well. */
  private static void refuseBadName(ConfigObject experiment, Problems problems) {
    ConfigValue value = experiment.get(NAME);
    if (value != null && value.unwrapped() instanceof String name) {
      ExperimentConfig.problemOfName(name)
          .ifPresent(message -> problems.add(value, EXPERIMENT + "." + NAME, message));
    }
  }

  private RecordReader reader() {
    return RecordReader.standard()
        .with(Source.class, this::source)
        .with(
            Step.class,
            (value, path, problems) ->
                named(PluginKind.PREPARATION, value, path, problems).map(Step::new))
        .with(Split.class, this::split)
        .with(
            Extractor.class,
            (value, path, problems) ->
                readsFiles(PluginKind.EXTRACTOR, value, path, problems).map(Extractor::new))
        .with(
            Candidates.class,
            (value, path, problems) ->
                named(PluginKind.CANDIDATES, value, path, problems).map(Candidates::new))
        .with(Model.class, this::model)
        .with(NamedMetric.class, this::metric);
  }

  private static <T> Optional<T> none() {
    return Optional.empty();
  }

  private static Optional<ConfigObject> object(ConfigValue value, String path, Problems problems) {
    if (value instanceof ConfigObject object) {
      return Optional.of(object);
    }
    problems.add(value, path, "must be an object: { key = value, ... }");
    return Optional.empty();
  }

  private <T extends Configurable<?>> Optional<Configured<T>> named(
      PluginKind<T> kind, ConfigValue value, String path, Problems problems) {
    return PluginReference.read(value, path, problems)
        .flatMap(reference -> plugins.resolve(kind, reference, problems));
  }

  private Optional<Source> source(ConfigValue value, String path, Problems problems) {
    return readsFiles(PluginKind.SOURCE, value, path, problems).map(Source::new);
  }

  /** A plug-in whose paths, among its options, are all ones that it reads. */
  private <T extends Configurable<?>> Optional<Configured<T>> readsFiles(
      PluginKind<T> kind, ConfigValue value, String path, Problems problems) {
    int before = problems.size();
    Optional<PluginReference> reference = PluginReference.read(value, path, problems);
    reference.ifPresent(it -> refuseMissingFiles(kind, it, problems));
    Optional<Configured<T>> plugin = reference.flatMap(it -> plugins.resolve(kind, it, problems));
    return problems.size() == before ? plugin : Optional.empty();
  }

  private <T extends Configurable<?>> void refuseMissingFiles(
      PluginKind<T> kind, PluginReference reference, Problems problems) {
    NamedRegistry<T> registry = plugins.registry(kind);
    if (!readsData || !registry.contains(reference.name())) {
      return;
    }
    T plugin = registry.get(reference.name());
    List<Download> downloads =
        plugin instanceof DatasetSource<?> source ? source.downloads() : List.of();
    for (RecordComponent component : RecordReader.flattened(plugin.optionsType()).toList()) {
      String key = Keys.kebab(component.getName());
      ConfigValue value = reference.options().get(key);
      if (component.getGenericType().getTypeName().contains(Path.class.getName())
          && value != null
          && value.unwrapped() instanceof String text) {
        String place = Keys.child(reference.optionsPath(), key);
        refuseMissingFile(text, value, place, downloads, problems);
      }
    }
  }

  private static void refuseMissingFile(
      String text, ConfigValue value, String path, List<Download> downloads, Problems problems) {
    try {
      Path file = Path.of(text).toAbsolutePath().normalize();
      if (!Files.exists(file)) {
        problems.add(
            value, path, "no such file or folder: " + file + Download.hint(file, downloads));
      }
    } catch (InvalidPathException e) {
      // The reader of the options says that this is no path.
      return;
    }
  }

  private Optional<Split> split(ConfigValue value, String path, Problems problems) {
    return object(value, path, problems)
        .flatMap(it -> PluginReference.inline(it, "strategy", path, problems))
        .flatMap(it -> plugins.resolve(PluginKind.SPLIT, it, problems))
        .map(Split::new);
  }

  private Optional<Model> model(ConfigValue value, String path, Problems problems) {
    Optional<PluginReference> reference = PluginReference.read(value, path, problems);
    reference.ifPresent(it -> refuseSecondLabel(it, path, problems));
    return reference
        .map(it -> spaces ? it : it.withOptions(SpaceSyntax.refuse(it, tuned, problems)))
        .flatMap(it -> plugins.resolve(PluginKind.MODEL, it, problems))
        .map(Model::new);
  }

  private void refuseSecondLabel(PluginReference reference, String path, Problems problems) {
    String label = reference.label().orElse(reference.name());
    String first = labels.putIfAbsent(label, path);
    String sameFolder = folders.putIfAbsent(ModelFolder.key(label), path);
    String other = first != null ? first : sameFolder;
    if (other != null) {
      String key = reference.label().isPresent() ? Keys.child(path, "label") : reference.path();
      problems.add(
          reference.value(),
          key,
          "\""
              + label
              + "\" is the label of "
              + other
              + ", too"
              + (first != null ? "" : " (but for upper and lower case)")
              + "; set a label of its own");
    }
  }

  private Optional<NamedMetric> metric(ConfigValue value, String path, Problems problems) {
    int before = problems.size();
    Optional<NamedMetric> metric =
        named(PluginKind.METRIC, value, path, problems)
            .map(it -> new NamedMetric(key(it), it.name(), it.options(), create(it)));
    if (path.startsWith(METRICS)) {
      metric.ifPresent(it -> refuseSecondMetric(it, value, path, problems));
    }
    return problems.size() == before ? metric : Optional.empty();
  }

  private void refuseSecondMetric(
      NamedMetric metric, ConfigValue value, String path, Problems problems) {
    for (String name : List.of(metric.key(), metric.metric().label())) {
      String first = metrics.putIfAbsent(name, path);
      if (first != null && !first.equals(path)) {
        problems.add(value, path, "\"" + name + "\" is measured by " + first + " already");
        return;
      }
    }
  }

  /** {@code ndcg@10}, however the file wrote it, unless it was given a label. */
  private static String key(Configured<MetricFactory<?>> metric) {
    if (!metric.label().equals(metric.name())) {
      return metric.label();
    }
    return Options.components(metric.options()).stream()
        .filter(component -> component.key().equals("k"))
        .findFirst()
        .map(k -> metric.name() + "@" + k.value())
        .orElse(metric.name());
  }

  private static Metric create(Configured<MetricFactory<?>> metric) {
    return create(metric.plugin(), metric.options());
  }

  private static <O extends Record> Metric create(MetricFactory<O> factory, Record options) {
    return factory.create(factory.optionsType().cast(options));
  }
}
