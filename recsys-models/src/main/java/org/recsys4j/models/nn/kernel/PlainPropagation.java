package org.recsys4j.models.nn.kernel;

/** Propagation edge by edge, in double precision. */
final class PlainPropagation implements Propagation {
  private final InteractionGraph graph;
  private final int width;

  PlainPropagation(InteractionGraph graph, int width) {
    this.graph = graph;
    this.width = width;
  }

  private double[] product(double[] from) {
    double[] to = new double[from.length];
    for (int node = 0; node < graph.nodes(); node++) {
      for (int edge = graph.starts()[node]; edge < graph.starts()[node + 1]; edge++) {
        int other = graph.neighbours()[edge];
        double weight = 1 / Math.sqrt((double) graph.degree(node) * graph.degree(other));
        for (int k = 0; k < width; k++) {
          to[node * width + k] += weight * from[other * width + k];
        }
      }
    }
    return to;
  }

  private double[] mean(double[] vectors, int layers) {
    double[] sum = vectors.clone();
    double[] power = vectors;
    for (int layer = 1; layer <= layers; layer++) {
      power = product(power);
      for (int i = 0; i < sum.length; i++) {
        sum[i] += power[i];
      }
    }
    for (int i = 0; i < sum.length; i++) {
      sum[i] /= layers + 1;
    }
    return sum;
  }

  @Override
  public void multiply(Block from, Block to) {
    double[] vectors = new double[graph.nodes() * width];
    for (int i = 0; i < vectors.length; i++) {
      vectors[i] = from.get(i / width, i % width);
    }
    double[] result = product(vectors);
    for (int i = 0; i < vectors.length; i++) {
      to.set(i / width, i % width, result[i]);
    }
  }

  @Override
  public void mean(float[] vectors, int layers, int[] index, int count, Block out) {
    double[] all = new double[vectors.length];
    for (int i = 0; i < all.length; i++) {
      all[i] = vectors[i];
    }
    all = mean(all, layers);
    for (int row = 0; row < count; row++) {
      for (int k = 0; k < width; k++) {
        out.set(row, k, index[row] < 0 ? 0 : all[index[row] * width + k]);
      }
    }
  }

  @Override
  public void meanBackward(Block gradients, int layers, int[] index, int count, float[] to) {
    double[] all = new double[to.length];
    for (int row = 0; row < count; row++) {
      for (int k = 0; k < width && index[row] >= 0; k++) {
        all[index[row] * width + k] += gradients.get(row, k);
      }
    }
    all = mean(all, layers);
    for (int i = 0; i < to.length; i++) {
      to[i] += (float) all[i];
    }
  }
}
