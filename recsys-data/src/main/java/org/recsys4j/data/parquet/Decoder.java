package org.recsys4j.data.parquet;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.jspecify.annotations.Nullable;

/**
 * Values one after the other. After {@link #next}, the value is in the fields of its type: whole
 * numbers in {@link #whole}, others in {@link #real}, texts from {@link #from} to {@link #to} in
 * {@link #bytes}. Fields, since this is the innermost loop.
 */
abstract class Decoder {
  static final int RLE = 3;

  private static final int PLAIN = 0;
  private static final int PLAIN_DICTIONARY = 2;
  private static final int DELTA_BINARY_PACKED = 5;
  private static final int DELTA_LENGTH_BYTE_ARRAY = 6;
  private static final int DELTA_BYTE_ARRAY = 7;
  private static final int RLE_DICTIONARY = 8;
  private static final int BYTE_STREAM_SPLIT = 9;

  private static final byte[] NOTHING = {};
  private static final int JULIAN_DAY_OF_1970 = 2_440_588;

  long whole;
  double real;
  byte[] bytes = NOTHING;
  int from;
  int to;

  /** Goes to the next value. */
  abstract void next();

  /** The decoder of a page's values, which begin at {@code start}. */
  static Decoder of(
      long encoding,
      Physical type,
      byte[] page,
      int start,
      int count,
      @Nullable Dictionary dictionary) {
    if (start < 0 || start > page.length) {
      throw new DamagedException("a page is shorter than its levels");
    }
    return switch ((int) encoding) {
      case PLAIN -> plain(type, page, start);
      case PLAIN_DICTIONARY, RLE_DICTIONARY -> {
        if (dictionary == null) {
          throw new DamagedException("a page lacks its dictionary");
        }
        // A page of missing values alone may be empty.
        int width = start < page.length ? page[start] : 0;
        yield dictionary.decoder(
            new Hybrid(page, Math.min(start + 1, page.length), page.length, width));
      }
      case DELTA_BINARY_PACKED -> new Delta(buffer(page, start), type == Physical.INT32);
      case DELTA_LENGTH_BYTE_ARRAY -> new DeltaTexts(page, buffer(page, start), false, count);
      case DELTA_BYTE_ARRAY -> new DeltaTexts(page, buffer(page, start), true, count);
      case BYTE_STREAM_SPLIT -> new Split(type, page, start);
      default -> throw new DamagedException("encoding " + encoding + " is not read");
    };
  }

  static Decoder plain(Physical type, byte[] page, int start) {
    return type == Physical.BYTE_ARRAY
        ? new PlainTexts(page, buffer(page, start))
        : new PlainNumbers(type, buffer(page, start));
  }

  private static ByteBuffer buffer(byte[] page, int start) {
    return ByteBuffer.wrap(page).order(ByteOrder.LITTLE_ENDIAN).position(start);
  }

  /** Takes a number at the buffer's position. */
  final void take(Physical type, ByteBuffer in) {
    switch (type) {
      case INT32 -> whole = in.getInt();
      case INT64 -> whole = in.getLong();
      case FLOAT -> real = in.getFloat();
      case DOUBLE -> real = in.getDouble();
      case INT96 -> {
        long nanosOfDay = in.getLong();
        whole = (in.getInt() - JULIAN_DAY_OF_1970) * 86_400L + nanosOfDay / 1_000_000_000;
      }
      default -> throw new DamagedException("type " + type + " is not read");
    }
  }

  /** Numbers of a fixed width; INT96, which are times, as seconds. */
  private static final class PlainNumbers extends Decoder {
    private final Physical type;
    private final ByteBuffer in;

    PlainNumbers(Physical type, ByteBuffer in) {
      this.type = type;
      this.in = in;
    }

    @Override
    void next() {
      take(type, in);
    }
  }

  /** Texts behind their lengths. */
  private static final class PlainTexts extends Decoder {
    private final ByteBuffer in;

    PlainTexts(byte[] page, ByteBuffer in) {
      this.in = in;
      this.bytes = page;
    }

    @Override
    void next() {
      int length = in.getInt();
      if (length < 0 || length > in.remaining()) {
        throw new DamagedException("a text is longer than its page");
      }
      from = in.position();
      to = from + length;
      in.position(to);
    }
  }

  /** The first bytes of all numbers, then their second ones, and so on. */
  private static final class Split extends Decoder {
    private final Physical type;
    private final byte[] page;
    private final int stride;
    private final ByteBuffer one;
    private int at;
    private final int end;

    Split(Physical type, byte[] page, int start) {
      int width = Math.max(1, type.width());
      this.type = type;
      this.page = page;
      this.stride = (page.length - start) / width;
      this.one = ByteBuffer.allocate(width).order(ByteOrder.LITTLE_ENDIAN);
      this.at = start;
      this.end = start + stride;
    }

    @Override
    void next() {
      if (at == end) {
        throw new DamagedException("a page is cut off");
      }
      for (int i = 0; i < one.capacity(); i++) {
        one.put(i, page[at + i * stride]);
      }
      at++;
      one.rewind();
      take(type, one);
    }
  }
}
