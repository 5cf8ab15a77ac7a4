package org.recsys4j.models.dnn;

import java.util.List;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.WorkspaceMode;
import org.deeplearning4j.nn.conf.graph.ElementWiseVertex;
import org.deeplearning4j.nn.conf.graph.MergeVertex;
import org.deeplearning4j.nn.conf.graph.PreprocessorVertex;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.learning.config.NoOp;
import org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction;

/**
 * The network of {@link NeuMf} as a Deeplearning4j graph of stock layers.
 *
 * <p>Its inputs are rows of the four embedding tables, not indices. The stock {@code
 * EmbeddingLayer} makes a gradient of the whole table in every step, row by row through a native
 * call, and takes over half of the time; gathered rows and row-wise Adam cost what the batch costs.
 */
final class NeuMfGraph {
  /** The inputs, in the order of the tables whose rows they take. */
  static final List<String> INPUTS = List.of("gmf-user", "gmf-item", "mlp-user", "mlp-item");

  private NeuMfGraph() {}

  /** The graph as it is saved. */
  static ComputationGraphConfiguration configuration(Tower tower) {
    return build(begin(), INPUTS, tower);
  }

  /** The graph as it is trained: gradients of its inputs are tapped. */
  static ComputationGraphConfiguration tapped(Tower tower, List<GradientTap> taps) {
    ComputationGraphConfiguration.GraphBuilder graph = begin();
    List<String> inner = INPUTS.stream().map(input -> input + "-tapped").toList();
    for (int i = 0; i < taps.size(); i++) {
      graph.addVertex(inner.get(i), new PreprocessorVertex(taps.get(i)), INPUTS.get(i));
    }
    return build(graph, inner, tower);
  }

  private static ComputationGraphConfiguration.GraphBuilder begin() {
    return new NeuralNetConfiguration.Builder()
        .seed(0) // the default is the time of day; parameters are drawn elsewhere
        .dataType(DataType.FLOAT)
        .updater(new NoOp()) // steps are taken outside, see RowAdam
        .trainingWorkspaceMode(WorkspaceMode.ENABLED)
        .inferenceWorkspaceMode(WorkspaceMode.ENABLED)
        .graphBuilder()
        .addInputs(INPUTS);
  }

  private static ComputationGraphConfiguration build(
      ComputationGraphConfiguration.GraphBuilder graph, List<String> inputs, Tower tower) {
    ElementWiseVertex product = new ElementWiseVertex(ElementWiseVertex.Op.Product);
    graph.addVertex("gmf", product, inputs.get(0), inputs.get(1));
    graph.addVertex("mlp-0", new MergeVertex(), inputs.get(2), inputs.get(3));
    for (int layer = 1; layer <= tower.layers(); layer++) {
      DenseLayer dense =
          new DenseLayer.Builder()
              .nIn(tower.width(layer - 1))
              .nOut(tower.width(layer))
              .activation(Activation.RELU)
              .build();
      graph.addLayer("mlp-" + layer, dense, "mlp-" + (layer - 1));
    }
    OutputLayer output =
        new OutputLayer.Builder(LossFunction.XENT)
            .nIn(tower.wide() + tower.width(tower.layers()))
            .nOut(1)
            .activation(Activation.SIGMOID)
            .build();
    return graph
        .addVertex("both", new MergeVertex(), "gmf", "mlp-" + tower.layers())
        .addLayer("probability", output, "both")
        .setOutputs("probability")
        .build();
  }
}
