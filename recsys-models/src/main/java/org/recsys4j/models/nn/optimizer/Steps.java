package org.recsys4j.models.nn.optimizer;

/**
 * The steps of one training.
 *
 * @param options how a step follows from a gradient, and how large it is
 * @param most how many steps the training has if it is not stopped early: what the schedule of the
 *     rate spans
 */
public record Steps(StepOptions options, long most) {
  /** How a step follows from a gradient. */
  Rule rule() {
    return options.optimizer();
  }

  /** The rate of a step, from 1: a function of its number alone, so that it survives a kill. */
  float rate(long step) {
    return (float) (options.learningRate() * share(step));
  }

  /** How large a step is, from 1, with gradients that are to be scaled first. */
  StepSize size(long step, float scale) {
    float rate = rate(step);
    float keep = (float) (1 - rate * options.weightDecay());
    return new StepSize(scale, keep, rule().rate(rate, step));
  }

  private double share(long step) {
    long after = step - 1 - options.warmUp();
    if (after < 0) {
      return (double) step / options.warmUp();
    }
    double progress = Math.min(1.0, (double) after / Math.max(1, most - options.warmUp()));
    return options.schedule().share(progress);
  }
}
