package org.recsys4j.models.nn.layer;

import java.io.Serial;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.gradient.DefaultGradient;
import org.deeplearning4j.nn.gradient.Gradient;
import org.deeplearning4j.nn.layers.AbstractLayer;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.jspecify.annotations.Nullable;
import org.nd4j.common.primitives.Pair;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * An {@link Operation} as a layer of a Deeplearning4j graph. Before its first pass it must be told
 * what the layers of its graph share.
 */
class OperationLayer extends AbstractLayer<SpecLayer> {
  @Serial private static final long serialVersionUID = 1L;

  private final transient List<ParameterSpec> specs;
  private final transient LayerParameters parameters;
  private Map<String, INDArray> values = Map.of();
  private @Nullable INDArray vector;
  private @Nullable INDArray gradientVector;
  private transient Gradient gradient = new DefaultGradient();
  private transient @Nullable LayerContext context;
  private transient @Nullable Operation operation;

  OperationLayer(NeuralNetConfiguration conf, DataType type, List<ParameterSpec> specs) {
    super(conf, type);
    this.specs = specs;
    this.parameters = new LayerParameters(specs);
  }

  /** Makes the operation. */
  void attach(LayerContext shared) {
    context = shared;
    operation = layerConf().spec().operation(parameters, shared);
  }

  Operation operation() {
    return attached(operation, layerId());
  }

  /** What arrays of this pass are made by. */
  Operation.ArrayMaker arrays() {
    return attached(context, layerId()).arrays();
  }

  static <T> T attached(@Nullable T made, String name) {
    if (made == null) {
      throw new IllegalStateException(name + " was not attached to a context");
    }
    return made;
  }

  @Override
  public INDArray activate(boolean training, LayerWorkspaceMgr workspaces) {
    return operation().forward(input, training, arrays());
  }

  @Override
  public Pair<Gradient, INDArray> backpropGradient(INDArray epsilon, LayerWorkspaceMgr workspaces) {
    return new Pair<>(gradient, operation().backward(epsilon, arrays()));
  }

  @Override
  public Gradient gradient() {
    return gradient;
  }

  @Override
  public boolean isPretrainLayer() {
    return false;
  }

  @Override
  public void clearNoiseWeightParams() {
    // there is no noise
  }

  @Override
  public @Nullable INDArray params() {
    return vector;
  }

  @Override
  public long numParams() {
    return specs.stream().mapToLong(ParameterSpec::size).sum();
  }

  @Override
  public INDArray getParam(String name) {
    return Objects.requireNonNull(values.get(name), name);
  }

  @Override
  public void setParam(String name, INDArray value) {
    getParam(name).assign(value);
  }

  @Override
  public void setParamsViewArray(@Nullable INDArray view) {
    if (!specs.isEmpty() && view != null) {
      vector = view;
      parameters.useValues(view);
    }
  }

  @Override
  public @Nullable INDArray getGradientsViewArray() {
    return gradientVector;
  }

  @Override
  public void setBackpropGradientsViewArray(@Nullable INDArray view) {
    if (!specs.isEmpty() && view != null) {
      gradientVector = view;
      parameters.useGradients(view);
      gradient = new DefaultGradient(view);
      LayerParameters.split(specs, view).forEach(gradient::setGradientFor);
    }
  }

  @Override
  public void setParamTable(Map<String, INDArray> table) {
    values = new LinkedHashMap<>(table);
  }

  @Override
  public Map<String, INDArray> paramTable(boolean backpropOnly) {
    return values;
  }

  @Override
  public Layer clone() {
    throw new UnsupportedOperationException("replicas are made from the configuration");
  }
}
