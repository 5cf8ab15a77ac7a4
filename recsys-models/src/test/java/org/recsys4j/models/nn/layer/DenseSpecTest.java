package org.recsys4j.models.nn.layer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.recsys4j.models.nn.kernel.Activation;
import org.recsys4j.models.nn.loss.BinaryCrossEntropySpec;
import org.recsys4j.models.nn.loss.SoftmaxSpec;

class DenseSpecTest {
  private static final double[][] INDICES = {{0, 2}, {1, -1}, {2, 2}};

  @ParameterizedTest
  @EnumSource(Activation.class)
  void gradientsAreThoseOfTheLoss(Activation activation) {
    GradientCheck.run(
        type ->
            GradientCheck.chain(
                type,
                new EmbeddingSpec("items", 4),
                new DenseSpec(4, 3, activation),
                new DenseSpec(3, 1, Activation.IDENTITY),
                new BinaryCrossEntropySpec()),
        List.of(GradientCheck.table("items", 3, 4, false)),
        new double[][][] {INDICES},
        new double[][] {{1}, {0}, {1}, {-1}, {0}, {1}});
  }

  @ParameterizedTest
  @EnumSource(Activation.class)
  void gradientsThroughAFunctionAlone(Activation activation) {
    GradientCheck.run(
        type ->
            GradientCheck.chain(
                type,
                new EmbeddingSpec("items", 4),
                new ActivationSpec(activation),
                new DenseSpec(4, 1, Activation.IDENTITY),
                new BinaryCrossEntropySpec()),
        List.of(GradientCheck.table("items", 3, 4, false)),
        new double[][][] {INDICES},
        new double[][] {{1}, {0}, {1}, {-1}, {0}, {1}});
  }

  @Test
  void gradientsOfATableThatIsInputAndOutput() {
    GradientCheck.run(
        type ->
            GradientCheck.chain(
                type,
                new EmbeddingSpec("items", 4),
                new DenseSpec(4, 4, Activation.TANH),
                new SoftmaxSpec("items")),
        List.of(GradientCheck.table("items", 3, 4, true)),
        new double[][][] {INDICES},
        new double[][] {{1}, {0}, {2}, {-1}, {0}, {1}});
  }

  @Test
  void configurationsSurviveJson() {
    ComputationGraphConfiguration graph =
        GradientCheck.chain(
            DataType.FLOAT,
            new EmbeddingSpec("items", 4),
            new DenseSpec(4, 4, Activation.TANH),
            new SoftmaxSpec("items"));
    assertThat(ComputationGraphConfiguration.fromJson(graph.toJson())).isEqualTo(graph);
  }
}
