package org.recsys4j.api.store;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Collectors;
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
    for (int from = 0; from < values.length; from += CHUNK) {
      int count = Math.min(CHUNK, values.length - from);
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
    for (int from = 0; from < values.length; from += CHUNK) {
      int count = Math.min(CHUNK, values.length - from);
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
    if (Arrays.stream(shape).asLongStream().reduce(1, (a, b) -> a * b) != length) {
      throw new IllegalArgumentException(
          "array \"%s\": %d values do not fill %s".formatted(name, length, Arrays.toString(shape)));
    }
    ZipEntry entry = new ZipEntry(name + ".npy");
    entry.setTime(0); // equal models are equal files
    zip.putNextEntry(entry);
    String sizes =
        Arrays.stream(shape).mapToObj(Integer::toString).collect(Collectors.joining(", "));
    String header =
        "{'descr': '%s', 'fortran_order': False, 'shape': (%s%s), }"
            .formatted(type, sizes, shape.length == 1 ? "," : "");
    int padded = (10 + header.length() + 1 + 63) / 64 * 64 - 10;
    ByteBuffer start = ByteBuffer.allocate(10 + padded).order(ByteOrder.LITTLE_ENDIAN);
    start.put((byte) 0x93).put("NUMPY".getBytes(StandardCharsets.US_ASCII));
    start.put((byte) 1).put((byte) 0).putShort((short) padded);
    start.put(header.getBytes(StandardCharsets.US_ASCII));
    while (start.remaining() > 1) {
      start.put((byte) ' ');
    }
    start.put((byte) '\n');
    zip.write(start.array());
  }

  @Override
  public void close() throws IOException {
    zip.close();
  }
}
