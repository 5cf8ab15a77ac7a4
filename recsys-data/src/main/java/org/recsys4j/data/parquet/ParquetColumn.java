package org.recsys4j.data.parquet;

import java.util.Locale;
import org.recsys4j.data.text.TimeFormat;

/**
 * A top-level column that holds one value a row.
 *
 * @param name its name
 * @param type how values are stored
 * @param optional whether values may be missing
 * @param meaning what they mean
 * @param scale of decimal numbers, how many digits stand behind the point
 */
record ParquetColumn(String name, Physical type, boolean optional, Meaning meaning, int scale) {
  private static final int CONVERTED_UTF8 = 0;
  private static final int CONVERTED_DECIMAL = 5;
  private static final int CONVERTED_DATE = 6;
  private static final int CONVERTED_MILLIS = 9;
  private static final int CONVERTED_MICROS = 10;
  private static final int CONVERTED_UINT_32 = 13;
  private static final int CONVERTED_UINT_64 = 14;

  /** What values mean, beyond their type. */
  enum Meaning {
    PLAIN,
    UNSIGNED,
    DECIMAL,
    DATE,
    MILLIS,
    MICROS,
    NANOS;

    /** The unit of a time, where values are times by themselves. */
    TimeFormat unit() {
      return switch (this) {
        case MILLIS -> TimeFormat.MILLISECONDS;
        case MICROS -> TimeFormat.MICROSECONDS;
        case NANOS -> TimeFormat.NANOSECONDS;
        default -> TimeFormat.SECONDS;
      };
    }
  }

  /** From an element of the schema that has no children and is not repeated. */
  static ParquetColumn of(Thrift element) {
    Physical type = Physical.of(element.number(1, -1));
    Meaning meaning =
        element.struct(10).map(ParquetColumn::logical).orElseGet(() -> converted(element));
    int scale =
        (int)
            element
                .struct(10)
                .flatMap(logical -> logical.struct(5))
                .map(decimal -> decimal.number(1, 0))
                .orElseGet(() -> element.number(7, 0))
                .longValue();
    return new ParquetColumn(
        element.text(4).orElse(""), type, element.number(3, 0) == 1, meaning, scale);
  }

  private static Meaning logical(Thrift logical) {
    if (logical.has(5)) {
      return Meaning.DECIMAL;
    }
    if (logical.has(6)) {
      return Meaning.DATE;
    }
    if (logical.has(8)) {
      Thrift unit = logical.struct(8).flatMap(it -> it.struct(2)).orElse(logical);
      return unit.has(1) ? Meaning.MILLIS : unit.has(2) ? Meaning.MICROS : Meaning.NANOS;
    }
    boolean signed = logical.struct(10).map(it -> it.number(2, 1) != 0).orElse(true);
    return signed ? Meaning.PLAIN : Meaning.UNSIGNED;
  }

  private static Meaning converted(Thrift element) {
    return switch ((int) element.number(6, CONVERTED_UTF8)) {
      case CONVERTED_DECIMAL -> Meaning.DECIMAL;
      case CONVERTED_DATE -> Meaning.DATE;
      case CONVERTED_MILLIS -> Meaning.MILLIS;
      case CONVERTED_MICROS -> Meaning.MICROS;
      case CONVERTED_UINT_32, CONVERTED_UINT_64 -> Meaning.UNSIGNED;
      default -> Meaning.PLAIN;
    };
  }

  /** The type as messages show it. */
  String title() {
    return type + (meaning == Meaning.PLAIN ? "" : " " + meaning.name().toLowerCase(Locale.ROOT));
  }
}
