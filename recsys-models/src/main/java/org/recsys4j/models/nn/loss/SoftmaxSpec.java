package org.recsys4j.models.nn.loss;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.recsys4j.models.nn.kernel.Block;
import org.recsys4j.models.nn.kernel.Kernels;
import org.recsys4j.models.nn.layer.Indices;
import org.recsys4j.models.nn.layer.LayerContext;
import org.recsys4j.models.nn.layer.LayerParameters;
import org.recsys4j.models.nn.layer.LossOperation;
import org.recsys4j.models.nn.layer.LossSpec;
import org.recsys4j.models.nn.layer.ParameterSpec;
import org.recsys4j.models.nn.layer.TableGradient;

/**
 * Cross-entropy of a softmax over all rows of a table: the logits are the inner products of an
 * input row with the table's vectors. Labels hold the wanted row of the table for each input row; a
 * negative one is no term. The table's gradient must be kept for the whole table.
 *
 * <p>Never holds the logits of more than {@value #TILE} rows.
 *
 * @param table name of the table, whose vectors are as long as an input row
 */
public record SoftmaxSpec(String table) implements LossSpec {
  private static final int TILE = 128;

  @Override
  public List<ParameterSpec> parameters() {
    return List.of();
  }

  @Override
  public LossOperation operation(LayerParameters parameters, LayerContext context) {
    return new FullSoftmax(context.table(table), context.kernels());
  }

  /** The loss of one replica. */
  private static final class FullSoftmax implements LossOperation {
    private final TableGradient table;
    private final Kernels kernels;
    private int[] targets = new int[0];
    private @Nullable Native memory;

    FullSoftmax(TableGradient table, Kernels kernels) {
      this.table = table;
      this.kernels = kernels;
    }

    @Override
    public Result compare(INDArray input, INDArray labels, ArrayMaker arrays) {
      Block x = Block.of(input);
      targets = Indices.read(Block.of(labels), targets);
      Native own = memory(input.dataType());
      own.vectors.write(0, 0, table.table().values(), 0, table.table().values().length);
      INDArray gradient = arrays.create(x.rows(), x.columns());
      Block dx = Block.of(gradient);
      double loss = 0;
      int terms = 0;
      for (int from = 0; from < x.rows(); from += TILE) {
        int count = Math.min(TILE, x.rows() - from);
        Block rows = x.rows(from, count);
        Block logits = own.logits.rows(0, count);
        kernels.products().multiply(rows, own.vectors.transpose(), logits);
        loss += kernels.softmax().crossEntropy(logits, targets, from);
        kernels.products().multiply(logits, own.vectors, dx.rows(from, count));
        if (from == 0) {
          kernels.products().multiply(logits.transpose(), rows, own.gradient);
        } else {
          kernels.products().multiplyAdd(1, logits.transpose(), rows, own.gradient);
        }
      }
      for (int row = 0; row < x.rows(); row++) {
        terms += targets[row] < 0 ? 0 : 1;
      }
      table.addAll(own.gradient);
      return new Result(loss, terms, gradient);
    }

    private Native memory(DataType type) {
      Native made = memory;
      if (made == null) {
        int rows = table.table().rows();
        int width = table.table().width();
        made =
            new Native(
                matrix(type, rows, width), matrix(type, rows, width), matrix(type, TILE, rows));
        memory = made;
      }
      return made;
    }

    private static Block matrix(DataType type, int rows, int columns) {
      return Block.of(Nd4j.createUninitializedDetached(type, rows, columns));
    }

    /** Memory that is kept from step to step. */
    private record Native(Block vectors, Block gradient, Block logits) {}
  }
}
