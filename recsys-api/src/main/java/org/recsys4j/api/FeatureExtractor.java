package org.recsys4j.api;

import java.io.IOException;
import org.recsys4j.api.data.FeatureRow;
import org.recsys4j.api.data.FeatureSchema;
import org.recsys4j.api.store.ModelWriter;

/**
 * Turns rows into numbers that a model takes. Fitted by its factory on training rows alone, then
 * frozen: immutable and safe for many threads.
 */
public interface FeatureExtractor {
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
  void extract(FeatureRow row, FeatureSink sink);

  /**
   * Whether a row has features at all. A row that is not kept teaches the extractors behind this
   * one nothing, and {@link org.recsys4j.api.data.FeatureMatrix#isKnown} says no for it.
   *
   * @param row the row
   * @return true unless the extractor leaves out rows whose values are missing
   */
  default boolean keeps(FeatureRow row) {
    return true;
  }

  /**
   * Writes everything that {@link FeatureExtractorFactory#load} needs to extract equal numbers.
   *
   * @param out where named arrays and texts go
   * @throws IOException if writing fails
   */
  void save(ModelWriter out) throws IOException;
}
