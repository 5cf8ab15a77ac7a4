package org.recsys4j.api.store;

import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
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
  private final String prefix;

  /**
   * A writer.
   *
   * @param out where the archive goes
   */
  public ModelWriter(OutputStream out) {
    this(new ZipOutputStream(new BufferedOutputStream(out, CHUNK)), "");
    zip.setLevel(Deflater.NO_COMPRESSION); // learned numbers hardly compress
  }

  private ModelWriter(ZipOutputStream zip, String prefix) {
    this.zip = zip;
    this.prefix = prefix;
  }

  /**
   * A writer to the same archive whose names all begin with a word and a dot, so that a part of a
   * model, such as an optimiser, need not know how others name their arrays. {@link
   * ModelReader#part} reads it. It is not to be closed: the whole is.
   *
   * @param name the word
   * @return a writer of {@code name.array} where {@code array} is asked for
   */
  public ModelWriter part(String name) {
    return new ModelWriter(zip, prefix + name + ".");
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
    write(4, values.length, (chunk, from, n) -> chunk.asFloatBuffer().put(values, from, n));
  }

  /**
   * Writes an array of doubles.
   *
   * @param name name of the array, once in an archive
   * @param values numbers, row-major
   * @param shape sizes, whose product is the number of values: rows, columns
   * @throws IOException if writing fails or the name was used before
   */
  public void doubles(String name, double[] values, int... shape) throws IOException {
    begin(name, "<f8", values.length, shape);
    write(8, values.length, (chunk, from, n) -> chunk.asDoubleBuffer().put(values, from, n));
  }

  /**
   * Writes an array of integers of 32 bits.
   *
   * @param name name of the array, once in an archive
   * @param values numbers, row-major
   * @param shape sizes, whose product is the number of values: rows, columns
   * @throws IOException if writing fails or the name was used before
   */
  public void ints(String name, int[] values, int... shape) throws IOException {
    begin(name, "<i4", values.length, shape);
    write(4, values.length, (chunk, from, n) -> chunk.asIntBuffer().put(values, from, n));
  }

  /**
   * Writes an array of integers of 64 bits.
   *
   * @param name name of the array, once in an archive
   * @param values numbers, row-major
   * @param shape sizes, whose product is the number of values: rows, columns
   * @throws IOException if writing fails or the name was used before
   */
  public void longs(String name, long[] values, int... shape) throws IOException {
    begin(name, "<i8", values.length, shape);
    write(8, values.length, (chunk, from, n) -> chunk.asLongBuffer().put(values, from, n));
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

  /**
   * Writes a list of texts: their bytes as one text, and where each ends as {@code name.ends}.
   *
   * @param name name of the list, once in an archive
   * @param texts any texts
   * @throws IOException if writing fails, the name was used before, or the texts have more than
   *     2^31 bytes together
   */
  public void texts(String name, List<String> texts) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    int[] ends = new int[texts.size()];
    for (int i = 0; i < ends.length; i++) {
      bytes.write(texts.get(i).getBytes(StandardCharsets.UTF_8));
      ends[i] = bytes.size();
    }
    begin(name, "|u1", bytes.size(), bytes.size());
    bytes.writeTo(zip);
    zip.closeEntry();
    ints(name + ".ends", ends, ends.length);
  }

  /** Puts numbers into the front of a chunk. */
  private interface Numbers {
    void put(ByteBuffer chunk, int from, int count);
  }

  private void write(int width, int length, Numbers numbers) throws IOException {
    ByteBuffer chunk =
        ByteBuffer.allocate(width * Math.min(CHUNK, length)).order(ByteOrder.LITTLE_ENDIAN);
    int count;
    for (int from = 0; from < length; from += count) {
      count = Math.min(CHUNK, length - from);
      numbers.put(chunk, from, count);
      zip.write(chunk.array(), 0, width * count);
    }
    zip.closeEntry();
  }

  private void begin(String array, String type, int length, int... shape) throws IOException {
    String name = prefix + array;
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
