package org.recsys4j.models.nn.kernel;

import java.util.Arrays;
import org.recsys4j.api.concurrent.Workers;

/**
 * Propagation on the heap, eight neighbours at a time. Threads share ranges of nodes, and the
 * vectors of a node's neighbours are added in a constant order.
 *
 * <p>Powers are summed by Horner's rule, {@code x + P (x + P (x + …))}: the last product, from
 * which alone the output is taken, is computed for the wanted rows only, and on the way back the
 * first one adds up only vectors that are not zero.
 *
 * <p>Every row is an array of its own, so that loops read all arrays at the same index and compile
 * to vector instructions. Holds 4 bytes a number of three vectors a node.
 */
final class FastPropagation implements Propagation {
  private static final int ROWS_OF_RANGE = 32;
  private static final int CHUNK = 1024; // neighbours that are looked through at a time

  private final InteractionGraph graph;
  private final int width;
  private final Workers workers;
  private final float[][] base;
  private float[][] from;
  private float[][] to;
  private final int[] used; // 1 for nodes that stand in the index
  private int[] usedNodes = new int[0];
  private int usedCount;

  FastPropagation(InteractionGraph graph, int width, Workers workers) {
    this.graph = graph;
    this.width = width;
    this.workers = workers;
    base = new float[graph.nodes()][width];
    from = new float[graph.nodes()][width];
    to = new float[graph.nodes()][width];
    used = new int[graph.nodes()];
  }

  /** Work on the nodes from {@code first} to {@code end - 1}. */
  private interface Range {
    void run(int first, int end);
  }

  private void ranges(Range task) {
    int[] bounds = graph.ranges();
    workers.run(bounds.length - 1, range -> task.run(bounds[range], bounds[range + 1]));
  }

  @Override
  public void multiply(Block vectors, Block out) {
    ranges(
        (first, end) -> {
          for (int node = first; node < end; node++) {
            vectors.read(node, 0, from[node], 0, width);
            FastFunctions.scale(from[node], 1 / graph.roots()[node], width);
          }
        });
    ranges(
        (first, end) -> {
          float[] sum = new float[width];
          for (int node = first; node < end; node++) {
            Arrays.fill(sum, 0);
            addNeighbours(sum, from, node);
            FastFunctions.scale(sum, 1 / graph.roots()[node], width);
            out.write(node, 0, sum, 0, width);
          }
        });
  }

  @Override
  public void mean(float[] vectors, int layers, int[] index, int count, Block out) {
    ranges(
        (first, end) -> {
          for (int node = first; node < end; node++) {
            System.arraycopy(vectors, node * width, base[node], 0, width);
            FastFunctions.scale(base[node], 1 / graph.roots()[node], width);
          }
        });
    for (int layer = 1; layer < layers; layer++) {
      step(layer == 1);
    }
    float[][] last = layers == 1 ? base : from;
    use(index, count);
    workers.run(
        (usedCount + ROWS_OF_RANGE - 1) / ROWS_OF_RANGE,
        range -> {
          float[] sum = new float[width];
          int end = Math.min(usedCount, (range + 1) * ROWS_OF_RANGE);
          for (int i = range * ROWS_OF_RANGE; i < end; i++) {
            int node = usedNodes[i];
            takeMean(node, sum, last, base[node], to[node]);
            FastFunctions.scale(to[node], graph.roots()[node] / (layers + 1), width);
          }
        });
    float[] zeros = new float[width];
    for (int row = 0; row < count; row++) {
      out.write(row, 0, index[row] < 0 ? zeros : to[index[row]], 0, width);
    }
    forget();
  }

  /** Lists the nodes of an index, each once. */
  private void use(int[] index, int count) {
    if (usedNodes.length < Math.min(count, graph.nodes())) {
      usedNodes = new int[Math.min(count, graph.nodes())];
    }
    for (int row = 0; row < count; row++) {
      if (index[row] >= 0 && used[index[row]] == 0) {
        used[index[row]] = 1;
        usedNodes[usedCount++] = index[row];
      }
    }
  }

  private void forget() {
    for (int i = 0; i < usedCount; i++) {
      used[usedNodes[i]] = 0;
    }
    usedCount = 0;
  }

  /** {@code from = base + P from}, for all nodes; the first time {@code from} is the base. */
  private void step(boolean first) {
    float[][] source = first ? base : from;
    ranges(
        (start, end) -> {
          float[] sum = new float[width];
          for (int node = start; node < end; node++) {
            takeMean(node, sum, source, base[node], to[node]);
          }
        });
    swap();
  }

