package org.recsys4j.models.dnn;

import java.util.Arrays;
import org.recsys4j.models.nn.kernel.Blas;
import org.recsys4j.models.nn.kernel.Matrix;

/**
 * The dense part of a network as plain arrays: hidden layers of rectified linear units, or none,
 * and one output unit that sees the last hidden layer behind some further inputs.
 *
 * <p>All parameters stand in one array, layer after layer, each with its weights (a row for each
 * input, a column for each unit) and then its biases. This is the order of the graph's parameters.
 */
final class Tower {
  private final int[] widths; // inputs of the first layer, then the units of each hidden layer
  private final int wide; // further inputs of the output unit, which come first
  private final float[] parameters;

  /**
   * A tower.
   *
   * @param widths number of inputs, then of units in each hidden layer; at least two numbers
   * @param wide how many further inputs the output unit has, before the last hidden layer's
   * @param parameters as many as {@link #size} says; not copied
   */
  Tower(int[] widths, int wide, float[] parameters) {
    this.widths = widths;
    this.wide = wide;
    this.parameters = parameters;
  }

  /** How many parameters a tower of these widths has. */
  static int size(int[] widths, int wide) {
    int size = 0;
    for (int layer = 1; layer < widths.length; layer++) {
      size = Math.addExact(size, Math.multiplyExact(widths[layer], widths[layer - 1] + 1));
    }
    return Math.addExact(size, wide + widths[widths.length - 1] + 1);
  }

  float[] parameters() {
    return parameters;
  }

  int wide() {
    return wide;
  }

  /** How many hidden layers there are. */
  int layers() {
    return widths.length - 1;
  }

  /** The width of layer {@code layer}, where 0 is the input. */
  int width(int layer) {
    return widths[layer];
  }

  /**
   * Where the weights of hidden layer {@code layer} begin, from 1; one above is the output unit.
   */
  int weights(int layer) {
    int at = 0;
    for (int below = 1; below < layer; below++) {
      at += widths[below] * (widths[below - 1] + 1);
    }
    return at;
  }

  /**
   * Sets the output unit's weights of the further inputs to 1, so that training begins from plain
   * matrix factorisation; random ones made it learn little more than popularity on small data.
   */
  void trustProducts() {
    int output = weights(widths.length);
    Arrays.fill(parameters, output, output + wide, 1f);
  }

  /**
   * Takes the layers of one tower, and the output units of two.
   *
   * @param flat has the same further inputs and no hidden layer
   * @param deep has the same hidden layers and no further inputs
   * @param balance factor of the first one's output unit; the second one's has the rest
   */
  void begin(Tower flat, Tower deep, float balance) {
    int output = weights(widths.length);
    System.arraycopy(deep.parameters, 0, parameters, 0, output);
    for (int i = 0; i < wide; i++) {
      parameters[output + i] = balance * flat.parameters[i];
    }
    int last = widths[widths.length - 1];
    for (int i = 0; i < last; i++) {
      parameters[output + wide + i] = (1 - balance) * deep.parameters[output + i];
    }
    parameters[output + wide + last] =
        balance * flat.outputBias() + (1 - balance) * deep.outputBias();
  }

  private int biases(int layer) {
    return weights(layer) + widths[layer] * widths[layer - 1];
  }

  /**
   * A slice of a layer's weights, as {@code count x units}: the rows of the inputs from {@code
   * from} on.
   */
  Matrix weights(int layer, int from, int count) {
    int units = widths[layer];
    return Matrix.of(parameters, weights(layer) + from * units, count, units, units);
  }

  /** The weight with which the output unit sees its input {@code input}. */
  float outputWeight(int input) {
    return parameters[weights(widths.length) + input];
  }

  /** The bias of the output unit. */
  float outputBias() {
    return parameters[parameters.length - 1];
  }

  /** Adds the biases of a layer to some rows of it. */
  void addBiases(int layer, float[] rows, int count) {
    int units = widths[layer];
    int bias = biases(layer);
    for (int row = 0; row < count; row++) {
      for (int i = 0; i < units; i++) {
        rows[row * units + i] += parameters[bias + i];
      }
    }
  }

  /**
   * Computes the layers above the first one and adds what the output unit makes of the last.
   *
   * @param blas multiplies
   * @param activations of each layer, rows of its width; those of layer 1 are given, the others are
   *     overwritten
   * @param count number of rows
   * @param out where sums are
   * @param offset of the first row's sum there
   */
  void addOutputs(Blas blas, float[][] activations, int count, float[] out, int offset) {
    for (int layer = 2; layer <= layers(); layer++) {
      int units = widths[layer];
      Matrix below = Matrix.of(activations[layer - 1], count, widths[layer - 1]);
      Matrix rows = Matrix.of(activations[layer], count, units);
      blas.multiply(below, weights(layer, 0, widths[layer - 1]), rows);
      rectify(layer, activations[layer], count);
    }
    float[] last = activations[layers()];
    int units = widths[layers()];
    int weights = weights(widths.length) + wide;
    for (int row = 0; row < count; row++) {
      float sum = 0;
      for (int i = 0; i < units; i++) {
        sum += parameters[weights + i] * last[row * units + i];
      }
      out[offset + row] += sum;
    }
  }

  private void rectify(int layer, float[] rows, int count) {
    int units = widths[layer];
    int bias = biases(layer);
    for (int row = 0; row < count; row++) {
      for (int i = 0; i < units; i++) {
        rows[row * units + i] = Math.max(0f, rows[row * units + i] + parameters[bias + i]);
      }
    }
  }
}
