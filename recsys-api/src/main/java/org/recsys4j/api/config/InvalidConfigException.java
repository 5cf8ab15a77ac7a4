package org.recsys4j.api.config;

import java.util.List;
import java.util.stream.Collectors;

/**
 * A configuration that cannot be used as it stands. Its message has one line for each problem and
 * is meant for the user, who needs no stack trace.
 */
public final class InvalidConfigException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient List<ConfigProblem> problems;

  /**
   * Reports problems.
   *
   * @param problems one or more problems, in the order in which to show them
   */
  public InvalidConfigException(List<ConfigProblem> problems) {
    super(problems.stream().map(ConfigProblem::toString).collect(Collectors.joining("\n")));
    this.problems = List.copyOf(problems);
  }

  /**
   * What is wrong.
   *
   * @return all problems
   */
  public List<ConfigProblem> problems() {
    return problems;
  }
}
