package org.recsys4j.models.nn.layer;

/** The layer at the end of a graph, whose operation is a {@link LossOperation}. */
public interface LossSpec extends LayerSpec {
  @Override
  LossOperation operation(LayerParameters parameters, LayerContext context);
}
