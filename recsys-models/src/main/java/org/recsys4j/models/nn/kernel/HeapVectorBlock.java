package org.recsys4j.models.nn.kernel;

/** Vectors on the Java heap, multiplied by textbook loops. */
final class HeapVectorBlock implements VectorBlock {
  private final float[][] vectors;

  HeapVectorBlock(int capacity, int length) {
    vectors = new float[capacity][length];
  }

  @Override
  public void set(int index, float[] source, int at) {
    System.arraycopy(source, at, vectors[index], 0, vectors[index].length);
  }

  @Override
  public void multiply(int count, float[] other, float[] out) {
    for (int i = 0; i < count; i++) {
      float sum = 0;
      for (int k = 0; k < vectors[i].length; k++) {
        sum += vectors[i][k] * other[k];
      }
      out[i] = sum;
    }
  }

  @Override
  public void addTo(int count, float[] factors, float[] sum) {
    for (int i = 0; i < count; i++) {
      float factor = factors[i];
      float[] vector = vectors[i];
      for (int k = 0; k < vector.length; k++) {
        sum[k] += factor * vector[k];
      }
    }
  }

  @Override
  public void close() {}
}
