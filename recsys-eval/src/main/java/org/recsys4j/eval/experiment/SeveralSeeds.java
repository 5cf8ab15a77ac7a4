package org.recsys4j.eval.experiment;

import com.typesafe.config.ConfigObject;
import com.typesafe.config.ConfigValue;
import com.typesafe.config.ConfigValueFactory;
import java.util.List;
import java.util.Optional;
import org.recsys4j.api.config.Problems;

/**
 * How an experiment file asks for several seeds: {@code seeds = [1, 2, 3]} in the place of {@code
 * seed}. Whoever makes a run of each takes the list out of the file, and reads the file with one
 * seed after the other.
 */
public final class SeveralSeeds {
  /** The key, in an experiment, of the list. */
  public static final String KEY = "seeds";

  /** The key, in an experiment, of a single seed. */
  public static final String ONE = "seed";

  private static final String EXPERIMENT = "experiment";

  private SeveralSeeds() {}

  /**
   * The seeds that a file asks for.
   *
   * @param root the file's object
   * @param problems takes what is wrong with the list
   * @return the seeds in their order; one that is empty where the file has no list, or a wrong one,
   *     so that {@link #with} leaves the seed that it has
   */
  public static List<Optional<Long>> of(ConfigObject root, Problems problems) {
    if (!(root.get(EXPERIMENT) instanceof ConfigObject experiment)
        || !experiment.containsKey(KEY)) {
      return List.of(Optional.empty());
    }
    ConfigValue written = experiment.get(KEY);
    List<?> values = written.unwrapped() instanceof List<?> list ? list : List.of();
    boolean whole = values.stream().allMatch(it -> it instanceof Integer || it instanceof Long);
    if (!whole || values.isEmpty() || values.stream().distinct().count() < values.size()) {
      problems.add(
          written, EXPERIMENT + "." + KEY, "must be a list of different whole numbers: [1, 2, 3]");
      return List.of(Optional.empty());
    }
    return values.stream().map(it -> Optional.of(((Number) it).longValue())).toList();
  }

  /**
   * The file with one seed in the place of several.
   *
   * @param root the file's object
   * @param seed the seed; empty to leave what the file says
   * @return the file without the list
   */
  public static ConfigObject with(ConfigObject root, Optional<Long> seed) {
    if (!(root.get(EXPERIMENT) instanceof ConfigObject experiment)
        || !experiment.containsKey(KEY)) {
      return root;
    }
    ConfigValue written = experiment.get(KEY);
    ConfigObject without = experiment.withoutKey(KEY);
    return root.withValue(
        EXPERIMENT,
        seed.map(
                it ->
                    without.withValue(
                        ONE, ConfigValueFactory.fromAnyRef(it).withOrigin(written.origin())))
            .orElse(without));
  }
}
