package org.recsys4j.models.nn.kernel;

import java.nio.FloatBuffer;
import java.util.Objects;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.openblas.global.openblas_nolapack;

/** Vectors in native memory, one after the other, multiplied by {@code sgemv}. */
final class NativeVectorBlock implements VectorBlock {
  private final int capacity;
  private final int length;
  private final NativeFloats vectors = new NativeFloats();
  private final NativeFloats inner = new NativeFloats();
  private final NativeFloats outer = new NativeFloats();
  private final FloatPointer vectorsAt;
  private final FloatPointer innerAt; // a vector's length
  private final FloatPointer outerAt; // one number a vector
  private final FloatBuffer vectorCells;
  private final FloatBuffer innerCells;
  private final FloatBuffer outerCells;

  NativeVectorBlock(int capacity, int length) {
    this.capacity = capacity;
    this.length = length;
    vectorsAt = vectors.reserve(Math.multiplyExact(capacity, length));
    innerAt = inner.reserve(length);
    outerAt = outer.reserve(capacity);
    vectorCells = vectors.cells();
    innerCells = inner.cells();
    outerCells = outer.cells();
  }

  @Override
  public void set(int index, float[] source, int at) {
    vectorCells.put(Objects.checkIndex(index, capacity) * length, source, at, length);
  }

  @Override
  public void multiply(int count, float[] other, float[] out) {
    innerCells.put(0, other, 0, length);
    gemv(openblas_nolapack.CblasNoTrans, count, innerAt, 0, outerAt);
    outerCells.get(0, out, 0, count);
  }

  @Override
  public void addTo(int count, float[] factors, float[] sum) {
    outerCells.put(0, factors, 0, count);
    innerCells.put(0, sum, 0, length);
    gemv(openblas_nolapack.CblasTrans, count, outerAt, 1, innerAt);
    innerCells.get(0, sum, 0, length);
  }

  private void gemv(int transposed, int count, FloatPointer from, float keep, FloatPointer to) {
    Objects.checkFromIndexSize(0, count, capacity);
    openblas_nolapack.cblas_sgemv(
        openblas_nolapack.CblasRowMajor,
        transposed,
        count,
        length,
        1f,
        vectorsAt,
        length,
        from,
        1,
        keep,
        to,
        1);
  }

  @Override
  public void close() {
    vectors.close();
    inner.close();
    outer.close();
  }
}
