package org.recsys4j.models.nn.optimizer;

import java.io.IOException;
import org.recsys4j.api.concurrent.Workers;
import org.recsys4j.api.store.ModelReader;
import org.recsys4j.api.store.ModelWriter;

/**
 * Moves a vector of parameters along the sum of some gradients. The vector is cut into ranges of a
 * constant length which threads share, and gradients are added in their order, so that no bit
 * depends on the number of threads.
 *
 * <p>Holds 4 bytes a parameter for the sum and 4 for each {@linkplain Rule#states() state}.
 */
public final class DenseOptimizer {
  private static final int RANGE = 1 << 14;

  private final float[] parameters;
  private final Steps plan;
  private final float[][] state;
  private final float[] sum;
  private final double[] squares;
  private long steps;

  /**
   * An optimiser.
   *
   * @param parameters the vector, changed in place
   * @param plan how large steps are
   */
  public DenseOptimizer(float[] parameters, Steps plan) {
    this.parameters = parameters;
    this.plan = plan;
    this.state = new float[plan.rule().states()][parameters.length];
    this.sum = new float[parameters.length];
    this.squares = new double[(parameters.length + RANGE - 1) / RANGE];
  }

  /**
   * How many steps were taken.
   *
   * @return zero or more
   */
  public long steps() {
    return steps;
  }

  /** Copies one of several gradients. */
  @FunctionalInterface
  public interface GradientReader {
    /**
     * Copies a range.
     *
     * @param gradient which gradient
     * @param from index of the first number
     * @param to where to, from index 0
     * @param count how many
     */
    void read(int gradient, int from, float[] to, int count);
  }

  /** Is told what has changed. */
  @FunctionalInterface
  public interface Change {
    /**
     * Some parameters have changed; called from several threads, for ranges that do not overlap.
     *
     * @param parameters all parameters
     * @param from the first that has
     * @param count how many have
     */
    void accept(float[] parameters, int from, int count);
  }

  /**
   * Takes one step.
   *
   * @param count how many gradients there are
   * @param reader gives them
   * @param scale factor of their sum: one over the number of terms
   * @param changed is told of each range
   * @param workers share the ranges
   */
  public void step(int count, GradientReader reader, float scale, Change changed, Workers workers) {
    steps++;
    double limit = plan.options().clipNorm();
    if (limit == 0) { // nothing waits for the norm, so that each range stays in the cache
      StepSize size = plan.size(steps, 1);
      workers.run(
          squares.length,
          range -> {
            add(range, count, reader, scale);
            move(range, size, changed);
          });
      return;
    }
    workers.run(squares.length, range -> add(range, count, reader, scale));
    double square = 0;
    for (double part : squares) {
      square += part;
    }
    double norm = Math.sqrt(square);
    StepSize size = plan.size(steps, norm > limit ? (float) (limit / norm) : 1);
    workers.run(squares.length, range -> move(range, size, changed));
  }

  private void add(int range, int count, GradientReader reader, float scale) {
    int from = range * RANGE;
    int n = Math.min(RANGE, parameters.length - from);
    float[] total = new float[n];
    float[] one = new float[n];
    for (int gradient = 0; gradient < count; gradient++) {
      reader.read(gradient, from, gradient == 0 ? total : one, n);
      if (gradient > 0) {
        for (int i = 0; i < n; i++) {
          total[i] += one[i];
        }
      }
    }
    for (int i = 0; i < n; i++) {
      total[i] *= scale;
    }
    if (plan.options().clipNorm() > 0) {
      squares[range] = squares(total);
    }
    System.arraycopy(total, 0, sum, from, n);
  }

  private static double squares(float[] values) {
    double sum = 0;
    for (float value : values) {
      sum += (double) value * value;
    }
    return sum;
  }

  private void move(int range, StepSize size, Change changed) {
    int from = range * RANGE;
    int to = Math.min(from + RANGE, parameters.length);
    plan.rule().apply(parameters, state, sum, from, to, 0, size);
    changed.accept(parameters, from, to - from);
  }

  /**
   * Writes the number of steps and the state of the rule.
   *
   * @param out takes them
   * @throws IOException if writing fails
   */
  public void save(ModelWriter out) throws IOException {
    out.longs("steps", new long[] {steps}, 1);
    for (int i = 0; i < state.length; i++) {
      out.floats("state-" + i, state[i], state[i].length);
    }
  }

  /**
   * Reads what {@link #save} wrote.
   *
   * @param in gives it
   * @throws IOException if reading fails, or it is another optimiser's
   */
  public void load(ModelReader in) throws IOException {
    steps = in.longs("steps", 1)[0];
    for (int i = 0; i < state.length; i++) {
      float[] saved = in.floats("state-" + i, state[i].length);
      System.arraycopy(saved, 0, state[i], 0, saved.length);
    }
  }
}
