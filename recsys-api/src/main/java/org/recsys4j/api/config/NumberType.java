package org.recsys4j.api.config;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Optional;

/** The kinds of number that an options record may hold. */
enum NumberType {
  INT(int.class, Integer.class, Integer.MIN_VALUE + " to " + Integer.MAX_VALUE),
  LONG(long.class, Long.class, Long.MIN_VALUE + " to " + Long.MAX_VALUE),
  FLOAT(float.class, Float.class, "the range of float"),
  DOUBLE(double.class, Double.class, "the range of double");

  private final Class<?> primitive;
  private final Class<?> boxed;
  private final String limits;

  NumberType(Class<?> primitive, Class<?> boxed, String limits) {
    this.primitive = primitive;
    this.boxed = boxed;
    this.limits = limits;
  }

  static Optional<NumberType> of(Class<?> type) {
    return Arrays.stream(values())
        .filter(it -> it.primitive == type || it.boxed == type)
        .findFirst();
  }

  String title() {
    return isWhole() ? "whole number" : "number";
  }

  String limits() {
    return limits;
  }

  private boolean isWhole() {
    return this == INT || this == LONG;
  }

  /** Whether a number is of this kind, be it too large or not. */
  boolean admits(BigDecimal number) {
    return !isWhole() || number.signum() == 0 || number.stripTrailingZeros().scale() <= 0;
  }

  /** The number as this type, empty if it is too large for it. */
  Optional<Object> convert(BigDecimal number) {
    try {
      return switch (this) {
        case INT -> Optional.of(number.intValueExact());
        case LONG -> Optional.of(number.longValueExact());
        case FLOAT ->
            Optional.of(number.floatValue())
                .filter(it -> Float.isFinite(it))
                .map(Object.class::cast);
        case DOUBLE ->
            Optional.of(number.doubleValue())
                .filter(it -> Double.isFinite(it))
                .map(Object.class::cast);
      };
    } catch (ArithmeticException e) {
      return Optional.empty();
    }
  }
}
