package org.recsys4j.models.nn.layer;

import java.util.ArrayList;
import java.util.List;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.recsys4j.models.nn.kernel.Block;

/** Outputs side by side: a row of the result is a row of each, one after the other. */
public record JoinSpec() implements VertexSpec {
  @Override
  public Combination combination(LayerContext context) {
    return new Join();
  }

  /** The passes, which differ in the direction of a copy. */
  private static final class Join implements Combination {
    private int[] widths = new int[0];

    @Override
    public INDArray forward(List<INDArray> inputs, Operation.ArrayMaker arrays) {
      widths = inputs.stream().mapToInt(input -> Block.of(input).columns()).toArray();
      int rows = Block.of(inputs.get(0)).rows();
      int width = 0;
      for (int one : widths) {
        width += one;
      }
      INDArray result = arrays.create(rows, width);
      Block target = Block.of(result);
      int column = 0;
      for (INDArray input : inputs) {
        Block source = Block.of(input);
        target.columns(column, source.columns()).copy(source);
        column += source.columns();
      }
      return result;
    }

    @Override
    public List<INDArray> backward(INDArray gradient, Operation.ArrayMaker arrays) {
      Block source = Block.of(gradient);
      List<INDArray> results = new ArrayList<>();
      int column = 0;
      for (int width : widths) {
        INDArray result = arrays.create(source.rows(), width);
        Block.of(result).copy(source.columns(column, width));
        results.add(result);
        column += width;
      }
      return results;
    }
  }
}
