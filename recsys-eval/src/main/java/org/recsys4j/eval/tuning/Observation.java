package org.recsys4j.eval.tuning;

/**
 * What one trial came to.
 *
 * @param point where it was
 * @param loss how bad it is: the metric, negated where higher is better; infinite where the trial
 *     failed
 */
public record Observation(Point point, double loss) {}
