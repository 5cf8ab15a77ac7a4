package org.recsys4j.models.nn.layer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.recsys4j.api.concurrent.Workers;
import org.recsys4j.models.nn.kernel.Kernels;
import org.recsys4j.models.nn.kernel.NativeBackend;
import org.recsys4j.models.nn.loss.SoftmaxSpec;

/** Self-attention, layer normalisation, positions, and a sum of two paths around them. */
class AttentionSpecTest {
  private static final double[][] ITEMS = {{0, 2, 1}, {1, -1, -1}};
  private static final double[][] NEXT = {{2, 1, 0}, {3, -1, -1}};

  private static ComputationGraphConfiguration graph(
      DataType type, int width, int heads, int length, double dropout) {
    ComputationGraphConfiguration.GraphBuilder graph = Graphs.builder(type).addInputs("input");
    graph.addLayer("vectors", new SpecLayer(new EmbeddingSpec("items", width)), "input");
    graph.addLayer("places", new SpecLayer(new PositionSpec(width, length, 1.5)), "vectors");
    graph.addLayer("norm", new SpecLayer(new LayerNormSpec(width, 1e-3)), "places");
    graph.addLayer(
        "attention", new SpecLayer(new CausalAttentionSpec(width, heads, dropout, 3)), "norm");
    graph.addVertex("sum", new SpecVertex(new SumSpec()), "places", "attention");
    graph.addLayer("last", new SpecLayer(new LayerNormSpec(width, 1e-3)), "sum");
    graph.addLayer("loss", new SpecLayer(new SoftmaxSpec("items")), "last");
    return graph.setOutputs("loss").build();
  }

  @ParameterizedTest
  @CsvSource({"1, 0", "2, 0", "2, 0.4"})
  void gradientsAreThoseOfTheLoss(int heads, double dropout) {
    GradientCheck.run(
        type -> graph(type, 4, heads, 3, dropout),
        List.of(GradientCheck.table("items", 4, 4, true)),
        new double[][][] {ITEMS},
        NEXT);
  }

  /** Longer than one tile of queries, so that keys get gradients from several. */
  @ParameterizedTest
  @CsvSource({"150, 0", "130, 0.3", "64, 0.3"})
  void fastIsAsPlainForLongSequences(int length, double dropout) {
    double[][] items = new double[2][length];
    double[][] next = new double[2][length];
    for (int i = 0; i < 2 * length; i++) {
      items[i / length][i % length] = i % 5;
      next[i / length][i % length] = (i * i + i) % 5;
    }
    GradientCheck.fastAsPlain(
        type -> graph(type, 6, 2, length, dropout),
        List.of(GradientCheck.table("items", 5, 6, true)),
        new double[][][] {items},
        next);
  }

  @Test
  void sequencesEndAtTheLastPosition() {
    NativeBackend.start();
    ComputationGraphConfiguration graph =
        GradientCheck.chain(
            DataType.FLOAT,
            new EmbeddingSpec("items", 1),
            new PositionSpec(1, 3, 2),
            new SoftmaxSpec("items"));
    float[] vectors = {1, 2, 3};
    EmbeddingTable items = new EmbeddingTable("items", 3, 1, vectors, true);
    INDArray positions = Nd4j.createFromArray(10f, 20f, 30f);
    for (Kernels kernels : List.of(Kernels.fast(), Kernels.plain())) {
      try (Workers workers = new Workers(1)) {
        NetworkReplica network =
            new NetworkReplica(graph, positions, List.of(items), kernels, workers);
        INDArray input = Nd4j.createFromArray(new float[][] {{0, 2}, {1, -1}, {-1, -1}});
        assertThat(network.output(List.of(input)).ravel().toFloatVector())
            .containsExactly(22, 36, 34, 0, 0, 0);
      }
    }
  }

  @Test
  void gradientsOfSeveralTilesAreThoseOfTheLoss() {
    double[][] items = new double[1][66];
    double[][] next = new double[1][66];
    for (int i = 0; i < 66; i++) {
      items[0][i] = i % 3;
      next[0][i] = i % 7 == 0 ? -1 : (i * i + i) % 3;
    }
    GradientCheck.run(
        type ->
            GradientCheck.chain(
                type,
                new EmbeddingSpec("items", 2),
                new CausalAttentionSpec(2, 1, 0, 0),
                new SoftmaxSpec("items")),
        List.of(GradientCheck.table("items", 3, 2, true)),
        new double[][][] {items},
        next);
  }

  @Test
  void configurationsSurviveJson() {
    ComputationGraphConfiguration graph = graph(DataType.FLOAT, 4, 2, 3, 0.1);
    assertThat(ComputationGraphConfiguration.fromJson(graph.toJson())).isEqualTo(graph);
  }

  @Test
  void headsCutTheWidth() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new CausalAttentionSpec(64, 3, 0, 0))
        .withMessageContaining("3 heads");
  }
}
