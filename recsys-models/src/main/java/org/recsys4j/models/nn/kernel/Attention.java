package org.recsys4j.models.nn.kernel;

/** What self-attention does between its products. */
public interface Attention {
  /**
   * The softmax of each row over the columns up to its own place: a step sees itself and what came
   * before. Columns behind it become 0.
   *
   * @param scores n x m with {@code first + n <= m}, changed in place: inner products, then shares
   * @param first place of the first row: the last column that it sees
   * @param scale factor of the inner products
   */
  void softmax(Block scores, int first, double scale);

  /**
   * Shares with dropout.
   *
   * @param shares n x m, of {@link #softmax}
   * @param first place of the first row
   * @param keep which part is kept, in (0, 1]
   * @param key where the randomness comes from
   * @param number of the first cell in the whole; rows are m apart
   * @param out n x m, overwritten
   */
  void drop(Block shares, int first, double keep, int key, int number, Block out);

  /**
   * The way back through {@link #drop} and {@link #softmax}.
   *
   * @param shares n x m, of the way forwards
   * @param first place of the first row
   * @param scale factor of the inner products
   * @param keep which part is kept, in (0, 1]
   * @param key where the randomness comes from
   * @param number of the first cell in the whole
   * @param gradient n x m: of the shares after dropout; becomes that of the inner products
   */
  void backward(
      Block shares, int first, double scale, double keep, int key, int number, Block gradient);

  /**
   * Adds a vector to each step of sequences that all end at the last of p positions: {@code y =
   * scale x + positions[p - length + step]}. Steps behind the end of a sequence are only scaled.
   *
   * @param x n x d, sequences one after the other, each with equally many rows
   * @param scale factor of x
   * @param positions one vector a position, at least as many as the longest sequence has steps
   * @param lengths how many steps each sequence has
   * @param y n x d, overwritten
   */
  void addPositions(Block x, double scale, Block positions, int[] lengths, Block y);

  /**
   * The way back through {@link #addPositions}.
   *
   * @param gradient n x d, of y
   * @param scale factor of x
   * @param positionGradient one vector a position, overwritten
   * @param lengths how many steps each sequence has
   * @param below n x d, overwritten: the gradient of x
   */
  void addPositionsBackward(
      Block gradient, double scale, Block positionGradient, int[] lengths, Block below);
}
