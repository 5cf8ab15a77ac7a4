package org.recsys4j.data.parquet;

import java.nio.ByteBuffer;

/**
 * Whole numbers as differences, in blocks with a least difference each, the rest of which stand in
 * miniblocks of a fixed number of bits: DELTA_BINARY_PACKED.
 */
final class Delta extends Decoder {
  private final ByteBuffer in;
  private final boolean narrow; // 32 bits, in which differences overflow
  private final int perMiniblock;
  private final byte[] widths;
  private final long count;
  private long done;
  private long last;
  private long least;
  private int miniblock;
  private int leftOfMiniblock;
  private int width;
  private long buffer;
  private int bits;

  Delta(ByteBuffer in, boolean narrow) {
    this.in = in;
    this.narrow = narrow;
    long blockSize = varint();
    long miniblocks = varint();
    count = varint();
    last = zigzag();
    if (miniblocks <= 0
        || miniblocks > 1 << 16
        || blockSize <= 0
        || blockSize > 1 << 24
        || blockSize % miniblocks != 0
        || count < 0) {
      throw new DamagedException("a page of differences begins with wrong numbers");
    }
    perMiniblock = (int) (blockSize / miniblocks);
    widths = new byte[(int) miniblocks];
    miniblock = widths.length;
  }

  /** How many numbers there are. */
  long count() {
    return count;
  }

  @Override
  void next() {
    if (done >= count) {
      throw new DamagedException("a page is cut off");
    }
    if (done++ > 0) {
      long difference = difference(); // which may begin a block, with another least one
      long sum = last + least + difference;
      last = narrow ? (int) sum : sum;
    }
    whole = last;
  }

  private long difference() {
    if (leftOfMiniblock == 0) {
      startMiniblock();
    }
    leftOfMiniblock--;
    return unpack();
  }

  private void startMiniblock() {
    miniblock++;
    if (miniblock >= widths.length) {
      least = zigzag();
      in.get(widths);
      miniblock = 0;
    }
    width = widths[miniblock];
    if (width < 0 || width > Long.SIZE) {
      throw new DamagedException("a difference has " + width + " bits");
    }
    leftOfMiniblock = perMiniblock;
    buffer = 0;
    bits = 0;
  }

  private long unpack() {
    long number = 0;
    int filled = 0;
    while (filled < width) {
      if (bits == 0) {
        buffer = in.get() & 0xff;
        bits = 8;
      }
      int taken = Math.min(bits, width - filled);
      number |= (buffer & ((1L << taken) - 1)) << filled;
      buffer >>>= taken;
      bits -= taken;
      filled += taken;
    }
    return number;
  }

  /** Goes behind the last number, and to the end of its miniblock. */
  void skipAll() {
    while (done < count) {
      next();
    }
    while (leftOfMiniblock > 0) {
      difference();
    }
  }

  private long zigzag() {
    long encoded = varint();
    return encoded >>> 1 ^ -(encoded & 1);
  }

  private long varint() {
    long number = 0;
    for (int shift = 0; shift < Long.SIZE; shift += 7) {
      int octet = in.get() & 0xff;
      number |= (octet & 0x7fL) << shift;
      if (octet < 0x80) {
        return number;
      }
    }
    throw new DamagedException("a number has too many bytes");
  }
}
