package org.recsys4j.api.store;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Writes a model as named arrays. See the package for the format. For one thread; closing it closes
 * the stream below.
 */
public final class ModelWriter implements AutoCloseable {
  private static final int CHUNK = 1 << 16;

  private final ZipOutputStream zip;

  /**
   * A writer.
   *
   * @param out where the archive goes
   */
  public ModelWriter(OutputStream out) {
    zip = new ZipOutputStream(new BufferedOutputStream(out, CHUNK));
    zip.setLevel(Deflater.NO_COMPRESSION); // learned numbers hardly compress
  }

  /**
   * Writes an array of floats.
   *
   * @param name name of the array, once in an archive
   * @param values numbers, row-major
   * @param shape sizes, whose product is the number of values: rows, columns
   * @throws IOException if writing fails or the name was used before
   */
  public void floats(String name, float[] values, int... shape) throws IOException {
    begin(name, "<f4", values.length, shape);
    ByteBuffer chunk = ByteBuffer.allocate(4 * CHUNK).order(ByteOrder.LITTLE_ENDIAN);
    int count;
    for (int from = 0; from < values.length; from += count) {
      count = Math.min(CHUNK, values.length - from);
      chunk.asFloatBuffer().put(values, from, count);
      zip.write(chunk.array(), 0, 4 * count);
    }
    zip.closeEntry();
  }

  /**
   * Writes an array of integers.
   *
   * @param name name of the array, once in an archive
   * @param values numbers, row-major
   * @param shape sizes, whose product is the number of values
   * @throws IOException if writing fails or the name was used before
   */
  public void ints(String name, int[] values, int... shape) throws IOException {
    begin(name, "<i4", values.length, shape);
    ByteBuffer chunk = ByteBuffer.allocate(4 * CHUNK).order(ByteOrder.LITTLE_ENDIAN);
    int count;
    for (int from = 0; from < values.length; from += count) {
      count = Math.min(CHUNK, values.length - from);
      chunk.asIntBuffer().put(values, from, count);
      zip.write(chunk.array(), 0, 4 * count);
    }
    zip.closeEntry();
  }

  /**
   * Writes a text.
   *
   * @param name name of the text, once in an archive
   * @param text any text
   * @throws IOException if writing fails or the name was used before
   */
  public void text(String name, String text) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    begin(name, "|u1", bytes.length, bytes.length);
    zip.write(bytes);
    zip.closeEntry();
  }

  private void begin(String name, String type, int length, int... shape) throws IOException {
    if (!name.matches("[A-Za-z0-9][A-Za-z0-9._-]*")) {
      throw new IllegalArgumentException("array name \"" + name + "\"");
    }
    if (NpyHeader.cells(shape) != length) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "array \"%s\": %d values do not fill %s",
              name,
              length,
              Arrays.toString(shape)));
    }
    ZipEntry entry = new ZipEntry(name + ".npy");
    entry.setTime(0); // equal models are equal files
    zip.putNextEntry(entry);
    zip.write(NpyHeader.bytes(type, shape));
  }

  @Override
  public void close() throws IOException {
    zip.close();
  }
}
