package org.recsys4j.models.nn.layer;

import org.deeplearning4j.nn.conf.ComputationGraphConfiguration;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.WorkspaceMode;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.learning.config.NoOp;
import org.recsys4j.models.nn.kernel.NativeBackend;

/** How graphs of our layers begin. */
public final class Graphs {
  private Graphs() {}

  /**
   * A graph of floats to which nothing was added. Its parameters are drawn and moved from outside,
   * so it has neither seed nor updater.
   *
   * @return a builder
   */
  public static ComputationGraphConfiguration.GraphBuilder builder() {
    return builder(DataType.FLOAT);
  }

  /** The same for another type, in which gradients are checked. */
  static ComputationGraphConfiguration.GraphBuilder builder(DataType type) {
    NativeBackend.start(); // before Deeplearning4j's classes start ND4J in their own way
    return new NeuralNetConfiguration.Builder()
        .seed(0) // the default is the time of day
        .dataType(type)
        .updater(new NoOp())
        .trainingWorkspaceMode(WorkspaceMode.ENABLED)
        .inferenceWorkspaceMode(WorkspaceMode.ENABLED)
        .graphBuilder();
  }
}
