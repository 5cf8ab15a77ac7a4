package org.recsys4j.data.feature;

import java.time.ZonedDateTime;
import java.util.OptionalInt;
import org.recsys4j.api.FeatureSink;
import org.recsys4j.api.config.Keys;
import org.recsys4j.api.data.FeatureSchema.Feature;
import org.recsys4j.api.data.FeatureSchema.Kind;

/** What {@link DateTime} makes of a time. */
public enum TimePart {
  /** Days from the time to the reference; negative for times after it. */
  RECENCY(0, false),
  /** The hour as a category: 1 for the first one of the day, 24 for the last. */
  HOUR(24, false),
  /** The day of the week as a category: 1 for Monday, 7 for Sunday. */
  WEEKDAY(7, false),
  /** The month as a category: 1 for January. */
  MONTH(12, false),
  /** The time of day as sine and cosine of its angle on a clock of 24 hours. */
  DAY_CYCLE(0, true),
  /** The time of the week as sine and cosine, from Monday, 0 o'clock. */
  WEEK_CYCLE(0, true),
  /** The day of the year as sine and cosine, from the first of January. */
  YEAR_CYCLE(0, true);

  private static final double SECONDS_OF_DAY = 86_400;
  private static final double DAYS_OF_WEEK = 7;

  private final int categories;
  private final boolean cyclic;

  TimePart(int categories, boolean cyclic) {
    this.categories = categories;
    this.cyclic = cyclic;
  }

  Feature feature(String prefix) {
    String name = prefix + "." + Keys.kebab(name());
    return categories > 0
        ? new Feature(name, Kind.CATEGORICAL, 1, categories + 1, OptionalInt.of(0))
        : Feature.numeric(name, cyclic ? 2 : 1);
  }

  /** Category 0, the centre of the circle, or the mean recency. */
  void putMissing(double meanRecency, FeatureSink sink) {
    sink.put(this == RECENCY ? (float) meanRecency : 0);
    if (cyclic) {
      sink.put(0);
    }
  }

  void put(ZonedDateTime time, long reference, FeatureSink sink) {
    double day = time.toLocalTime().toSecondOfDay() / SECONDS_OF_DAY;
    switch (this) {
      case RECENCY -> sink.put((float) recency(time.toEpochSecond(), reference));
      case HOUR -> sink.put(1 + time.getHour());
      case WEEKDAY -> sink.put(time.getDayOfWeek().getValue());
      case MONTH -> sink.put(time.getMonthValue());
      case DAY_CYCLE -> putAngle(day, sink);
      case WEEK_CYCLE -> putAngle((time.getDayOfWeek().getValue() - 1 + day) / DAYS_OF_WEEK, sink);
      case YEAR_CYCLE ->
          putAngle((time.getDayOfYear() - 1 + day) / time.toLocalDate().lengthOfYear(), sink);
    }
  }

  static double recency(long second, long reference) {
    return (reference - (double) second) / SECONDS_OF_DAY;
  }

  private static void putAngle(double turn, FeatureSink sink) {
    sink.put((float) Math.sin(2 * Math.PI * turn));
    sink.put((float) Math.cos(2 * Math.PI * turn));
  }
}
