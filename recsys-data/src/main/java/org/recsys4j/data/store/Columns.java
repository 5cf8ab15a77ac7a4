package org.recsys4j.data.store;

import java.io.IOException;
import java.util.Arrays;
import java.util.function.IntUnaryOperator;
import org.recsys4j.api.data.IdIndex;
import org.recsys4j.api.data.Interactions;

/** Columns of numbers in as few bytes as they need, and of ids. */
final class Columns {
  private static final int NO_TIMES = 0;
  private static final int LONG_TIMES = 1;
  private static final int TIMES_AFTER_THE_FIRST = 2;
  private static final int MOST_LEVELS = 256;

  private Columns() {}

  /** Bytes that whole numbers from 0 to below a limit need: 1, 2 or 4. */
  private static int width(int limit) {
    return limit <= 1 << 8 ? 1 : limit <= 1 << 16 ? 2 : 4;
  }

  /** Numbers from 0 to below a limit. */
  static void writeInts(SectionWriter out, int size, int limit, IntUnaryOperator numbers)
      throws IOException {
    int width = width(limit);
    out.putInt(size);
    out.putInt(width);
    for (int i = 0; i < size; i++) {
      int number = numbers.applyAsInt(i);
      switch (width) {
        case 1 -> out.putByte(number);
        case 2 -> out.putChar(number);
        default -> out.putInt(number);
      }
    }
  }

  static int[] readInts(SectionInput in) {
    int[] numbers = new int[in.getInt()];
    in.getInts(numbers, in.getInt());
    return numbers;
  }

  static void writeIds(SectionWriter out, IdIndex ids) throws IOException {
    out.putInt(ids.size());
    for (int i = 0; i < ids.size(); i++) {
      out.putText(ids.id(i));
    }
  }

  static IdIndex readIds(SectionInput in) {
    IdIndex.Builder ids = new IdIndex.Builder();
    int count = in.getInt();
    for (int i = 0; i < count; i++) {
      ids.add(in.getText());
    }
    return ids.build();
  }

  /** Values, as numbers of levels where there are few different ones, as ratings are. */
  static void writeValues(SectionWriter out, Interactions events) throws IOException {
    float[] levels = levels(events);
    out.putInt(events.size());
    out.putInt(levels.length);
    for (float level : levels) {
      out.putFloat(level);
    }
    for (int position = 0; position < events.size() && levels.length != 1; position++) {
      float value = events.value(position);
      if (levels.length == 0) {
        out.putFloat(value);
      } else {
        out.putByte(Arrays.binarySearch(levels, value));
      }
    }
  }

  /** The different values in ascending order; none if they are too many. */
  private static float[] levels(Interactions events) {
    float[] levels = new float[MOST_LEVELS];
    int count = 0;
    for (int position = 0; position < events.size(); position++) {
      float value = events.value(position);
      int place = Arrays.binarySearch(levels, 0, count, value);
      if (place < 0) {
        if (count == MOST_LEVELS) {
          return new float[0];
        }
        System.arraycopy(levels, -place - 1, levels, -place, count + place + 1);
        levels[-place - 1] = value;
        count++;
      }
    }
    return Arrays.copyOf(levels, count);
  }

  static float[] readValues(SectionInput in) {
    float[] values = new float[in.getInt()];
    float[] levels = new float[in.getInt()];
    in.getFloats(levels);
    if (levels.length == 0) {
      in.getFloats(values);
    } else if (levels.length == 1) {
      Arrays.fill(values, levels[0]);
    } else {
      for (int i = 0; i < values.length; i++) {
        values[i] = levels[in.getByte()];
      }
    }
    return values;
  }

  /** Times, as distances from the first where these fit in 32 bits: within 136 years. */
  static void writeTimes(SectionWriter out, Interactions events) throws IOException {
    out.putInt(events.hasTimes() ? events.size() : 0);
    long first = Long.MAX_VALUE;
    long last = Long.MIN_VALUE;
    for (int position = 0; position < events.size() && events.hasTimes(); position++) {
      first = Math.min(first, events.time(position));
      last = Math.max(last, events.time(position));
    }
    long span = last - first; // negative where it overflows
    boolean close = span >= 0 && span < 1L << 32;
    out.putInt(!events.hasTimes() ? NO_TIMES : close ? TIMES_AFTER_THE_FIRST : LONG_TIMES);
    out.putLong(first);
    for (int position = 0; position < events.size() && events.hasTimes(); position++) {
      if (close) {
        out.putInt((int) (events.time(position) - first));
      } else {
        out.putLong(events.time(position));
      }
    }
  }

  static long[] readTimes(SectionInput in) {
    long[] times = new long[in.getInt()];
    int kind = in.getInt();
    long first = in.getLong();
    if (kind == LONG_TIMES) {
      in.getLongs(times);
    }
    for (int i = 0; i < times.length && kind == TIMES_AFTER_THE_FIRST; i++) {
      times[i] = first + (in.getInt() & 0xffffffffL);
    }
    return times;
  }
}
