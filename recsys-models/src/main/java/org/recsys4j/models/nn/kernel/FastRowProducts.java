package org.recsys4j.models.nn.kernel;

/** Row by row on the heap. */
final class FastRowProducts implements RowProducts {
  @Override
  public void dots(Block a, Block b, Block out) {
    int d = a.columns();
    float[] left = new float[d];
    float[] right = new float[d];
    float[] products = new float[a.rows()];
    for (int row = 0; row < products.length; row++) {
      a.read(row, 0, left, 0, d);
      b.read(row, 0, right, 0, d);
      for (int k = 0; k < d; k++) {
        left[k] *= right[k];
      }
      products[row] = FastFunctions.sum(left, d);
    }
    out.write(0, 0, products, 0, products.length);
  }

  @Override
  public void dotsBackward(Block factors, Block x, Block b, Block a) {
    int d = x.columns();
    float[] factor = new float[x.rows()];
    factors.read(0, 0, factor, 0, factor.length);
    float[] input = new float[d];
    float[] vector = new float[d];
    float[] gradient = new float[d];
    for (int row = 0; row < factor.length; row++) {
      x.read(row, 0, input, 0, d);
      b.read(row, 0, vector, 0, d);
      a.read(row, 0, gradient, 0, d);
      float f = factor[row];
      for (int k = 0; k < d; k++) {
        gradient[k] += f * vector[k];
        vector[k] = f * input[k];
      }
      b.write(row, 0, vector, 0, d);
      a.write(row, 0, gradient, 0, d);
    }
  }
}
