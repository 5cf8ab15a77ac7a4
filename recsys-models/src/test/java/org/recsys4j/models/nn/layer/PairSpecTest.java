package org.recsys4j.models.nn.layer;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.recsys4j.models.nn.kernel.Activation;
import org.recsys4j.models.nn.loss.BinaryCrossEntropySpec;

class PairSpecTest {
  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void gradientsAreThoseOfTheLoss(boolean product) {
    PairSpec pairs = new PairSpec("users", "items", 3, product);
    GradientCheck.run(
        type ->
            GradientCheck.chain(
                type,
                pairs,
                new DenseSpec(pairs.out(), 1, Activation.IDENTITY),
                new BinaryCrossEntropySpec()),
        List.of(
            GradientCheck.table("users", 2, 3, false), GradientCheck.table("items", 4, 3, false)),
        new double[][][] {{{0, 2, 0, 3}, {1, 2, 1, 0}, {0, 2, 1, 1}}},
        new double[][] {{1}, {0}, {1}, {-1}, {0}, {1}});
  }
}
