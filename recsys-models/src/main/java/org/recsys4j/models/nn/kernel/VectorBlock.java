package org.recsys4j.models.nn.kernel;

/**
 * Vectors of one length that are set once and then multiplied with others many times: a small
 * matrix that stays where products are fast, instead of being copied there for each of them. For
 * one thread.
 */
public interface VectorBlock extends AutoCloseable {
  /**
   * Sets a vector.
   *
   * @param index from 0 to the capacity, exclusive
   * @param source where its numbers are
   * @param at index of the first one there
   */
  void set(int index, float[] source, int at);

  /**
   * Inner products of the first vectors with another one: {@code out[i] = vector(i) * other}.
   *
   * @param count how many vectors to multiply, at least 1
   * @param other a vector of the same length
   * @param out where {@code count} products go; may be longer
   */
  void multiply(int count, float[] other, float[] out);

  /**
   * Adds a combination of the first vectors: {@code sum += factors[0] * vector(0) + ...}.
   *
   * @param count how many vectors to add, at least 1
   * @param factors one factor for each of them; may be longer
   * @param sum a vector of the same length
   */
  void addTo(int count, float[] factors, float[] sum);

  /** Frees the memory. */
  @Override
  void close();
}
