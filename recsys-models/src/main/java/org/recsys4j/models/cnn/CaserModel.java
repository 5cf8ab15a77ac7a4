package org.recsys4j.models.cnn;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.recsys4j.api.Recommender;
import org.recsys4j.api.ScoreBlock;
import org.recsys4j.api.UserBatch;
import org.recsys4j.api.concurrent.Workers;
import org.recsys4j.api.data.UserHistory;
import org.recsys4j.api.store.ModelReader;
import org.recsys4j.api.store.ModelWriter;
import org.recsys4j.models.factor.InnerProducts;
import org.recsys4j.models.nn.kernel.Block;
import org.recsys4j.models.nn.kernel.Kernels;
import org.recsys4j.models.nn.kernel.NativeArrays;
import org.recsys4j.models.nn.kernel.NativeBackend;
import org.recsys4j.models.nn.layer.EmbeddingTable;
import org.recsys4j.models.nn.layer.NetworkReplica;

/**
 * A trained {@link Caser}: the network reads the last items of each history, and what it says is
 * multiplied with the output vectors of all items.
 *
 * <p>Safe for many threads, each of which takes a replica of the network out of a pool.
 */
final class CaserModel implements Recommender {
  /** Windows that pass through the network together. */
  private static final int BLOCK = 64;

  private final CaserParameters parameters;
  private final float[] dense;
  private final InnerProducts outputs;
  private final Queue<NetworkReplica> idle = new ConcurrentLinkedQueue<>();

  CaserModel(CaserParameters parameters) {
    this.parameters = parameters;
    this.dense = parameters.dense().clone();
    int items = parameters.shape().items();
    int width = parameters.shape().outputWidth();
    float[] vectors = new float[items * width];
    float[] biases = new float[items];
    for (int item = 0; item < items; item++) {
      int from = item * (width + 1);
      System.arraycopy(parameters.outputs().values(), from, vectors, item * width, width);
      biases[item] = parameters.outputs().values()[from + width];
    }
    this.outputs = new InnerProducts(width, vectors, biases);
  }

  @Override
  public int items() {
    return parameters.shape().items();
  }

  @Override
  public long parameters() {
    return parameters.count();
  }

  @Override
  public boolean scoresNewUsers() {
    return parameters.shape().users() == 0;
  }

  @Override
  public void score(UserBatch users, ScoreBlock out) {
    if (!scoresNewUsers()) {
      users.requireKnownUsers("caser with user-embedding");
    }
    NetworkReplica taken = idle.poll();
    NetworkReplica network = taken == null ? replica() : taken;
    int width = parameters.shape().outputWidth();
    float[] said = new float[users.size() * width];
    for (int from = 0; from < users.size(); from += BLOCK) {
      int count = Math.min(BLOCK, users.size() - from);
      Block.of(network.output(inputs(users, from, count)))
          .read(0, 0, said, from * width, count * width);
    }
    idle.add(network);
    outputs.score(said, users.size(), out);
  }

  private NetworkReplica replica() {
    NativeBackend.start();
    INDArray layers = NativeArrays.vector(DataType.FLOAT, dense.length);
    Block.of(layers).write(0, 0, dense, 0, dense.length);
    return new NetworkReplica(
        parameters.shape().graph(0, 1),
        layers,
        parameters.tables(),
        Kernels.fast(),
        new Workers(1));
  }

  private List<INDArray> inputs(UserBatch users, int from, int count) {
    int length = parameters.shape().length();
    float[] items = new float[count * length];
    float[] indices = new float[count];
    for (int row = 0; row < count; row++) {
      UserHistory history = users.history(from + row);
      int first = history.size() - length;
      for (int i = 0; i < length; i++) {
        items[row * length + i] = first + i < 0 ? -1 : history.item(first + i);
      }
      indices[row] = users.user(from + row);
    }
    List<INDArray> inputs = new ArrayList<>(List.of(array(items, count)));
    if (!scoresNewUsers()) {
      inputs.add(array(indices, count));
    }
    return inputs;
  }

  private static INDArray array(float[] values, int rows) {
    INDArray array = NativeArrays.matrix(DataType.FLOAT, rows, values.length / rows);
    Block.of(array).write(0, 0, values, 0, values.length);
    return array;
  }

  /**
   * Writes sizes, the tables ({@code items}, {@code users}, {@code outputs} with their biases at
   * the end), the dense parameters ({@code dense}) and the network as Deeplearning4j's JSON ({@code
   * network}).
   */
  @Override
  public void save(ModelWriter out) throws IOException {
    CaserShape shape = parameters.shape();
    out.ints(
        "shape",
        new int[] {
          shape.users(),
          shape.items(),
          shape.factors(),
          shape.length(),
          shape.horizontal(),
          shape.vertical()
        },
        6);
    for (EmbeddingTable table : parameters.tables()) {
      out.floats(table.name(), table.values(), table.rows(), table.width());
    }
    out.floats("dense", dense, dense.length);
    out.text("network", shape.graph(0, 1).toJson());
  }

  static CaserModel load(ModelReader in) throws IOException {
    int[] sizes = in.ints("shape", 6);
    CaserShape shape = new CaserShape(sizes[0], sizes[1], sizes[2], sizes[3], sizes[4], sizes[5]);
    int factors = shape.factors();
    EmbeddingTable users =
        shape.users() > 0
            ? read(in, CaserShape.USERS, shape.users(), factors)
            : new EmbeddingTable(CaserShape.USERS, 0, factors, new float[0], false);
    return new CaserModel(
        new CaserParameters(
            shape,
            read(in, CaserShape.ITEMS, shape.items(), factors),
            users,
            read(in, CaserShape.OUTPUTS, shape.items(), shape.outputWidth() + 1),
            in.floats("dense", -1)));
  }

  private static EmbeddingTable read(ModelReader in, String name, int rows, int width)
      throws IOException {
    return new EmbeddingTable(name, rows, width, in.floats(name, rows, width), false);
  }
}
