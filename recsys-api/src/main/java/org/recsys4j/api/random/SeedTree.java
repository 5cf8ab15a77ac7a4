package org.recsys4j.api.random;

import java.nio.charset.StandardCharsets;
import java.util.SplittableRandom;

/**
 * One seed from which all others are derived by name.
 *
 * <p>A child's seed depends on its parent's seed and its own name alone, so adding a model to an
 * experiment, or an epoch to a training, leaves the random numbers of all others as they were:
 *
 * <pre>{@code
 * SeedTree root = new SeedTree(42);
 * SplittableRandom random = root.child("bpr-mf").child("epoch", 3).random();
 * }</pre>
 *
 * <p>Names are hashed by FNV-1a over their UTF-8 bytes, and mixed by the finaliser of SplitMix64
 * (Steele, Lea and Flood, "Fast splittable pseudorandom number generators", OOPSLA 2014).
 *
 * @param seed the seed at this place of the tree
 */
public record SeedTree(long seed) {
  private static final long FNV_OFFSET = 0xcbf29ce484222325L;
  private static final long FNV_PRIME = 0x100000001b3L;

  /**
   * The child of a name.
   *
   * @param name any text
   * @return the same child for the same name, always
   */
  public SeedTree child(String name) {
    long hash = FNV_OFFSET;
    for (byte b : name.getBytes(StandardCharsets.UTF_8)) {
      hash = (hash ^ (b & 0xff)) * FNV_PRIME;
    }
    return new SeedTree(mix(mix(seed) ^ hash));
  }

  /**
   * The child of a name and a number, such as an epoch or a shard.
   *
   * @param name any text
   * @param index any number
   * @return the same child for the same name and number, always
   */
  public SeedTree child(String name, long index) {
    return new SeedTree(mix(child(name).seed ^ mix(index)));
  }

  /**
   * A generator that begins here. Each call returns a new one that gives the same numbers.
   *
   * @return a generator, for one thread
   */
  public SplittableRandom random() {
    return new SplittableRandom(seed);
  }

  /**
   * A bijection of the 64-bit numbers in which every input bit reaches every output bit. Useful as
   * a counter-based generator: {@code mix(seed ^ mix(counter))}.
   *
   * @param value any number
   * @return the mixed number
   */
  public static long mix(long value) {
    long z = value + 0x9e3779b97f4a7c15L;
    z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
    z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
    return z ^ (z >>> 31);
  }
}
