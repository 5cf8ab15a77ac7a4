package org.recsys4j.models.factor;

/** Stochastic gradient descent. */
final class SgdRows implements RowOptimizer {
  private final float rate;
  private final float shrink;

  SgdRows(float rate, float regularisation) {
    this.rate = rate;
    this.shrink = 1 - rate * regularisation;
  }

  @Override
  public void move(int row, float[] parameters, float scale, float[] direction) {
    float step = rate * scale;
    float keep = shrink;
    for (int k = 0; k < parameters.length; k++) {
      parameters[k] = keep * parameters[k] + step * direction[k];
    }
  }
}
