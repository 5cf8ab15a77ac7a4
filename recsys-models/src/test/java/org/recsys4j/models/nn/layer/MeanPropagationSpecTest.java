package org.recsys4j.models.nn.layer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.recsys4j.api.concurrent.Workers;
import org.recsys4j.api.contract.SmallData;
import org.recsys4j.models.nn.kernel.InteractionGraph;
import org.recsys4j.models.nn.kernel.Kernels;
import org.recsys4j.models.nn.kernel.NativeBackend;
import org.recsys4j.models.nn.loss.BprSpec;
import org.recsys4j.models.sparse.SparseMatrix;

class MeanPropagationSpecTest {
  /** User 3 and item 2 (node 6) have no neighbours; item 0 (node 4) has more than eight. */
  private static InteractionGraph graph() {
    int[][] pairs = new int[14][];
    for (int user = 0; user < 11; user++) {
      pairs[user] = new int[] {user < 3 ? user : user + 1, 0};
    }
    pairs[11] = new int[] {0, 1};
    pairs[12] = new int[] {2, 1};
    pairs[13] = new int[] {2, 3};
    return new InteractionGraph("edges", SparseMatrix.of(SmallData.of(12, 4, pairs)));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3})
  void gradientsAreThoseOfTheLoss(int layers) {
    GradientCheck.run(
        type ->
            GradientCheck.chain(
                type, new MeanPropagationSpec("nodes", "edges", 3, layers, 0.25), new BprSpec()),
        List.of(GradientCheck.table("nodes", 16, 3, true)),
        List.of(graph()),
        new double[][][] {{{0, 12, 13}, {2, 13, 14}, {-1, -1, -1}, {0, 12, 15}, {3, 12, 13}}},
        new double[][] {{1}, {1}, {-1}, {1}, {1}});
  }

  /** Two users of one item: L maps (u, v, i) to (i, i, u + v) / sqrt 2, and L L x to x's means. */
  @Test
  void propagatesAsWorkedByHand() {
    NativeBackend.start();
    InteractionGraph pair =
        new InteractionGraph(
            "edges", SparseMatrix.of(SmallData.of(2, 1, new int[] {0, 0}, new int[] {1, 0})));
    double half = Math.sqrt(0.5);
    for (Kernels kernels : List.of(Kernels.fast(), Kernels.plain())) {
      INDArray rows = output(kernels, pair, new float[] {1, 3, 5}, 2);
      assertThat(rows.getDouble(0)).isCloseTo((1 + 5 * half + 2) / 3, within(1e-6));
      assertThat(rows.getDouble(1)).isCloseTo((3 + 5 * half + 2) / 3, within(1e-6));
      assertThat(rows.getDouble(2)).isCloseTo((5 + 4 * half + 5) / 3, within(1e-6));
    }
  }

  private static INDArray output(
      Kernels kernels, InteractionGraph edges, float[] values, int layers) {
    try (Workers workers = new Workers(1)) {
      NetworkReplica network =
          new NetworkReplica(
              GradientCheck.chain(
                  DataType.FLOAT,
                  new MeanPropagationSpec("nodes", "edges", 1, layers, 0),
                  new BprSpec()),
              Nd4j.empty(DataType.FLOAT),
              List.of(new EmbeddingTable("nodes", values.length, 1, values, true)),
              List.of(edges),
              kernels,
              workers);
      return network.output(List.of(Nd4j.create(new float[][] {{0}, {1}, {2}})));
    }
  }

  /** The penalty adds its weight times the vector for each use of a node, and nothing else. */
  @Test
  void thePenaltyIsOnTheVectorsOfLayerZero() {
    NativeBackend.start();
    float[] without = gradient(0);
    float[] with = gradient(0.5);
    float[] values = GradientCheck.table("nodes", 16, 1, true).values();
    int[] uses = new int[16];
    uses[0] = 2;
    uses[12] = 2;
    uses[13] = 1;
    uses[15] = 1;
    for (int node = 0; node < 16; node++) {
      assertThat((double) with[node] - without[node])
          .isCloseTo(0.5 * uses[node] * values[node], within(1e-6));
    }
  }

  private static float[] gradient(double regularisation) {
    try (Workers workers = new Workers(1)) {
      NetworkReplica network =
          new NetworkReplica(
              GradientCheck.chain(
                  DataType.FLOAT,
                  new MeanPropagationSpec("nodes", "edges", 1, 2, regularisation),
                  new BprSpec()),
              Nd4j.empty(DataType.FLOAT),
              List.of(GradientCheck.table("nodes", 16, 1, true)),
              List.of(graph()),
              Kernels.fast(),
              workers);
      network.step(
          List.of(Nd4j.create(new float[][] {{0, 12, 13}, {-1, -1, -1}, {0, 12, 15}})),
          Nd4j.create(new float[][] {{1}, {-1}, {1}}),
          1,
          0);
      return network.table("nodes").gradients().clone();
    }
  }

  @Test
  void configurationsSurviveJson() {
    ComputationGraphConfiguration graph =
        GradientCheck.chain(
            DataType.FLOAT, new MeanPropagationSpec("nodes", "edges", 3, 2, 1e-4), new BprSpec());
    assertThat(ComputationGraphConfiguration.fromJson(graph.toJson())).isEqualTo(graph);
  }
}
