package org.recsys4j.models.nn.kernel;

/** Layer normalisation (Ba, Kiros and Hinton 2016), row by row. */
public interface Normalisation {
  /**
   * Brings each row to mean 0 and variance 1: {@code y = gain (x - mean) / sqrt(variance + epsilon)
   * + shift}.
   *
   * @param x n x d
   * @param gain 1 x d
   * @param shift 1 x d
   * @param epsilon added to the variance
   * @param statistics n x 2, overwritten: mean and the factor {@code 1 / sqrt(variance + epsilon)}
   * @param y n x d, overwritten
   */
  void forward(Block x, Block gain, Block shift, double epsilon, Block statistics, Block y);

  /**
   * The way back.
   *
   * @param x n x d, as forwards
   * @param statistics n x 2, of the way forwards
   * @param gain 1 x d
   * @param gradient n x d: of y
   * @param gainGradient 1 x d, overwritten
   * @param shiftGradient 1 x d, overwritten
   * @param below n x d, overwritten: the gradient of x
   */
  void backward(
      Block x,
      Block statistics,
      Block gain,
      Block gradient,
      Block gainGradient,
      Block shiftGradient,
      Block below);
}
