package org.recsys4j.eval.experiment;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigObject;
import com.typesafe.config.ConfigValue;
import com.typesafe.config.ConfigValueFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.recsys4j.api.config.ConfigFiles;
import org.recsys4j.api.config.InvalidConfigException;
import org.recsys4j.api.config.Problems;
import org.recsys4j.api.plugin.Plugins;

/**
 * The runs that one file asks for. With {@code seeds = [1, 2, 3]} in the place of {@code seed}
 * there is one for each seed, with {@code split.fold = all} one for each fold, with both one for
 * each fold of each seed; in all else they are the same experiment, and each has a run directory of
 * its own. {@link SeriesRunner} runs them, and tells what they came to together.
 *
 * @param runs the experiments, the folds of the first seed first; at least one
 */
public record ExperimentSeries(List<ExperimentConfig> runs) {
  private static final String FOLD = "experiment.split.fold";
  private static final String FOLDS = "folds";
  private static final String ALL = "all";

  /** Copies the list. */
  public ExperimentSeries {
    runs = List.copyOf(runs);
  }

  /**
   * Reads a file.
   *
   * @param file an experiment file
   * @param overrides {@code key=value} texts that win over the file
   * @param plugins what the file may name
   * @return one experiment, or as many as the file asks for
   * @throws InvalidConfigException with all problems
   */
  public static ExperimentSeries read(Path file, List<String> overrides, Plugins plugins) {
    Problems problems = new Problems();
    Optional<ConfigObject> root = ConfigFiles.load(file, overrides, problems);
    List<ExperimentConfig> runs = new ArrayList<>();
    root.ifPresent(it -> new Reader(it.toConfig(), plugins, problems).read(runs));
    problems.throwIfAny();
    return new ExperimentSeries(runs);
  }

  private record Reader(Config root, Plugins plugins, Problems problems) {
    void read(List<ExperimentConfig> runs) {
      for (Config one : files()) {
        boolean all = one.hasPath(FOLD) && one.getValue(FOLD).unwrapped().equals(ALL);
        int folds = 1; // the first fold's options tell how many there are
        for (int fold = 1; fold <= folds; fold++) {
          Config variant = all ? with(one, FOLD, fold, one.getValue(FOLD)) : one;
          Optional<ExperimentConfig> config =
              ExperimentReader.read(variant.root(), plugins, problems);
          if (config.isEmpty()) {
            return; // what is wrong in one run is wrong in all of them, and told once
          }
          runs.add(config.get());
          folds = all ? folds(config.get()) : 1;
        }
      }
    }

    /** One file for each seed; the file itself where it has one, or none. */
    private List<Config> files() {
      return SeveralSeeds.of(root.root(), problems).stream()
          .map(seed -> SeveralSeeds.with(root.root(), seed).toConfig())
          .toList();
    }

    private static Config with(Config file, String path, Object value, ConfigValue instead) {
      return file.withValue(
          path, ConfigValueFactory.fromAnyRef(value).withOrigin(instead.origin()));
    }
  }

  private static int folds(ExperimentConfig config) {
    return ofSplit(config, FOLDS).orElse(1);
  }

  /** Which fold an experiment tests, where its split knows folds. */
  static Optional<Integer> fold(ExperimentConfig config) {
    return ofSplit(config, "fold");
  }

  private static Optional<Integer> ofSplit(ExperimentConfig config, String key) {
    return Options.components(config.split().plugin().options()).stream()
        .filter(it -> it.key().equals(key))
        .flatMap(it -> it.value() instanceof Optional<?> set ? set.stream() : Stream.of(it.value()))
        .map(it -> (Integer) it)
        .findFirst();
  }
}
