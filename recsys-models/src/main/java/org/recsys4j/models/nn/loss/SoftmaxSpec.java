package org.recsys4j.models.nn.loss;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.buffer.DataType;
import org.recsys4j.models.nn.kernel.Block;
import org.recsys4j.models.nn.layer.LayerContext;
import org.recsys4j.models.nn.layer.LayerParameters;
import org.recsys4j.models.nn.layer.LossOperation;
import org.recsys4j.models.nn.layer.LossSpec;
import org.recsys4j.models.nn.layer.ParameterSpec;
import org.recsys4j.models.nn.layer.TableGradient;

/**
 * Cross-entropy of a softmax over all rows of a table: the logits are the inner products of an
 * input row with the table's vectors. Labels hold the wanted row of the table for each input row; a
 * negative one is no term. The table moves as a whole.
 *
 * @param table name of the table, whose vectors are as long as an input row
 */
public record SoftmaxSpec(String table) implements LossSpec {
  @Override
  public List<ParameterSpec> parameters() {
    return List.of();
  }

  @Override
  public LossOperation operation(LayerParameters parameters, LayerContext context) {
    return new SoftmaxOverAll(
        new OfTable(context.table(table)), Optional.empty(), context.kernels());
  }

  /** A table, copied to native memory for a step. */
  private static final class OfTable implements SoftmaxOverAll.Parameter {
    private final TableGradient table;
    private @Nullable Block copy;
    private @Nullable Block sum;

    OfTable(TableGradient table) {
      this.table = table;
    }

    @Override
    public int rows() {
      return table.table().rows();
    }

    @Override
    public Block value(DataType type) {
      Block made = copy;
      if (made == null) {
        made = SoftmaxOverAll.matrix(type, rows(), table.table().width());
        copy = made;
      }
      float[] values = table.table().values();
      made.write(0, 0, values, 0, values.length);
      return made;
    }

    @Override
    public Block gradient(DataType type) {
      Block made = sum;
      if (made == null) {
        made = SoftmaxOverAll.matrix(type, rows(), table.table().width());
        sum = made;
      }
      return made;
    }

    @Override
    public void done() {
      if (sum != null) {
        table.addAll(sum);
      }
    }
  }
}
