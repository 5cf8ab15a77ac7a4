package org.recsys4j.models.nn.optimizer;

/**
 * How large steps are.
 *
 * @param rule how a step follows from a gradient
 * @param learningRate size of a step, above 0
 * @param warmUp over how many steps the rate grows linearly to its full size; 0 or more
 * @param weightDecay by which part of the rate parameters shrink in each step (Loshchilov and
 *     Hutter 2019), those of a table's row in steps that touch it; 0 or more
 * @param clipNorm the largest Euclidean norm of the gradient of the dense parameters, to which a
 *     larger one is scaled; 0 for no limit
 */
public record StepOptions(
    Rule rule, double learningRate, int warmUp, double weightDecay, double clipNorm) {
  /**
   * Steps of Adam without warm-up, decay and limit.
   *
   * @param learningRate size of a step, above 0
   * @return the options
   */
  public static StepOptions adam(double learningRate) {
    return new StepOptions(Rule.ADAM, learningRate, 0, 0, 0);
  }

  /** The rate of a step, from 1. */
  float rate(long step) {
    return (float) (learningRate * (warmUp == 0 ? 1 : Math.min(1.0, (double) step / warmUp)));
  }
}
