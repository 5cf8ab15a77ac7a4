package org.recsys4j.eval.experiment;

import com.typesafe.config.ConfigObject;
import com.typesafe.config.ConfigValue;
import java.util.List;
import java.util.Map;
import org.recsys4j.api.config.Keys;
import org.recsys4j.api.config.Problems;
import org.recsys4j.api.plugin.PluginReference;

/**
 * How an experiment file writes a search space where the value of a model's option would stand:
 * {@code factors { choice = [32, 64] }}, {@code neighbours { range = [10, 500] }}, {@code
 * learning-rate { log-range = [1e-4, 1e-1] }}. Only a file with a {@code tune} block may hold them,
 * and only {@code recsys tune} takes them.
 */
public final class SpaceSyntax {
  /** The key, in an experiment, of the block that makes it one that is tuned. */
  public static final String TUNE = "tune";

  /** The key of a list of values. */
  public static final String CHOICE = "choice";

  /** The key of two bounds between which values are spread evenly. */
  public static final String RANGE = "range";

  /** The key of two bounds between which the logarithms of values are spread evenly. */
  public static final String LOG_RANGE = "log-range";

  /** The key of what must hold for the option to be searched. */
  public static final String WHEN = "when";

  /** The keys of which each space has exactly one. */
  public static final List<String> KINDS = List.of(CHOICE, RANGE, LOG_RANGE);

  private SpaceSyntax() {}

  /**
   * Whether a value is a search space.
   *
   * @param value the value of an option
   * @return true for an object with the key of a kind of space
   */
  public static boolean isSpace(ConfigValue value) {
    return value instanceof ConfigObject object && KINDS.stream().anyMatch(object::containsKey);
  }

  /** Reports every search space among the options of a model, and leaves them out. */
  static ConfigObject refuse(PluginReference model, boolean tuned, Problems problems) {
    String message =
        tuned
            ? "a search space: recsys tune looks through it, recsys run takes a value"
            : "a search space, and the file has no tune block: give a value, or write"
                + " tune { trials = 30 } and use recsys tune";
    return refuse(model.options(), model.optionsPath(), message, problems);
  }

  private static ConfigObject refuse(
      ConfigObject options, String path, String message, Problems problems) {
    ConfigObject left = options;
    for (Map.Entry<String, ConfigValue> option : options.entrySet()) {
      String key = Keys.child(path, option.getKey());
      if (isSpace(option.getValue())) {
        problems.add(option.getValue(), key, message);
        left = left.withoutKey(option.getKey());
      } else if (option.getValue() instanceof ConfigObject nested) {
        left = left.withValue(option.getKey(), refuse(nested, key, message, problems));
      }
    }
    return left;
  }
}
