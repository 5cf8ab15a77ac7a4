package org.recsys4j.models.dnn;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration;
import org.recsys4j.models.nn.kernel.Activation;
import org.recsys4j.models.nn.layer.BagSpec;
import org.recsys4j.models.nn.layer.DenseSpec;
import org.recsys4j.models.nn.layer.GaussianSampleSpec;
import org.recsys4j.models.nn.layer.Graphs;
import org.recsys4j.models.nn.layer.LayerSpec;
import org.recsys4j.models.nn.layer.ParameterSpec;
import org.recsys4j.models.nn.layer.SpecLayer;
import org.recsys4j.models.nn.loss.MultinomialSpec;

/**
 * An autoencoder of sets of items: layers of hyperbolic tangents from the items to a narrow code,
 * the same layers back, and a softmax over all items.
 *
 * @param items how many items
 * @param hidden units of the encoder's layers, from the items on; the decoder has them in reverse
 * @param code width of the code
 * @param keep with which probability an item stays in the input in training
 * @param variational whether the code is drawn from a normal distribution
 * @param weight the weight of that distribution's distance in the end; 0 where there is none
 * @param annealing after how many steps it is reached
 */
record AutoencoderShape(
    int items,
    List<Integer> hidden,
    int code,
    double keep,
    boolean variational,
    double weight,
    int annealing) {
  /** The name of the table. */
  static final String ENCODER = "encoder";

  /** Width of the first layer, to whose units items lead. */
  int first() {
    return hidden.isEmpty() ? encoded() : hidden.get(0);
  }

  /** Width of the last layer, whose units lead to items. */
  int last() {
    return hidden.isEmpty() ? code : hidden.get(0);
  }

  /** What the encoder ends with: the code, or its mean and the logarithm of its variance. */
  private int encoded() {
    return variational ? 2 * code : code;
  }

  private Activation codeActivation() {
    return variational ? Activation.IDENTITY : Activation.TANH;
  }

  /** The layers from the items to the last one before the softmax. */
  List<LayerSpec> layers() {
    List<LayerSpec> layers = new ArrayList<>();
    Activation first = hidden.isEmpty() ? codeActivation() : Activation.TANH;
    layers.add(new BagSpec(ENCODER, first(), keep, first, 1));
    List<Integer> down = new ArrayList<>(hidden);
    for (int i = 1; i < down.size(); i++) {
      layers.add(new DenseSpec(down.get(i - 1), down.get(i), Activation.TANH));
    }
    if (!down.isEmpty()) {
      layers.add(new DenseSpec(down.get(down.size() - 1), encoded(), codeActivation()));
    }
    if (variational) {
      layers.add(new GaussianSampleSpec(code, weight, annealing, 2));
    }
    List<Integer> up = new ArrayList<>(hidden);
    Collections.reverse(up);
    int below = code;
    for (int units : up) {
      layers.add(new DenseSpec(below, units, Activation.TANH));
      below = units;
    }
    return layers;
  }

  /** How many dense parameters there are before those of the softmax. */
  int layerParameters() {
    return layers().stream()
        .flatMap(layer -> layer.parameters().stream())
        .mapToInt(ParameterSpec::size)
        .sum();
  }

  /**
   * The graph, whose dense parameters stand layer after layer, the softmax's vectors and biases
   * last.
   */
  ComputationGraphConfiguration graph() {
    ComputationGraphConfiguration.GraphBuilder graph = Graphs.builder().addInputs("items");
    String below = "items";
    List<LayerSpec> layers = layers();
    for (int i = 0; i < layers.size(); i++) {
      String name = "layer-" + (i + 1);
      graph.addLayer(name, new SpecLayer(layers.get(i)), below);
      below = name;
    }
    return graph
        .addLayer("shares", new SpecLayer(new MultinomialSpec(last(), items)), below)
        .setOutputs("shares")
        .build();
  }
}
