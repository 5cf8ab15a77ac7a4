package org.recsys4j.models.nn.optimizer;

import org.recsys4j.api.config.Check;
import org.recsys4j.api.config.Range;

/**
 * How parameters are moved: options that all networks have in common.
 *
 * @param optimizer how a step follows from a gradient
 * @param learningRate full size of a step
 * @param schedule how the rate goes on after the warm-up, over the steps of all epochs that a
 *     training has at most
 * @param warmUp over how many steps the rate grows linearly to its full size
 * @param weightDecay by which part of the rate parameters shrink in each step (Loshchilov and
 *     Hutter, "Decoupled weight decay regularization", ICLR 2019), those of a table's row in steps
 *     that touch it
 * @param clipNorm the largest Euclidean norm of the gradient of the dense parameters, and apart
 *     from it of each table of which every row moves, to which a larger one is scaled; 0 for no
 *     limit
 */
public record StepOptions(
    Rule optimizer,
    @Range(min = 0, minExclusive = true) double learningRate,
    Schedule schedule,
    @Range(min = 0) int warmUp,
    @Range(min = 0) double weightDecay,
    @Range(min = 0) double clipNorm) {
  /** Checks the ranges. */
  public StepOptions {
    Check.components(
        StepOptions.class, optimizer, learningRate, schedule, warmUp, weightDecay, clipNorm);
  }

  /**
   * Adam with steps of one size, without decay and limit.
   *
   * @param learningRate size of a step, above 0
   * @return the options
   */
  public static StepOptions constant(double learningRate) {
    return new StepOptions(Rule.ADAM, learningRate, Schedule.CONSTANT, 0, 0, 0);
  }

  /**
   * The same with larger or smaller steps.
   *
   * @param factor by which the learning rate is multiplied, above 0
   * @return the options
   */
  public StepOptions times(double factor) {
    return new StepOptions(
        optimizer, learningRate * factor, schedule, warmUp, weightDecay, clipNorm);
  }
}
