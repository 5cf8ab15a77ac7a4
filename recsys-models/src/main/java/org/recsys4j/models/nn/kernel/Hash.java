package org.recsys4j.models.nn.kernel;

/**
 * A random-looking number for each place: a counter-based generator needs no state, so that any
 * thread may draw any number and a backward pass draws the same ones again. The finaliser is
 * lowbias32 (Wellons 2018), three multiplications and shifts, which compile to vector instructions.
 */
final class Hash {
  private Hash() {}

  static int of(int key, int place) {
    int x = place * 0x9e3779b9 ^ key;
    x ^= x >>> 16;
    x *= 0x7feb352d;
    x ^= x >>> 15;
    x *= 0x846ca68b;
    return x ^ x >>> 16;
  }
}
