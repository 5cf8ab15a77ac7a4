package org.recsys4j.data.text;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.zip.ZipException;
import org.recsys4j.api.data.InvalidDataException;

/**
 * What comes out of packed bytes. Damage is the data's fault, not that of the disk, and named as
 * such; a bomb, which is a small file that unpacks for hours, is refused.
 */
final class UnpackedStream extends InputStream {
  /** Events pack to a third or a tenth of their size, those of a constant to a hundredth. */
  private static final int MOST_TIMES = 250;

  /** What may come out of any file, however small. */
  private static final long ALWAYS_ALLOWED = 1L << 24;

  private final String name;
  private final InputStream decoder;
  private final Packing packing;
  private final CountingStream packed;
  private long unpacked;

  UnpackedStream(String name, Packing packing, InputStream decoder, CountingStream packed) {
    this.name = name;
    this.decoder = decoder;
    this.packing = packing;
    this.packed = packed;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    int read = read(one, 0, 1);
    return read < 0 ? read : one[0] & 0xff;
  }

  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    int read;
    try {
      read = decoder.read(bytes, offset, length);
    } catch (EOFException e) {
      throw packing.damaged(name, "cut off", e);
    } catch (InvalidDataException e) {
      throw e;
    } catch (ZipException | RuntimeException e) { // the decoder of zstd stumbles in many ways
      throw packing.damaged(name, "damaged", e);
    }
    unpacked += Math.max(0, read);
    if (unpacked > ALWAYS_ALLOWED + MOST_TIMES * packed.count()) {
      throw new InvalidDataException(
          String.format(
              Locale.ROOT,
              "%s: the %s data unpack to more than %d times their size, which no table of events"
                  + " does; unpack the file yourself if you trust it",
              name,
              packing.title(),
              MOST_TIMES));
    }
    return read;
  }

  @Override
  public void close() throws IOException {
    decoder.close();
  }
}
