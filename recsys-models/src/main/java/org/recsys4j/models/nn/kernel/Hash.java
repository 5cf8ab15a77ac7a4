package org.recsys4j.models.nn.kernel;

/**
 * A random-looking number for each place: a counter-based generator needs no state, so that any
 * thread may draw any number and a backward pass draws the same ones again. The finaliser is
 * lowbias32 (Wellons 2018), three multiplications and shifts, which compile to vector instructions.
 */
public final class Hash {
  /** From the number of one place to that of the next, before it is mixed. */
  static final int STEP = 0x9e3779b9;

  private Hash() {}

  /** What the first places count. */
  static int[] steps(int count) {
    int[] steps = new int[count];
    for (int i = 0; i < count; i++) {
      steps[i] = i * STEP;
    }
    return steps;
  }

  /**
   * A number that is uniform over all of its type.
   *
   * @param key where randomness comes from
   * @param place of the number
   * @return the same for the same key and place
   */
  public static int of(int key, int place) {
    int x = place * STEP ^ key;
    x ^= x >>> 16;
    x *= 0x7feb352d;
    x ^= x >>> 15;
    x *= 0x846ca68b;
    return x ^ x >>> 16;
  }

  /**
   * Whether something is kept that is kept with a probability.
   *
   * @param key where randomness comes from
   * @param place of the thing
   * @param keep the probability, in [0, 1]
   * @return the same for the same key and place
   */
  public static boolean keeps(int key, int place, double keep) {
    return (of(key, place) >>> 1) < keep * 0x1p31;
  }

  /**
   * A standard normal number (Box and Muller 1958).
   *
   * @param key where randomness comes from
   * @param place of the number
   * @return the same for the same key and place
   */
  public static double normal(int key, int place) {
    double radius = Math.sqrt(-2 * Math.log(((of(key, 2 * place) >>> 1) + 0.5) * 0x1p-31));
    return radius * Math.cos(Math.PI * 0x1p-31 * of(key, 2 * place + 1));
  }
}
