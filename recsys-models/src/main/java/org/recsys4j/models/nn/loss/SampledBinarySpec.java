package org.recsys4j.models.nn.loss;

import java.util.List;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.recsys4j.models.nn.kernel.Block;
import org.recsys4j.models.nn.kernel.Kernels;
import org.recsys4j.models.nn.layer.Indices;
import org.recsys4j.models.nn.layer.LayerContext;
import org.recsys4j.models.nn.layer.LayerParameters;
import org.recsys4j.models.nn.layer.LossOperation;
import org.recsys4j.models.nn.layer.LossSpec;
import org.recsys4j.models.nn.layer.ParameterSpec;
import org.recsys4j.models.nn.layer.Scratch;
import org.recsys4j.models.nn.layer.TableGradient;

/**
 * Binary cross-entropy of some wanted and some sampled rows of a table for each input row x: {@code
 * -log sigmoid(s)} for a wanted one and {@code -log(1 - sigmoid(s))} for a sampled one, each a
 * term, where {@code s = x . v + b}. The last number of the table's vectors is the bias b.
 *
 * <p>Labels hold the rows of the table, the wanted ones first; a negative one is no term.
 *
 * @param table name of the table, whose vectors are longer by one than an input row
 * @param positives how many rows are wanted
 */
public record SampledBinarySpec(String table, int positives) implements LossSpec {
  @Override
  public List<ParameterSpec> parameters() {
    return List.of();
  }

  @Override
  public LossOperation operation(LayerParameters parameters, LayerContext context) {
    return new SampledBinary(positives, context.table(table), context.kernels());
  }

  /** The loss of one replica. */
  private static final class SampledBinary implements LossOperation {
    private final int positives;
    private final TableGradient table;
    private final Kernels kernels;
    private final Scratch vectorMemory = new Scratch();
    private final Scratch scoreMemory = new Scratch();
    private int[] index = new int[0];
    private int terms;

    SampledBinary(int positives, TableGradient table, Kernels kernels) {
      this.positives = positives;
      this.table = table;
      this.kernels = kernels;
    }

    @Override
    public Result compare(INDArray input, INDArray labels, ArrayMaker arrays) {
      Block x = Block.of(input);
      Block label = Block.of(labels);
      INDArray gradient = arrays.create(x.rows(), x.columns());
      Block dx = Block.of(gradient);
      dx.clear();
      terms = 0;
      double loss = 0;
      for (int column = 0; column < label.columns(); column++) {
        index = Indices.read(label.columns(column, 1), index);
        loss += compare(x, column < positives ? 1 : 0, dx);
      }
      return new Result(loss, terms, gradient);
    }

    /** One column of the labels, all of them wanted or all of them not. */
    private double compare(Block x, int wanted, Block dx) {
      int n = x.rows();
      int width = x.columns();
      Block withBias = vectorMemory.of(x, n, width + 1);
      Block vectors = withBias.columns(0, width);
      Block scores = scoreMemory.of(x, n, 1);
      table.gather(index, n, withBias);
      kernels.rowProducts().dots(x, vectors, scores);
      double loss = 0;
      for (int i = 0; i < n; i++) {
        double logit = scores.get(i, 0) + withBias.get(i, width);
        double slope = 0;
        if (index[i] >= 0) {
          terms++;
          loss += Math.max(logit, 0) - wanted * logit + Math.log1p(Math.exp(-Math.abs(logit)));
          slope = 1 / (1 + Math.exp(-logit)) - wanted;
        }
        scores.set(i, 0, slope);
        withBias.set(i, width, slope);
      }
      kernels.rowProducts().dotsBackward(scores, x, vectors, dx);
      table.add(index, n, withBias);
      return loss;
    }
  }
}
