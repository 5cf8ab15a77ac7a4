package org.recsys4j.data.text;

import java.io.Serial;

/** One row is wrong; {@link BadRows} decides what that means. Cheap, since there may be many. */
public final class BadRowException extends RuntimeException {
  @Serial private static final long serialVersionUID = 1L;

  private final String problem;

  /**
   * A row is wrong.
   *
   * @param problem what is wrong with it, without saying where it is
   */
  public BadRowException(String problem) {
    super(problem, null, false, false);
    this.problem = problem;
  }

  String problem() {
    return problem;
  }
}
