package org.recsys4j.eval.tuning;

import com.typesafe.config.ConfigList;
import com.typesafe.config.ConfigObject;
import com.typesafe.config.ConfigValue;
import com.typesafe.config.ConfigValueFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.recsys4j.api.config.ConfigFiles;
import org.recsys4j.api.config.InvalidConfigException;
import org.recsys4j.api.config.Keys;
import org.recsys4j.api.config.Nearest;
import org.recsys4j.api.config.Problems;
import org.recsys4j.api.plugin.PluginReference;
import org.recsys4j.api.plugin.Plugins;
import org.recsys4j.eval.experiment.ExperimentConfig;
import org.recsys4j.eval.experiment.ExperimentReader;
import org.recsys4j.eval.experiment.ExperimentSeries;
import org.recsys4j.eval.experiment.SeveralSeeds;
import org.recsys4j.eval.experiment.SpaceSyntax;

/**
 * Reads experiment files that are tuned: those with a {@code tune} block, whose models may have
 * search spaces where values of options would stand. All that is wrong is told at once.
 */
public final class TuningReader {
  private static final String EXPERIMENT = "experiment";
  private static final String MODELS = "models";
  private static final String OPTIONS = "options";
  private static final String BLOCK = EXPERIMENT + "." + SpaceSyntax.TUNE;

  private final Plugins plugins;
  private final Problems problems = new Problems();
  private final List<ModelSpace> spaces = new ArrayList<>();

  private TuningReader(Plugins plugins) {
    this.plugins = plugins;
  }

  /**
   * Reads a file to be tuned.
   *
   * @param file an experiment file
   * @param overrides {@code key=value} texts that win over the file
   * @param plugins what the file may name
   * @return what to tune
   * @throws InvalidConfigException with all problems, among them that there is no {@code tune}
   *     block
   */
  public static TuningConfig read(Path file, List<String> overrides, Plugins plugins) {
    TuningReader reader = new TuningReader(plugins);
    Optional<ConfigObject> root = ConfigFiles.load(file, overrides, reader.problems);
    return reader.finish(root.flatMap(it -> reader.read(it, true)));
  }

  /**
   * Reads an experiment file of either kind, for who wants to know what is in it.
   *
   * @param file an experiment file, with or without a {@code tune} block
   * @param overrides {@code key=value} texts that win over the file
   * @param plugins what the file may name
   * @return the experiment, its models with their defaults where a space is searched; the first one
   *     where the file asks for several seeds or folds
   * @throws InvalidConfigException with all problems
   */
  public static ExperimentConfig readAny(Path file, List<String> overrides, Plugins plugins) {
    TuningReader reader = new TuningReader(plugins);
    Optional<ConfigObject> root = ConfigFiles.load(file, overrides, reader.problems);
    boolean tuned =
        root.filter(it -> experiment(it).filter(TuningReader::isTuned).isPresent()).isPresent();
    return tuned
        ? reader.finish(reader.read(root.get(), true)).experiment()
        : ExperimentSeries.read(file, overrides, plugins).runs().get(0);
  }

  /** Reads what a tuning was begun with. */
  static TuningConfig saved(ConfigObject root, Plugins plugins) {
    TuningReader reader = new TuningReader(plugins);
    return reader.finish(reader.read(root, false));
  }

  private TuningConfig finish(Optional<TuningConfig> config) {
    problems.throwIfAny();
    return config.orElseThrow();
  }

  private static Optional<ConfigObject> experiment(ConfigObject root) {
    return root.get(EXPERIMENT) instanceof ConfigObject it ? Optional.of(it) : Optional.empty();
  }

  private static boolean isTuned(ConfigObject experiment) {
    return experiment.containsKey(SpaceSyntax.TUNE);
  }

  private Optional<TuningConfig> read(ConfigObject file, boolean readsData) {
    List<Optional<Long>> seeds = SeveralSeeds.of(file, problems);
    ConfigObject root = SeveralSeeds.with(file, seeds.get(0));
    Optional<ConfigObject> experiment = experiment(root);
    ConfigObject values =
        experiment.map(it -> root.withValue(EXPERIMENT, withoutSpaces(it))).orElse(root);
    Optional<ExperimentConfig> config = ExperimentReader.read(values, readsData, plugins, problems);
    Optional<ConfigObject> block = experiment.flatMap(this::block);
    Optional<Tune> tune = block.flatMap(this::tune);
    return config.isEmpty() || tune.isEmpty() || !problems.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new TuningConfig(
                config.get(),
                seeds.stream().map(it -> it.orElse(config.get().seed())).toList(),
                tune.get(),
                spaces,
                block.orElseThrow()));
  }

  private Optional<ConfigObject> block(ConfigObject experiment) {
    ConfigValue value = experiment.get(SpaceSyntax.TUNE);
    if (value instanceof ConfigObject block) {
      return Optional.of(
              block.withFallback(plugins.reference().defaults(EXPERIMENT, SpaceSyntax.TUNE)))
          .map(ConfigObject.class::cast)
          .map(it -> it.withOrigin(block.origin()));
    }
    problems.add(
        value == null ? experiment : value,
        BLOCK,
        value == null
            ? "missing: what is tuned says how, tune { trials = 30 } for example"
            : "must be an object: { key = value, ... }");
    return Optional.empty();
  }

  private Optional<Tune> tune(ConfigObject block) {
    ConfigObject defaults = plugins.reference().defaults(EXPERIMENT, SpaceSyntax.TUNE);
    Optional<Tune> tune = plugins.reader().read(block, BLOCK, Tune.class, defaults, problems);
    tune.ifPresent(it -> it.unequal().keySet().forEach(label -> refuseUnknown(label, block)));
    return tune;
  }

  private void refuseUnknown(String label, ConfigObject block) {
    List<String> labels = spaces.stream().map(ModelSpace::label).toList();
    if (!labels.contains(label) && !labels.isEmpty()) {
      problems.add(
          Values.at(block, List.of("unequal", label)).orElse(block),
          Keys.child(Keys.child(BLOCK, "unequal"), label),
          "no model has this label; there are: " + String.join(", ", Nearest.first(label, labels)));
    }
  }

  /** The experiment with values alone; the spaces are kept aside. */
  private ConfigObject withoutSpaces(ConfigObject experiment) {
    if (!(experiment.get(MODELS) instanceof ConfigList models)) {
      return experiment;
    }
    List<ConfigValue> values = new ArrayList<>();
    for (int i = 0; i < models.size(); i++) {
      values.add(withoutSpaces(models.get(i), Keys.element(EXPERIMENT + "." + MODELS, i)));
    }
    return experiment.withValue(
        MODELS, ConfigValueFactory.fromIterable(values).withOrigin(models.origin()));
  }

  private ConfigValue withoutSpaces(ConfigValue value, String path) {
    // What is wrong with the name or the form, the reader of the experiment tells.
    Optional<PluginReference> reference =
        PluginReference.read(value, path, new Problems())
            .filter(it -> plugins.recommenders().contains(it.name()));
    if (reference.isEmpty()) {
      return value;
    }
    ModelSpace space = SpaceReader.read(plugins, reference.get(), problems);
    spaces.add(space);
    if (!(value instanceof ConfigObject object)) {
      return value;
    }
    boolean longForm = reference.get().optionsPath().equals(Keys.child(path, OPTIONS));
    String key = longForm ? OPTIONS : reference.get().name();
    return object.containsKey(key) ? object.withValue(key, space.values()) : value;
  }
}
