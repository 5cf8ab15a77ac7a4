package org.recsys4j.models.factor;

import java.io.IOException;
import java.util.Arrays;
import org.recsys4j.api.store.ModelReader;
import org.recsys4j.api.store.ModelWriter;
import org.recsys4j.models.fit.JoinedFloats;

/** AdaGrad: the sum of squared gradients of every parameter divides its learning rate. */
final class AdagradRows implements RowOptimizer {
  /** Keeps the first step finite where a gradient is 0. */
  private static final float LEAST = 1e-10f;

  private final float rate;
  private final float regularisation;
  private final float[][] squares;

  AdagradRows(int rows, int columns, float rate, float regularisation) {
    this.rate = rate;
    this.regularisation = regularisation;
    this.squares = new float[rows][columns];
  }

  @Override
  public void move(int row, float[] parameters, float scale, float[] direction) {
    float[] sums = squares[row];
    for (int k = 0; k < parameters.length; k++) {
      float gradient = scale * direction[k] - regularisation * parameters[k];
      float sum = sums[k] + gradient * gradient;
      sums[k] = sum;
      parameters[k] += rate * gradient / (float) Math.sqrt(sum + LEAST);
    }
  }

  @Override
  public void save(ModelWriter out) throws IOException {
    JoinedFloats.save(Arrays.asList(squares), out);
  }

  @Override
  public void load(ModelReader in) throws IOException {
    JoinedFloats.load(Arrays.asList(squares), in);
  }
}
