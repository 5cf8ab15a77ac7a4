package org.recsys4j.data.store;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/**
 * Reads a section from its beginning to its end, through a buffer that stays in the processor's
 * cache. For one thread.
 */
final class SectionInput {
  private static final int BUFFER = 1 << 16;

  private final ByteBuffer[] windows;
  private final byte[] array = new byte[BUFFER];
  private final ByteBuffer buffer = ByteBuffer.wrap(array).order(ByteOrder.LITTLE_ENDIAN).limit(0);
  private int window;

  SectionInput(ByteBuffer[] windows) {
    this.windows = windows;
  }

  /** At least so many bytes, which a section that was verified has. */
  private ByteBuffer next(int bytes) {
    if (buffer.remaining() < bytes) {
      buffer.compact();
      while (buffer.hasRemaining() && window < windows.length) {
        ByteBuffer from = windows[window];
        int count = Math.min(from.remaining(), buffer.remaining());
        from.get(array, buffer.position(), count);
        buffer.position(buffer.position() + count);
        if (!from.hasRemaining()) {
          window++;
        }
      }
      buffer.flip();
      if (buffer.remaining() < bytes) {
        throw new BufferUnderflowException();
      }
    }
    return buffer;
  }

  int getByte() {
    return next(Byte.BYTES).get() & 0xff;
  }

  int getInt() {
    return next(Integer.BYTES).getInt();
  }

  long getLong() {
    return next(Long.BYTES).getLong();
  }

  float getFloat() {
    return next(Float.BYTES).getFloat();
  }

  String getText() {
    int length = getInt();
    if (length <= BUFFER) {
      ByteBuffer bytes = next(length);
      int from = bytes.position();
      bytes.position(from + length);
      return new String(array, from, length, StandardCharsets.UTF_8);
    }
    byte[] all = new byte[length];
    for (int at = 0; at < length; ) {
      int count = Math.min(length - at, next(1).remaining());
      buffer.get(all, at, count);
      at += count;
    }
    return new String(all, StandardCharsets.UTF_8);
  }

  /** Fills an array with numbers of 1, 2 or 4 bytes, those of 1 and 2 without sign. */
  void getInts(int[] target, int width) {
    for (int at = 0; at < target.length; ) {
      ByteBuffer bytes = next(width);
      int count = Math.min(target.length - at, bytes.remaining() / width);
      int from = bytes.position();
      switch (width) {
        case Byte.BYTES -> {
          for (int i = 0; i < count; i++) {
            target[at + i] = array[from + i] & 0xff;
          }
        }
        case Character.BYTES -> {
          for (int i = 0; i < count; i++) {
            target[at + i] = bytes.getChar(from + 2 * i);
          }
        }
        default -> bytes.asIntBuffer().get(target, at, count);
      }
      bytes.position(from + count * width);
      at += count;
    }
  }

  void getFloats(float[] target) {
    for (int at = 0; at < target.length; ) {
      ByteBuffer bytes = next(Float.BYTES);
      int count = Math.min(target.length - at, bytes.remaining() / Float.BYTES);
      bytes.asFloatBuffer().get(target, at, count);
      bytes.position(bytes.position() + count * Float.BYTES);
      at += count;
    }
  }

  void getLongs(long[] target) {
    for (int at = 0; at < target.length; ) {
      ByteBuffer bytes = next(Long.BYTES);
      int count = Math.min(target.length - at, bytes.remaining() / Long.BYTES);
      bytes.asLongBuffer().get(target, at, count);
      bytes.position(bytes.position() + count * Long.BYTES);
      at += count;
    }
  }
}
