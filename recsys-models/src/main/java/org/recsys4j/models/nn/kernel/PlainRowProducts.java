package org.recsys4j.models.nn.kernel;

/** One number at a time, in double precision. */
final class PlainRowProducts implements RowProducts {
  @Override
  public void dots(Block a, Block b, Block out) {
    for (int row = 0; row < a.rows(); row++) {
      double sum = 0;
      for (int k = 0; k < a.columns(); k++) {
        sum += a.get(row, k) * b.get(row, k);
      }
      out.set(row, 0, sum);
    }
  }

  @Override
  public void dotsBackward(Block factors, Block x, Block b, Block a) {
    for (int row = 0; row < x.rows(); row++) {
      double factor = factors.get(row, 0);
      for (int k = 0; k < x.columns(); k++) {
        a.set(row, k, a.get(row, k) + factor * b.get(row, k));
        b.set(row, k, factor * x.get(row, k));
      }
    }
  }
}
