package org.recsys4j.models.nn.layer;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.indexing.NDArrayIndex;
import org.recsys4j.models.nn.kernel.Block;

/** The parameters of one layer and their gradients, which are parts of the graph's two vectors. */
public final class LayerParameters {
  private final List<ParameterSpec> specs;
  private Map<String, Block> values = Map.of();
  private Map<String, Block> gradients = Map.of();

  LayerParameters(List<ParameterSpec> specs) {
    this.specs = specs;
  }

  void useValues(INDArray vector) {
    values = blocks(vector);
  }

  void useGradients(INDArray vector) {
    gradients = blocks(vector);
  }

  private Map<String, Block> blocks(INDArray vector) {
    Map<String, Block> blocks = new LinkedHashMap<>();
    split(specs, vector).forEach((name, array) -> blocks.put(name, Block.of(array)));
    return blocks;
  }

  /** Views of a vector, one for each parameter. */
  static Map<String, INDArray> split(List<ParameterSpec> specs, INDArray vector) {
    INDArray flat = vector.reshape(vector.length());
    Map<String, INDArray> views = new LinkedHashMap<>();
    long at = 0;
    for (ParameterSpec spec : specs) {
      INDArray part = flat.get(NDArrayIndex.interval(at, at + spec.size()));
      views.put(spec.name(), part.reshape('c', spec.rows(), spec.columns()));
      at += spec.size();
    }
    return views;
  }

  /**
   * A parameter.
   *
   * @param name its name
   * @return the values
   */
  public Block value(String name) {
    return find(values, name);
  }

  /**
   * The gradient of a parameter, which each backward pass overwrites.
   *
   * @param name its name
   * @return the gradient
   */
  public Block gradient(String name) {
    return find(gradients, name);
  }

  private static Block find(Map<String, Block> blocks, String name) {
    Block block = blocks.get(name);
    if (block == null) {
      throw new IllegalStateException("no parameter " + name + " in " + blocks.keySet());
    }
    return block;
  }
}
