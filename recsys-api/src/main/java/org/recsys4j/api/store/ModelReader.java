package org.recsys4j.api.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * Reads the arrays that a {@link ModelWriter} wrote. Every entry's CRC-32 is checked while it is
 * read. For one thread.
 */
public final class ModelReader implements AutoCloseable {
  private static final Pattern HEADER =
      Pattern.compile(
          "\\{'descr': '([^']{1,8})', 'fortran_order': False, 'shape': \\(([0-9, ]*)\\), \\}\\s*");

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
    this.zip = new ZipFile(file.toFile());
  }

  /**
   * Reads an array of floats.
   *
   * @param name name of the array
   * @param shape sizes that it must have; -1 stands for any
   * @return its numbers, row-major
   * @throws IOException if there is no such array, or it has another type or shape
   */
  public float[] floats(String name, int... shape) throws IOException {
    ByteBuffer bytes = read(name, "<f4", 4, shape);
    float[] values = new float[bytes.remaining() / 4];
    bytes.asFloatBuffer().get(values);
    return values;
  }

  /**
   * Reads an array of integers.
   *
   * @param name name of the array
   * @param shape sizes that it must have; -1 stands for any
   * @return its numbers, row-major
   * @throws IOException if there is no such array, or it has another type or shape
   */
  public int[] ints(String name, int... shape) throws IOException {
    ByteBuffer bytes = read(name, "<i4", 4, shape);
    int[] values = new int[bytes.remaining() / 4];
    bytes.asIntBuffer().get(values);
    return values;
  }

  /**
   * Reads a text.
   *
   * @param name name of the text
   * @return the text
   * @throws IOException if there is no such text
   */
  public String text(String name) throws IOException {
    return StandardCharsets.UTF_8.decode(read(name, "|u1", 1, -1)).toString();
  }

  private ByteBuffer read(String name, String type, int width, int... shape) throws IOException {
    ZipEntry entry = zip.getEntry(name + ".npy");
    if (entry == null) {
      throw new IOException(file + ": no array \"" + name + "\"");
    }
    if (entry.getSize() > Integer.MAX_VALUE - 8) {
      throw new IOException(file + ": array \"" + name + "\" is too large");
    }
    try (CheckedInputStream in = new CheckedInputStream(zip.getInputStream(entry), new CRC32())) {
      byte[] start = in.readNBytes(10);
      if (start.length < 10 || start[1] != 'N' || start[6] != 1) {
        throw new IOException(file + ": \"" + name + "\" is no array of NumPy's format 1.0");
      }
      int length = (start[8] & 0xff) | (start[9] & 0xff) << 8;
      String header = new String(in.readNBytes(length), StandardCharsets.US_ASCII);
      Matcher matcher = HEADER.matcher(header);
      if (!matcher.matches() || !matcher.group(1).equals(type)) {
        throw new IOException(file + ": \"" + name + "\" is not of type " + type + ": " + header);
      }
      int[] found = shape(matcher.group(2));
      if (!fits(found, shape)) {
        throw new IOException(
            "%s: \"%s\" has the shape %s, not %s"
                .formatted(file, name, Arrays.toString(found), Arrays.toString(shape)));
      }
      long size = Arrays.stream(found).asLongStream().reduce(width, (a, b) -> a * b);
      if (size < 0 || size > entry.getSize()) {
        throw new IOException(file + ": \"" + name + "\" is shorter than its shape says");
      }
      byte[] content = in.readNBytes((int) size);
      if (content.length < size || in.read() >= 0) {
        throw new IOException(file + ": \"" + name + "\" is shorter or longer than its shape says");
      }
      if (in.getChecksum().getValue() != entry.getCrc()) {
        throw new IOException(file + ": \"" + name + "\" is damaged (its checksum differs)");
      }
      return ByteBuffer.wrap(content).order(ByteOrder.LITTLE_ENDIAN);
    } catch (NumberFormatException e) {
      throw new IOException(file + ": \"" + name + "\" has no legal shape", e);
    }
  }

  private static int[] shape(String sizes) {
    return Stream.of(sizes.split(","))
        .map(String::trim)
        .filter(size -> !size.isEmpty())
        .mapToInt(Integer::parseInt)
        .toArray();
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

  @Override
  public void close() throws IOException {
    zip.close();
  }
}
