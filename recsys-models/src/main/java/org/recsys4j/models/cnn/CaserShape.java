package org.recsys4j.models.cnn;

import java.util.ArrayList;
import java.util.List;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration.GraphBuilder;
import org.deeplearning4j.nn.conf.graph.MergeVertex;
import org.recsys4j.models.nn.kernel.Activation;
import org.recsys4j.models.nn.kernel.WindowShape;
import org.recsys4j.models.nn.layer.DenseSpec;
import org.recsys4j.models.nn.layer.DropoutSpec;
import org.recsys4j.models.nn.layer.EmbeddingSpec;
import org.recsys4j.models.nn.layer.Graphs;
import org.recsys4j.models.nn.layer.LayerSpec;
import org.recsys4j.models.nn.layer.MaxOverTimeSpec;
import org.recsys4j.models.nn.layer.SequenceConvolutionSpec;
import org.recsys4j.models.nn.layer.SpecLayer;
import org.recsys4j.models.nn.layer.VerticalFiltersSpec;
import org.recsys4j.models.nn.loss.SampledBinarySpec;

/**
 * Sizes of a network of {@link Caser}.
 *
 * @param users how many vectors of users, 0 for a network without
 * @param items how many items
 * @param factors length of vectors
 * @param length items of a window
 * @param horizontal filters of each height
 * @param vertical weighted sums
 */
record CaserShape(int users, int items, int factors, int length, int horizontal, int vertical) {
  static final String ITEMS = "items";
  static final String USERS = "users";
  static final String OUTPUTS = "outputs";

  static CaserShape of(int users, int items, Caser.Options options) {
    return new CaserShape(
        options.userEmbedding() ? users : 0,
        items,
        options.factors(),
        options.length(),
        options.horizontalFilters(),
        options.verticalFilters());
  }

  /** How long what is multiplied with an item's output vector is. */
  int outputWidth() {
    return users > 0 ? 2 * factors : factors;
  }

  ComputationGraphConfiguration graph(double dropout, int targets) {
    GraphBuilder graph = Graphs.builder();
    graph.addInputs(users > 0 ? List.of(ITEMS, USERS) : List.of(ITEMS));
    add(graph, "item-vectors", new EmbeddingSpec(ITEMS, factors), ITEMS);
    add(graph, "vertical", new VerticalFiltersSpec(length, factors, vertical), "item-vectors");
    List<String> parts = new ArrayList<>(List.of("vertical"));
    for (int height = 1; height <= length; height++) {
      WindowShape windows = new WindowShape(length, height, 1, false);
      String name = "horizontal-" + height;
      add(
          graph,
          name,
          new SequenceConvolutionSpec(windows, factors, horizontal, Activation.RELU),
          "item-vectors");
      add(graph, name + "-max", new MaxOverTimeSpec(windows.windows()), name);
      parts.add(name + "-max");
    }
    graph.addVertex("filters", new MergeVertex(), parts.toArray(String[]::new));
    add(graph, "dropout", new DropoutSpec(dropout, 1), "filters");
    int width = vertical * factors + horizontal * length;
    add(graph, "sequence", new DenseSpec(width, factors, Activation.RELU), "dropout");
    String last = "sequence";
    if (users > 0) {
      add(graph, "user-vectors", new EmbeddingSpec(USERS, factors), USERS);
      last = "both";
      graph.addVertex(last, new MergeVertex(), "sequence", "user-vectors");
    }
    add(graph, "loss", new SampledBinarySpec(OUTPUTS, targets), last);
    return graph.setOutputs("loss").build();
  }

  private static void add(GraphBuilder graph, String name, LayerSpec spec, String below) {
    graph.addLayer(name, new SpecLayer(spec), below);
  }
}
