package org.recsys4j.models.nn.kernel;

import java.util.Locale;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.openblas.global.openblas_full;
import org.bytedeco.openblas.global.openblas_nolapack;

/**
 * Products by OpenBLAS. Its own threads are switched off: two Java threads with a product each are
 * faster than one product on two threads, and their results do not depend on the machine's load.
 *
 * <p>Operands are copied into native memory that each thread keeps, as large as its largest
 * operands so far ({@code 4 (mk + kn + mn)} bytes). A copy runs at memory speed and costs less than
 * pinning or allocating; all operands begin at a multiple of 64 bytes, so that no kernel sees
 * another alignment on another thread.
 *
 * <p>A product of more than 2<sup>20</sup> cells goes panel by panel of {@value #PANEL} columns, so
 * that n stands for {@value #PANEL} in that sum: a panel of 256 rows is still in the cache when it
 * is copied out.
 */
final class OpenBlas implements Blas {
  private static final int IN_ONE = 1 << 20;
  private static final int PANEL = 512;

  private final ThreadLocal<Operands> operands = ThreadLocal.withInitial(Operands::new);

  /**
   * Loads the library and limits it to one thread.
   *
   * @throws LinkageError if it does not load
   */
  OpenBlas() {
    NativeLogging.throughSlf4j();
    openblas_nolapack.blas_set_num_threads(1);
  }

  @Override
  public void product(Matrix a, Matrix b, float keep, Matrix out) {
    Shapes.check(a, b, out);
    int m = out.rows();
    int n = out.columns();
    if (m == 0 || n == 0) {
      return;
    }
    Operands scratch = operands.get();
    FloatPointer left = scratch.left.load(a);
    int step = (long) m * n <= IN_ONE ? n : PANEL;
    for (int from = 0; from < n; from += step) {
      int width = Math.min(step, n - from);
      panel(a, b.columns(from, width), keep, out.columns(from, width), left, scratch);
    }
  }

  private static void panel(
      Matrix a, Matrix b, float keep, Matrix out, FloatPointer left, Operands scratch) {
    int n = out.columns();
    FloatPointer right = scratch.right.load(b);
    FloatPointer result = keep == 0 ? scratch.out.reserve(out.rows() * n) : scratch.out.load(out);
    openblas_nolapack.cblas_sgemm(
        openblas_nolapack.CblasRowMajor,
        a.transposed() ? openblas_nolapack.CblasTrans : openblas_nolapack.CblasNoTrans,
        b.transposed() ? openblas_nolapack.CblasTrans : openblas_nolapack.CblasNoTrans,
        out.rows(),
        n,
        a.columns(),
        1f,
        left,
        Math.max(1, a.storedColumns()),
        right,
        Math.max(1, b.storedColumns()),
        keep,
        result,
        n);
    scratch.out.store(out);
  }

  @Override
  public SymmetricMatrix symmetric(int n) {
    return new LapackSymmetricMatrix(n);
  }

  @Override
  public VectorBlock vectors(int capacity, int length) {
    return new NativeVectorBlock(capacity, length);
  }

  @Override
  public String name() {
    return library();
  }

  /** Version, configuration and kernel, once it is loaded. */
  static String library() {
    return String.format(
        Locale.ROOT,
        "%s, kernel %s, 1 native thread",
        openblas_full.openblas_get_config().getString(),
        openblas_full.openblas_get_corename().getString());
  }

  /** What one thread keeps between its products. */
  private static final class Operands {
    final NativeFloats left = new NativeFloats();
    final NativeFloats right = new NativeFloats();
    final NativeFloats out = new NativeFloats();
  }
}
