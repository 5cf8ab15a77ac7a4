package org.recsys4j.api;

/**
 * A kind of feature extractor. Vocabularies, means and other statistics are learned here, from
 * training rows only.
 *
 * @param <T> the kind of row
 * @param <O> the parameters
 */
public interface FeatureExtractorFactory<T, O extends Record> extends Configurable<O> {
  /**
   * The rows this reads.
   *
   * @return their class
   */
  Class<T> rowType();

  /**
   * Learns what must be learned, and freezes it.
   *
   * @param trainingRows rows of the training part; iterated once or more
   * @param options the parameters
   * @return an immutable extractor
   */
  FeatureExtractor<T> fit(Iterable<? extends T> trainingRows, O options);
}
