package org.recsys4j.models.nn.kernel;

/** Work on each number, several steps in one pass. */
public interface Elementwise {
  /**
   * Adds a bias to each row and applies a function: {@code rows = f(rows + bias)}.
   *
   * @param rows n x d, changed in place, its rows adjoining
   * @param bias 1 x d
   * @param function the function
   */
  void activate(Block rows, Block bias, Activation function);

  /**
   * The way back: {@code gradients = gradients * f'} and {@code biasGradient} their sum over rows.
   *
   * @param outputs what {@link #activate} made, n x d, its rows adjoining
   * @param gradients of the outputs, changed in place to those of the inputs
   * @param biasGradient 1 x d, overwritten
   * @param function the function
   */
  void activateBackward(Block outputs, Block gradients, Block biasGradient, Activation function);

  /**
   * Adds: {@code to = to + from}.
   *
   * @param from n x d, its rows adjoining
   * @param to n x d, its rows adjoining
   */
  void add(Block from, Block to);

  /**
   * Adds rows to others: row {@code index[k]} of {@code to} grows by row k of {@code from}.
   *
   * @param from n x d
   * @param index the rows of {@code to} for the first {@code count} rows of {@code from}, several
   *     of them the same or not; negative ones are left out
   * @param count how many rows, at most n
   * @param to m x d
   */
  void addRows(Block from, int[] index, int count, Block to);

  /**
   * Multiplies number by number: {@code to = to * factors}.
   *
   * @param factors n x d, its rows adjoining
   * @param to n x d, its rows adjoining
   */
  void multiply(Block factors, Block to);

  /**
   * Inverted dropout (Srivastava et al. 2014): each number is set to 0 with probability {@code 1 -
   * keep} and else divided by {@code keep}. Which ones depends on the key and the place alone, so
   * the same call takes gradients back.
   *
   * @param rows n x d, changed in place, its rows adjoining
   * @param keep in (0, 1]
   * @param key where the randomness comes from
   */
  void dropout(Block rows, double keep, long key);
}
