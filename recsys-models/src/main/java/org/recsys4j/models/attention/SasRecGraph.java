package org.recsys4j.models.attention;

import org.deeplearning4j.nn.conf.ComputationGraphConfiguration;
import org.recsys4j.models.nn.kernel.Activation;
import org.recsys4j.models.nn.layer.CausalAttentionSpec;
import org.recsys4j.models.nn.layer.DenseSpec;
import org.recsys4j.models.nn.layer.DropoutSpec;
import org.recsys4j.models.nn.layer.EmbeddingSpec;
import org.recsys4j.models.nn.layer.Graphs;
import org.recsys4j.models.nn.layer.LayerNormSpec;
import org.recsys4j.models.nn.layer.LayerSpec;
import org.recsys4j.models.nn.layer.PositionSpec;
import org.recsys4j.models.nn.layer.SpecLayer;
import org.recsys4j.models.nn.layer.SpecVertex;
import org.recsys4j.models.nn.layer.SumSpec;
import org.recsys4j.models.sequence.SequenceObjective;

/**
 * The network of {@link SasRec}. What goes straight past a layer is what went into it, normalised:
 * so vectors of items and what attention finds have one size from the first step on, however small
 * the vectors begin.
 */
final class SasRecGraph {
  private static final double EPSILON = 1e-6;

  private final SasRec.Options options;
  private final ComputationGraphConfiguration.GraphBuilder graph;
  private int dropouts;

  private SasRecGraph(SasRec.Options options) {
    this.options = options;
    this.graph = Graphs.builder().addInputs("history");
  }

  static ComputationGraphConfiguration build(SasRec.Options options) {
    return new SasRecGraph(options).build();
  }

  private ComputationGraphConfiguration build() {
    int width = options.factors();
    String top = layer("vectors", new EmbeddingSpec(SequenceObjective.ITEMS, width), "history");
    top = layer("places", new PositionSpec(width, options.length(), Math.sqrt(width)), top);
    top = dropped(top);
    for (int block = 0; block < options.blocks(); block++) {
      top = attention(block, top);
      top = feedForward(block, top);
    }
    top = layer("norm", new LayerNormSpec(width, EPSILON), top);
    layer("loss", options.objective().layer(), top);
    return graph.setOutputs("loss").build();
  }

  private String attention(int block, String below) {
    int width = options.factors();
    String name = "attention-" + block;
    String normal = layer(name + "-norm", new LayerNormSpec(width, EPSILON), below);
    String top =
        layer(
            name,
            new CausalAttentionSpec(width, options.heads(), options.dropout(), dropouts++),
            normal);
    return sum(name + "-sum", normal, top);
  }

  private String feedForward(int block, String below) {
    int width = options.factors();
    String name = "feed-forward-" + block;
    String normal = layer(name + "-norm", new LayerNormSpec(width, EPSILON), below);
    String top =
        dropped(layer(name + "-hidden", new DenseSpec(width, width, Activation.RELU), normal));
    top = dropped(layer(name, new DenseSpec(width, width, Activation.IDENTITY), top));
    return sum(name + "-sum", normal, top);
  }

  private String layer(String name, LayerSpec spec, String below) {
    graph.addLayer(name, new SpecLayer(spec), below);
    return name;
  }

  private String sum(String name, String a, String b) {
    graph.addVertex(name, new SpecVertex(new SumSpec()), a, b);
    return name;
  }

  private String dropped(String below) {
    int place = dropouts++;
    return options.dropout() == 0
        ? below
        : layer(below + "-dropout", new DropoutSpec(options.dropout(), place), below);
  }
}
