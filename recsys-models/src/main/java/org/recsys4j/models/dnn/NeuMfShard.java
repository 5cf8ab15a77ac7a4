package org.recsys4j.models.dnn;

import java.util.Arrays;
import java.util.List;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;
import org.recsys4j.models.nn.kernel.NativeBackend;

/**
 * One shard's replica of the network: takes up to a fixed number of examples, gives their loss and
 * the gradients of all that took part. For one thread at a time.
 */
final class NeuMfShard {
  final int[] users;
  final int[] items;
  final float[] labels;

  /** Gradients of the examples' embedding rows, in the order of {@link #tables}. */
  final float[][] rowGradients;

  final float[] towerGradient;

  private final float[][] tables;
  private final int[] widths;
  private final float[][] rows;
  private final INDArray[] inputs;
  private final INDArray target;
  private final ComputationGraph network;
  private int size;
  private double loss;

  /**
   * A replica.
   *
   * @param dense parameters of the dense layers, shared by all replicas
   * @param values all parameters, of which the embeddings are read
   * @param capacity most examples at a time
   */
  NeuMfShard(INDArray dense, NeuMfParameters values, int capacity) {
    tables =
        new float[][] {values.gmfUsers(), values.gmfItems(), values.mlpUsers(), values.mlpItems()};
    int d = values.factors();
    int m = values.mlpFactors();
    widths = new int[] {d, d, m, m};
    users = new int[capacity];
    items = new int[capacity];
    labels = new float[capacity];
    rows = new float[tables.length][];
    rowGradients = new float[tables.length][];
    inputs = new INDArray[tables.length];
    for (int i = 0; i < tables.length; i++) {
      rows[i] = new float[capacity * widths[i]];
      rowGradients[i] = new float[capacity * widths[i]];
      inputs[i] = Nd4j.create(capacity, widths[i]);
    }
    target = Nd4j.create(capacity, 1);
    towerGradient = new float[values.tower().parameters().length];
    List<GradientTap> taps = Arrays.stream(rowGradients).map(GradientTap::new).toList();
    network = new ComputationGraph(NeuMfGraph.tapped(values.tower(), taps));
    network.init(dense, false);
  }

  void clear() {
    size = 0;
  }

  void add(int user, int item, float label) {
    users[size] = user;
    items[size] = item;
    labels[size] = label;
    size++;
  }

  int size() {
    return size;
  }

  /** Sum of the examples' losses. */
  double loss() {
    return loss;
  }

  /** Runs the network forwards and backwards over the examples that were added. */
  void run() {
    loss = 0;
    if (size == 0) {
      return;
    }
    NativeBackend.singleThreaded();
    for (int i = 0; i < tables.length; i++) {
      int[] index = i % 2 == 0 ? users : items;
      int width = widths[i];
      for (int row = 0; row < size; row++) {
        System.arraycopy(tables[i], index[row] * width, rows[i], row * width, width);
      }
      inputs[i].data().asNioFloat().put(rows[i], 0, size * width);
    }
    target.data().asNioFloat().put(labels, 0, size);
    network.setInputs(first(inputs[0]), first(inputs[1]), first(inputs[2]), first(inputs[3]));
    network.setLabels(first(target));
    network.computeGradientAndScore();
    loss = network.score() * size;
    read(network.getGradientsViewArray(), towerGradient);
  }

  private INDArray first(INDArray array) {
    if (size == array.size(0)) {
      return array;
    }
    return array.get(NDArrayIndex.interval(0, size), NDArrayIndex.all());
  }

  /** Copies an array row after row. */
  static void read(INDArray from, float[] to) {
    INDArray rowMajor = from.ordering() == 'c' && !from.isView() ? from : from.dup('c');
    rowMajor.data().asNioFloat().get(to, 0, (int) from.length());
  }
}
