package org.recsys4j.models.nn.optimizer;

import java.io.IOException;
import org.recsys4j.api.store.ModelReader;
import org.recsys4j.api.store.ModelWriter;

/**
 * Adam (Kingma and Ba, "Adam: a method for stochastic optimization", ICLR 2015) over the rows of a
 * table, of which each step changes only those that got a gradient ("lazy" Adam). Moments of other
 * rows stay as they are; the bias correction counts all steps. The constants are the paper's: 0.9,
 * 0.999 and 1e-8.
 *
 * <p>Holds 8 bytes a parameter, 4 a row, and 4 for each parameter of the most rows that one step
 * may touch. For one thread at a time.
 */
public final class RowAdam {
  private static final float BETA1 = 0.9f;
  private static final float BETA2 = 0.999f;
  private static final float EPSILON = 1e-8f;

  private final float[] parameters;
  private final int width;
  private final float learningRate;
  private final float decay;
  private final float[] first;
  private final float[] second;
  private final int[] slotOf; // 1 + place among the touched rows, or 0
  private final int[] touched;
  private final int[] additions; // gradients that each of them got
  private final float[] sums;
  private int count;
  private double power1 = 1;
  private double power2 = 1;

  /**
   * An optimiser.
   *
   * @param parameters the table, row after row; changed in place
   * @param width length of a row, at least 1
   * @param mostRows how many different rows one step may touch
   * @param learningRate step size, above 0
   * @param decay weight of an L2 penalty, which each added gradient brings along for its row; 0 or
   *     more
   */
  public RowAdam(float[] parameters, int width, int mostRows, double learningRate, double decay) {
    int rows = parameters.length / width;
    int most = Math.min(rows, mostRows);
    this.parameters = parameters;
    this.width = width;
    this.learningRate = (float) learningRate;
    this.decay = (float) decay;
    this.first = new float[parameters.length];
    this.second = new float[parameters.length];
    this.slotOf = new int[rows];
    this.touched = new int[most];
    this.additions = new int[most];
    this.sums = new float[Math.multiplyExact(most, width)];
  }

  /**
   * Adds a gradient of one row to those of the coming step.
   *
   * @param row index of the row
   * @param gradient where the gradient is
   * @param offset index of its first number there
   */
  public void add(int row, float[] gradient, int offset) {
    if (slotOf[row] == 0) {
      touched[count] = row;
      slotOf[row] = ++count;
      additions[count - 1] = 1;
      System.arraycopy(gradient, offset, sums, (count - 1) * width, width);
      return;
    }
    int slot = slotOf[row] - 1;
    additions[slot]++;
    int at = slot * width;
    for (int i = 0; i < width; i++) {
      sums[at + i] += gradient[offset + i];
    }
  }

  /**
   * Takes one step along the gradients that were added since the last one, and forgets them.
   *
   * @param scale factor of the added gradients: one over the size of the batch
   */
  public void step(float scale) {
    power1 *= BETA1;
    power2 *= BETA2;
    float rate = (float) (learningRate * Math.sqrt(1 - power2) / (1 - power1));
    for (int slot = 0; slot < count; slot++) {
      update(touched[slot] * width, slot * width, scale, decay * additions[slot], rate);
      slotOf[touched[slot]] = 0;
    }
    count = 0;
  }

  private void update(int at, int from, float scale, float shrink, float rate) {
    for (int i = 0; i < width; i++) {
      float parameter = parameters[at + i];
      float gradient = scale * (sums[from + i] + shrink * parameter);
      float mean = BETA1 * first[at + i] + (1 - BETA1) * gradient;
      float square = BETA2 * second[at + i] + (1 - BETA2) * gradient * gradient;
      first[at + i] = mean;
      second[at + i] = square;
      parameters[at + i] = parameter - rate * mean / ((float) Math.sqrt(square) + EPSILON);
    }
  }

  /**
   * Writes what later steps depend on: both moments and how many steps there were. Called between
   * steps.
   *
   * @param out takes the arrays
   * @throws IOException if writing fails
   */
  public void save(ModelWriter out) throws IOException {
    if (count > 0) {
      throw new IllegalStateException(count + " rows wait for a step");
    }
    out.floats("first", first, first.length);
    out.floats("second", second, second.length);
    out.doubles("powers", new double[] {power1, power2}, 2);
  }

  /**
   * Takes back what {@link #save} wrote.
   *
   * @param in gives the arrays
   * @throws IOException if reading fails, or the table was another
   */
  public void load(ModelReader in) throws IOException {
    System.arraycopy(in.floats("first", first.length), 0, first, 0, first.length);
    System.arraycopy(in.floats("second", second.length), 0, second, 0, second.length);
    double[] powers = in.doubles("powers", 2);
    power1 = powers[0];
    power2 = powers[1];
  }
}
