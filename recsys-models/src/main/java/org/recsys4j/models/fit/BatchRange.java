package org.recsys4j.models.fit;

/**
 * Which examples a whole batch holds, of which an {@link ExampleBatch} is a part.
 *
 * @param seed of the epoch
 * @param from position of its first example in the epoch
 * @param to position behind its last one
 */
public record BatchRange(long seed, int from, int to) {
  /** No examples. */
  public static final BatchRange NONE = new BatchRange(0, 0, 0);
}
