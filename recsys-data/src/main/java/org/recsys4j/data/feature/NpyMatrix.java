package org.recsys4j.data.feature;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.recsys4j.api.data.InvalidDataException;

/**
 * Reads a matrix of NumPy's {@code .npy} format, versions 1 to 3: two dimensions, row-major,
 * little-endian floats of 4 or 8 bytes. Sizes are compared with the file before memory is taken.
 */
final class NpyMatrix {
  private static final byte[] MAGIC = {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y'};
  private static final int LONGEST_HEADER = 1 << 16;
  private static final int LARGEST = Integer.MAX_VALUE - 8;
  private static final Pattern HEADER =
      Pattern.compile(
          "\\{'descr': '<f([48])', 'fortran_order': False, 'shape': \\((\\d+), (\\d+)\\),? ?\\}\\s*");

  private final int rows;
  private final int columns;
  private final float[] values;

  private NpyMatrix(int rows, int columns, float[] values) {
    this.rows = rows;
    this.columns = columns;
    this.values = values;
  }

  int rows() {
    return rows;
  }

  int columns() {
    return columns;
  }

  /** Row-major; the array itself. */
  float[] values() {
    return values;
  }

  static NpyMatrix read(Path file) throws IOException {
    try (InputStream in = new BufferedInputStream(Files.newInputStream(file), 1 << 16)) {
      byte[] start = in.readNBytes(MAGIC.length + 2);
      if (start.length < MAGIC.length + 2 || !Arrays.equals(start, 0, 6, MAGIC, 0, 6)) {
        throw new InvalidDataException(file + " is no .npy file");
      }
      int lengthBytes = start[MAGIC.length] == 1 ? 2 : 4;
      ByteBuffer size = ByteBuffer.wrap(in.readNBytes(lengthBytes)).order(ByteOrder.LITTLE_ENDIAN);
      int length =
          size.remaining() < lengthBytes
              ? -1
              : lengthBytes == 2 ? size.getShort() & 0xffff : size.getInt();
      if (length < 0 || length > LONGEST_HEADER) {
        throw new InvalidDataException(file + ": the header is damaged");
      }
      String header = new String(in.readNBytes(length), StandardCharsets.US_ASCII);
      Matcher matcher = HEADER.matcher(header);
      if (!matcher.matches() || matcher.group(2).length() > 9 || matcher.group(3).length() > 9) {
        throw new InvalidDataException(
            file + ": not a row-major matrix of little-endian floats: " + header.strip());
      }
      int width = Integer.parseInt(matcher.group(1));
      int rows = Integer.parseInt(matcher.group(2));
      int columns = Integer.parseInt(matcher.group(3));
      long cells = (long) rows * columns;
      long header0 = MAGIC.length + 2L + lengthBytes + length;
      if (columns == 0 || cells > LARGEST || Files.size(file) != header0 + cells * width) {
        throw new InvalidDataException(
            file + " is not as long as " + rows + " x " + columns + " numbers");
      }
      return new NpyMatrix(rows, columns, numbers(file, in, width, (int) cells));
    }
  }

  private static float[] numbers(Path file, InputStream in, int width, int cells)
      throws IOException {
    float[] values = new float[cells];
    byte[] chunk = new byte[1 << 16];
    ByteBuffer buffer = ByteBuffer.wrap(chunk).order(ByteOrder.LITTLE_ENDIAN);
    for (int cell = 0; cell < cells; ) {
      int count = Math.min(chunk.length / width, cells - cell);
      if (in.readNBytes(chunk, 0, count * width) < count * width) {
        throw new InvalidDataException(file + " ends too early");
      }
      for (int i = 0; i < count; i++, cell++) {
        values[cell] = width == 4 ? buffer.getFloat(4 * i) : (float) buffer.getDouble(8 * i);
        if (!Float.isFinite(values[cell])) {
          throw new InvalidDataException(file + ": number " + cell + " is not finite");
        }
      }
    }
    return values;
  }
}
