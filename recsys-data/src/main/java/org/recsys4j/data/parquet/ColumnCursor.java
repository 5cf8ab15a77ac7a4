package org.recsys4j.data.parquet;

import java.io.EOFException;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;
import org.recsys4j.data.parquet.Pages.Page;
import org.recsys4j.data.parquet.ParquetColumn.Meaning;
import org.recsys4j.data.text.BadRowException;
import org.recsys4j.data.text.Cells;
import org.recsys4j.data.text.TimeFormat;

/**
 * Goes through one column, row by row. A value that cannot be what it is asked for ends in a {@link
 * BadRowException}. For one thread.
 */
public final class ColumnCursor {
  private static final int LONGEST_TEXT = 1 << 20;
  private static final int SECONDS_OF_A_DAY = 86_400;

  private final String role;
  private final ParquetColumn column;
  private final Pages pages;
  private final CharsetDecoder utf8 = StandardCharsets.UTF_8.newDecoder();
  private @Nullable Page page;
  private int left;
  private boolean present;

  ColumnCursor(String role, ParquetColumn column, Pages pages) {
    this.role = role;
    this.column = column;
    this.pages = pages;
  }

  /**
   * The column's name.
   *
   * @return its name in the file
   */
  public String name() {
    return column.name();
  }

  /**
   * Goes to the next row.
   *
   * @return why this cannot be, or null where it could: the bytes are damaged
   * @throws IOException if the file cannot be read
   */
  public @Nullable String next() throws IOException {
    try {
      while (left == 0) {
        page = pages.next();
        if (page == null) {
          return "column " + column.name() + " has too few values";
        }
        left = page.size();
      }
      left--;
      Page current = current();
      present = current.present().next() == 1;
      if (present) {
        current.values().next();
      }
      return null;
    } catch (DamagedException e) {
      return "column " + column.name() + ": " + e.getMessage();
    } catch (EOFException | ZipException | BufferUnderflowException e) {
      return "column " + column.name() + " is cut off or damaged";
    } catch (RuntimeException e) { // decompressors stumble over damaged data in many ways
      return "column " + column.name() + " is damaged";
    }
  }

  private Page current() {
    if (page == null) {
      throw new IllegalStateException("there is no row");
    }
    return page;
  }

  private Decoder value() {
    if (!present) {
      throw new BadRowException(role + " is missing");
    }
    return current().values();
  }

  /**
   * The value as an id: a text, or a whole number.
   *
   * @return a text with something in it
   */
  public String id() {
    Decoder value = value();
    return Cells.id(role, idText(value));
  }

  private String idText(Decoder value) {
    return switch (column.type()) {
      case BYTE_ARRAY -> {
        if (column.meaning() != Meaning.PLAIN) {
          throw cannotBe("an id");
        }
        yield text(value);
      }
      case INT32 ->
          column.meaning() == Meaning.UNSIGNED
              ? Integer.toUnsignedString((int) value.whole)
              : plainNumber(value);
      case INT64 ->
          column.meaning() == Meaning.UNSIGNED
              ? Long.toUnsignedString(value.whole)
              : plainNumber(value);
      default -> throw cannotBe("an id");
    };
  }

  private String plainNumber(Decoder value) {
    if (column.meaning() != Meaning.PLAIN) {
      throw cannotBe("an id");
    }
    return Long.toString(value.whole);
  }

  /**
   * The value as a text: numbers as Java writes them, times as ISO 8601 in UTC, to the second.
   *
   * @return the text, empty where the value is missing
   */
  public String text() {
    if (!present) {
      return "";
    }
    Decoder value = value();
    return switch (column.type()) {
      case FLOAT -> Float.toString((float) value.real);
      case DOUBLE -> Double.toString(value.real);
      case INT96 -> instant();
      case INT32, INT64 ->
          switch (column.meaning()) {
            case PLAIN, UNSIGNED -> idText(value);
            case DECIMAL -> BigDecimal.valueOf(value.whole, column.scale()).toPlainString();
            case DATE, MILLIS, MICROS, NANOS -> instant();
          };
      case BYTE_ARRAY -> {
        if (column.meaning() != Meaning.PLAIN) {
          throw cannotBe("a text");
        }
        yield Cells.text(role, text(value));
      }
      default -> throw cannotBe("a text");
    };
  }

  private String instant() {
    return Instant.ofEpochSecond(seconds(TimeFormat.SECONDS)).toString();
  }

  private String text(Decoder value) {
    if (value.to - value.from > LONGEST_TEXT) {
      throw new BadRowException(role + " is longer than " + LONGEST_TEXT + " bytes");
    }
    try {
      CharBuffer decoded =
          utf8.decode(ByteBuffer.wrap(value.bytes, value.from, value.to - value.from));
      return decoded.toString();
    } catch (CharacterCodingException e) {
      throw new BadRowException(role + " is not UTF-8");
    }
  }

  /**
   * The value as a number.
   *
   * @return the nearest float
   */
  public float number() {
    Decoder value = value();
    return switch (column.type()) {
      case FLOAT, DOUBLE -> Cells.number(role, value.real);
      case INT32, INT64 -> Cells.number(role, whole(value));
      case BYTE_ARRAY -> {
        if (column.meaning() != Meaning.PLAIN) {
          throw cannotBe("a number");
        }
        yield Cells.number(role, text(value));
      }
      default -> throw cannotBe("a number");
    };
  }

  private double whole(Decoder value) {
    return switch (column.meaning()) {
      case DECIMAL -> value.whole / Math.pow(10, column.scale());
      case PLAIN -> value.whole;
      case UNSIGNED ->
          column.type() == Physical.INT32
              ? value.whole & 0xffff_ffffL
              : (value.whole >>> 1) * 2.0 + (value.whole & 1);
      default -> throw cannotBe("a number");
    };
  }

  /**
   * The value as a time.
   *
   * @param format how it is written, unless the column itself says so
   * @return seconds since 1970-01-01 UTC, in the years 1 to 9999
   */
  public long seconds(TimeFormat format) {
    Decoder value = value();
    return switch (column.type()) {
      case INT96 -> Cells.seconds(role, value.whole, TimeFormat.SECONDS);
      case INT32, INT64 ->
          switch (column.meaning()) {
            case DATE -> Cells.seconds(role, SECONDS_OF_A_DAY * value.whole, TimeFormat.SECONDS);
            case MILLIS, MICROS, NANOS -> Cells.seconds(role, value.whole, column.meaning().unit());
            case PLAIN, UNSIGNED -> Cells.seconds(role, value.whole, checkUnits(format));
            case DECIMAL -> throw cannotBe("a time");
          };
      case FLOAT, DOUBLE -> wholeSeconds(value.real, checkUnits(format));
      case BYTE_ARRAY -> Cells.seconds(role, text(value), format);
      default -> throw cannotBe("a time");
    };
  }

  /** As data frames write times with gaps. */
  private long wholeSeconds(double number, TimeFormat format) {
    if (number != Math.rint(number) || Math.abs(number) > 0x1p62) {
      throw new BadRowException(role + " \"" + number + "\" is not a whole number");
    }
    return Cells.seconds(role, (long) number, format);
  }

  private TimeFormat checkUnits(TimeFormat format) {
    if (format == TimeFormat.ISO_8601) {
      throw cannotBe("a text of iso-8601");
    }
    return format;
  }

  private BadRowException cannotBe(String what) {
    return new BadRowException(role + " is " + column.title() + ", which cannot be " + what);
  }
}
