package org.recsys4j.models.fit;

import java.util.List;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration;
import org.recsys4j.models.nn.kernel.InteractionGraph;
import org.recsys4j.models.nn.layer.EmbeddingTable;
import org.recsys4j.models.nn.optimizer.StepOptions;

/**
 * What {@link NetworkTraining} trains and how.
 *
 * @param graph the network
 * @param tables its embedding tables
 * @param interactions graphs of users and items that its layers propagate through
 * @param steps how parameters are moved
 * @param epochs most passes over the examples, which the schedule of the learning rate spans
 * @param regularisation weight of an L2 penalty that each use of a table's row brings along, for
 *     tables of which a step moves some rows
 * @param batchSize examples of a step, at least 1
 * @param shards in how many parts a batch is cut, each with a replica of the network, at least 1
 */
public record NetworkPlan(
    ComputationGraphConfiguration graph,
    List<EmbeddingTable> tables,
    List<InteractionGraph> interactions,
    StepOptions steps,
    int epochs,
    double regularisation,
    int batchSize,
    int shards) {
  /** Parts of a batch unless a model wants others: enough for four threads. */
  public static final int SHARDS = 4;

  /**
   * A plan for a network that propagates through no graph of users and items.
   *
   * @param graph the network
   * @param tables its embedding tables
   * @param steps how parameters are moved
   * @param epochs most passes over the examples, which the schedule of the learning rate spans
   * @param regularisation weight of the L2 penalty, as above
   * @param batchSize examples of a step, at least 1
   * @param shards in how many parts a batch is cut, at least 1
   */
  public NetworkPlan(
      ComputationGraphConfiguration graph,
      List<EmbeddingTable> tables,
      StepOptions steps,
      int epochs,
      double regularisation,
      int batchSize,
      int shards) {
    this(graph, tables, List.of(), steps, epochs, regularisation, batchSize, shards);
  }
}
