package org.recsys4j.api;

import org.recsys4j.api.data.FeatureSchema;

/**
 * Turns rows into numbers that a model takes. Fitted by its factory on training rows alone, then
 * frozen: immutable and safe for many threads.
 *
 * @param <T> the kind of row
 */
public interface FeatureExtractor<T> {
  /**
   * Describes the numbers that every row becomes.
   *
   * @return names, kinds, widths and unknown slots
   */
  FeatureSchema schema();

  /**
   * Writes exactly {@code schema().width()} finite numbers. A value never seen in fitting goes to
   * the unknown slot; a missing one is described by the extractor.
   *
   * @param row the row
   * @param sink takes the numbers, in the order of the schema
   */
  void extract(T row, FeatureSink sink);
}
