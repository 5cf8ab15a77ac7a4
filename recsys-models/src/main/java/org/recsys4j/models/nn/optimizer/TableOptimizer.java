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
 * threads. Holds 4 bytes a parameter for the sum and for each {@linkplain Rule#states() state}, and
 * 8 a row.
 */
public final class TableOptimizer {
  private static final int PARTS = 8;
  private static final int SHIFT = 3;

  private final EmbeddingTable table;
  private final Steps plan;
  private final double regularisation;
  private final float[][] state;
  private final float[] sums; // of gradients, where the row's values are: one loop moves all
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
    this.sums = new float[table.values().length];
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
    StepSize size = plan.size(steps, scale);
    workers.run(PARTS, part -> parts[part].step(part, gradients, size));
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
    private final int[] uses; // of each row in the step under way
    private final int[] touched; // rows with uses
    private int count;

    Part(int rows) {
      uses = new int[rows];
      touched = new int[rows];
    }

    void step(int part, List<TableGradient> gradients, StepSize size) {
      count = 0;
      for (TableGradient replica : gradients) {
        int[] rows = replica.rows();
        for (int use = 0; use < replica.count(); use++) {
          if ((rows[use] & (PARTS - 1)) == part) {
            add(rows[use], replica.gradients(), use * table.width());
          }
        }
      }
      for (int i = 0; i < count; i++) {
        move(touched[i], size);
      }
    }

    private void add(int row, float[] from, int offset) {
      int width = table.width();
      int at = row * width;
      if (uses[row >> SHIFT]++ == 0) {
        touched[count++] = row;
        System.arraycopy(from, offset, sums, at, width);
        return;
      }
      for (int i = 0; i < width; i++) {
        sums[at + i] += from[offset + i];
      }
    }

    private void move(int row, StepSize size) {
      int from = row * table.width();
      int to = from + table.width();
      float penalty = (float) (regularisation * size.scale() * uses[row >> SHIFT]);
      plan.rule().apply(table.values(), state, sums, from, to, penalty, size);
      uses[row >> SHIFT] = 0;
    }
  }
}
