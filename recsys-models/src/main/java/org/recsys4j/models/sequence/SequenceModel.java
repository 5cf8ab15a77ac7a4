package org.recsys4j.models.sequence;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.recsys4j.api.Recommender;
import org.recsys4j.api.ScoreBlock;
import org.recsys4j.api.UserBatch;
import org.recsys4j.api.concurrent.Workers;
import org.recsys4j.api.data.UserHistory;
import org.recsys4j.api.store.ModelReader;
import org.recsys4j.api.store.ModelWriter;
import org.recsys4j.models.nn.kernel.BlasProviders;
import org.recsys4j.models.nn.kernel.Block;
import org.recsys4j.models.nn.kernel.Kernels;
import org.recsys4j.models.nn.kernel.Matrix;
import org.recsys4j.models.nn.kernel.NativeArrays;
import org.recsys4j.models.nn.kernel.NativeBackend;
import org.recsys4j.models.nn.layer.EmbeddingTable;
import org.recsys4j.models.nn.layer.NetworkReplica;
import org.recsys4j.models.nn.layer.ReusedMatrix;

/**
 * A trained network of sequences: scores all items by the inner products of their vectors with what
 * the network says at the last item of a history. Of longer histories the last items count, as many
 * as a window had; an empty history scores 0 for all items. Users are known by their histories
 * alone.
 *
 * <p>Safe for many threads, each of which takes a replica of the network out of a pool. Histories
 * pass through it in blocks of {@value #BLOCK} sequences with room for the longest of them, whose
 * activations a replica holds; so the same batch gives the same bits on any thread. Replicas share
 * the parameters, and stay.
 */
public final class SequenceModel implements Recommender {
  /** Sequences that pass through the network together. */
  private static final int BLOCK = 32;

  private final ComputationGraphConfiguration graph;
  private final float[] dense;
  private final EmbeddingTable items;
  private final int length;
  private final Queue<Replica> idle = new ConcurrentLinkedQueue<>();
  private @Nullable INDArray layers; // the dense parameters, as replicas read them

  /**
   * A model.
   *
   * @param graph the network, with one input
   * @param dense its dense parameters; copied
   * @param items its only table: the items' vectors
   * @param length how many items the network reads
   */
  public SequenceModel(
      ComputationGraphConfiguration graph, float[] dense, EmbeddingTable items, int length) {
    this.graph = graph;
    this.dense = dense.clone();
    this.items = // without memory for gradients
        new EmbeddingTable(items.name(), items.rows(), items.width(), items.values(), false);
    this.length = length;
  }

  /** A network with memory of its own. */
  private record Replica(NetworkReplica network, ReusedMatrix input) {}

  @Override
  public int items() {
    return items.rows();
  }

  /** The numbers of the network and of the items' vectors. */
  @Override
  public long parameters() {
    return (long) dense.length + items.values().length;
  }

  @Override
  public boolean scoresNewUsers() {
    return true;
  }

  @Override
  public void score(UserBatch users, ScoreBlock out) {
    Replica taken = idle.poll();
    Replica replica = taken == null ? replica() : taken;
    for (int from = 0; from < users.size(); from += BLOCK) {
      int count = Math.min(BLOCK, users.size() - from);
      float[] last = represent(users, from, count, replica);
      BlasProviders.blas()
          .multiply(
              Matrix.of(last, count, items.width()),
              Matrix.of(items.values(), items(), items.width()).transpose(),
              Matrix.of(out.scores(), out.offset(from), count, items(), items()));
    }
    idle.add(replica);
  }

  private Replica replica() {
    NetworkReplica network =
        new NetworkReplica(graph, layers(), List.of(items), Kernels.fast(), new Workers(1));
    return new Replica(network, new ReusedMatrix(DataType.FLOAT));
  }

  private synchronized INDArray layers() {
    INDArray made = layers;
    if (made == null) {
      NativeBackend.start();
      made = NativeArrays.vector(DataType.FLOAT, dense.length);
      layers = made;
      share();
    }
    return made;
  }

  private synchronized void share() {
    if (layers != null && dense.length > 0) {
      Block.of(layers).write(0, 0, dense, 0, dense.length);
    }
  }

  /**
   * Takes other dense parameters, and keeps its replicas: their memory is that of a part of a
   * training. The items' vectors are read where they are. Not while anybody scores.
   */
  void update(float[] newDense) {
    System.arraycopy(newDense, 0, dense, 0, dense.length);
    share();
  }

  /** What the network says at the last item of each history; zeros where there is none. */
  private float[] represent(UserBatch users, int from, int count, Replica replica) {
    int room = 1;
    for (int row = 0; row < count; row++) {
      room = Math.max(room, steps(users.history(from + row)));
    }
    float[] indices = new float[count * room];
    Arrays.fill(indices, -1);
    for (int row = 0; row < count; row++) {
      UserHistory history = users.history(from + row);
      int steps = steps(history);
      for (int step = 0; step < steps; step++) {
        indices[row * room + step] = history.item(history.size() - steps + step);
      }
    }
    INDArray input = replica.input.of(count, room);
    Block.of(input).write(0, 0, indices, 0, indices.length);
    Block output = Block.of(replica.network.output(List.of(input)));
    float[] last = new float[count * items.width()];
    for (int row = 0; row < count; row++) {
      int steps = steps(users.history(from + row));
      if (steps > 0) {
        output.read(row * room + steps - 1, 0, last, row * items.width(), items.width());
      }
    }
    return last;
  }

  /** How many of its items count. */
  private int steps(UserHistory history) {
    return Math.min(length, history.size());
  }

  /**
   * Writes the items' vectors ({@code items}), the dense parameters ({@code dense}), the network as
   * Deeplearning4j's JSON ({@code network}) and how many items it reads ({@code length}).
   */
  @Override
  public void save(ModelWriter out) throws IOException {
    out.ints("length", new int[] {length}, 1);
    out.ints("shape", new int[] {items.rows(), items.width()}, 2);
    out.floats("items", items.values(), items.rows(), items.width());
    out.floats("dense", dense, dense.length);
    out.text("network", graph.toJson());
  }

  /**
   * Reads what {@link #save} wrote.
   *
   * @param in where from
   * @param table by which name the network knows the items' vectors
   * @return an equal model
   * @throws IOException if reading fails or there is no such network
   */
  public static SequenceModel load(ModelReader in, String table) throws IOException {
    int[] shape = in.ints("shape", 2);
    float[] vectors = in.floats("items", shape[0], shape[1]);
    ComputationGraphConfiguration graph;
    try {
      graph = ComputationGraphConfiguration.fromJson(in.text("network"));
    } catch (RuntimeException e) {
      throw new IOException("the network is not one that Deeplearning4j wrote", e);
    }
    return new SequenceModel(
        graph,
        in.floats("dense", -1),
        new EmbeddingTable(table, shape[0], shape[1], vectors, false),
        in.ints("length", 1)[0]);
  }
}
