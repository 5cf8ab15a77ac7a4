package org.recsys4j.api.store;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The head of an array in NumPy's format 1.0: eight bytes of magic and version, two of length, and
 * a Python dictionary of type, order and shape, padded with spaces so that the numbers begin at a
 * multiple of 64 bytes.
 */
final class NpyHeader {
  private static final byte[] MAGIC = {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0};
  private static final int ALIGNMENT = 64;
  private static final Pattern DICTIONARY =
      Pattern.compile(
          "\\{'descr': '([^']{1,8})', 'fortran_order': False, 'shape': \\(([0-9, ]*)\\), \\}\\s*");

  private final String type;
  private final int[] shape;
  private final int length;

  private NpyHeader(String type, int[] shape, int length) {
    this.type = type;
    this.shape = shape;
    this.length = length;
  }

  String type() {
    return type;
  }

  int[] shape() {
    return shape.clone();
  }

  /** How many bytes it takes in the file. */
  int length() {
    return length;
  }

  /**
   * How many cells an array of a shape has, or -1 where a size is negative or they are too many.
   */
  static long cells(int... shape) {
    long cells = 1;
    for (int size : shape) {
      cells *= size; // below 2^62, as both factors are below 2^31
      if (size < 0 || cells > Integer.MAX_VALUE) {
        return -1;
      }
    }
    return cells;
  }

  static byte[] bytes(String type, int... shape) {
    String sizes =
        Arrays.stream(shape).mapToObj(Integer::toString).collect(Collectors.joining(", "));
    String comma = shape.length == 1 ? "," : "";
    String dictionary =
        "{'descr': '" + type + "', 'fortran_order': False, 'shape': (" + sizes + comma + "), }";
    int before = MAGIC.length + 2;
    int end = (before + dictionary.length() + ALIGNMENT) / ALIGNMENT * ALIGNMENT;
    byte[] bytes = Arrays.copyOf(MAGIC, end);
    Arrays.fill(bytes, before, end - 1, (byte) ' ');
    bytes[end - 1] = '\n';
    bytes[MAGIC.length] = (byte) (end - before);
    bytes[MAGIC.length + 1] = (byte) ((end - before) >> 8);
    byte[] text = dictionary.getBytes(StandardCharsets.US_ASCII);
    System.arraycopy(text, 0, bytes, before, text.length);
    return bytes;
  }

  static NpyHeader read(InputStream in) throws IOException {
    byte[] start = in.readNBytes(MAGIC.length + 2);
    if (start.length < MAGIC.length + 2
        || !Arrays.equals(start, 0, MAGIC.length, MAGIC, 0, MAGIC.length)) {
      throw new IOException("is no array of NumPy's format 1.0");
    }
    int length = (start[MAGIC.length] & 0xff) | (start[MAGIC.length + 1] & 0xff) << 8;
    byte[] text = in.readNBytes(length);
    if (text.length < length) {
      throw new EOFException("ends within its header");
    }
    String dictionary = new String(text, StandardCharsets.US_ASCII);
    Matcher matcher = DICTIONARY.matcher(dictionary);
    if (!matcher.matches()) {
      throw new IOException("has a header that is not understood: " + dictionary.strip());
    }
    return new NpyHeader(matcher.group(1), shape(matcher.group(2)), start.length + length);
  }

  private static int[] shape(String sizes) throws IOException {
    try {
      return Stream.of(sizes.split(",", -1))
          .map(String::trim)
          .filter(size -> !size.isEmpty())
          .mapToInt(Integer::parseInt)
          .toArray();
    } catch (NumberFormatException e) {
      throw new IOException("has no legal shape: (" + sizes + ")", e);
    }
  }
}
