package org.recsys4j.api.config;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The legal range of a number in an options record.
 *
 * <p>On a list, a map or an {@code Optional} it holds for every number inside. NaN and infinities
 * are in no range, not even in one without bounds.
 *
 * @see Check#components
 * @see Ranges
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface Range {
  /**
   * The lower bound.
   *
   * @return the smallest legal value, or the limit below it if {@link #minExclusive}
   */
  double min() default Double.NEGATIVE_INFINITY;

  /**
   * The upper bound.
   *
   * @return the largest legal value, or the limit above it if {@link #maxExclusive}
   */
  double max() default Double.POSITIVE_INFINITY;

  /**
   * Whether the lower bound itself is illegal.
   *
   * @return true if only values above {@link #min} are legal
   */
  boolean minExclusive() default false;

  /**
   * Whether the upper bound itself is illegal.
   *
   * @return true if only values below {@link #max} are legal
   */
  boolean maxExclusive() default false;
}
