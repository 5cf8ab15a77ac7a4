package org.recsys4j.models.fit;

import java.util.List;
import java.util.stream.Stream;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.recsys4j.models.nn.kernel.Block;
import org.recsys4j.models.nn.layer.ReusedMatrix;

/**
 * Examples of one replica: plain arrays to be written, and the same as a network takes them. Where
 * examples are sequences, their rows are as long as {@link #steps} says, not as long as they may
 * be.
 */
public final class ExampleBatch {
  private final Examples examples;
  private final int[] widths;
  private final float[][] inputs;
  private final float[] labels;
  private final List<ReusedMatrix> inputMemory;
  private final ReusedMatrix labelMemory = new ReusedMatrix(DataType.FLOAT);
  private BatchRange range = BatchRange.NONE;

  /** Inputs and labels as the network takes them. */
  record Arrays(List<INDArray> inputs, INDArray labels) {}

  /**
   * An empty batch.
   *
   * @param examples whose widths it has
   * @param capacity how many examples it holds, at least 1
   */
  public ExampleBatch(Examples examples, int capacity) {
    this.examples = examples;
    this.widths = examples.inputWidths().clone();
    this.inputs = new float[widths.length][];
    for (int i = 0; i < widths.length; i++) {
      inputs[i] = new float[Math.multiplyExact(capacity, widths[i])];
    }
    this.labels = new float[Math.multiplyExact(capacity, examples.labelWidth())];
    this.inputMemory =
        Stream.generate(() -> new ReusedMatrix(DataType.FLOAT)).limit(widths.length).toList();
  }

  /**
   * Begins another batch.
   *
   * @param next the whole batch, of which this one is to hold a part
   * @param steps for how many steps of a sequence there is to be room; 0 for all
   */
  public void begin(BatchRange next, int steps) {
    range = next;
    if (steps > 0) {
      widths[0] = steps;
    }
  }

  /**
   * The whole batch of which this one holds a part.
   *
   * @return what was said last, nothing at first
   */
  public BatchRange range() {
    return range;
  }

  /**
   * For how many steps of a sequence a row of the first input has room.
   *
   * @return what was said last, all at first
   */
  public int steps() {
    return widths[0];
  }

  /**
   * The numbers of an input.
   *
   * @param input which input
   * @return row after row
   */
  public float[] input(int input) {
    return inputs[input];
  }

  /**
   * The numbers of the labels.
   *
   * @return row after row
   */
  public float[] labels() {
    return labels;
  }

  /** The first rows as arrays, which the next call overwrites. */
  Arrays arrays(int count) {
    INDArray[] arrays = new INDArray[widths.length];
    for (int i = 0; i < widths.length; i++) {
      arrays[i] = array(inputMemory.get(i), inputs[i], count, widths[i]);
    }
    int width = examples.labelWidth(widths[0]);
    return new Arrays(List.of(arrays), array(labelMemory, labels, count, width));
  }

  private static INDArray array(ReusedMatrix memory, float[] numbers, int rows, int columns) {
    INDArray array = memory.of(rows, columns);
    Block.of(array).write(0, 0, numbers, 0, rows * columns);
    return array;
  }
}
