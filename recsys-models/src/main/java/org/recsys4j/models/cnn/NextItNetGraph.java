package org.recsys4j.models.cnn;

import org.deeplearning4j.nn.conf.ComputationGraphConfiguration;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration.GraphBuilder;
import org.recsys4j.models.nn.kernel.Activation;
import org.recsys4j.models.nn.layer.ActivationSpec;
import org.recsys4j.models.nn.layer.EmbeddingSpec;
import org.recsys4j.models.nn.layer.Graphs;
import org.recsys4j.models.nn.layer.LayerNormSpec;
import org.recsys4j.models.nn.layer.LayerSpec;
import org.recsys4j.models.nn.layer.SequenceConvolutionSpec;
import org.recsys4j.models.nn.layer.SpecLayer;
import org.recsys4j.models.nn.layer.SpecVertex;
import org.recsys4j.models.nn.layer.SumSpec;
import org.recsys4j.models.sequence.SequenceObjective;

/** Builds the graph of {@link NextItNet}. */
final class NextItNetGraph {
  private static final double EPSILON = 1e-8; // as in the paper's code

  private final NextItNet.Options options;
  private final GraphBuilder graph = Graphs.builder().addInputs("history");

  private NextItNetGraph(NextItNet.Options options) {
    this.options = options;
  }

  static ComputationGraphConfiguration build(NextItNet.Options options) {
    return new NextItNetGraph(options).build();
  }

  private ComputationGraphConfiguration build() {
    String top =
        layer("vectors", new EmbeddingSpec(SequenceObjective.ITEMS, options.factors()), "history");
    for (int block = 0; block < options.dilations().size(); block++) {
      int dilation = options.dilations().get(block);
      String name = "block-" + block;
      String inner = convolution(name + "-first", dilation, top);
      inner = convolution(name + "-second", 2 * dilation, inner);
      graph.addVertex(name, new SpecVertex(new SumSpec()), top, inner);
      top = name;
    }
    layer("loss", options.objective().layer(), top);
    return graph.setOutputs("loss").build();
  }

  private String convolution(String name, int dilation, String below) {
    int width = options.factors();
    LayerSpec windows =
        new SequenceConvolutionSpec(
            options.kernelSize(), dilation, true, width, width, Activation.IDENTITY);
    String top = layer(name, windows, below);
    top = layer(name + "-norm", new LayerNormSpec(width, EPSILON), top);
    return layer(name + "-relu", new ActivationSpec(Activation.RELU), top);
  }

  private String layer(String name, LayerSpec spec, String below) {
    graph.addLayer(name, new SpecLayer(spec), below);
    return name;
  }
}
