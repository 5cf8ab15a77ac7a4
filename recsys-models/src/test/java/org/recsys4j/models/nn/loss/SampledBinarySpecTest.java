package org.recsys4j.models.nn.loss;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.buffer.DataType;
import org.recsys4j.models.nn.kernel.Activation;
import org.recsys4j.models.nn.layer.DenseSpec;
import org.recsys4j.models.nn.layer.EmbeddingSpec;
import org.recsys4j.models.nn.layer.GradientCheck;

class SampledBinarySpecTest {
  private static ComputationGraphConfiguration graph(DataType type) {
    return GradientCheck.chain(
        type,
        new EmbeddingSpec("items", 3),
        new DenseSpec(3, 2, Activation.TANH),
        new SampledBinarySpec("outputs", 2));
  }

  @Test
  void gradientsAreThoseOfTheLoss() {
    GradientCheck.run(
        SampledBinarySpecTest::graph,
        List.of(
            GradientCheck.table("items", 4, 3, false), GradientCheck.table("outputs", 5, 3, false)),
        new double[][][] {{{0}, {3}, {3}}},
        new double[][] {{0, 1, 2}, {4, -1, 4}, {-1, -1, -1}});
  }

  @Test
  void configurationsSurviveJson() {
    ComputationGraphConfiguration graph = graph(DataType.FLOAT);
    assertThat(ComputationGraphConfiguration.fromJson(graph.toJson())).isEqualTo(graph);
  }
}
