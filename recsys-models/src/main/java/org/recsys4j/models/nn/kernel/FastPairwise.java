package org.recsys4j.models.nn.kernel;

import java.util.Arrays;

/** Row by row on the heap. */
final class FastPairwise implements Pairwise {
  @Override
  public double bpr(Block triples, int[] wanted, Block gradients) {
    int width = triples.columns();
    float[] user = new float[width];
    float[] seen = new float[width];
    float[] unseen = new float[width];
    float[] products = new float[width];
    double loss = 0;
    for (int row = 0; row < triples.rows(); row += 3) {
      triples.read(row, 0, user, 0, width);
      triples.read(row + 1, 0, seen, 0, width);
      triples.read(row + 2, 0, unseen, 0, width);
      if (wanted[row / 3] < 0) {
        Arrays.fill(user, 0);
        Arrays.fill(seen, 0);
        Arrays.fill(unseen, 0);
      } else {
        differ(seen, unseen, user, products);
        double score = FastFunctions.sum(products, width);
        loss += Math.max(-score, 0) + Math.log1p(Math.exp(-Math.abs(score)));
        back((float) (-1 / (1 + Math.exp(score))), user, seen, unseen);
      }
      gradients.write(row, 0, user, 0, width);
      gradients.write(row + 1, 0, seen, 0, width);
      gradients.write(row + 2, 0, unseen, 0, width);
    }
    return loss;
  }

  /** {@code a = a - b} and {@code products = a * c}. */
  private static void differ(float[] a, float[] b, float[] c, float[] products) {
    for (int k = 0; k < a.length; k++) {
      a[k] -= b[k];
      products[k] = a[k] * c[k];
    }
  }

  /** Gradients in place: of the user from the difference, of the items from the user. */
  private static void back(float slope, float[] user, float[] seen, float[] unseen) {
    for (int k = 0; k < user.length; k++) {
      float difference = seen[k];
      float own = user[k];
      user[k] = slope * difference;
      seen[k] = slope * own;
      unseen[k] = -slope * own;
    }
  }
}
