package org.recsys4j.models.nn.kernel;

import java.nio.IntBuffer;
import java.util.Arrays;

/** Row by row on the heap; of a row only what it sees is looked at. */
final class FastAttention implements Attention {
  @Override
  public void softmax(Block scores, int first, double scale) {
    int columns = scores.columns();
    float[] row = new float[columns];
    for (int i = 0; i < scores.rows(); i++) {
      int seen = first + i + 1;
      scores.read(i, 0, row, 0, seen);
      FastFunctions.scale(row, (float) scale, seen);
      FastFunctions.expLess(row, FastFunctions.max(row, seen), seen);
      FastFunctions.scale(row, 1 / FastFunctions.sum(row, seen), seen);
      Arrays.fill(row, seen, columns, 0);
      scores.write(i, 0, row, 0, columns);
    }
  }

  @Override
  public void drop(Block shares, int first, double keep, int key, int number, Block out) {
    int columns = shares.columns();
    float[] row = new float[columns];
    Drops drops = new Drops(out, keep, key);
    for (int i = 0; i < shares.rows(); i++) {
      int seen = first + i + 1;
      shares.read(i, 0, row, 0, columns);
      FastFunctions.scale(row, (float) (1 / keep), seen);
      out.write(i, 0, row, 0, columns);
      drops.drop(i, seen, number + i * columns);
    }
  }

  @Override
  public void backward(
      Block shares, int first, double scale, double keep, int key, int number, Block gradient) {
    int columns = shares.columns();
    float[] share = new float[columns];
    float[] slope = new float[columns];
    float[] product = new float[columns];
    float factor = (float) scale;
    Drops drops = new Drops(gradient, keep, key);
    for (int i = 0; i < shares.rows(); i++) {
      int seen = first + i + 1;
      if (keep < 1) {
        drops.drop(i, seen, number + i * columns);
      }
      shares.read(i, 0, share, 0, seen);
      gradient.read(i, 0, slope, 0, seen);
      FastFunctions.scale(slope, (float) (1 / keep), seen);
      FastFunctions.multiply(share, slope, product, seen);
      float mean = FastFunctions.sum(product, seen);
      for (int k = 0; k < seen; k++) {
        slope[k] = factor * share[k] * (slope[k] - mean);
      }
      Arrays.fill(slope, seen, columns, 0);
      gradient.write(i, 0, slope, 0, columns);
    }
  }

  /** Sets numbers of a block to 0 by their bits, which compiles to vector instructions. */
  private static final class Drops {
    private final Block block;
    private final IntBuffer memory;
    private final double keep;
    private final int key;
    private final int[] bits;
    private final int[] places;

    Drops(Block block, double keep, int key) {
      this.block = block;
      this.memory = block.bits();
      this.keep = keep;
      this.key = key;
      this.bits = new int[block.columns()];
      this.places = Hash.steps(block.columns());
    }

    /** {@code number} is the place of the row's first cell in the whole. */
    void drop(int row, int count, int number) {
      int at = block.index(row, 0);
      memory.get(at, bits, 0, count);
      FastFunctions.drop(bits, places, count, keep, key, number);
      memory.put(at, bits, 0, count);
    }
  }

  @Override
  public void addPositions(Block x, double scale, Block positions, int[] lengths, Block y) {
    int width = x.columns();
    int room = x.rows() / lengths.length;
    float[] position = new float[positions.rows() * width];
    float[] values = new float[room * width];
    positions.read(0, 0, position, 0, position.length);
    float factor = (float) scale;
    for (int i = 0; i < lengths.length; i++) {
      int count = lengths[i] * width;
      int first = position.length - count;
      x.read(i * room, 0, values, 0, values.length);
      for (int k = 0; k < count; k++) {
        values[k] = factor * values[k] + position[first + k];
      }
      for (int k = count; k < values.length; k++) {
        values[k] *= factor;
      }
      y.write(i * room, 0, values, 0, values.length);
    }
  }

  @Override
  public void addPositionsBackward(
      Block gradient, double scale, Block positionGradient, int[] lengths, Block below) {
    int width = gradient.columns();
    int room = gradient.rows() / lengths.length;
    float[] sums = new float[positionGradient.rows() * width];
    float[] values = new float[room * width];
    float factor = (float) scale;
    for (int i = 0; i < lengths.length; i++) {
      int count = lengths[i] * width;
      int first = sums.length - count;
      gradient.read(i * room, 0, values, 0, values.length);
      for (int k = 0; k < count; k++) {
        sums[first + k] += values[k];
      }
      for (int k = 0; k < values.length; k++) {
        values[k] *= factor;
      }
      below.write(i * room, 0, values, 0, values.length);
    }
    positionGradient.write(0, 0, sums, 0, sums.length);
  }
}
