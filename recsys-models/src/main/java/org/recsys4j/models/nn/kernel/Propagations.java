package org.recsys4j.models.nn.kernel;

import org.recsys4j.api.concurrent.Workers;

/** Makes what propagates vectors through graphs. */
@FunctionalInterface
public interface Propagations {
  /**
   * A propagation.
   *
   * @param graph through what
   * @param width length of the vectors
   * @param workers share the work; their number changes no bit
   * @return a new propagation
   */
  Propagation through(InteractionGraph graph, int width, Workers workers);
}
