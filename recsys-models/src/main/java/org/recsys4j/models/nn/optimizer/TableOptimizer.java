package org.recsys4j.models.nn.optimizer;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.recsys4j.api.concurrent.Workers;
import org.recsys4j.api.store.ModelReader;
import org.recsys4j.api.store.ModelWriter;
import org.recsys4j.models.nn.layer.EmbeddingTable;
import org.recsys4j.models.nn.layer.TableGradient;

/**
 * Moves those rows of an embedding table that a batch has used; moments of other rows stay as they
 * are ("lazy" Adam), and the correction for the first steps counts all steps.
 *
 * <p>Rows are cut into a constant number of parts which threads share, and a row's gradients are
 * added in the order of the replicas and of their uses, so that no bit depends on the number of
 * threads. Holds 4 bytes a parameter for each {@linkplain Rule#states() state}, 4 a row, and 12 to
 * 24 for each parameter of a row that a batch uses.
 */
public final class TableOptimizer {
  private static final int PARTS = 8;
  private static final int SHIFT = 3;

  private final EmbeddingTable table;
  private final Steps plan;
  private final double regularisation;
  private final float[][] state;
  private final Part[] parts = new Part[PARTS];
  private long steps;

  /**
   * An optimiser.
   *
   * @param table whose rows move
   * @param plan how large steps are; the norm of a table's gradients has no limit
   * @param regularisation weight of an L2 penalty that each use of a row brings along
   */
  public TableOptimizer(EmbeddingTable table, Steps plan, double regularisation) {
    this.table = table;
    this.plan = plan;
    this.regularisation = regularisation;
    this.state = new float[plan.rule().states()][table.values().length];
    Arrays.setAll(parts, part -> new Part((table.rows() >> SHIFT) + 1));
  }

  /**
   * Takes one step.
   *
   * @param gradients of the replicas, each for uses of rows
   * @param scale factor of their sum: one over the number of terms
   * @param workers share the parts
   */
  public void step(List<TableGradient> gradients, float scale, Workers workers) {
    steps++;
    workers.run(PARTS, part -> parts[part].step(part, gradients, scale));
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

  /** Every eighth row. */
  private final class Part {
    private static final int TOGETHER = 16; // rows that are moved in one pass

    private final int[] slotOf; // 1 + place among the touched rows, or 0
    private int[] touched = new int[0];
    private int[] uses = new int[0];
    private float[] sums = new float[0];
    private int count;
    private final float[] values = new float[TOGETHER * table.width()];
    private final float[] gradient = new float[TOGETHER * table.width()];
    private final float[][] moments = new float[state.length][TOGETHER * table.width()];

    Part(int rows) {
      slotOf = new int[rows];
    }

    void step(int part, List<TableGradient> gradients, float scale) {
      count = 0;
      for (TableGradient replica : gradients) {
        int[] rows = replica.rows();
        for (int use = 0; use < replica.count(); use++) {
          if ((rows[use] & (PARTS - 1)) == part) {
            add(rows[use], replica.gradients(), use * table.width());
          }
        }
      }
      for (int from = 0; from < count; from += TOGETHER) {
        move(from, Math.min(TOGETHER, count - from), scale);
      }
      for (int slot = 0; slot < count; slot++) {
        slotOf[touched[slot] >> SHIFT] = 0;
      }
    }

    private void add(int row, float[] from, int offset) {
      int width = table.width();
      int slot = slotOf[row >> SHIFT] - 1;
      if (slot < 0) {
        grow();
        touched[count] = row;
        uses[count] = 1;
        System.arraycopy(from, offset, sums, count * width, width);
        slotOf[row >> SHIFT] = ++count;
        return;
      }
      uses[slot]++;
      int at = slot * width;
      for (int i = 0; i < width; i++) {
        sums[at + i] += from[offset + i];
      }
    }

    private void grow() {
      if (count == touched.length) {
        int capacity = Math.min(slotOf.length, Math.max(64, count * 2));
        touched = Arrays.copyOf(touched, capacity);
        uses = Arrays.copyOf(uses, capacity);
        sums = Arrays.copyOf(sums, Math.multiplyExact(capacity, table.width()));
      }
    }

    /** Brings rows together, so that one loop over equal indices moves them all. */
    private void move(int first, int n, float scale) {
      int width = table.width();
      System.arraycopy(sums, first * width, gradient, 0, n * width);
      for (int i = 0; i < n; i++) {
        int at = touched[first + i] * width;
        System.arraycopy(table.values(), at, values, i * width, width);
        for (int k = 0; k < state.length; k++) {
          System.arraycopy(state[k], at, moments[k], i * width, width);
        }
      }
      for (int i = 0; i < n * width; i++) {
        gradient[i] *= scale;
      }
      if (regularisation > 0) {
        penalise(first, n, scale);
      }
      float rate = plan.rate(steps);
      float keep = (float) (1 - rate * plan.options().weightDecay());
      if (keep != 1) {
        for (int i = 0; i < n * width; i++) {
          values[i] *= keep;
        }
      }
      plan.rule().apply(values, moments, gradient, 0, n * width, rate, steps);
      for (int i = 0; i < n; i++) {
        int at = touched[first + i] * width;
        System.arraycopy(values, i * width, table.values(), at, width);
        for (int k = 0; k < state.length; k++) {
          System.arraycopy(moments[k], i * width, state[k], at, width);
        }
      }
    }

    private void penalise(int first, int n, float scale) {
      int width = table.width();
      for (int i = 0; i < n; i++) {
        float weight = (float) (regularisation * scale * uses[first + i]);
        for (int k = i * width; k < (i + 1) * width; k++) {
          gradient[k] += weight * values[k];
        }
      }
    }
  }
}
