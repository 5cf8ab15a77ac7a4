package org.recsys4j.models.nn.loss;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.Stream;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.recsys4j.api.concurrent.Workers;
import org.recsys4j.models.nn.kernel.Activation;
import org.recsys4j.models.nn.kernel.Kernels;
import org.recsys4j.models.nn.layer.DenseSpec;
import org.recsys4j.models.nn.layer.EmbeddingSpec;
import org.recsys4j.models.nn.layer.EmbeddingTable;
import org.recsys4j.models.nn.layer.GradientCheck;
import org.recsys4j.models.nn.layer.LossSpec;
import org.recsys4j.models.nn.layer.NetworkReplica;

class SampledLossTest {
  /** Two steps and three samples a sequence; one sample is a target, one step has no target. */
  private static final double[][] ITEMS = {{0, 2}, {1, -1}};

  private static final double[][] LABELS = {{2, 1, 3, 0, 3}, {3, -1, 4, 2, 0}};

  private static final double[][] CORRECTED = {
    {2, 1, 3, 0, 3, -1, -2, -0.5, -3, -0.5}, {3, -1, 4, 2, 0, -0.5, 0, -4, -1, -3}
  };

  static Stream<LossSpec> losses() {
    SampledLabels labels = new SampledLabels(3, false, false);
    return Stream.of(
        new SampledSoftmaxSpec("items", labels),
        new SampledSoftmaxSpec("items", new SampledLabels(3, true, false)),
        new BprMaxSpec("items", labels, 0.3),
        new BprMaxSpec("items", new SampledLabels(3, false, true), 0.3),
        new Top1MaxSpec("items", labels));
  }

  private static double[][] labels(LossSpec loss) {
    return loss instanceof SampledSoftmaxSpec softmax && softmax.labels().corrected()
        ? CORRECTED
        : LABELS;
  }

  private static ComputationGraphConfiguration graph(DataType type, LossSpec loss) {
    return GradientCheck.chain(
        type, new EmbeddingSpec("items", 4), new DenseSpec(4, 4, Activation.TANH), loss);
  }

  @ParameterizedTest
  @MethodSource("losses")
  void gradientsAreThoseOfTheLoss(LossSpec loss) {
    GradientCheck.run(
        type -> graph(type, loss),
        List.of(GradientCheck.table("items", 5, 4, false)),
        new double[][][] {ITEMS},
        labels(loss));
  }

  @Test
  void gradientsOfBinaryPairs() {
    GradientCheck.run(
        type -> graph(type, new PairwiseBinarySpec("items")),
        List.of(GradientCheck.table("items", 5, 4, false)),
        new double[][][] {ITEMS},
        new double[][] {{2, 1, 3, -1}, {-1, 3, -1, 0}});
  }

  @ParameterizedTest
  @MethodSource("losses")
  void configurationsSurviveJson(LossSpec loss) {
    ComputationGraphConfiguration graph = graph(DataType.FLOAT, loss);
    assertThat(ComputationGraphConfiguration.fromJson(graph.toJson())).isEqualTo(graph);
  }

  private static double loss(LossSpec loss, double[]... labels) {
    ComputationGraphConfiguration graph =
        GradientCheck.chain(DataType.FLOAT, new EmbeddingSpec("items", 1), loss);
    EmbeddingTable table = new EmbeddingTable("items", 3, 1, new float[] {1, 2, -1}, false);
    try (Workers workers = new Workers(1)) {
      NetworkReplica network =
          new NetworkReplica(
              graph, Nd4j.empty(DataType.FLOAT), List.of(table), Kernels.fast(), workers);
      INDArray input = Nd4j.zeros(DataType.FLOAT, labels.length, 1);
      network.step(List.of(input), Nd4j.create(labels).castTo(DataType.FLOAT), 1, 0);
      return network.loss();
    }
  }

  /** The input is 1, so scores are the table's numbers: 1, 2 and -1. */
  @Test
  void valuesAreThoseOfThePapers() {
    SampledLabels two = new SampledLabels(2, false, false);
    double[] labels = {0, 1, 2};
    double total = Math.exp(2) + Math.exp(-1);
    double high = Math.exp(2) / total;
    double low = Math.exp(-1) / total;
    assertThat(loss(new SampledSoftmaxSpec("items", two), labels))
        .isCloseTo(Math.log(Math.E + total) - 1, within(1e-4));
    double won = high * sigmoid(-1) + low * sigmoid(2);
    assertThat(loss(new BprMaxSpec("items", two, 0.5), labels))
        .isCloseTo(-Math.log(won) + 0.5 * (high * 4 + low), within(1e-4));
    assertThat(loss(new Top1MaxSpec("items", two), labels))
        .isCloseTo(
            high * (sigmoid(1) + sigmoid(4)) + low * (sigmoid(-2) + sigmoid(1)), within(1e-4));
  }

  @Test
  void correctionTakesTheProbabilityAway() {
    LossSpec loss = new SampledSoftmaxSpec("items", new SampledLabels(1, true, false));
    double[] labels = {0, 1, Math.log(0.2), Math.log(0.8)};
    assertThat(loss(loss, labels))
        .isCloseTo(Math.log(Math.E / 0.2 + Math.exp(2) / 0.8) - 1 + Math.log(0.2), within(1e-4));
  }

  /** Where every sample is the wanted item, nothing is left to compare with. */
  @Test
  void samplesThatAreWantedDoNotCount() {
    SampledLabels two = new SampledLabels(2, false, false);
    for (LossSpec loss :
        List.of(new SampledSoftmaxSpec("items", two), new BprMaxSpec("items", two, 1))) {
      assertThat(loss(loss, new double[] {0, 0, 0})).isZero();
    }
    assertThat(loss(new BprMaxSpec("items", two, 1), new double[] {0, 0, 2}))
        .isCloseTo(-Math.log(sigmoid(2)) + 1, within(1e-4));
  }

  /** The first is compared with the second's 1, the second with the first's 0 and 2. */
  @Test
  void inABatchSequencesAreComparedWithTheTargetsOfOthers() {
    LossSpec loss = new SampledSoftmaxSpec("items", new SampledLabels(2, false, true));
    double first = Math.log(Math.E + 2 * Math.exp(2)) - 1;
    double second = Math.log(Math.exp(2) + Math.E + Math.exp(-1)) - 2;
    assertThat(loss(loss, new double[] {0, 0, 2}, new double[] {1, 1, 1}))
        .isCloseTo(first + second, within(1e-4));
    for (LossSpec alone :
        List.of(loss, new BprMaxSpec("items", new SampledLabels(2, false, true), 1))) {
      assertThat(loss(alone, new double[] {0, 1, 2})).isZero();
    }
  }

  private static double sigmoid(double x) {
    return 1 / (1 + Math.exp(-x));
  }
}
