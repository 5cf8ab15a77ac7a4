package org.recsys4j.models.nn.layer;

import java.util.List;
import java.util.Map;
import org.deeplearning4j.nn.api.ParamInitializer;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Tells Deeplearning4j where the parameters of a {@link SpecLayer} are. */
final class SpecInitializer implements ParamInitializer {
  private static List<ParameterSpec> specs(Layer layer) {
    return ((SpecLayer) layer).spec().parameters();
  }

  @Override
  public long numParams(NeuralNetConfiguration configuration) {
    return numParams(configuration.getLayer());
  }

  @Override
  public long numParams(Layer layer) {
    return specs(layer).stream().mapToLong(ParameterSpec::size).sum();
  }

  @Override
  public List<String> paramKeys(Layer layer) {
    return specs(layer).stream().map(ParameterSpec::name).toList();
  }

  @Override
  public List<String> weightKeys(Layer layer) {
    return paramKeys(layer);
  }

  @Override
  public List<String> biasKeys(Layer layer) {
    return List.of();
  }

  @Override
  public boolean isWeightParam(Layer layer, String key) {
    return true;
  }

  @Override
  public boolean isBiasParam(Layer layer, String key) {
    return false;
  }

  /** Does not draw values: see {@link NetworkReplica}, whose seeds do not depend on the order. */
  @Override
  public Map<String, INDArray> init(
      NeuralNetConfiguration configuration, INDArray vector, boolean initialise) {
    List<ParameterSpec> specs = specs(configuration.getLayer());
    specs.forEach(spec -> configuration.addVariable(spec.name()));
    return specs.isEmpty() ? Map.of() : LayerParameters.split(specs, vector);
  }

  @Override
  public Map<String, INDArray> getGradientsFromFlattened(
      NeuralNetConfiguration configuration, INDArray vector) {
    return LayerParameters.split(specs(configuration.getLayer()), vector);
  }
}
