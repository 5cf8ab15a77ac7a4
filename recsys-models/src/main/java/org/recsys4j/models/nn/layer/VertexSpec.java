package org.recsys4j.models.nn.layer;

import org.nd4j.shade.jackson.annotation.JsonTypeInfo;

/**
 * What a vertex without parameters makes of the outputs of several layers: a record, which stands
 * in the JSON of the graph by the name of its class.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.CLASS, property = "@class")
public interface VertexSpec {
  /**
   * What the vertex computes, for one replica of the graph.
   *
   * @param context what the layers of the replica share
   * @return a new combination
   */
  Combination combination(LayerContext context);
}
