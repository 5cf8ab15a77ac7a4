package org.recsys4j.models.nn.layer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.deeplearning4j.nn.api.Model;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration;
import org.deeplearning4j.optimize.api.BaseTrainingListener;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.recsys4j.api.concurrent.Workers;
import org.recsys4j.api.random.SeedTree;
import org.recsys4j.models.nn.kernel.Activation;
import org.recsys4j.models.nn.kernel.Kernels;
import org.recsys4j.models.nn.kernel.NativeBackend;
import org.recsys4j.models.nn.loss.BinaryCrossEntropySpec;

/** Graphs with branches: sums, joins, and a layer that several others see. */
class VertexSpecTest {
  private static final double[][] INDICES = {{0, 2}, {1, 0}, {2, 2}};
  private static final double[][] LABELS = {{1}, {0}, {1}, {-1}, {0}, {1}};

  /** Two branches of widths 3 and 2 side by side, and a sum in which one layer occurs twice. */
  private static ComputationGraphConfiguration graph(DataType type) {
    return Graphs.builder(type)
        .addInputs("input")
        .addLayer("vectors", new SpecLayer(new EmbeddingSpec("items", 4)), "input")
        .addLayer("a", new SpecLayer(new DenseSpec(4, 3, Activation.TANH)), "vectors")
        .addLayer("b", new SpecLayer(new DenseSpec(4, 2, Activation.SIGMOID)), "vectors")
        .addVertex("joined", new SpecVertex(new JoinSpec()), "a", "b", "vectors")
        .addLayer("c", new SpecLayer(new DenseSpec(9, 9, Activation.TANH)), "joined")
        .addVertex("sum", new SpecVertex(new SumSpec()), "joined", "c")
        .addLayer("logit", new SpecLayer(new DenseSpec(9, 1, Activation.IDENTITY)), "sum")
        .addLayer("loss", new SpecLayer(new BinaryCrossEntropySpec()), "logit")
        .setOutputs("loss")
        .build();
  }

  @Test
  void gradientsAreThoseOfTheLoss() {
    GradientCheck.run(
        VertexSpecTest::graph,
        List.of(GradientCheck.table("items", 3, 4, false)),
        new double[][][] {INDICES},
        LABELS);
  }

  @Test
  void configurationsSurviveJson() {
    ComputationGraphConfiguration graph = graph(DataType.FLOAT);
    assertThat(ComputationGraphConfiguration.fromJson(graph.toJson())).isEqualTo(graph);
  }

  @Test
  void listenersOfDeeplearning4jAreToldOfEachStep() {
    NativeBackend.start();
    ComputationGraphConfiguration graph = graph(DataType.FLOAT);
    List<Double> scores = new ArrayList<>();
    List<Integer> steps = new ArrayList<>();
    try (Workers workers = new Workers(1)) {
      NetworkReplica network = network(graph, workers);
      network.listen(
          new BaseTrainingListener() {
            @Override
            public void iterationDone(Model model, int step, int epoch) {
              steps.add(step);
              scores.add(model.score());
              assertThat(model.gradient().gradientForVariable()).containsKey("logit_W");
            }
          });
      for (int step = 0; step < 2; step++) {
        network.step(List.of(Nd4j.create(INDICES).castTo(DataType.FLOAT)), labels(6), 1, step);
        assertThat(scores.get(step)).isCloseTo(network.loss(), within(1e-9));
      }
    }
    assertThat(steps).containsExactly(1, 2);
  }

  /** Memory of a pass is used again by passes of more and of fewer rows. */
  @Test
  void passesOfOtherSizesDoNotDisturbOneAnother() {
    NativeBackend.start();
    try (Workers workers = new Workers(1)) {
      NetworkReplica network = network(graph(DataType.FLOAT), workers);
      INDArray few = Nd4j.create(new float[][] {{1, 0}});
      INDArray many = Nd4j.create(new float[][] {{0, 2}, {1, 0}, {2, 2}, {0, 1}});
      float[] first = network.output(List.of(few)).dup().ravel().toFloatVector();
      float[] all = network.output(List.of(many)).dup().ravel().toFloatVector();
      assertThat(all).hasSize(8);
      assertThat(network.output(List.of(few)).ravel().toFloatVector()).isEqualTo(first);
      network.step(List.of(few), labels(2), 1, 0);
      assertThat(network.output(List.of(many)).ravel().toFloatVector()).isEqualTo(all);
      assertThat(new float[] {all[2], all[3]}).isEqualTo(first);
    }
  }

  private static NetworkReplica network(ComputationGraphConfiguration graph, Workers workers) {
    float[] initial = NetworkReplica.initialParameters(graph, new SeedTree(5));
    EmbeddingTable items = GradientCheck.table("items", 3, 4, false);
    return new NetworkReplica(
        graph, Nd4j.createFromArray(initial), List.of(items), Kernels.fast(), workers);
  }

  private static INDArray labels(int count) {
    float[] ones = new float[count];
    Arrays.fill(ones, 1);
    return Nd4j.createFromArray(ones).reshape(count, 1);
  }
}
