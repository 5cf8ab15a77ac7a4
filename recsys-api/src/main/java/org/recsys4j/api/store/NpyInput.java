package org.recsys4j.api.store;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** One array of an archive, read in pieces after its head was checked. */
final class NpyInput implements Closeable {
  /** A deflated stream never grows more than 1,032 times. */
  private static final long LARGEST_RATIO = 1032;

  private final CheckedInputStream in;
  private final ZipEntry entry;
  private final int cells;

  /**
   * Opens an array.
   *
   * @throws IOException whose message goes on after the array's name: "is not of type &lt;f4"
   */
  NpyInput(ZipFile zip, ZipEntry entry, String type, int width, int... wanted) throws IOException {
    this.entry = entry;
    this.in = new CheckedInputStream(zip.getInputStream(entry), new CRC32());
    try {
      NpyHeader header = NpyHeader.read(in);
      if (!header.type().equals(type)) {
        throw new IOException("is of type " + header.type() + ", not " + type);
      }
      int[] found = header.shape();
      if (!fits(found, wanted)) {
        throw new IOException(
            "has the shape " + Arrays.toString(found) + ", not " + Arrays.toString(wanted));
      }
      // Sizes are compared before memory is taken, so that a damaged one takes none.
      long content = entry.getSize() - header.length();
      long expected = NpyHeader.cells(found);
      if (expected < 0 || expected * width != content) {
        throw new IOException("is shorter or longer than its shape says");
      }
      if (entry.getSize() / LARGEST_RATIO > entry.getCompressedSize()) {
        throw new IOException("is larger than its compressed size allows");
      }
      this.cells = (int) expected;
    } catch (IOException e) {
      in.close();
      throw e;
    }
  }

  private static boolean fits(int[] found, int[] wanted) {
    if (found.length != wanted.length) {
      return false;
    }
    for (int i = 0; i < found.length; i++) {
      if (wanted[i] >= 0 && wanted[i] != found[i]) {
        return false;
      }
    }
    return true;
  }

  int cells() {
    return cells;
  }

  /** Reads the next bytes into the front of a chunk. */
  ByteBuffer next(byte[] chunk, int length) throws IOException {
    if (in.readNBytes(chunk, 0, length) < length) {
      throw new IOException("ends too early");
    }
    return ByteBuffer.wrap(chunk, 0, length).order(ByteOrder.LITTLE_ENDIAN);
  }

  /** Checks that all was read, and that all of it is what was written. */
  void finish() throws IOException {
    if (in.read() >= 0) {
      throw new IOException("is longer than its shape says");
    }
    if (in.getChecksum().getValue() != entry.getCrc()) {
      throw new IOException("is damaged (its checksum differs)");
    }
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
