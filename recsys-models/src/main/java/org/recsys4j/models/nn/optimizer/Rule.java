package org.recsys4j.models.nn.optimizer;

/** How a step follows from a gradient, for each parameter apart. */
public enum Rule {
  /** {@code p -= rate g}. */
  SGD(0) {
    @Override
    void apply(float[] p, float[][] state, float[] g, int from, int to, float rate, long step) {
      for (int i = from; i < to; i++) {
        p[i] -= rate * g[i];
      }
    }
  },

  /** Steps shrink with the sum of squared gradients (Duchi, Hazan and Singer, JMLR 2011). */
  ADAGRAD(1) {
    @Override
    void apply(float[] p, float[][] state, float[] g, int from, int to, float rate, long step) {
      float[] sums = state[0];
      for (int i = from; i < to; i++) {
        float sum = sums[i] + g[i] * g[i];
        sums[i] = sum;
        p[i] -= rate * g[i] / ((float) Math.sqrt(sum) + EPSILON);
      }
    }
  },

  /** Running means of gradients and their squares (Kingma and Ba, ICLR 2015): 0.9, 0.999, 1e-8. */
  ADAM(2) {
    @Override
    void apply(float[] p, float[][] state, float[] g, int from, int to, float rate, long step) {
      float[] first = state[0];
      float[] second = state[1];
      double correction =
          Math.sqrt(1 - Math.pow(BETA2, (double) step)) / (1 - Math.pow(BETA1, (double) step));
      float corrected = (float) (rate * correction);
      for (int i = from; i < to; i++) {
        float mean = BETA1 * first[i] + (1 - BETA1) * g[i];
        float square = BETA2 * second[i] + (1 - BETA2) * g[i] * g[i];
        first[i] = mean;
        second[i] = square;
        p[i] -= corrected * mean / ((float) Math.sqrt(square) + EPSILON);
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
   * Changes the parameters {@code from} to {@code to - 1}; all arrays are read at the same index.
   */
  abstract void apply(
      float[] p, float[][] state, float[] g, int from, int to, float rate, long step);
}
