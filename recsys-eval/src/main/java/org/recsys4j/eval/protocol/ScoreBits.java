package org.recsys4j.eval.protocol;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.IntBuffer;

/**
 * The bits of scores, a stripe at a time, which fits the nearest cache. They go through a buffer in
 * bulk, since the compiler makes no vector instructions of reading them one by one.
 */
final class ScoreBits {
  /** How many there are at most. */
  static final int STRIPE = 512;

  private final ByteBuffer memory =
      ByteBuffer.allocateDirect(Float.BYTES * STRIPE).order(ByteOrder.nativeOrder());
  private final FloatBuffer floats = memory.asFloatBuffer();
  private final IntBuffer ints = memory.asIntBuffer();

  /** Reads {@code size} scores from {@code from} on into the beginning of {@code bits}. */
  void read(float[] scores, int from, int size, int[] bits) {
    floats.put(0, scores, from, size);
    ints.get(0, bits, 0, size);
  }
}
