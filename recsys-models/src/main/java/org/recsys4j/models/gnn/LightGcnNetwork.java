package org.recsys4j.models.gnn;

import java.util.List;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration;
import org.recsys4j.api.FitContext;
import org.recsys4j.api.data.InvalidDataException;
import org.recsys4j.models.fit.BprExamples;
import org.recsys4j.models.fit.NetworkPlan;
import org.recsys4j.models.fit.NetworkTraining;
import org.recsys4j.models.nn.kernel.InteractionGraph;
import org.recsys4j.models.nn.layer.EmbeddingTable;
import org.recsys4j.models.nn.layer.Graphs;
import org.recsys4j.models.nn.layer.MeanPropagationSpec;
import org.recsys4j.models.nn.layer.SpecLayer;
import org.recsys4j.models.nn.loss.BprSpec;
import org.recsys4j.models.sparse.SparseMatrix;

/**
 * The network of {@link LightGcn}: one layer that propagates, one replica, since every step moves
 * every vector.
 *
 * @param options of the model
 */
public record LightGcnNetwork(LightGcn.Options options) {
  private static final String VECTORS = "nodes";
  private static final String EDGES = "interactions";
  private static final double DEVIATION = 0.1; // of the initial vectors, as in the paper's code

  ComputationGraphConfiguration graph() {
    return Graphs.builder()
        .addInputs("triples")
        .addLayer(
            "propagation",
            new SpecLayer(
                new MeanPropagationSpec(
                    VECTORS, EDGES, options.factors(), options.layers(), options.regularisation())),
            "triples")
        .addLayer("bpr", new SpecLayer(new BprSpec()), "propagation")
        .setOutputs("bpr")
        .build();
  }

  /** The network's configuration as Deeplearning4j writes it. */
  String json() {
    return graph().toJson();
  }

  /**
   * Begins a training.
   *
   * @param train which user had which item
   * @param context seeds and threads
   * @return what trains the network, batch by batch
   * @throws InvalidDataException if there is no event
   */
  public NetworkTraining training(SparseMatrix train, FitContext context) {
    if (train.cells() == 0) {
      throw new InvalidDataException("lightgcn needs at least one training event");
    }
    EmbeddingTable table =
        NodeVectors.table(
            VECTORS,
            train,
            options.factors(),
            DEVIATION,
            context.seeds().child("vectors").random());
    NetworkPlan plan =
        new NetworkPlan(
            graph(),
            List.of(table),
            List.of(new InteractionGraph(EDGES, train)),
            options.steps(),
            options.epochs(),
            0,
            options.batchSize(),
            1);
    return new NetworkTraining(
        plan,
        new float[0],
        new BprExamples(train, train.rows(), options.positiveSampling(), options.sampling()),
        context);
  }
}
