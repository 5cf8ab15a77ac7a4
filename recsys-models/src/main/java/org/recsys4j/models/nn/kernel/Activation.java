package org.recsys4j.models.nn.kernel;

/** What a unit makes of its input; each derivative is a function of the output. */
public enum Activation {
  /** x. */
  IDENTITY,
  /** max(x, 0). */
  RELU,
  /** 1 / (1 + exp(-x)). */
  SIGMOID,
  /** tanh(x). */
  TANH,
  /** x above 0, 0.2 x below. */
  LEAKY_RELU
}
