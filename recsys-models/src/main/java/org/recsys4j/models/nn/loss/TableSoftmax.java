package org.recsys4j.models.nn.loss;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.recsys4j.models.nn.kernel.Activation;
import org.recsys4j.models.nn.kernel.Block;
import org.recsys4j.models.nn.kernel.Kernels;
import org.recsys4j.models.nn.layer.Indices;
import org.recsys4j.models.nn.layer.LossOperation;
import org.recsys4j.models.nn.layer.TableGradient;

/**
 * Cross-entropy of a softmax over all rows of a table. Never holds the logits of more than {@value
 * #TILE} input rows; holds a copy of the table and its gradient in native memory.
 */
final class TableSoftmax implements LossOperation {
  private static final int TILE = 128;

  private final TableGradient table;
  private final Optional<Bias> bias;
  private final Kernels kernels;
  private final Terms terms = new Terms();
  private int[] targets = new int[0];
  private @Nullable Native memory;

  /** A number for each row of the table, added to its logits. */
  interface Bias {
    /** The numbers, one row. */
    Block value();

    /** Their gradient, overwritten by each step. */
    Block gradient();
  }

  /** Memory that is kept from step to step. */
  private record Native(Block vectors, Block gradient, Block logits, Block biasGradient) {}

  TableSoftmax(TableGradient table, Optional<Bias> bias, Kernels kernels) {
    this.table = table;
    this.bias = bias;
    this.kernels = kernels;
  }

  @Override
  public Result compare(INDArray input, INDArray labels, ArrayMaker arrays) {
    Block all = Block.of(input);
    int width = Math.toIntExact(labels.length() / Math.max(1, all.rows()));
    targets = Indices.read(Block.of(labels), targets);
    terms.find(targets, all.rows(), width);
    Native own = memory(input.dataType());
    own.vectors.write(0, 0, table.table().values(), 0, table.table().values().length);
    INDArray result = arrays.create(all.rows(), all.columns());
    Block gradient = Block.of(result);
    Block x = terms.input(all);
    Block dx = terms.gradient(gradient);
    bias.ifPresent(numbers -> numbers.gradient().clear());
    double loss = 0;
    for (int from = 0; from < x.rows(); from += TILE) {
      int count = Math.min(TILE, x.rows() - from);
      Block rows = x.rows(from, count);
      Block logits = own.logits.rows(0, count);
      kernels.products().multiply(rows, own.vectors.transpose(), logits);
      bias.ifPresent(
          numbers -> kernels.elementwise().activate(logits, numbers.value(), Activation.IDENTITY));
      loss += kernels.softmax().crossEntropy(logits, targets, width, from);
      bias.ifPresent(numbers -> addBias(logits, own.biasGradient, numbers.gradient()));
      kernels.products().multiply(logits, own.vectors, dx.rows(from, count));
      if (from == 0) {
        kernels.products().multiply(logits.transpose(), rows, own.gradient);
      } else {
        kernels.products().multiplyAdd(1, logits.transpose(), rows, own.gradient);
      }
    }
    if (x.rows() > 0) {
      table.addAll(own.gradient);
    }
    terms.spread(dx, gradient);
    return new Result(loss, terms.count(), result);
  }

  private void addBias(Block logits, Block sum, Block total) {
    kernels.elementwise().activateBackward(logits, logits, sum, Activation.IDENTITY);
    kernels.elementwise().add(sum, total);
  }

  private Native memory(DataType type) {
    Native made = memory;
    if (made == null) {
      int rows = table.table().rows();
      int width = table.table().width();
      made =
          new Native(
              matrix(type, rows, width),
              matrix(type, rows, width),
              matrix(type, TILE, rows),
              matrix(type, 1, rows));
      memory = made;
    }
    return made;
  }

  private static Block matrix(DataType type, int rows, int columns) {
    return Block.of(Nd4j.createUninitializedDetached(type, rows, columns));
  }
}
