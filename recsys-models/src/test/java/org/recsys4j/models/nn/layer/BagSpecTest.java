package org.recsys4j.models.nn.layer;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.recsys4j.models.nn.kernel.Activation;
import org.recsys4j.models.nn.loss.MultinomialSpec;

class BagSpecTest {
  private static final double[][] BAGS = {{0, 2, 4, -1}, {1, -1, -1, -1}, {-1, -1, -1, -1}};

  /** With dropout too, since the same items are left out again. */
  @ParameterizedTest
  @ValueSource(doubles = {1, 0.6})
  void gradientsAreThoseOfTheLoss(double keep) {
    GradientCheck.run(
        type ->
            GradientCheck.chain(
                type,
                new BagSpec("encoder", 4, keep, Activation.TANH, 1),
                new DenseSpec(4, 6, Activation.IDENTITY),
                new GaussianSampleSpec(3, 0.5, 6, 2),
                new DenseSpec(3, 4, Activation.TANH),
                new MultinomialSpec(4, 5)),
        List.of(
            GradientCheck.table("encoder", 5, 4, true), GradientCheck.table("decoder", 5, 4, true)),
        new double[][][] {BAGS},
        BAGS);
  }
}
