package org.recsys4j.models.nn.kernel;

/**
 * Copies each vector to an array of its own, since loops over arrays at the same index are compiled
 * to vector instructions, and those at different ones are not.
 */
final class FastBags implements Bags {
  @Override
  public void sum(float[] values, int[] index, int count, double factor, Block out, int row) {
    int width = out.columns();
    float[] vector = new float[width];
    float[] sum = new float[width];
    for (int i = 0; i < count; i++) {
      System.arraycopy(values, index[i] * width, vector, 0, width);
      add(sum, vector);
    }
    FastFunctions.scale(sum, (float) factor, width);
    out.write(row, 0, sum, 0, width);
  }

  @Override
  public void addTo(float[] gradients, int[] index, int count, double factor, Block from, int row) {
    int width = from.columns();
    float[] vector = new float[width];
    float[] gradient = new float[width];
    from.read(row, 0, gradient, 0, width);
    FastFunctions.scale(gradient, (float) factor, width);
    for (int i = 0; i < count; i++) {
      System.arraycopy(gradients, index[i] * width, vector, 0, width);
      add(vector, gradient);
      System.arraycopy(vector, 0, gradients, index[i] * width, width);
    }
  }

  private static void add(float[] to, float[] from) {
    for (int k = 0; k < to.length; k++) {
      to[k] += from[k];
    }
  }
}
