package org.recsys4j.models.nn.loss;

import java.util.List;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.recsys4j.models.nn.kernel.Block;
import org.recsys4j.models.nn.layer.LayerContext;
import org.recsys4j.models.nn.layer.LayerParameters;
import org.recsys4j.models.nn.layer.LossOperation;
import org.recsys4j.models.nn.layer.LossSpec;
import org.recsys4j.models.nn.layer.Operation;
import org.recsys4j.models.nn.layer.ParameterSpec;

/**
 * Binary cross-entropy of a sigmoid: {@code -y log s - (1 - y) log(1 - s)} with {@code s = 1 / (1 +
 * exp(-x))}. There are as many labels as inputs, row after row: 0 or 1, and a negative one is no
 * term.
 */
public record BinaryCrossEntropySpec() implements LossSpec {
  @Override
  public List<ParameterSpec> parameters() {
    return List.of();
  }

  @Override
  public LossOperation operation(LayerParameters parameters, LayerContext context) {
    return (input, labels, arrays) -> {
      Block x = Block.of(input);
      return compare(x, Block.of(labels).reshape(x.columns()), arrays);
    };
  }

  private static LossOperation.Result compare(Block x, Block y, Operation.ArrayMaker arrays) {
    INDArray gradient = arrays.create(x.rows(), x.columns());
    Block dx = Block.of(gradient);
    double loss = 0;
    int terms = 0;
    for (int row = 0; row < x.rows(); row++) {
      for (int column = 0; column < x.columns(); column++) {
        double label = y.get(row, column);
        double logit = x.get(row, column);
        if (label < 0) {
          dx.set(row, column, 0);
        } else {
          terms++;
          loss += Math.max(logit, 0) - label * logit + Math.log1p(Math.exp(-Math.abs(logit)));
          dx.set(row, column, 1 / (1 + Math.exp(-logit)) - label);
        }
      }
    }
    return new LossOperation.Result(loss, terms, gradient);
  }
}
