package org.recsys4j.models.nn.optimizer;

/** How the learning rate goes on after the warm-up, as a share of its full size. */
public enum Schedule {
  /** Stays as it is. */
  CONSTANT {
    @Override
    double share(double progress) {
      return 1;
    }
  },

  /** Falls by the same amount in each step, to 0 behind the last one. */
  LINEAR {
    @Override
    double share(double progress) {
      return 1 - progress;
    }
  },

  /**
   * Falls along half a wave of the cosine, to 0 behind the last step (Loshchilov and Hutter, "SGDR:
   * stochastic gradient descent with warm restarts", ICLR 2017, without restarts).
   */
  COSINE {
    @Override
    double share(double progress) {
      return (1 + StrictMath.cos(Math.PI * progress)) / 2; // the same bits on any processor
    }
  };

  /**
   * The share.
   *
   * @param progress which part of the steps after the warm-up was taken, in [0, 1]
   */
  abstract double share(double progress);
}
