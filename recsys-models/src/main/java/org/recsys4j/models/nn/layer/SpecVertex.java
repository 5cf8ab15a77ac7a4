package org.recsys4j.models.nn.layer;

import java.io.Serial;
import org.deeplearning4j.nn.conf.graph.GraphVertex;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.memory.MemoryReport;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.shade.jackson.annotation.JsonCreator;
import org.nd4j.shade.jackson.annotation.JsonProperty;

/** A {@link VertexSpec} as a vertex of a Deeplearning4j configuration. */
public final class SpecVertex extends GraphVertex {
  @Serial private static final long serialVersionUID = 1L;

  private final transient VertexSpec spec;

  /**
   * A vertex.
   *
   * @param spec what it is
   */
  @JsonCreator
  public SpecVertex(@JsonProperty("spec") VertexSpec spec) {
    this.spec = spec;
  }

  /**
   * What the vertex is.
   *
   * @return the record of its options
   */
  @JsonProperty("spec")
  public VertexSpec spec() {
    return spec;
  }

  @Override
  public org.deeplearning4j.nn.graph.vertex.GraphVertex instantiate(
      ComputationGraph graph,
      String name,
      int index,
      INDArray parameters,
      boolean initialise,
      DataType type) {
    return new CombinationVertex(graph, name, index, spec, type);
  }

  @Override
  public GraphVertex clone() {
    return new SpecVertex(spec);
  }

  @Override
  public long numParams(boolean backprop) {
    return 0;
  }

  @Override
  public int minVertexInputs() {
    return 2;
  }

  @Override
  public int maxVertexInputs() {
    return Integer.MAX_VALUE;
  }

  @Override
  public InputType getOutputType(int index, InputType... inputs) {
    throw new UnsupportedOperationException("sizes of layers are given, not inferred");
  }

  @Override
  public MemoryReport getMemoryReport(InputType... inputs) {
    throw new UnsupportedOperationException("sizes of layers are given, not inferred");
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof SpecVertex that && spec.equals(that.spec);
  }

  @Override
  public int hashCode() {
    return spec.hashCode();
  }
}
