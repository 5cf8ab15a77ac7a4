package org.recsys4j.models.nn.layer;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.recsys4j.models.nn.kernel.Block;

/**
 * What a user's vector and an item's make together: their element-wise product, or both in one row.
 * An input of n x 2 m numbers holds n m pairs of user and item, and becomes n m rows.
 *
 * @param users name of the users' table
 * @param items name of the items' table
 * @param width length of the vectors in both
 * @param product whether to multiply; otherwise the item's vector follows the user's
 */
public record PairSpec(String users, String items, int width, boolean product)
    implements LayerSpec {
  private static final int TOGETHER = 32; // pairs that are worked on in one pass

  @Override
  public List<ParameterSpec> parameters() {
    return List.of();
  }

  /**
   * How wide the output is.
   *
   * @return the width of one vector or of two
   */
  public int out() {
    return product ? width : 2 * width;
  }

  @Override
  public Operation operation(LayerParameters parameters, LayerContext context) {
    return new Pairs(this, context.table(users), context.table(items));
  }

  /** The passes. */
  private static final class Pairs implements Operation {
    private final PairSpec spec;
    private final TableGradient users;
    private final TableGradient items;
    private final float[] left;
    private final float[] right;
    private final float[] rows;
    private int[] index = new int[0];
    private int count;

    Pairs(PairSpec spec, TableGradient users, TableGradient items) {
      this.spec = spec;
      this.users = users;
      this.items = items;
      left = new float[TOGETHER * spec.width];
      right = new float[TOGETHER * spec.width];
      rows = new float[TOGETHER * spec.out()];
    }

    @Override
    public INDArray forward(INDArray input, boolean training, ArrayMaker arrays) {
      index = Indices.read(Block.of(input), index);
      count = Math.toIntExact(input.length() / 2);
      INDArray result = arrays.create(count, spec.out());
      Block out = Block.of(result);
      for (int from = 0; from < count; from += TOGETHER) {
        int n = Math.min(TOGETHER, count - from);
        if (spec.product) {
          gather(from, n);
          multiply(left, right, rows, n * spec.width);
        } else {
          join(from, n);
        }
        out.write(from, 0, rows, 0, n * spec.out());
      }
      return result;
    }

    private void gather(int from, int n) {
      int d = spec.width;
      float[] ofUsers = users.table().values();
      float[] ofItems = items.table().values();
      for (int i = 0; i < n; i++) {
        System.arraycopy(ofUsers, index[2 * (from + i)] * d, left, i * d, d);
        System.arraycopy(ofItems, index[2 * (from + i) + 1] * d, right, i * d, d);
      }
    }

    private void join(int from, int n) {
      int d = spec.width;
      float[] ofUsers = users.table().values();
      float[] ofItems = items.table().values();
      for (int i = 0; i < n; i++) {
        System.arraycopy(ofUsers, index[2 * (from + i)] * d, rows, 2 * i * d, d);
        System.arraycopy(ofItems, index[2 * (from + i) + 1] * d, rows, (2 * i + 1) * d, d);
      }
    }

    private static void multiply(float[] a, float[] b, float[] out, int size) {
      for (int i = 0; i < size; i++) {
        out[i] = a[i] * b[i];
      }
    }

    @Override
    public @Nullable INDArray backward(INDArray gradient, ArrayMaker arrays) {
      Block in = Block.of(gradient);
      int d = spec.width;
      for (int from = 0; from < count; from += TOGETHER) {
        int n = Math.min(TOGETHER, count - from);
        in.read(from, 0, rows, 0, n * spec.out());
        if (spec.product) {
          gather(from, n);
          multiply(right, rows, right, n * d);
          multiply(left, rows, left, n * d);
        }
        for (int i = 0; i < n; i++) {
          int user = index[2 * (from + i)];
          int item = index[2 * (from + i) + 1];
          users.add(user, spec.product ? right : rows, spec.product ? i * d : 2 * i * d);
          items.add(item, spec.product ? left : rows, spec.product ? i * d : (2 * i + 1) * d);
        }
      }
      return null;
    }
  }
}
