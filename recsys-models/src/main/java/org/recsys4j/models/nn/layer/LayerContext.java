package org.recsys4j.models.nn.layer;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.recsys4j.api.concurrent.Workers;
import org.recsys4j.api.random.SeedTree;
import org.recsys4j.models.nn.kernel.Block;
import org.recsys4j.models.nn.kernel.InteractionGraph;
import org.recsys4j.models.nn.kernel.Kernels;

/** What the layers of one replica of a graph share. */
public final class LayerContext {
  private final Kernels kernels;
  private final Map<String, TableGradient> tables;
  private final Map<String, InteractionGraph> graphs;
  private final Workers workers;
  private long key;
  private long step;
  private double penalty;
  private @Nullable Arena arena;
  private @Nullable Block sequences; // the first input of the pass
  private int @Nullable [] lengths; // of these, once they have been asked for

  /**
   * A context.
   *
   * @param kernels what layers compute with
   * @param tables the embedding tables by name, with the replica's own gradients
   * @param graphs what layers propagate through
   * @param workers for layers that share their own work, in graphs that have one replica
   */
  public LayerContext(
      Kernels kernels,
      Map<String, TableGradient> tables,
      List<InteractionGraph> graphs,
      Workers workers) {
    this.kernels = kernels;
    this.tables = Map.copyOf(tables);
    this.graphs =
        graphs.stream().collect(Collectors.toMap(InteractionGraph::name, Function.identity()));
    this.workers = workers;
  }

  /**
   * What layers compute with.
   *
   * @return the kernels
   */
  public Kernels kernels() {
    return kernels;
  }

  /**
   * For layers that share their own work.
   *
   * @return the workers
   */
  public Workers workers() {
    return workers;
  }

  /**
   * An embedding table with this replica's gradients.
   *
   * @param name of the table
   * @return the table
   * @throws IllegalArgumentException if there is none of that name
   */
  public TableGradient table(String name) {
    TableGradient table = tables.get(name);
    if (table == null) {
      throw new IllegalArgumentException("no table " + name + " in " + tables.keySet());
    }
    return table;
  }

  /**
   * A graph of users and items.
   *
   * @param name of the graph
   * @return the graph
   * @throws IllegalArgumentException if there is none of that name
   */
  public InteractionGraph graph(String name) {
    InteractionGraph graph = graphs.get(name);
    if (graph == null) {
      throw new IllegalArgumentException("no graph " + name + " in " + graphs.keySet());
    }
    return graph;
  }

  /** Begins a pass over the graph's first input, which makes its arrays there. */
  void use(Arena memory, INDArray input) {
    arena = memory;
    sequences = Block.of(input);
    lengths = null;
  }

  private static <T> T begun(@Nullable T part) {
    if (part == null) {
      throw new IllegalStateException("no pass has begun");
    }
    return part;
  }

  /**
   * How many steps the sequences of this pass have: the width of the graph's first input. Rows of
   * activations are the steps of one sequence after the other.
   *
   * @return at least 1
   * @throws IllegalStateException outside of a pass
   */
  public int steps() {
    return begun(sequences).columns();
  }

  /**
   * How many steps of each sequence of this pass are not padding: they end where only negative
   * indices follow in the graph's first input.
   *
   * @return one number from 0 to {@link #steps()} for each sequence; the same array during a pass,
   *     not to be changed
   * @throws IllegalStateException outside of a pass
   */
  public int[] lengths() {
    if (lengths == null) {
      lengths = lengths(begun(sequences));
    }
    return lengths;
  }

  private static int[] lengths(Block input) {
    int width = input.columns();
    int[] indices = Indices.read(input, new int[0]);
    int[] lengths = new int[input.rows()];
    for (int row = 0; row < lengths.length; row++) {
      int length = width;
      while (length > 0 && indices[row * width + length - 1] < 0) {
        length--;
      }
      lengths[row] = length;
    }
    return lengths;
  }

  /**
   * What arrays of this pass are made by.
   *
   * @return makes them where they live until the pass has ended
   * @throws IllegalStateException outside of a pass
   */
  Operation.ArrayMaker arrays() {
    return begun(arena);
  }

  /**
   * Begins a step: gradients of tables are forgotten.
   *
   * @param newKey another number in each step and replica
   * @param newStep how many steps were taken before
   */
  public void begin(long newKey, long newStep) {
    key = newKey;
    step = newStep;
    penalty = 0;
    tables.values().forEach(TableGradient::clear);
  }

  /**
   * Where a layer's randomness comes from in this step.
   *
   * @param place another number in each layer of the graph
   * @return a key
   */
  public long key(long place) {
    return SeedTree.mix(key + place);
  }

  /**
   * How many steps were taken before this one.
   *
   * @return zero or more
   */
  public long step() {
    return step;
  }

  /**
   * Adds a term to the loss that comes from within the network; its gradient is the layer's
   * business.
   *
   * @param loss the sum over the examples
   */
  public void addPenalty(double loss) {
    penalty += loss;
  }

  /**
   * What layers have added to the loss in this step.
   *
   * @return the sum
   */
  public double penalty() {
    return penalty;
  }
}
