package org.recsys4j.models.nn.layer;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.recsys4j.models.nn.kernel.Block;

/**
 * Vectors of a table: an input of n x m indices becomes n m rows. A negative index gives zeros and
 * learns nothing.
 *
 * @param table name of the table
 * @param width length of its vectors
 */
public record EmbeddingSpec(String table, int width) implements LayerSpec {
  @Override
  public List<ParameterSpec> parameters() {
    return List.of();
  }

  @Override
  public Operation operation(LayerParameters parameters, LayerContext context) {
    return new Embedding(this, context.table(table));
  }

  /** The passes. */
  private static final class Embedding implements Operation {
    private final EmbeddingSpec spec;
    private final TableGradient table;
    private int[] index = new int[0];
    private int count;

    Embedding(EmbeddingSpec spec, TableGradient table) {
      this.spec = spec;
      this.table = table;
    }

    @Override
    public INDArray forward(INDArray input, boolean training, ArrayMaker arrays) {
      count = Math.toIntExact(input.length());
      index = Indices.read(Block.of(input), index);
      INDArray result = arrays.create(count, spec.width);
      table.gather(index, count, Block.of(result));
      return result;
    }

    @Override
    public @Nullable INDArray backward(INDArray gradient, ArrayMaker arrays) {
      table.add(index, count, Block.of(gradient));
      return null;
    }
  }
}
