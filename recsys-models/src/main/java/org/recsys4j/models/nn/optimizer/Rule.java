package org.recsys4j.models.nn.optimizer;

/** How a step follows from a gradient, for each parameter apart. */
public enum Rule {
  /** {@code p -= rate g}. */
  SGD(0) {
    @Override
    void apply(
        float[] p, float[][] state, float[] g, int from, int to, float penalty, StepSize size) {
      float rate = size.rate();
      float scale = size.scale();
      float keep = size.keep();
      for (int i = from; i < to; i++) {
        float gradient = scale * g[i] + penalty * p[i];
        p[i] = keep * p[i] - rate * gradient;
      }
    }
  },

  /** Steps shrink with the sum of squared gradients (Duchi, Hazan and Singer, JMLR 2011). */
  ADAGRAD(1) {
    @Override
    void apply(
        float[] p, float[][] state, float[] g, int from, int to, float penalty, StepSize size) {
      float[] sums = state[0];
      float rate = size.rate();
      float scale = size.scale();
      float keep = size.keep();
      for (int i = from; i < to; i++) {
        float gradient = scale * g[i] + penalty * p[i];
        float sum = sums[i] + gradient * gradient;
        sums[i] = sum;
        p[i] = keep * p[i] - rate * gradient / ((float) Math.sqrt(sum) + EPSILON);
      }
    }
  },

  /** Running means of gradients and their squares (Kingma and Ba, ICLR 2015): 0.9, 0.999, 1e-8. */
  ADAM(2) {
    @Override
    float rate(float rate, long step) {
      double correction =
          Math.sqrt(1 - Math.pow(BETA2, (double) step)) / (1 - Math.pow(BETA1, (double) step));
      return (float) (rate * correction);
    }

    @Override
    void apply(
        float[] p, float[][] state, float[] g, int from, int to, float penalty, StepSize size) {
      float[] first = state[0];
      float[] second = state[1];
      float rate = size.rate();
      float scale = size.scale();
      float keep = size.keep();
      for (int i = from; i < to; i++) {
        float gradient = scale * g[i] + penalty * p[i];
        float mean = BETA1 * first[i] + (1 - BETA1) * gradient;
        float square = BETA2 * second[i] + (1 - BETA2) * gradient * gradient;
        first[i] = mean;
        second[i] = square;
        p[i] = keep * p[i] - rate * mean / ((float) Math.sqrt(square) + EPSILON);
      }
    }
  };

  private static final float BETA1 = 0.9f;
  private static final float BETA2 = 0.999f;
  private static final float EPSILON = 1e-8f;

  private final int states;

  Rule(int states) {
    this.states = states;
  }

  /**
   * How many numbers are kept for each parameter.
   *
   * @return 0, 1 or 2
   */
  public int states() {
    return states;
  }

  /**
   * The rate of a step, corrected for the number of steps where the rule does so.
   *
   * @param rate by the schedule
   * @param step its number, from 1
   * @return the corrected one
   */
  float rate(float rate, long step) {
    return rate;
  }

  /**
   * Changes the parameters {@code from} to {@code to - 1}; all arrays are read at the same index.
   *
   * @param p parameters
   * @param state an array for each state
   * @param g gradients
   * @param from first index
   * @param to behind the last index
   * @param penalty weight of an L2 penalty: how much of a parameter its gradient gets on top
   * @param size how large the step is
   */
  abstract void apply(
      float[] p, float[][] state, float[] g, int from, int to, float penalty, StepSize size);
}
