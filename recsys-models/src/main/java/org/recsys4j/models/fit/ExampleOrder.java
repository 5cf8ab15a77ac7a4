package org.recsys4j.models.fit;

/** Which example stands at a position of an epoch: a function of its arguments alone. */
@FunctionalInterface
interface ExampleOrder {
  /**
   * Finds an example.
   *
   * @param seed of the epoch
   * @param position in the epoch
   * @return the example's number
   */
  int at(long seed, int position);

  /** Every example once, by {@link Shuffle}. */
  static ExampleOrder shuffled(int count) {
    return (seed, position) -> Shuffle.of(count, seed).place(position);
  }
}
