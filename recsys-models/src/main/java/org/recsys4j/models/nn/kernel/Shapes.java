package org.recsys4j.models.nn.kernel;

import java.util.Locale;

/** The checks that both providers make before a product. */
final class Shapes {
  private Shapes() {}

  /** Refuses operands of a product {@code out = a b} that do not fit. */
  static void check(Matrix a, Matrix b, Matrix out) {
    if (a.columns() != b.rows()
        || out.rows() != a.rows()
        || out.columns() != b.columns()
        || out.transposed()) {
      throw new IllegalArgumentException(
          String.format(Locale.ROOT, "product of %s and %s into %s", a, b, out));
    }
  }

  /** The same for blocks. */
  static void check(Block a, Block b, Block out) {
    if (a.columns() != b.rows()
        || out.rows() != a.rows()
        || out.columns() != b.columns()
        || out.transposed()) {
      throw new IllegalArgumentException(
          String.format(Locale.ROOT, "product of %s and %s into %s", a, b, out));
    }
  }
}
