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

  /** In one pass, which gives the same numbers as two and reads the direction once. */
  @Override
  public void moveApart(
      int up, float[] upper, int down, float[] lower, float scale, float[] direction) {
    float step = rate * scale;
    float keep = shrink;
    for (int k = 0; k < upper.length; k++) {
      float change = step * direction[k];
      upper[k] = keep * upper[k] + change;
      lower[k] = keep * lower[k] - change;
    }
  }
}
