package org.recsys4j.api.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/**
 * Reads the arrays that a {@link ModelWriter} wrote. Every entry's sizes are checked before memory
 * is taken for it, and its CRC-32 when it was read; besides the arrays that are returned, 256 KiB
 * are held. For one thread.
 */
public final class ModelReader implements AutoCloseable {
  private static final int CHUNK = 1 << 16;

  private final Path file;
  private final ZipFile zip;

  /**
   * Opens an archive.
   *
   * @param file an archive that a {@link ModelWriter} wrote
   * @throws IOException if it cannot be read or is no such archive
   */
  public ModelReader(Path file) throws IOException {
    this.file = file;
    try {
      this.zip = new ZipFile(file.toFile());
    } catch (ZipException e) {
      throw new IOException(file + ": no archive of arrays, or a damaged one", e);
    }
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
          byte[] chunk = new byte[4 * Math.min(CHUNK, values.length)];
          int count;
          for (int from = 0; from < values.length; from += count) {
            count = Math.min(CHUNK, values.length - from);
            in.next(chunk, 4 * count).asFloatBuffer().get(values, from, count);
          }
          return values;
        });
  }

  /**
   * Reads an array of integers.
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
          byte[] chunk = new byte[4 * Math.min(CHUNK, values.length)];
          int count;
          for (int from = 0; from < values.length; from += count) {
            count = Math.min(CHUNK, values.length - from);
            in.next(chunk, 4 * count).asIntBuffer().get(values, from, count);
          }
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
    return read(
        name,
        "|u1",
        1,
        new int[] {-1},
        in -> {
          ByteBuffer bytes = in.next(new byte[in.cells()], in.cells());
          return StandardCharsets.UTF_8.decode(bytes).toString();
        });
  }

  /** Takes the numbers out of an array. */
  private interface Content<T> {
    T of(NpyInput in) throws IOException;
  }

  private <T> T read(String name, String type, int width, int[] shape, Content<T> content)
      throws IOException {
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
