package org.recsys4j.models.nn.layer;

import org.deeplearning4j.nn.conf.ComputationGraphConfiguration.GraphBuilder;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.WorkspaceMode;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.learning.config.NoOp;

/** What the configurations of all our graphs have in common. */
public final class Networks {
  private Networks() {}

  /**
   * Begins a graph: its parameters are drawn and moved outside of it.
   *
   * @param type of its numbers
   * @return a builder without inputs and layers
   */
  public static GraphBuilder builder(DataType type) {
    return new NeuralNetConfiguration.Builder()
        .seed(0) // the default is the time of day
        .dataType(type)
        .updater(new NoOp())
        .trainingWorkspaceMode(WorkspaceMode.ENABLED)
        .inferenceWorkspaceMode(WorkspaceMode.ENABLED)
        .graphBuilder();
  }
}
