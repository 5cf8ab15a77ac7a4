package org.recsys4j.api;

import java.io.IOException;
import org.recsys4j.api.store.ModelReader;

/**
 * A kind of feature extractor. Vocabularies, means and other statistics are learned here, from
 * training rows only.
 *
 * <p>In a list of extractors ({@link org.recsys4j.api.feature.FeaturePipeline}) each one adds its
 * numbers to those before it. A {@linkplain #isStep step}, such as a scaler or a selection, reads
 * the numbers before it and puts its own in their place.
 *
 * @param <O> the parameters
 */
public interface FeatureExtractorFactory<O extends Record> extends Configurable<O> {
  /**
   * Whether extractors of this kind read {@link org.recsys4j.api.data.FeatureRow#number} and
   * replace what stands before them.
   *
   * @return false unless this is a step
   */
  default boolean isStep() {
    return false;
  }

  /**
   * Learns what must be learned, and freezes it. Does not depend on the order of the rows.
   *
   * @param training rows of the training part; iterated once or more
   * @param options the parameters
   * @return an immutable extractor
   * @throws org.recsys4j.api.data.InvalidDataException if a row, or a file that the options name,
   *     holds what cannot be read
   */
  FeatureExtractor fit(FeatureRows training, O options);

  /**
   * Loads an extractor that {@link FeatureExtractor#save} wrote. It needs no file but the archive.
   *
   * @param in the saved arrays and texts
   * @return the extractor
   * @throws IOException if an entry is missing, damaged or of another shape than it should be
   */
  FeatureExtractor load(ModelReader in) throws IOException;
}