  private void swap() {
    float[][] result = to;
    to = from;
    from = result;
  }

  @Override
  public void meanBackward(Block gradients, int layers, int[] index, int count, float[] target) {
    use(index, count);
    for (int i = 0; i < usedCount; i++) {
      Arrays.fill(base[usedNodes[i]], 0);
    }
    float[] row = new float[width];
    for (int i = 0; i < count; i++) {
      if (index[i] >= 0) {
        gradients.read(i, 0, row, 0, width);
        add(base[index[i]], row);
      }
    }
    for (int i = 0; i < usedCount; i++) {
      int node = usedNodes[i];
      FastFunctions.scale(base[node], 1 / (graph.roots()[node] * (layers + 1)), width);
    }
    firstStepBack();
    forget();
    for (int layer = 2; layer <= layers; layer++) {
      step(false);
    }
    ranges(
        (first, end) -> {
          float[] sum = new float[width];
          for (int node = first; node < end; node++) {
            System.arraycopy(target, node * width, sum, 0, width);
            addScaled(sum, graph.roots()[node], from[node]);
            System.arraycopy(sum, 0, target, node * width, width);
          }
        });
  }

  /** {@code from = base + P base}, where the base is zero for all nodes but the used ones. */
  private void firstStepBack() {
    ranges(
        (first, end) -> {
          for (int node = first; node < end; node++) {
            if (used[node] == 0) {
              Arrays.fill(base[node], 0);
            }
          }
        });
    ranges(
        (first, end) -> {
          float[] sum = new float[width];
          int[] some = new int[CHUNK];
          int[] starts = graph.starts();
          for (int node = first; node < end; node++) {
            Arrays.fill(sum, 0);
            for (int edge = starts[node]; edge < starts[node + 1]; edge += CHUNK) {
              int found = find(edge, Math.min(edge + CHUNK, starts[node + 1]), some);
              add(sum, base, some, 0, found);
            }
            finish(sum, base[node], 1f / Math.max(1, graph.degree(node)), to[node]);
          }
        });
    swap();
  }

  /** Writes down the used ones of some neighbours, without a branch. */
  private int find(int first, int end, int[] found) {
    int count = 0;
    for (int edge = first; edge < end; edge++) {
      int neighbour = graph.neighbours()[edge];
      found[count] = neighbour;
      count += used[neighbour];
    }
    return count;
  }

  /** {@code result = own + mean of the neighbours}. */
  private void takeMean(int node, float[] sum, float[][] source, float[] own, float[] result) {
    Arrays.fill(sum, 0);
    addNeighbours(sum, source, node);
    finish(sum, own, 1f / Math.max(1, graph.degree(node)), result);
  }

  private void addNeighbours(float[] sum, float[][] source, int node) {
    add(sum, source, graph.neighbours(), graph.starts()[node], graph.starts()[node + 1]);
  }

  /** Adds the rows that stand from {@code first} to {@code end - 1} of a list. */
  private static void add(float[] sum, float[][] rows, int[] list, int first, int end) {
    int i = first;
    for (; i < end - 7; i += 8) {
      add(
          sum,
          rows[list[i]],
          rows[list[i + 1]],
          rows[list[i + 2]],
          rows[list[i + 3]],
          rows[list[i + 4]],
          rows[list[i + 5]],
          rows[list[i + 6]],
          rows[list[i + 7]]);
    }
    for (; i < end; i++) {
      add(sum, rows[list[i]]);
    }
  }

  private static void add(
      float[] sum,
      float[] a,
      float[] b,
      float[] c,
      float[] d,
      float[] e,
      float[] f,
      float[] g,
      float[] h) {
    for (int k = 0; k < sum.length; k++) {
      sum[k] += ((a[k] + b[k]) + (c[k] + d[k])) + ((e[k] + f[k]) + (g[k] + h[k]));
    }
  }

  private static void add(float[] sum, float[] row) {
    for (int k = 0; k < sum.length; k++) {
      sum[k] += row[k];
    }
  }

  private static void addScaled(float[] sum, float factor, float[] row) {
    for (int k = 0; k < sum.length; k++) {
      sum[k] += factor * row[k];
    }
  }

  /** {@code result = own + factor * sum}. */
  private static void finish(float[] sum, float[] own, float factor, float[] result) {
    for (int k = 0; k < sum.length; k++) {
      result[k] = own[k] + factor * sum[k];
    }
  }
}
