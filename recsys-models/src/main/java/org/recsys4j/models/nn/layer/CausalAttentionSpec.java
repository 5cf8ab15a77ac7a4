package org.recsys4j.models.nn.layer;

import java.util.List;

/**
 * Self-attention of several heads over sequences, in which a step sees itself and the steps before
 * (Vaswani et al. 2017): {@code softmax(Q K' / sqrt(d)) V} for each head of width d, all heads side
 * by side times a last matrix. Queries, keys and values are one product of the input, with biases.
 * Dropout leaves shares of the softmax out.
 *
 * <p>Steps behind the end of a sequence need no mask: no step before them sees them. Holds {@code
 * rows x (4 width + heads steps)} numbers beside input and output.
 *
 * @param width of input and output
 * @param heads into how many parts the width is cut, a divisor of it
 * @param dropout in [0, 1)
 * @param place where its randomness comes from: another number in each layer of a graph that has
 *     dropout
 */
public record CausalAttentionSpec(int width, int heads, double dropout, int place)
    implements LayerSpec {
  /** Checks the number of heads. */
  public CausalAttentionSpec {
    if (heads < 1 || width % heads != 0) {
      throw new IllegalArgumentException(width + " is not cut by " + heads + " heads");
    }
  }

  @Override
  public List<ParameterSpec> parameters() {
    return List.of(
        new ParameterSpec("W", width, 3 * width, ParameterSpec.Initial.GLOROT),
        new ParameterSpec("b", 1, 3 * width, ParameterSpec.Initial.ZERO),
        new ParameterSpec("Wo", width, width, ParameterSpec.Initial.GLOROT),
        new ParameterSpec("bo", 1, width, ParameterSpec.Initial.ZERO));
  }

  @Override
  public Operation operation(LayerParameters parameters, LayerContext context) {
    return new CausalAttention(this, parameters, context);
  }
}
