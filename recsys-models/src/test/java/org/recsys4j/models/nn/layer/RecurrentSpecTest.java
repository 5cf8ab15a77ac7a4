package org.recsys4j.models.nn.layer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.recsys4j.models.nn.kernel.Activation;
import org.recsys4j.models.nn.loss.SoftmaxSpec;

/** Also of dropout and of losses that leave rows out. */
class RecurrentSpecTest {
  private static final double[][] ITEMS = {{0, 2, 1, 1}, {1, -1, -1, -1}, {2, 2, 3, -1}};
  private static final double[][] NEXT = {{2, 1, 1, 0}, {3, -1, -1, -1}, {2, 3, 0, -1}};

  static Stream<LayerSpec> cells() {
    return Stream.of(new GruSpec(4, 5), new LstmSpec(4, 5));
  }

  private static ComputationGraphConfiguration graph(DataType type, LayerSpec cell) {
    return GradientCheck.chain(
        type,
        new EmbeddingSpec("items", 4),
        new DropoutSpec(0.3, 1),
        cell,
        new DropoutSpec(0.3, 2),
        new DenseSpec(5, 4, Activation.IDENTITY),
        new SoftmaxSpec("items"));
  }

  @ParameterizedTest
  @MethodSource("cells")
  void gradientsAreThoseOfTheLoss(LayerSpec cell) {
    GradientCheck.run(
        type -> graph(type, cell),
        List.of(GradientCheck.table("items", 4, 4, true)),
        new double[][][] {ITEMS},
        NEXT);
  }

  @ParameterizedTest
  @MethodSource("cells")
  void configurationsSurviveJson(LayerSpec cell) {
    ComputationGraphConfiguration graph = graph(DataType.FLOAT, cell);
    assertThat(ComputationGraphConfiguration.fromJson(graph.toJson())).isEqualTo(graph);
  }

  /** Wide enough for several chunks of rows. */
  @ParameterizedTest
  @MethodSource("wide")
  void fastIsAsPlainForWideCells(LayerSpec cell) {
    double[][] items = new double[9][3];
    double[][] next = new double[9][3];
    for (int i = 0; i < 27; i++) {
      items[i / 3][i % 3] = i % 4;
      next[i / 3][i % 3] = (i * i) % 4;
    }
    GradientCheck.fastAsPlain(
        type ->
            GradientCheck.chain(
                type,
                new EmbeddingSpec("items", 4),
                cell,
                new DenseSpec(130, 4, Activation.IDENTITY),
                new SoftmaxSpec("items")),
        List.of(GradientCheck.table("items", 4, 4, true)),
        new double[][][] {items},
        next);
  }

  static Stream<LayerSpec> wide() {
    return Stream.of(new GruSpec(4, 130), new LstmSpec(4, 130));
  }

  @Test
  void sequencesOfOneStep() {
    GradientCheck.run(
        type ->
            GradientCheck.chain(
                type,
                new EmbeddingSpec("items", 4),
                new GruSpec(4, 4),
                new LstmSpec(4, 4),
                new SoftmaxSpec("items")),
        List.of(GradientCheck.table("items", 4, 4, true)),
        new double[][][] {{{2}}},
        new double[][] {{1}});
  }
}
