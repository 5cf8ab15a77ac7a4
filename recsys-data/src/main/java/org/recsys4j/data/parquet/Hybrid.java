package org.recsys4j.data.parquet;

/**
 * Small numbers in runs, each of one number or of numbers in a fixed number of bits: "RLE /
 * Bit-Packing Hybrid" of the specification.
 */
final class Hybrid {
  /** 1 for ever. */
  static final Hybrid CONSTANT_1 = new Hybrid();

  private final byte[] bytes;
  private final int end;
  private final int width;
  private int at;
  private long left; // numbers of the run
  private boolean packed;
  private int repeated;
  private long buffer; // bits that were read and not used
  private int bits;

  private Hybrid() {
    this(new byte[0], 0, 0, 1);
    left = Long.MAX_VALUE;
    repeated = 1;
  }

  /** Numbers of {@code width} bits in some of the bytes. */
  Hybrid(byte[] bytes, int start, int end, int width) {
    if (width < 0 || width > Integer.SIZE || start < 0 || start > end || end > bytes.length) {
      throw new DamagedException("a page is shorter than its levels");
    }
    this.bytes = bytes;
    this.at = start;
    this.end = end;
    this.width = width;
  }

  int next() {
    while (left == 0) {
      startRun();
    }
    left--;
    return packed ? unpack() : repeated;
  }

  private void startRun() {
    long header = varint();
    packed = (header & 1) != 0;
    if (packed) {
      left = 8 * (header >>> 1);
      buffer = 0;
      bits = 0;
    } else {
      left = header >>> 1;
      repeated = 0;
      for (int i = 0; i < (width + 7) / 8; i++) {
        repeated |= octet() << (8 * i);
      }
    }
  }

  private int unpack() {
    while (bits < width) {
      buffer |= (long) octet() << bits;
      bits += 8;
    }
    int number = (int) (buffer & ((1L << width) - 1));
    buffer >>>= width;
    bits -= width;
    return number;
  }

  private long varint() {
    long number = 0;
    for (int shift = 0; shift < 35; shift += 7) {
      int octet = octet();
      number |= (octet & 0x7fL) << shift;
      if (octet < 0x80) {
        return number;
      }
    }
    throw new DamagedException("a number has too many bytes");
  }

  private int octet() {
    if (at >= end) {
      throw new DamagedException("a page is cut off");
    }
    return bytes[at++] & 0xff;
  }
}
