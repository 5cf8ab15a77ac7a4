package org.recsys4j.models.nn.layer;

import java.io.Serial;
import java.util.Collection;
import java.util.List;
import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.api.ParamInitializer;
import org.deeplearning4j.nn.conf.GradientNormalization;
import org.deeplearning4j.nn.conf.InputPreProcessor;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.memory.LayerMemoryReport;
import org.deeplearning4j.optimize.api.TrainingListener;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.learning.config.IUpdater;
import org.nd4j.linalg.learning.config.NoOp;
import org.nd4j.linalg.learning.regularization.Regularization;
import org.nd4j.shade.jackson.annotation.JsonCreator;
import org.nd4j.shade.jackson.annotation.JsonProperty;

/** A {@link LayerSpec} as a layer of a Deeplearning4j configuration. */
public final class SpecLayer extends org.deeplearning4j.nn.conf.layers.Layer {
  @Serial private static final long serialVersionUID = 1L;

  private final transient LayerSpec spec;

  /**
   * A layer.
   *
   * @param spec what it is
   */
  @JsonCreator
  public SpecLayer(@JsonProperty("spec") LayerSpec spec) {
    this.spec = spec;
  }

  /**
   * What the layer is.
   *
   * @return the record of its sizes and options
   */
  @JsonProperty("spec")
  public LayerSpec spec() {
    return spec;
  }

  @Override
  public Layer instantiate(
      NeuralNetConfiguration configuration,
      Collection<TrainingListener> listeners,
      int index,
      INDArray parameters,
      boolean initialise,
      DataType type) {
    OperationLayer layer =
        spec instanceof LossSpec
            ? new LossLayer(configuration, type, spec.parameters())
            : new OperationLayer(configuration, type, spec.parameters());
    layer.setListeners(listeners);
    layer.setIndex(index);
    layer.setParamsViewArray(parameters);
    layer.setParamTable(initializer().init(configuration, parameters, initialise));
    layer.setConf(configuration);
    return layer;
  }

  @Override
  public ParamInitializer initializer() {
    return new SpecInitializer();
  }

  @Override
  public InputType getOutputType(int index, InputType input) {
    throw new UnsupportedOperationException("sizes of layers are given, not inferred");
  }

  @Override
  public void setNIn(InputType input, boolean override) {
    // sizes are given
  }

  @Override
  public InputPreProcessor getPreProcessorForInputType(InputType input) {
    throw new UnsupportedOperationException("sizes of layers are given, not inferred");
  }

  @Override
  public List<Regularization> getRegularizationByParam(String name) {
    return List.of(); // the optimiser's business
  }

  @Override
  public GradientNormalization getGradientNormalization() {
    return GradientNormalization.None;
  }

  @Override
  public double getGradientNormalizationThreshold() {
    return 0;
  }

  @Override
  public boolean isPretrainParam(String name) {
    return false;
  }

  @Override
  public IUpdater getUpdaterByParam(String name) {
    return new NoOp(); // steps are taken outside of the graph
  }

  @Override
  public LayerMemoryReport getMemoryReport(InputType input) {
    throw new UnsupportedOperationException("sizes of layers are given, not inferred");
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof SpecLayer that && spec.equals(that.spec) && super.equals(other);
  }

  @Override
  public int hashCode() {
    return spec.hashCode();
  }

  @Override
  protected boolean canEqual(Object other) {
    return other instanceof SpecLayer;
  }
}
