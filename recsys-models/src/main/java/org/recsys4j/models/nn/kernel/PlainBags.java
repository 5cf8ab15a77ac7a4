package org.recsys4j.models.nn.kernel;

/** One number at a time, in double precision. */
final class PlainBags implements Bags {
  @Override
  public void sum(float[] values, int[] index, int count, double factor, Block out, int row) {
    int width = out.columns();
    for (int k = 0; k < width; k++) {
      double sum = 0;
      for (int i = 0; i < count; i++) {
        sum += values[index[i] * width + k];
      }
      out.set(row, k, factor * sum);
    }
  }

  @Override
  public void addTo(float[] gradients, int[] index, int count, double factor, Block from, int row) {
    int width = from.columns();
    for (int i = 0; i < count; i++) {
      for (int k = 0; k < width; k++) {
        gradients[index[i] * width + k] += (float) (factor * from.get(row, k));
      }
    }
  }
}
