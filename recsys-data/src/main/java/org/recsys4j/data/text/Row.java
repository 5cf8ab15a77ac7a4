package org.recsys4j.data.text;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import org.recsys4j.api.data.IdIndex;
import org.recsys4j.data.text.TextFormat.Encoding;

/**
 * The row that a {@link RowReader} has just read; the next one takes its place. What is wrong with
 * it, such as too few columns, ends in an exception that {@link RowReader#forEach} deals with.
 *
 * <p>Bytes are kept one a character, whatever the encoding: a bad byte then belongs to a row with a
 * line, and the usual row, which is ASCII, needs no decoding.
 */
public final class Row {
  private static final int ASCII = 0x7f;

  private final boolean utf8;
  private final CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
  private char[] bytes = new char[256];
  private int[] ends = new int[16];
  private int size;
  private long line;

  Row(Encoding encoding) {
    this.utf8 = encoding == Encoding.UTF_8;
  }

  void begin(long startingLine) {
    line = startingLine;
    size = 0;
  }

  void append(char[] buffer, int offset, int length) {
    int start = end(size - 1);
    if (start + length > RowReader.LONGEST_ROW || size == RowReader.LONGEST_ROW) {
      throw new BadRowException(
          "the row is longer than " + RowReader.LONGEST_ROW + " characters or fields");
    }
    if (start + length > bytes.length) {
      bytes = Arrays.copyOf(bytes, 2 * (start + length));
    }
    if (size == ends.length) {
      ends = Arrays.copyOf(ends, 2 * size);
    }
    System.arraycopy(buffer, offset, bytes, start, length);
    ends[size++] = start + length;
  }

  /** Where a field ends and the next one begins. */
  private int end(int field) {
    return field < 0 ? 0 : ends[field];
  }

  /** Refuses NUL and bytes that are not UTF-8, in whatever column they stand. */
  void check() {
    int seen = 0;
    int last = end(size - 1);
    for (int i = 0; i < last; i++) {
      seen |= bytes[i] | (bytes[i] - 1); // NUL makes it negative
    }
    if ((seen & ~ASCII) != 0) {
      for (int field = 0; field < size; field++) {
        check(field);
      }
    }
  }

  /** Refuses more or fewer fields, unless those behind are empty. */
  void checkWidth(int width, String widthOf) {
    if (size < width || end(size - 1) > end(width - 1)) {
      throw new BadRowException(
          String.format(
              Locale.ROOT,
              "%d column%s, but the %s has %d",
              size,
              size == 1 ? "" : "s",
              widthOf,
              width));
    }
  }

  private void check(int field) {
    for (int i = end(field - 1); i < ends[field]; i++) {
      if (bytes[i] == 0) {
        throw new BadRowException("column " + (field + 1) + " has a NUL character");
      }
    }
    String unused = decode(field);
  }

  private String decode(int field) {
    int from = end(field - 1);
    int length = ends[field] - from;
    boolean ascii = true;
    for (int i = from; i < from + length && ascii; i++) {
      ascii = bytes[i] <= ASCII;
    }
    return ascii || !utf8 ? new String(bytes, from, length) : decodeUtf8(from, length);
  }

  private String decodeUtf8(int from, int length) {
    ByteBuffer encoded = ByteBuffer.allocate(length);
    for (int i = from; i < from + length; i++) {
      encoded.put((byte) bytes[i]);
    }
    encoded.flip();
    CharBuffer decoded = CharBuffer.allocate(length);
    CoderResult result = decoder.reset().decode(encoded, decoded, true);
    decoded.flip();
    if (result.isError()) {
      throw new BadRowException(
          String.format(
              Locale.ROOT,
              "byte 0x%02x after %s is not UTF-8",
              encoded.get(encoded.position()),
              Snippet.of(decoded.toString())));
    }
    return decoded.toString();
  }

  /**
   * Where the row begins.
   *
   * @return number of the line, from 1
   */
  public long line() {
    return line;
  }

  /**
   * How many fields there are.
   *
   * @return at least 1
   */
  public int size() {
    return size;
  }

  /**
   * A field as text.
   *
   * @param column which
   * @return the text, perhaps empty
   */
  public String text(Column column) {
    return decode(present(column));
  }

  /**
   * Whether a field has nothing in it.
   *
   * @param column which
   * @return whether it is the empty text
   */
  public boolean isEmpty(Column column) {
    int field = present(column);
    return ends[field] == end(field - 1);
  }

  /**
   * A field as a number.
   *
   * @param column which
   * @return the nearest float
   */
  public float number(Column column) {
    int field = present(column);
    float number = Numbers.toFloat(bytes, end(field - 1), ends[field]);
    if (!Float.isFinite(number)) {
      throw bad(column, Cells.problem(number));
    }
    return number;
  }

  /**
   * A field as a time.
   *
   * @param column which
   * @return seconds
   */
  public long seconds(Column column) {
    int field = present(column);
    try {
      return Numbers.toLong(bytes, end(field - 1), ends[field]);
    } catch (NumberFormatException e) {
      throw bad(column, "is not a whole number of seconds");
    }
  }

  /**
   * A field as a time.
   *
   * @param column which
   * @param format how it is written
   * @return seconds since 1970-01-01 UTC, in the years 1 to 9999
   */
  public long seconds(Column column, TimeFormat format) {
    int field = present(column);
    return format.seconds(column.role(), bytes, end(field - 1), ends[field]);
  }

  /**
   * Refuses a field that cannot be an id, since there is nothing in it, or white space alone.
   *
   * @param column which
   */
  public void checkId(Column column) {
    int field = present(column);
    for (int i = end(field - 1); i < ends[field]; i++) {
      if (bytes[i] > ' ') {
        return;
      }
    }
    throw new BadRowException(column.role() + " id is empty");
  }

  /**
   * Looks an id up, and adds it where it is new.
   *
   * @param column which
   * @param ids the ids so far
   * @return its index
   */
  public int indexIn(IdIndex.Builder ids, Column column) {
    int field = present(column);
    int from = end(field - 1);
    for (int i = from; i < ends[field] && utf8; i++) {
      if (bytes[i] > ASCII) {
        return ids.add(decode(field));
      }
    }
    return ids.add(bytes, from, ends[field]);
  }

  private int present(Column column) {
    if (column.index() >= size) {
      throw new BadRowException(
          String.format(
              Locale.ROOT,
              "%d column%s, but %s is column %d",
              size,
              size == 1 ? "" : "s",
              column.role(),
              column.index() + 1));
    }
    return column.index();
  }

  private BadRowException bad(Column column, String problem) {
    return new BadRowException(
        column.role() + " " + Snippet.of(decode(column.index())) + " " + problem);
  }
}
