package org.recsys4j.models.nn.layer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.recsys4j.api.concurrent.Workers;
import org.recsys4j.api.random.SeedTree;
import org.recsys4j.models.nn.kernel.Activation;
import org.recsys4j.models.nn.kernel.Block;
import org.recsys4j.models.nn.kernel.Kernels;
import org.recsys4j.models.nn.kernel.NativeBackend;
import org.recsys4j.models.nn.loss.BprMaxSpec;
import org.recsys4j.models.nn.loss.PairwiseBinarySpec;
import org.recsys4j.models.nn.loss.SampledLabels;
import org.recsys4j.models.nn.loss.SampledSoftmaxSpec;
import org.recsys4j.models.nn.loss.SoftmaxSpec;
import org.recsys4j.models.nn.loss.Top1MaxSpec;

/** What stands behind the end of sequences changes nothing, so that batches may leave it out. */
class SequenceLengthTest {
  private static final int WIDTH = 6;
  private static final int ROOM = 70; // more than a tile of attention
  private static final double[][] ITEMS = {{0, 2, 1}, {1, 3, -1}};
  private static final double[][] NEXT = {{2, 1, 4}, {3, 2, -1}};
  private static final double[][] SAMPLED = {{3, 0}, {4, 0}};
  private static final double[][] UNSEEN = {{3, 4, 0}, {0, 4, -1}};
  private static final double[][] LIKELY = {{-1, -2, -3}, {-2, -1, 0}};

  static Stream<List<LayerSpec>> layers() {
    LossSpec softmax = new SoftmaxSpec("items");
    LayerSpec dense = new DenseSpec(WIDTH, WIDTH, Activation.TANH);
    return Stream.of(
        List.of(new GruSpec(WIDTH, WIDTH), softmax),
        List.of(new LstmSpec(WIDTH, WIDTH), softmax),
        List.of(new PositionSpec(WIDTH, ROOM, 2), new CausalAttentionSpec(WIDTH, 2, 0, 0), softmax),
        List.of(new SequenceConvolutionSpec(3, 2, true, WIDTH, WIDTH, Activation.TANH), softmax),
        List.of(dense, new PairwiseBinarySpec("items")),
        List.of(dense, new SampledSoftmaxSpec("items", new SampledLabels(2, true, false))),
        List.of(dense, new BprMaxSpec("items", new SampledLabels(2, false, false), 0.5)),
        List.of(dense, new Top1MaxSpec("items", new SampledLabels(2, false, false))));
  }

  @ParameterizedTest
  @MethodSource("layers")
  void paddingChangesNothing(List<LayerSpec> layers) {
    NativeBackend.start();
    LayerSpec[] all =
        Stream.concat(Stream.of(new EmbeddingSpec("items", WIDTH)), layers.stream())
            .toArray(LayerSpec[]::new);
    ComputationGraphConfiguration graph = GradientCheck.chain(DataType.FLOAT, all);
    float[] initial = NetworkReplica.initialParameters(graph, new SeedTree(5));
    boolean whole = layers.contains(new SoftmaxSpec("items"));
    EmbeddingTable items = GradientCheck.table("items", 5, WIDTH, whole);
    try (Workers workers = new Workers(1)) {
      NetworkReplica network =
          new NetworkReplica(
              graph, Nd4j.createFromArray(initial), List.of(items), Kernels.fast(), workers);
      LayerSpec loss = all[all.length - 1];
      Step close = step(network, loss, 3, initial.length, items);
      Step padded = step(network, loss, ROOM, initial.length, items);
      Step closeAgain = step(network, loss, 3, initial.length, items);
      assertThat(padded.terms).isEqualTo(close.terms).isEqualTo(5);
      assertThat(padded.loss).isCloseTo(close.loss, within(1e-5 * close.loss));
      for (int i = 0; i < initial.length; i++) {
        assertThat(padded.dense[i]).as("gradient " + i).isCloseTo(close.dense[i], within(1e-5f));
      }
      for (int i = 0; i < close.vectors.length; i++) {
        assertThat(padded.vectors[i]).as("vectors " + i).isCloseTo(close.vectors[i], within(1e-5));
      }
      assertThat(close.vectors).as("vectors' gradients").isNotEqualTo(new double[5 * WIDTH]);
      assertThat(closeAgain.loss).isEqualTo(close.loss);
      assertThat(closeAgain.dense).isEqualTo(close.dense);
      assertThat(closeAgain.vectors).isEqualTo(close.vectors);
    }
  }

  @SuppressWarnings("ArrayRecordComponent") // a value of this test
  private record Step(double loss, int terms, float[] dense, double[] vectors) {}

  private static Step step(
      NetworkReplica network, LayerSpec loss, int length, int parameters, EmbeddingTable items) {
    double[][] labels = padded(NEXT, length);
    if (loss instanceof PairwiseBinarySpec) {
      labels = joined(labels, padded(UNSEEN, length));
    } else if (!(loss instanceof SoftmaxSpec)) {
      labels = joined(labels, SAMPLED);
      if (loss instanceof SampledSoftmaxSpec) {
        labels =
            joined(joined(labels, padded(LIKELY, length)), new double[][] {{-1, -2}, {-3, -1}});
      }
    }
    INDArray input = Nd4j.create(padded(ITEMS, length)).castTo(DataType.FLOAT);
    network.step(List.of(input), Nd4j.create(labels).castTo(DataType.FLOAT), 7, 0);
    Block gradient = network.gradient();
    float[] dense = new float[parameters];
    gradient.read(0, 0, dense, 0, parameters);
    return new Step(network.loss(), network.terms(), dense, GradientCheck.sparse(network, items));
  }

  private static double[][] padded(double[][] rows, int length) {
    double[][] result = new double[rows.length][length];
    for (int row = 0; row < rows.length; row++) {
      Arrays.fill(result[row], -1);
      System.arraycopy(rows[row], 0, result[row], 0, rows[row].length);
    }
    return result;
  }

  private static double[][] joined(double[][] left, double[][] right) {
    double[][] result = new double[left.length][];
    for (int row = 0; row < left.length; row++) {
      result[row] = Arrays.copyOf(left[row], left[row].length + right[row].length);
      System.arraycopy(right[row], 0, result[row], left[row].length, right[row].length);
    }
    return result;
  }
}
