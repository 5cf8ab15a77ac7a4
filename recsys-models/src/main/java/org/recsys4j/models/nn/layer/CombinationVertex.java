package org.recsys4j.models.nn.layer;

import java.io.Serial;
import java.util.List;
import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.api.MaskState;
import org.deeplearning4j.nn.gradient.Gradient;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.graph.vertex.BaseGraphVertex;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.jspecify.annotations.Nullable;
import org.nd4j.common.primitives.Pair;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/** A {@link Combination} as a vertex of a Deeplearning4j graph. */
@SuppressWarnings("overrides") // between the two types above it
final class CombinationVertex extends BaseGraphVertex {
  @Serial private static final long serialVersionUID = 1L;

  private final transient VertexSpec spec;
  private transient @Nullable LayerContext context;
  private transient @Nullable Combination combination;

  CombinationVertex(
      ComputationGraph graph, String name, int index, VertexSpec spec, DataType type) {
    super(graph, name, index, null, null, type);
    this.spec = spec;
  }

  /** Makes the combination. */
  void attach(LayerContext shared) {
    context = shared;
    combination = spec.combination(shared);
  }

  private LayerContext context() {
    return OperationLayer.attached(context, getVertexName());
  }

  private Combination combination() {
    return OperationLayer.attached(combination, getVertexName());
  }

  @Override
  public INDArray doForward(boolean training, LayerWorkspaceMgr workspaces) {
    return combination().forward(List.of(inputs), context().arrays());
  }

  @Override
  public Pair<Gradient, INDArray[]> doBackward(boolean truncated, LayerWorkspaceMgr workspaces) {
    List<INDArray> below = combination().backward(epsilon, context().arrays());
    return new Pair<>(null, below.toArray(INDArray[]::new));
  }

  @Override
  public boolean hasLayer() {
    return false;
  }

  @Override
  public @Nullable Layer getLayer() {
    return null;
  }

  @Override
  public void setBackpropGradientsViewArray(@Nullable INDArray view) {
    // there are no parameters
  }

  @Override
  public @Nullable Pair<INDArray, MaskState> feedForwardMaskArrays(
      INDArray[] masks, MaskState state, int examples) {
    return null; // there are no masks
  }

  @Override
  public String toString() {
    return spec.toString();
  }
}
