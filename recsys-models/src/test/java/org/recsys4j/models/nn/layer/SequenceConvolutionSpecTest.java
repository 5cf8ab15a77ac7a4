package org.recsys4j.models.nn.layer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.recsys4j.models.nn.kernel.Activation;
import org.recsys4j.models.nn.kernel.Block;
import org.recsys4j.models.nn.kernel.Kernels;
import org.recsys4j.models.nn.kernel.NativeBackend;
import org.recsys4j.models.nn.kernel.WindowShape;
import org.recsys4j.models.nn.loss.BinaryCrossEntropySpec;

class SequenceConvolutionSpecTest {
  private static final double[][] SEQUENCES = {{0, 2, 1, 4, 3}, {-1, -1, 3, 2, 2}};

  private static ComputationGraphConfiguration convolution(DataType type, WindowShape shape) {
    return GradientCheck.chain(
        type,
        new EmbeddingSpec("items", 3),
        new SequenceConvolutionSpec(
            shape.height(), shape.dilation(), shape.causal(), 3, 2, Activation.TANH),
        new DenseSpec(2, 1, Activation.IDENTITY),
        new BinaryCrossEntropySpec());
  }

  @ParameterizedTest
  @CsvSource({
    "1, 1, false",
    "3, 1, false",
    "5, 1, false",
    "2, 3, false",
    "1, 1, true",
    "3, 1, true",
    "2, 2, true",
    "3, 4, true"
  })
  void gradientsAreThoseOfTheLoss(int height, int dilation, boolean causal) {
    WindowShape shape = new WindowShape(5, height, dilation, causal);
    double[][] labels = new double[2 * shape.windows()][1];
    for (int i = 0; i < labels.length; i++) {
      labels[i][0] = i % 3 == 0 ? 1 : 0;
    }
    GradientCheck.run(
        type -> convolution(type, shape),
        List.of(GradientCheck.table("items", 5, 3, false)),
        new double[][][] {SEQUENCES},
        labels);
  }

  /** Not with -1s: nothing but zeros under a bias of 0 is where the rectifier has no slope. */
  @Test
  void gradientsThroughHorizontalFilters() {
    GradientCheck.run(
        type ->
            GradientCheck.chain(
                type,
                new EmbeddingSpec("items", 3),
                new HorizontalFiltersSpec(5, 3, 2),
                new DenseSpec(10, 1, Activation.IDENTITY),
                new BinaryCrossEntropySpec()),
        List.of(GradientCheck.table("items", 5, 3, false)),
        new double[][][] {{{0, 2, 1, 4, 3}, {1, 0, 3, 2, 2}}},
        new double[][] {{1}, {0}});
  }

  @Test
  void gradientsThroughVerticalFilters() {
    GradientCheck.run(
        type ->
            GradientCheck.chain(
                type,
                new EmbeddingSpec("items", 3),
                new VerticalFiltersSpec(5, 3, 2),
                new DenseSpec(6, 1, Activation.IDENTITY),
                new BinaryCrossEntropySpec()),
        List.of(GradientCheck.table("items", 5, 3, false)),
        new double[][][] {SEQUENCES},
        new double[][] {{1}, {0}});
  }

  private static Kernels kernels(Provider provider) {
    return provider == Provider.FAST ? Kernels.fast() : Kernels.plain();
  }

  enum Provider {
    FAST,
    PLAIN
  }

  /** Two sequences of three steps; windows of two steps, two apart. */
  @ParameterizedTest
  @EnumSource
  void windowsAreTheStepsThatTheyName(Provider provider) {
    NativeBackend.start();
    Block rows = Block.of(Nd4j.create(new float[][] {{1}, {2}, {3}, {4}, {5}, {6}}));
    INDArray valid = Nd4j.create(DataType.FLOAT, 2, 2);
    INDArray causal = Nd4j.create(DataType.FLOAT, 6, 2);
    kernels(provider).windows().gather(rows, new WindowShape(3, 2, 2, false), Block.of(valid));
    kernels(provider).windows().gather(rows, new WindowShape(3, 2, 2, true), Block.of(causal));
    assertThat(valid.toFloatMatrix()).isDeepEqualTo(new float[][] {{1, 3}, {4, 6}});
    assertThat(causal.toFloatMatrix())
        .isDeepEqualTo(new float[][] {{0, 1}, {0, 2}, {1, 3}, {0, 4}, {0, 5}, {4, 6}});
  }

  /**
   * One filter of each height over two steps: (2) and (1, 10), so that the columns of the products
   * are 2 x, x and 10 x; biases 1 and -30.
   */
  @ParameterizedTest
  @EnumSource
  void horizontalFiltersTakeTheLargestWindow(Provider provider) {
    NativeBackend.start();
    Block products =
        Block.of(Nd4j.create(new float[][] {{6, 3, 30}, {8, 4, 40}, {-2, -1, -10}, {-4, -2, -20}}));
    INDArray out = Nd4j.create(DataType.FLOAT, 2, 2);
    int[] largest = new int[4];
    kernels(provider)
        .windows()
        .slide(
            products,
            2,
            1,
            Block.of(Nd4j.create(new float[][] {{1, -30}})),
            Block.of(out),
            largest);
    assertThat(out.toFloatMatrix()).isDeepEqualTo(new float[][] {{9, 13}, {0, 0}});
    assertThat(largest).containsExactly(1, 0, -1, -1);
  }

  /** Weights (1, 2) and a bias of 10 over steps (1, 3) and (4, 6). */
  @ParameterizedTest
  @EnumSource
  void verticalFiltersAreWeightedSums(Provider provider) {
    NativeBackend.start();
    Block rows = Block.of(Nd4j.create(new float[][] {{1, -1}, {3, 0}, {4, 5}, {6, -2}}));
    INDArray out = Nd4j.create(DataType.FLOAT, 2, 4);
    kernels(provider)
        .windows()
        .mix(
            rows,
            Block.of(Nd4j.create(new float[][] {{1, 2}, {0, -1}})),
            Block.of(Nd4j.create(new float[][] {{10, 0}})),
            Block.of(out));
    assertThat(out.toFloatMatrix()).isDeepEqualTo(new float[][] {{17, 9, -3, 0}, {26, 11, -6, 2}});
  }

  @Test
  void refusesWindowsThatAreLongerThanASequence() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new WindowShape(5, 3, 3, false))
        .withMessage("windows of 3 steps, 3 apart, in sequences of 5");
  }

  @Test
  void configurationsSurviveJson() {
    ComputationGraphConfiguration graph =
        GradientCheck.chain(
            DataType.FLOAT,
            new EmbeddingSpec("items", 3),
            new SequenceConvolutionSpec(2, 1, true, 3, 4, Activation.RELU),
            new HorizontalFiltersSpec(5, 4, 2),
            new VerticalFiltersSpec(1, 10, 2),
            new BinaryCrossEntropySpec());
    assertThat(ComputationGraphConfiguration.fromJson(graph.toJson())).isEqualTo(graph);
  }
}
