package org.recsys4j.models.dnn;

import java.util.List;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration;
import org.recsys4j.models.nn.kernel.Activation;
import org.recsys4j.models.nn.layer.DenseSpec;
import org.recsys4j.models.nn.layer.DropoutSpec;
import org.recsys4j.models.nn.layer.Graphs;
import org.recsys4j.models.nn.layer.JoinSpec;
import org.recsys4j.models.nn.layer.PairSpec;
import org.recsys4j.models.nn.layer.SpecLayer;
import org.recsys4j.models.nn.layer.SpecVertex;
import org.recsys4j.models.nn.loss.BinaryCrossEntropySpec;

/**
 * The sizes of a network over pairs of user and item, which has one half or both: products of
 * embeddings, and a perceptron over embeddings of its own.
 *
 * @param users how many users
 * @param items how many items
 * @param factors width of the embeddings whose products are taken; 0 for none
 * @param mlpFactors width of the embeddings that the perceptron sees; 0 where there is none
 * @param hidden units of the perceptron's layers; empty where there is none
 */
record PairShape(int users, int items, int factors, int mlpFactors, List<Integer> hidden) {
  /** The names of the tables. */
  static final String GMF_USERS = "gmf-users";

  static final String GMF_ITEMS = "gmf-items";
  static final String MLP_USERS = "mlp-users";
  static final String MLP_ITEMS = "mlp-items";

  boolean hasProducts() {
    return factors > 0;
  }

  boolean hasPerceptron() {
    return !hidden.isEmpty();
  }

  /** Width of the perceptron's input, then of its layers. */
  int[] widths() {
    int[] widths = new int[hidden.size() + 1];
    widths[0] = 2 * mlpFactors;
    for (int layer = 1; layer < widths.length; layer++) {
      widths[layer] = hidden.get(layer - 1);
    }
    return widths;
  }

  /**
   * The graph, whose dense parameters stand in the order of {@link Tower}.
   *
   * @param dropout share of the units that are dropped in training between the perceptron's layers
   */
  ComputationGraphConfiguration graph(double dropout) {
    ComputationGraphConfiguration.GraphBuilder graph = Graphs.builder().addInputs("pairs");
    if (hasProducts()) {
      graph.addLayer(
          "gmf", new SpecLayer(new PairSpec(GMF_USERS, GMF_ITEMS, factors, true)), "pairs");
    }
    int[] widths = widths();
    String last = "mlp-0";
    if (hasPerceptron()) {
      graph.addLayer(
          last, new SpecLayer(new PairSpec(MLP_USERS, MLP_ITEMS, mlpFactors, false)), "pairs");
      for (int layer = 1; layer < widths.length; layer++) {
        if (layer > 1 && dropout > 0) {
          String dropped = last + "-dropout";
          graph.addLayer(dropped, new SpecLayer(new DropoutSpec(dropout, layer)), last);
          last = dropped;
        }
        DenseSpec dense = new DenseSpec(widths[layer - 1], widths[layer], Activation.RELU);
        graph.addLayer("mlp-" + layer, new SpecLayer(dense), last);
        last = "mlp-" + layer;
      }
    }
    if (hasProducts() && hasPerceptron()) {
      graph.addVertex("both", new SpecVertex(new JoinSpec()), "gmf", last);
      last = "both";
    } else if (hasProducts()) {
      last = "gmf";
    }
    int seen = factors + (hasPerceptron() ? widths[widths.length - 1] : 0);
    return graph
        .addLayer("logit", new SpecLayer(new DenseSpec(seen, 1, Activation.IDENTITY)), last)
        .addLayer("probability", new SpecLayer(new BinaryCrossEntropySpec()), "logit")
        .setOutputs("probability")
        .build();
  }
}
