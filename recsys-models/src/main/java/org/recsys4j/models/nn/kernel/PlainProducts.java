package org.recsys4j.models.nn.kernel;

/** Products by the definition, summed in double precision. */
final class PlainProducts implements Products {
  @Override
  public void multiply(Block a, Block b, Block out) {
    product(1, a, b, 0, out);
  }

  @Override
  public void multiplyAdd(double factor, Block a, Block b, Block out) {
    product(factor, a, b, 1, out);
  }

  private static void product(double factor, Block a, Block b, int keep, Block out) {
    Shapes.check(a, b, out);
    for (int row = 0; row < out.rows(); row++) {
      for (int column = 0; column < out.columns(); column++) {
        double sum = 0;
        for (int k = 0; k < a.columns(); k++) {
          sum += a.get(row, k) * b.get(k, column);
        }
        double before = keep == 0 ? 0 : out.get(row, column);
        out.set(row, column, before + factor * sum);
      }
    }
  }
}
