package org.recsys4j.models.nn.kernel;

import java.util.Arrays;
import java.util.Locale;
import org.recsys4j.models.sparse.SparseMatrix;

/**
 * Users and items as the nodes of a graph, with an edge where a user had an item. Users come first:
 * item i is node {@code users + i}. Immutable; holds 8 bytes a pair and 8 a node.
 *
 * <p>Propagation through it means the product with {@code D^-1/2 A D^-1/2}, where A is 1 at the
 * edges and D holds the degrees: the symmetric normalisation of Kipf and Welling (ICLR 2017). It
 * equals {@code D^1/2 P D^-1/2}, where {@code P = D^-1 A} takes the mean of a node's neighbours; so
 * rows that are scaled once at the beginning and once at the end need nothing but sums in between.
 */
public final class InteractionGraph {
  private static final int EDGES_OF_RANGE = 1 << 14;

  private final String name;
  private final int users;
  private final int[] starts;
  private final int[] neighbours;
  private final float[] roots; // of degrees
  private final int[] ranges;

  /**
   * The graph of a matrix.
   *
   * @param name by which layers find it
   * @param pairs users x items; every stored cell is an edge, whatever its value
   */
  public InteractionGraph(String name, SparseMatrix pairs) {
    this.name = name;
    this.users = pairs.rows();
    int nodes = Math.addExact(users, pairs.columns());
    starts = new int[nodes + 1];
    neighbours = new int[Math.multiplyExact(2, pairs.cells())];
    SparseMatrix turned = pairs.transpose();
    System.arraycopy(pairs.starts(), 0, starts, 0, users);
    for (int cell = 0; cell < pairs.cells(); cell++) {
      neighbours[cell] = users + pairs.columnOf()[cell];
      neighbours[pairs.cells() + cell] = turned.columnOf()[cell];
    }
    for (int item = 0; item <= pairs.columns(); item++) {
      starts[users + item] = pairs.cells() + turned.starts()[item];
    }
    roots = new float[nodes];
    for (int node = 0; node < nodes; node++) {
      roots[node] = (float) Math.sqrt(Math.max(1, degree(node)));
    }
    ranges = cut();
  }

  /** Cuts the nodes where so many edges are reached. */
  private int[] cut() {
    int[] bounds = new int[nodes() + 2];
    int count = 0;
    int from = 0;
    for (int node = 1; node <= nodes(); node++) {
      if (node == nodes() || starts[node + 1] - starts[from] + node + 1 - from > EDGES_OF_RANGE) {
        bounds[++count] = node;
        from = node;
      }
    }
    return Arrays.copyOf(bounds, count + 1);
  }

  /**
   * By which layers find it.
   *
   * @return the name
   */
  public String name() {
    return name;
  }

  /**
   * How many users there are.
   *
   * @return the node of item 0
   */
  public int users() {
    return users;
  }

  /**
   * How many users and items there are.
   *
   * @return zero or more
   */
  public int nodes() {
    return starts.length - 1;
  }

  /** How many neighbours a node has. */
  int degree(int node) {
    return starts[node + 1] - starts[node];
  }

  /** Where the neighbours of each node begin, and, last, where they end. */
  int[] starts() {
    return starts;
  }

  /** The neighbours of all nodes, those of a node in ascending order. */
  int[] neighbours() {
    return neighbours;
  }

  /** The square root of each node's degree; 1 for nodes without neighbours. */
  float[] roots() {
    return roots;
  }

  /**
   * Nodes in ranges of about as many edges, for threads to share: the first node of each, and,
   * last, the number of nodes.
   */
  int[] ranges() {
    return ranges;
  }

  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "%s: %d users, %d items, %d edges",
        name,
        users,
        nodes() - users,
        neighbours.length / 2);
  }
}
