package org.recsys4j.models.nn.layer;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.recsys4j.api.contract.SmallData;
import org.recsys4j.models.nn.kernel.InteractionGraph;
import org.recsys4j.models.nn.loss.BprSpec;
import org.recsys4j.models.sparse.SparseMatrix;

class BilinearPropagationSpecTest {
  @ParameterizedTest
  @CsvSource({"1, 0, 0", "2, 0.25, 0", "2, 0, 0.25"})
  void gradientsAreThoseOfTheLoss(int layers, double dropout, double regularisation) {
    InteractionGraph edges =
        new InteractionGraph(
            "edges",
            SparseMatrix.of(
                SmallData.of(
                    3, 3, new int[] {0, 0}, new int[] {0, 1}, new int[] {1, 1}, new int[] {2, 1})));
    GradientCheck.run(
        type ->
            GradientCheck.chain(
                type,
                new BilinearPropagationSpec("nodes", "edges", 3, layers, dropout, regularisation),
                new BprSpec()),
        List.of(GradientCheck.table("nodes", 6, 3, true)),
        List.of(edges),
        new double[][][] {{{0, 3, 5}, {2, 4, 3}, {-1, -1, -1}, {0, 4, 5}}},
        new double[][] {{1}, {1}, {-1}, {1}});
  }
}
