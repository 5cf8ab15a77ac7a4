package org.recsys4j.models.cnn;

import java.util.List;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration.GraphBuilder;
import org.recsys4j.models.nn.kernel.Activation;
import org.recsys4j.models.nn.layer.DenseSpec;
import org.recsys4j.models.nn.layer.DropoutSpec;
import org.recsys4j.models.nn.layer.EmbeddingSpec;
import org.recsys4j.models.nn.layer.Graphs;
import org.recsys4j.models.nn.layer.HorizontalFiltersSpec;
import org.recsys4j.models.nn.layer.JoinSpec;
import org.recsys4j.models.nn.layer.LayerSpec;
import org.recsys4j.models.nn.layer.SpecLayer;
import org.recsys4j.models.nn.layer.SpecVertex;
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
    add(
        graph,
        "horizontal",
        new HorizontalFiltersSpec(length, factors, horizontal),
        "item-vectors");
    graph.addVertex("filters", new SpecVertex(new JoinSpec()), "vertical", "horizontal");
    add(graph, "dropout", new DropoutSpec(dropout, 1), "filters");
    int width = vertical * factors + horizontal * length;
    add(graph, "sequence", new DenseSpec(width, factors, Activation.RELU), "dropout");
    String last = "sequence";
    if (users > 0) {
      add(graph, "user-vectors", new EmbeddingSpec(USERS, factors), USERS);
      last = "both";
      graph.addVertex(last, new SpecVertex(new JoinSpec()), "sequence", "user-vectors");
    }
    add(graph, "loss", new SampledBinarySpec(OUTPUTS, targets), last);
    return graph.setOutputs("loss").build();
  }

  private static void add(GraphBuilder graph, String name, LayerSpec spec, String below) {
    graph.addLayer(name, new SpecLayer(spec), below);
  }
}
