package org.recsys4j.models.nn.kernel;

import org.bytedeco.openblas.global.openblas_nolapack;

/** Row-major products by OpenBLAS, on the arrays' own memory. */
final class OpenBlasProducts implements Products {
  @Override
  public void multiply(Block a, Block b, Block out) {
    product(1, a, b, 0, out);
  }

  @Override
  public void multiplyAdd(double factor, Block a, Block b, Block out) {
    product((float) factor, a, b, 1, out);
  }

  private static void product(float factor, Block a, Block b, float keep, Block out) {
    Shapes.check(a, b, out);
    if (out.rows() == 0 || out.columns() == 0) {
      return;
    }
    openblas_nolapack.cblas_sgemm(
        openblas_nolapack.CblasRowMajor,
        a.transposed() ? openblas_nolapack.CblasTrans : openblas_nolapack.CblasNoTrans,
        b.transposed() ? openblas_nolapack.CblasTrans : openblas_nolapack.CblasNoTrans,
        out.rows(),
        out.columns(),
        a.columns(),
        factor,
        a.pointer(),
        Math.max(1, a.stride()),
        b.pointer(),
        Math.max(1, b.stride()),
        keep,
        out.pointer(),
        Math.max(1, out.stride()));
  }
}
