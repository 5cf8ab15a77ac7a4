package org.recsys4j.models.factor;

import org.recsys4j.api.UserBatch;
import org.recsys4j.api.concurrent.Workers;
import org.recsys4j.models.nn.kernel.BlasProviders;
import org.recsys4j.models.sparse.SparseMatrix;

/** Solves for the vectors of users who were not there when {@link Ials} was trained. */
final class FoldIn {
  /** From the zero vector to all digits that matter. */
  private static final int STEPS = 40;

  private final Ials.Equations equations;
  private final float[] items;
  private final float[] gram;

  FoldIn(Ials.Equations equations, float[] items) {
    this.equations = equations;
    int d = equations.factors();
    this.items = items;
    try (Workers alone = new Workers(1)) {
      float[] plain = Gram.of(items, d, BlasProviders.blas(), alone);
      gram = Gram.regularised(plain, d, equations.regularisation());
    }
  }

  /**
   * Solves for the new users of a batch.
   *
   * @param rows takes their vectors, that of row r of the batch at {@code r * factors}
   */
  void solve(UserBatch batch, float[] rows) {
    int[] fresh = new int[batch.size()];
    int count = 0;
    for (int row = 0; row < batch.size(); row++) {
      if (batch.user(row) == UserBatch.NEW_USER) {
        fresh[count++] = row;
      }
    }
    if (count == 0) {
      return;
    }
    int d = equations.factors();
    SparseMatrix cells =
        equations
            .confidence()
            .weights(
                SparseMatrix.of(count, items.length / d, i -> batch.history(fresh[i])),
                equations.alpha());
    float[] solutions = new float[count * d];
    try (ConjugateGradients solver =
        new ConjugateGradients(items, gram, d, STEPS, BlasProviders.blas())) {
      for (int i = 0; i < count; i++) {
        solver.solve(cells, i, solutions);
        System.arraycopy(solutions, i * d, rows, fresh[i] * d, d);
      }
    }
  }
}
