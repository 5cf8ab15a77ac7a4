package org.recsys4j.models.nn.loss;

import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.recsys4j.models.nn.kernel.Activation;
import org.recsys4j.models.nn.kernel.Block;
import org.recsys4j.models.nn.kernel.Kernels;
import org.recsys4j.models.nn.kernel.NativeArrays;
import org.recsys4j.models.nn.layer.Indices;
import org.recsys4j.models.nn.layer.LossOperation;

/**
 * Cross-entropy of a softmax over all items, whose logits are the inner products of an input row
 * with a vector of each, and perhaps a bias. Never holds the logits of more than {@value #TILE}
 * input rows.
 */
final class SoftmaxOverAll implements LossOperation {
  private static final int TILE = 128;

  private final Parameter vectors;
  private final Optional<? extends Parameter> bias;
  private final Kernels kernels;
  private final Terms terms = new Terms();
  private int[] targets = new int[0];
  private @Nullable Block logitsOfTile;
  private @Nullable Block biasOfTile;

  /** Vectors or biases of all items. */
  interface Parameter {
    /** How many rows. */
    int rows();

    /** The numbers in this step. */
    Block value(DataType type);

    /** Where their gradient goes, of any content. */
    Block gradient(DataType type);

    /** The gradient is complete. */
    void done();
  }

  SoftmaxOverAll(Parameter vectors, Optional<? extends Parameter> bias, Kernels kernels) {
    this.vectors = vectors;
    this.bias = bias;
    this.kernels = kernels;
  }

  @Override
  public Result compare(INDArray input, INDArray labels, ArrayMaker arrays) {
    Block all = Block.of(input);
    DataType type = input.dataType();
    int width = Math.toIntExact(labels.length() / Math.max(1, all.rows()));
    targets = Indices.read(Block.of(labels), targets);
    terms.find(targets, all.rows(), width);
    Block vector = vectors.value(type);
    Block vectorGradient = vectors.gradient(type);
    Block tile = logits(type);
    INDArray result = arrays.create(all.rows(), all.columns());
    Block gradient = Block.of(result);
    Block x = terms.input(all);
    Block dx = terms.gradient(gradient);
    if (x.rows() == 0) {
      vectorGradient.clear();
      bias.ifPresent(numbers -> numbers.gradient(type).clear());
    }
    double loss = 0;
    for (int from = 0; from < x.rows(); from += TILE) {
      int count = Math.min(TILE, x.rows() - from);
      Block rows = x.rows(from, count);
      Block logits = tile.rows(0, count);
      kernels.products().multiply(rows, vector.transpose(), logits);
      if (bias.isPresent()) {
        kernels.elementwise().activate(logits, bias.get().value(type), Activation.IDENTITY);
      }
      loss += kernels.softmax().crossEntropy(logits, targets, width, from);
      if (bias.isPresent()) {
        addBias(logits, bias.get().gradient(type), from == 0);
      }
      kernels.products().multiply(logits, vector, dx.rows(from, count));
      if (from == 0) {
        kernels.products().multiply(logits.transpose(), rows, vectorGradient);
      } else {
        kernels.products().multiplyAdd(1, logits.transpose(), rows, vectorGradient);
      }
    }
    vectors.done();
    bias.ifPresent(Parameter::done);
    terms.spread(dx, gradient);
    return new Result(loss, terms.count(), result);
  }

  private void addBias(Block logits, Block total, boolean first) {
    Block sum = first ? total : Objects.requireNonNull(biasOfTile);
    kernels.elementwise().activateBackward(logits, logits, sum, Activation.IDENTITY);
    if (!first) {
      kernels.elementwise().add(sum, total);
    }
  }

  private Block logits(DataType type) {
    Block made = logitsOfTile;
    if (made == null) {
      made = matrix(type, TILE, vectors.rows());
      logitsOfTile = made;
      biasOfTile = matrix(type, 1, vectors.rows());
    }
    return made;
  }

  /** Memory outside of workspaces, which stays. */
  static Block matrix(DataType type, int rows, int columns) {
    return Block.of(NativeArrays.matrix(type, rows, columns));
  }
}
