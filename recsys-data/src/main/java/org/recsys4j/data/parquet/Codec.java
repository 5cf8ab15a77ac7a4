package org.recsys4j.data.parquet;

import io.airlift.compress.Decompressor;
import io.airlift.compress.lz4.Lz4Decompressor;
import io.airlift.compress.snappy.SnappyDecompressor;
import io.airlift.compress.zstd.ZstdDecompressor;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.zip.GZIPInputStream;

/** How pages are compressed, in the order of the codes. */
enum Codec {
  UNCOMPRESSED,
  SNAPPY,
  GZIP,
  LZO,
  BROTLI,
  LZ4,
  ZSTD,
  LZ4_RAW;

  static Codec of(long code) {
    if (code < 0 || code >= values().length) {
      throw new DamagedException("a column has compression " + code + ", which is unknown");
    }
    return values()[(int) code];
  }

  /** Exactly as many bytes as the page's header promises. */
  byte[] decompress(byte[] packed, int from, int size) throws IOException {
    return switch (this) {
      case UNCOMPRESSED -> {
        byte[] copy = new byte[size];
        checkSize(packed.length - from, size);
        System.arraycopy(packed, from, copy, 0, size);
        yield copy;
      }
      case SNAPPY -> decompress(new SnappyDecompressor(), packed, from, size);
      case ZSTD -> decompress(new ZstdDecompressor(), packed, from, size);
      case LZ4_RAW -> decompress(new Lz4Decompressor(), packed, from, size);
      case GZIP -> gunzip(packed, from, size);
      case LZO, BROTLI, LZ4 ->
          throw new DamagedException(
              String.format(
                  Locale.ROOT,
                  "compression %s is not read; write the file with snappy, gzip or zstd",
                  this));
    };
  }

  private static byte[] decompress(Decompressor decompressor, byte[] packed, int from, int size) {
    byte[] unpacked = new byte[size];
    checkSize(decompressor.decompress(packed, from, packed.length - from, unpacked, 0, size), size);
    return unpacked;
  }

  private static byte[] gunzip(byte[] packed, int from, int size) throws IOException {
    try (InputStream in =
        new GZIPInputStream(new ByteArrayInputStream(packed, from, packed.length - from))) {
      byte[] unpacked = in.readNBytes(size);
      checkSize(in.read() < 0 ? unpacked.length : size + 1, size);
      return unpacked;
    }
  }

  private static void checkSize(int found, int size) {
    if (found != size) {
      throw new DamagedException("a page has another size than its header says");
    }
  }
}
