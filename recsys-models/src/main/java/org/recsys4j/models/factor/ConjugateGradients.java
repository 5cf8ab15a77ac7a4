package org.recsys4j.models.factor;

import java.util.Arrays;
import org.recsys4j.models.nn.kernel.Blas;
import org.recsys4j.models.nn.kernel.VectorBlock;
import org.recsys4j.models.sparse.SparseMatrix;

/**
 * Solves the normal equations of one side of {@link Ials}, row by row, by conjugate gradients
 * (Takács, Pilászy and Tikk, "Applications of the conjugate gradient method for implicit feedback
 * collaborative filtering", RecSys 2011).
 *
 * <p>With the other side's vectors y and the weights w of a row's cells, its vector x solves {@code
 * (G + sum of w y y') x = sum of (1 + w) y}, where G is the Gram matrix of all y with the
 * regularisation on its diagonal. The method needs only products of that matrix with a vector, so
 * that a step costs {@code 4 d} operations a cell and {@code 2 d^2} a row. All steps of a row
 * follow each other, so that its cells' vectors are fetched into the cache once.
 *
 * <p>For one thread; holds a {@link CellBlock}.
 */
final class ConjugateGradients implements AutoCloseable {
  /** Steps end early where the squared residual has shrunk by this factor. */
  private static final float CONVERGED = 1e-12f;

  private final int steps;
  private final VectorBlock gram;
  private final CellBlock block;
  private final float[] x;
  private final float[] residual;
  private final float[] direction;
  private final float[] image;

  /**
   * A solver.
   *
   * @param fixed the vectors of the other side
   * @param gram their Gram matrix with the regularisation on the diagonal, d x d
   * @param steps how many steps each row takes
   */
  ConjugateGradients(float[] fixed, float[] gram, int d, int steps, Blas blas) {
    this.steps = steps;
    this.gram = blas.vectors(d, d);
    for (int k = 0; k < d; k++) {
      this.gram.set(k, gram, k * d);
    }
    this.block = new CellBlock(fixed, d, blas);
    this.x = new float[d];
    this.residual = new float[d];
    this.direction = new float[d];
    this.image = new float[d];
  }

  /**
   * Improves the vector of a row; that of a row without cells becomes zero.
   *
   * @param cells the rows' weights w, above zero
   * @param row which row
   * @param solutions the vectors of all rows, to begin from and to change
   * @return the loss of the row's cells before the first step, less what they would have cost if
   *     unobserved: the sum of {@code (1 + w) (1 - t)^2 - t^2} over the predictions t
   */
  double solve(SparseMatrix cells, int row, float[] solutions) {
    if (cells.count(row) == 0) {
      Arrays.fill(solutions, row * x.length, (row + 1) * x.length, 0);
      return 0;
    }
    System.arraycopy(solutions, row * x.length, x, 0, x.length);
    double loss = start(cells, row);
    float square = Rows.dot(residual, residual);
    float enough = CONVERGED * square;
    System.arraycopy(residual, 0, direction, 0, x.length);
    for (int step = 1; step <= steps && square > enough; step++) {
      boolean last = step == steps;
      float length = (float) (square / apply(cells, row, last));
      Rows.add(x, length, direction);
      if (!last) {
        Rows.add(residual, -length, image);
        float next = Rows.dot(residual, residual);
        Rows.scaleAndAdd(direction, next / square, residual);
        square = next;
      }
    }
    System.arraycopy(x, 0, solutions, row * x.length, x.length);
    return loss;
  }

  /** Sets the residual that x leaves. */
  private double start(SparseMatrix cells, int row) {
    gram.multiply(x.length, x, image);
    Rows.clear(residual);
    Rows.add(residual, -1, image);
    double loss = 0;
    int end = cells.starts()[row + 1];
    for (int from = cells.starts()[row]; from < end; from += CellBlock.CAPACITY) {
      block.load(cells, from, Math.min(end, from + CellBlock.CAPACITY));
      block.multiply(x);
      loss += block.towardsOne();
      block.addTo(residual);
    }
    return loss;
  }

  /**
   * The matrix applied to the direction. The image is complete unless this is the last step, which
   * does not need it.
   *
   * @return the inner product of the direction and its image
   */
  private double apply(SparseMatrix cells, int row, boolean last) {
    gram.multiply(direction.length, direction, image);
    double curvature = last ? Rows.dot(direction, image) : 0;
    int end = cells.starts()[row + 1];
    for (int from = cells.starts()[row]; from < end; from += CellBlock.CAPACITY) {
      if (cells.count(row) > CellBlock.CAPACITY) {
        block.load(cells, from, Math.min(end, from + CellBlock.CAPACITY));
      }
      block.multiply(direction);
      if (last) {
        curvature += block.weighedSquares();
      } else {
        block.weigh();
        block.addTo(image);
      }
    }
    return last ? curvature : Rows.dot(direction, image);
  }

  @Override
  public void close() {
    gram.close();
    block.close();
  }
}
