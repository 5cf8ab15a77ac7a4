package org.recsys4j.models.nn.layer;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration;
import org.deeplearning4j.nn.conf.WorkspaceMode;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.graph.util.GraphIndices;
import org.deeplearning4j.nn.graph.vertex.GraphVertex;
import org.deeplearning4j.optimize.api.TrainingListener;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.recsys4j.api.concurrent.Workers;
import org.recsys4j.api.random.SeedTree;
import org.recsys4j.models.nn.kernel.Block;
import org.recsys4j.models.nn.kernel.InteractionGraph;
import org.recsys4j.models.nn.kernel.Kernels;
import org.recsys4j.models.nn.kernel.NativeBackend;

/**
 * A Deeplearning4j graph of our layers with gradients of its own; parameters and tables are shared
 * with other replicas of the graph. For one thread at a time.
 */
public final class NetworkReplica {
  private final ComputationGraph graph;
  private final LayerContext context;
  private final LossLayer loss;
  private final Arenas arenas;
  private @Nullable Arena outputs; // where the last output is

  /**
   * A replica.
   *
   * @param configuration the graph; its only output is a {@link LossSpec}
   * @param parameters all dense parameters, shared by all replicas; as long as {@link
   *     #initialParameters} makes it, and empty where it is
   * @param tables the embedding tables, shared by all replicas
   * @param kernels what layers compute with
   * @param workers for layers that share their own work
   */
  public NetworkReplica(
      ComputationGraphConfiguration configuration,
      INDArray parameters,
      List<EmbeddingTable> tables,
      Kernels kernels,
      Workers workers) {
    this(configuration, parameters, tables, List.of(), kernels, workers);
  }

  /**
   * A replica whose layers propagate through graphs of users and items.
   *
   * @param configuration the graph; its only output is a {@link LossSpec}
   * @param parameters all dense parameters, as above
   * @param tables the embedding tables, shared by all replicas
   * @param interactions what layers propagate through
   * @param kernels what layers compute with
   * @param workers for layers that share their own work
   */
  public NetworkReplica(
      ComputationGraphConfiguration configuration,
      INDArray parameters,
      List<EmbeddingTable> tables,
      List<InteractionGraph> interactions,
      Kernels kernels,
      Workers workers) {
    this(
        configuration,
        parameters,
        tables,
        interactions,
        kernels,
        workers,
        new Arenas(parameters.dataType()));
  }

  /**
   * A replica that shares memory with others of the same graph.
   *
   * @param configuration the graph; its only output is a {@link LossSpec}
   * @param parameters all dense parameters, as above
   * @param tables the embedding tables, shared by all replicas
   * @param interactions what layers propagate through
   * @param kernels what layers compute with
   * @param workers for layers that share their own work
   * @param arenas where passes find their memory
   */
  public NetworkReplica(
      ComputationGraphConfiguration configuration,
      INDArray parameters,
      List<EmbeddingTable> tables,
      List<InteractionGraph> interactions,
      Kernels kernels,
      Workers workers,
      Arenas arenas) {
    this.arenas = arenas;
    Map<String, TableGradient> gradients = new TreeMap<>();
    tables.forEach(table -> gradients.put(table.name(), new TableGradient(table)));
    context = new LayerContext(kernels, gradients, interactions, workers);
    graph = new ComputationGraph(withoutWorkspaces(configuration));
    graph.init(parameters.isEmpty() ? null : parameters, false);
    for (GraphVertex vertex : graph.getVertices()) {
      if (vertex instanceof CombinationVertex ours) {
        ours.attach(context);
      } else if (vertex.hasLayer() && vertex.getLayer() instanceof OperationLayer ours) {
        ours.attach(context);
      }
    }
    loss = (LossLayer) graph.getOutputLayer(0);
  }

  /** Arrays live in arenas: opening and closing workspaces takes longer than a small layer. */
  private static ComputationGraphConfiguration withoutWorkspaces(
      ComputationGraphConfiguration configuration) {
    ComputationGraphConfiguration clone = configuration.clone();
    clone.setTrainingWorkspaceMode(WorkspaceMode.NONE);
    clone.setInferenceWorkspaceMode(WorkspaceMode.NONE);
    return clone;
  }

