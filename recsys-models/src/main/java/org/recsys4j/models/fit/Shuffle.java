package org.recsys4j.models.fit;

import org.recsys4j.api.random.SeedTree;

/**
 * A random-looking order of the numbers below a size, computed and not stored: multiplications by
 * odd numbers and shifts permute the numbers below the next power of two, and those at or above the
 * size are sent through again.
 *
 * @param size how many numbers
 * @param mask the next power of two, less 1
 * @param shift about half as many bits
 * @param first an odd number
 * @param second an odd number
 */
public record Shuffle(int size, int mask, int shift, int first, int second) {
  /**
   * An order.
   *
   * @param size how many numbers, at least 1
   * @param seed another one for another order
   * @return the order
   */
  public static Shuffle of(int size, long seed) {
    int bits = 32 - Integer.numberOfLeadingZeros(size - 1);
    long random = SeedTree.mix(seed);
    return new Shuffle(
        size, (1 << bits) - 1, Math.max(1, bits / 2), (int) random | 1, (int) (random >>> 32) | 1);
  }

  /**
   * The place of a number; no two numbers have the same.
   *
   * @param number from 0 to {@code size - 1}
   * @return from 0 to {@code size - 1}
   */
  public int place(int number) {
    int x = number;
    do {
      x = (x * first + second) & mask;
      x ^= x >>> shift;
      x = (x * second) & mask;
      x ^= x >>> shift;
    } while (x >= size);
    return x;
  }
}
