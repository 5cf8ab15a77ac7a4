package org.recsys4j.api.config;

import com.typesafe.config.ConfigValue;
import java.util.ArrayList;
import java.util.List;

/**
 * Gathers the problems of a configuration while several readers work on it, so that a user sees all
 * of them at once. Readers add what they find and go on; who started them calls {@link #throwIfAny}
 * at the end. For one thread.
 */
public final class Problems {
  private final List<ConfigProblem> found = new ArrayList<>();

  /** Starts without problems. */
  public Problems() {}

  /**
   * Adds a problem.
   *
   * @param problem what is wrong
   */
  public void add(ConfigProblem problem) {
    found.add(problem);
  }

  /**
   * Adds a problem with a value.
   *
   * @param value the value, which knows file and line
   * @param key its full key
   * @param message what is wrong with it
   */
  public void add(ConfigValue value, String key, String message) {
    add(ConfigProblem.at(value.origin(), key, message));
  }

  /**
   * How many problems were found so far: a reader that finds this number grown over a step knows
   * that the step failed.
   *
   * @return the number of problems
   */
  public int size() {
    return found.size();
  }

  /**
   * Whether all is well so far.
   *
   * @return true if nothing was added
   */
  public boolean isEmpty() {
    return found.isEmpty();
  }

  /**
   * The problems found so far.
   *
   * @return a copy, sorted by source, line and key, without repetitions
   */
  public List<ConfigProblem> sorted() {
    return found.stream().sorted().distinct().toList();
  }

  /**
   * Ends the reading.
   *
   * @throws InvalidConfigException with all problems, if there are any
   */
  public void throwIfAny() {
    if (!found.isEmpty()) {
      throw new InvalidConfigException(sorted());
    }
  }
}
