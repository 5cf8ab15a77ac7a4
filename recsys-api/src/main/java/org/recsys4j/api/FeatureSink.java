package org.recsys4j.api;

/** Takes the numbers that a {@link FeatureExtractor} writes, in the order of its schema. */
@FunctionalInterface
public interface FeatureSink {
  /**
   * The next number.
   *
   * @param value a finite number
   */
  void put(float value);
}