  /**
   * Draws the dense parameters that a graph begins with; those of a layer depend on its name and
   * the seed, not on the other layers.
   *
   * @param configuration the graph
   * @param seeds where randomness comes from
   * @return one number a parameter, in the order of the graph's vector
   */
  public static float[] initialParameters(
      ComputationGraphConfiguration configuration, SeedTree seeds) {
    List<float[]> parts = new ArrayList<>();
    GraphIndices indices = new ComputationGraph(configuration.clone()).calculateIndices();
    for (int index : indices.getTopologicalSortOrder()) {
      String vertex = Objects.requireNonNull(indices.getIdxToName().get(index));
      if (configuration.getVertices().get(vertex)
              instanceof org.deeplearning4j.nn.conf.graph.LayerVertex layer
          && layer.getLayerConf().getLayer() instanceof SpecLayer spec) {
        for (ParameterSpec parameter : spec.spec().parameters()) {
          parts.add(parameter.draw(seeds.child(vertex).child(parameter.name()).random()));
        }
      }
    }
    float[] all = new float[parts.stream().mapToInt(part -> part.length).sum()];
    int at = 0;
    for (float[] part : parts) {
      System.arraycopy(part, 0, all, at, part.length);
      at += part.length;
    }
    return all;
  }

  /**
   * One pass forwards and backwards; gradients are those of the sum over all terms of the loss.
   *
   * @param inputs the inputs of the graph, in its order; a row of the first is a sequence, where
   *     the graph has layers of sequences, and may be shorter than in the pass before
   * @param labels what was wanted
   * @param key where the randomness of this step comes from: another number in each step and
   *     replica
   * @param before how many steps were taken before
   */
  public void step(List<INDArray> inputs, INDArray labels, long key, long before) {
    NativeBackend.singleThreaded();
    context.begin(key, before);
    Arena arena = outputs == null ? arenas.take() : outputs;
    outputs = null;
    arena.reset();
    context.use(arena, inputs.get(0));
    graph.setInputs(inputs.toArray(INDArray[]::new));
    graph.setLabels(labels);
    graph.computeGradientAndScore();
    for (TrainingListener listener : graph.getListeners()) {
      listener.iterationDone(graph, Math.toIntExact(before + 1), 0);
    }
    arenas.giveBack(arena);
  }

  /**
   * Adds a listener of Deeplearning4j's, which is told of each step of this replica: activations,
   * gradients, and the sum of the loss as the score. It counts steps from 1, and no epochs.
   *
   * @param listener is told on the thread of the step
   */
  public void listen(TrainingListener listener) {
    graph.addListeners(listener);
  }

  /**
   * The loss of the last step.
   *
   * @return the sum over its terms, with what layers have added
   */
  public double loss() {
    return loss.score() + context.penalty();
  }

  /**
   * How many terms the loss of the last step has.
   *
   * @return zero or more
   */
  public int terms() {
    return loss.terms();
  }

  /**
   * The gradient of the dense parameters in the last step.
   *
   * @return one row; the memory is overwritten by the next step
   * @throws IllegalStateException if the graph has no dense parameters
   */
  public Block gradient() {
    INDArray vector = graph.getGradientsViewArray();
    if (vector == null) {
      throw new IllegalStateException("no dense parameters");
    }
    return Block.of(vector.reshape(vector.length()));
  }

  /**
   * A table with its gradients in the last step.
   *
   * @param name of the table
   * @return the table
   */
  public TableGradient table(String name) {
    return context.table(name);
  }

  /**
   * One pass forwards, without dropout.
   *
   * @param inputs the inputs of the graph, in its order
   * @return what the last layer gives; the memory is overwritten by the next pass
   */
  public INDArray output(List<INDArray> inputs) {
    NativeBackend.singleThreaded();
    Arena arena = outputs == null ? arenas.take() : outputs;
    outputs = arena;
    arena.reset();
    context.use(arena, inputs.get(0));
    return graph.output(false, inputs.toArray(INDArray[]::new))[0];
  }
}
