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
 * Binary cross-entropy of one wanted and one sampled row of a table for each input row, as SASRec
 * is trained: {@code -log sigmoid(x . wanted) - log(1 - sigmoid(x . sampled))}, one term.
 *
 * <p>Labels hold a row for each sequence: the wanted rows of its steps, -1 where there is none, and
 * as many sampled ones, -1 where nothing could be drawn.
 *
 * @param table name of the table, whose vectors are as long as an input row
 */
public record PairwiseBinarySpec(String table) implements LossSpec {
  @Override
  public List<ParameterSpec> parameters() {
    return List.of();
  }

  @Override
  public LossOperation operation(LayerParameters parameters, LayerContext context) {
    return new PairwiseBinary(context.table(table), context.kernels());
  }

  /** The loss of one replica. */
  private static final class PairwiseBinary implements LossOperation {
    private final TableGradient table;
    private final Kernels kernels;
    private final Terms terms = new Terms();
    private final Scratch vectorMemory = new Scratch();
    private final Scratch scoreMemory = new Scratch();
    private int[] targets = new int[0];
    private int[] sampled = new int[0];

    PairwiseBinary(TableGradient table, Kernels kernels) {
      this.table = table;
      this.kernels = kernels;
    }

    @Override
    public Result compare(INDArray input, INDArray labels, ArrayMaker arrays) {
      Block all = Block.of(input);
      Block label = Block.of(labels);
      int length = label.columns() / 2;
      targets = Indices.read(label.columns(0, length), targets);
      sampled = Indices.read(label.columns(length, length), sampled);
      int kept = 0;
      for (int row = 0; row < all.rows(); row++) {
        if (targets[row] >= 0) {
          sampled[kept++] = sampled[row];
        }
      }
      terms.find(targets, all.rows(), 1);
      INDArray result = arrays.create(all.rows(), all.columns());
      Block gradient = Block.of(result);
      Block x = terms.input(all);
      Block dx = terms.gradient(gradient);
      dx.clear();
      double loss = term(x, dx, targets, 1) + term(x, dx, sampled, 0);
      terms.spread(dx, gradient);
      return new Result(loss, kept, result);
    }

    private double term(Block x, Block dx, int[] index, int label) {
      int n = terms.count();
      Block vectors = vectorMemory.of(x, n, x.columns());
      Block scores = scoreMemory.of(x, n, 1);
      table.gather(index, n, vectors);
      kernels.rowProducts().dots(x, vectors, scores);
      double loss = 0;
      for (int i = 0; i < n; i++) {
        double logit = scores.get(i, 0);
        if (index[i] < 0) {
          scores.set(i, 0, 0);
        } else {
          loss += Math.max(logit, 0) - label * logit + Math.log1p(Math.exp(-Math.abs(logit)));
          scores.set(i, 0, 1 / (1 + Math.exp(-logit)) - label);
        }
      }
      kernels.rowProducts().dotsBackward(scores, x, vectors, dx);
      table.add(index, n, vectors);
      return loss;
    }
  }
}
