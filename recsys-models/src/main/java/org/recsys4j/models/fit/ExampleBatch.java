package org.recsys4j.models.fit;

import java.util.ArrayList;
import java.util.List;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.recsys4j.models.nn.kernel.Block;
import org.recsys4j.models.nn.kernel.NativeArrays;

/** Examples of one replica: plain arrays to be written, and the same as a network takes them. */
public final class ExampleBatch {
  private final int[] widths;
  private final int labelWidth;
  private final float[][] inputs;
  private final float[] labels;
  private final Arrays whole;
  private BatchRange range = BatchRange.NONE;

  /** Inputs and labels as the network takes them. */
  record Arrays(List<INDArray> inputs, INDArray labels) {
    static Arrays create(int examples, int[] widths, int labelWidth) {
      List<INDArray> inputs = new ArrayList<>();
      for (int width : widths) {
        inputs.add(NativeArrays.matrix(DataType.FLOAT, examples, width));
      }
      return new Arrays(inputs, NativeArrays.matrix(DataType.FLOAT, examples, labelWidth));
    }
  }

  /**
   * An empty batch.
   *
   * @param examples whose widths it has
   * @param capacity how many examples it holds, at least 1
   */
  public ExampleBatch(Examples examples, int capacity) {
    this.widths = examples.inputWidths();
    this.labelWidth = examples.labelWidth();
    this.inputs = new float[widths.length][];
    for (int i = 0; i < widths.length; i++) {
      inputs[i] = new float[Math.multiplyExact(capacity, widths[i])];
    }
    this.labels = new float[Math.multiplyExact(capacity, labelWidth)];
    this.whole = Arrays.create(capacity, widths, labelWidth);
  }

  /**
   * Begins another batch.
   *
   * @param next the whole batch, of which this one is to hold a part
   */
  public void begin(BatchRange next) {
    range = next;
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
  Arrays arrays(int examples) {
    boolean full = examples == whole.labels.size(0);
    Arrays target = full ? whole : Arrays.create(examples, widths, labelWidth);
    for (int i = 0; i < widths.length; i++) {
      Block.of(target.inputs.get(i)).write(0, 0, inputs[i], 0, examples * widths[i]);
    }
    Block.of(target.labels).write(0, 0, labels, 0, examples * labelWidth);
    return target;
  }
}
