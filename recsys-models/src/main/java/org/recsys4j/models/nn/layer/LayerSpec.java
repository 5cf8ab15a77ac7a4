package org.recsys4j.models.nn.layer;

import java.util.List;
import org.nd4j.shade.jackson.annotation.JsonTypeInfo;

/**
 * What a layer is: a record of its sizes and options, from which everything else follows. It stands
 * in the JSON of the graph by the name of its class.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.CLASS, property = "@class")
public interface LayerSpec {
  /**
   * The dense parameters in the order in which they stand in the graph's parameter vector.
   *
   * @return none, one or more, with different names
   */
  List<ParameterSpec> parameters();

  /**
   * What the layer computes, for one replica of the graph.
   *
   * @param parameters values and gradients of the parameters
   * @param context what the layers of the replica share
   * @return a new operation
   */
  Operation operation(LayerParameters parameters, LayerContext context);
}
