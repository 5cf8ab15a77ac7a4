package org.recsys4j.data.text;

import io.airlift.compress.zstd.ZstdInputStream;
import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.HexFormat;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;
import org.recsys4j.api.data.InvalidDataException;

/** How bytes are packed, as their beginning tells. */
enum Packing {
  GZIP("gzip", "1f8b"),
  ZSTD("zstd", "28b52ffd"),
  ZIP("zip", "504b0304"),
  BZIP2("bzip2", "425a68"),
  XZ("xz", "fd377a585a00");

  private static final int BUFFER = 1 << 16;

  private final String title;
  private final String beginning;

  Packing(String title, String beginning) {
    this.title = title;
    this.beginning = beginning;
  }

  String title() {
    return title;
  }

  /**
   * Unpacks what is gzip or zstd, and passes on what is not packed.
   *
   * @param buffered the bytes of a file
   * @param counted the stream below, which knows how many of them were read
   * @return a buffered stream
   */
  static InputStream unpack(String name, InputStream buffered, CountingStream counted)
      throws IOException {
    for (Packing packing : values()) {
      if (startsWith(buffered, HexFormat.of().parseHex(packing.beginning))) {
        InputStream decoder = packing.decoder(name, buffered);
        return new BufferedInputStream(new UnpackedStream(name, packing, decoder, counted), BUFFER);
      }
    }
    return buffered;
  }

  private InputStream decoder(String name, InputStream packed) throws IOException {
    return switch (this) {
      case GZIP -> gunzip(name, packed);
      case ZSTD -> new ZstdInputStream(new ZstdFrames(name, packed));
      case ZIP, BZIP2, XZ ->
          throw new InvalidDataException(
              name + ": is a " + title + " file; unpack it, or pack it as gzip or zstd");
    };
  }

  private static InputStream gunzip(String name, InputStream packed) throws IOException {
    try {
      return new GzipMembers(packed, BUFFER);
    } catch (EOFException e) {
      throw GZIP.damaged(name, "cut off", e);
    } catch (ZipException e) {
      throw GZIP.damaged(name, "damaged", e);
    }
  }

  InvalidDataException damaged(String name, String how, @Nullable Exception cause) {
    return new InvalidDataException(name + ": the " + title + " data are " + how, cause);
  }

  /** Leaves the stream where it was. */
  static boolean startsWith(InputStream in, byte... bytes) throws IOException {
    in.mark(bytes.length);
    boolean equal = true;
    for (int i = 0; i < bytes.length && equal; i++) {
      equal = in.read() == (bytes[i] & 0xff);
    }
    in.reset();
    return equal;
  }
}
