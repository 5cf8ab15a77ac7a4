package org.recsys4j.api.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/**
 * Reads the arrays that a {@link ModelWriter} wrote. Every entry's sizes are checked before memory
 * is taken for it, and its CRC-32 when it was read; besides the arrays that are returned, 512 KiB
 * are held. For one thread.
 */
public final class ModelReader implements AutoCloseable {
  private static final int CHUNK = 1 << 16;

  private final Path file;
  private final ZipFile zip;
  private final String prefix;

  /**
   * Opens an archive.
   *
   * @param file an archive that a {@link ModelWriter} wrote
   * @throws IOException if it cannot be read or is no such archive
   */
  public ModelReader(Path file) throws IOException {
    this(file, open(file), "");
  }

  private ModelReader(Path file, ZipFile zip, String prefix) {
    this.file = file;
    this.zip = zip;
    this.prefix = prefix;
  }

  private static ZipFile open(Path file) throws IOException {
    try {
      return new ZipFile(file.toFile());
    } catch (ZipException e) {
      throw new IOException(file + ": no archive of arrays, or a damaged one", e);
    }
  }

  /**
   * A reader of what {@link ModelWriter#part} wrote. It is not to be closed: the whole is.
   *
   * @param name the word that the part's names begin with
   * @return a reader of {@code name.array} where {@code array} is asked for
   */
  public ModelReader part(String name) {
    return new ModelReader(file, zip, prefix + name + ".");
  }

  /**
   * Reads an array of floats.
   *
   * @param name name of the array
   * @param shape sizes that it must have; -1 stands for any
   * @return its numbers, row-major
   * @throws IOException if there is no such array, it has another type or shape, or it is damaged
   */
  public float[] floats(String name, int... shape) throws IOException {
    return read(
        name,
        "<f4",
        4,
        shape,
        in -> {
          float[] values = new float[in.cells()];
          read(in, 4, (chunk, from, n) -> chunk.asFloatBuffer().get(values, from, n));
          return values;
        });
  }

  /**
   * Reads an array of doubles.
   *
   * @param name name of the array
   * @param shape sizes that it must have; -1 stands for any
   * @return its numbers, row-major
   * @throws IOException if there is no such array, it has another type or shape, or it is damaged
   */
  public double[] doubles(String name, int... shape) throws IOException {
    return read(
        name,
        "<f8",
        8,
        shape,
        in -> {
          double[] values = new double[in.cells()];
          read(in, 8, (chunk, from, n) -> chunk.asDoubleBuffer().get(values, from, n));
          return values;
        });
  }

  /**
   * Reads an array of integers of 32 bits.
   *
   * @param name name of the array
   * @param shape sizes that it must have; -1 stands for any
   * @return its numbers, row-major
   * @throws IOException if there is no such array, it has another type or shape, or it is damaged
   */
  public int[] ints(String name, int... shape) throws IOException {
    return read(
        name,
        "<i4",
        4,
        shape,
        in -> {
          int[] values = new int[in.cells()];
          read(in, 4, (chunk, from, n) -> chunk.asIntBuffer().get(values, from, n));
          return values;
        });
  }

  /**
   * Reads an array of integers of 64 bits.
   *
   * @param name name of the array
   * @param shape sizes that it must have; -1 stands for any
   * @return its numbers, row-major
   * @throws IOException if there is no such array, it has another type or shape, or it is damaged
   */
  public long[] longs(String name, int... shape) throws IOException {
    return read(
        name,
        "<i8",
        8,
        shape,
        in -> {
          long[] values = new long[in.cells()];
          read(in, 8, (chunk, from, n) -> chunk.asLongBuffer().get(values, from, n));
          return values;
        });
  }

  /**
   * Reads a text.
   *
   * @param name name of the text
   * @return the text
   * @throws IOException if there is no such text, or it is damaged
   */
  public String text(String name) throws IOException {
    return StandardCharsets.UTF_8.decode(ByteBuffer.wrap(bytes(name))).toString();
  }

  /**
   * Reads a list of texts.
   *
   * @param name name of the list
   * @return the texts
   * @throws IOException if there is no such list, or it is damaged
   */
  public List<String> texts(String name) throws IOException {
    byte[] bytes = bytes(name);
    int[] ends = ints(name + ".ends", -1);
    List<String> texts = new ArrayList<>(ends.length);
    int start = 0;
    for (int end : ends) {
      if (end < start || end > bytes.length) {
        throw new IOException(file + ": array \"" + prefix + name + ".ends\" is not in order");
      }
      texts.add(new String(bytes, start, end - start, StandardCharsets.UTF_8));
      start = end;
    }
    return texts;
  }

  private byte[] bytes(String name) throws IOException {
    return read(
        name,
        "|u1",
        1,
        new int[] {-1},
        in -> {
          byte[] bytes = new byte[in.cells()];
          in.next(bytes, bytes.length);
          return bytes;
        });
  }

  /** Takes the numbers out of an array. */
  private interface Content<T> {
    T of(NpyInput in) throws IOException;
  }

  /** Takes numbers from the front of a chunk. */
  private interface Numbers {
    void get(ByteBuffer chunk, int from, int count);
  }

  private static void read(NpyInput in, int width, Numbers numbers) throws IOException {
    byte[] chunk = new byte[width * Math.min(CHUNK, in.cells())];
    int count;
    for (int from = 0; from < in.cells(); from += count) {
      count = Math.min(CHUNK, in.cells() - from);
      numbers.get(in.next(chunk, width * count), from, count);
    }
  }

  private <T> T read(String array, String type, int width, int[] shape, Content<T> content)
      throws IOException {
    String name = prefix + array;
    ZipEntry entry = zip.getEntry(name + ".npy");
    if (entry == null) {
      throw new IOException(file + ": no array \"" + name + "\"");
    }
    try (NpyInput in = new NpyInput(zip, entry, type, width, shape)) {
      T result = content.of(in);
      in.finish();
      return result;
    } catch (IOException e) {
      throw new IOException(file + ": array \"" + name + "\" " + e.getMessage(), e);
    }
  }

  @Override
  public void close() throws IOException {
    zip.close();
  }
}
