package org.recsys4j.models.fit;

import java.util.function.IntUnaryOperator;
import org.recsys4j.api.config.Check;
import org.recsys4j.api.config.Flat;
import org.recsys4j.api.config.Range;
import org.recsys4j.models.sparse.SparseMatrix;

/**
 * How negatives are drawn: options of all models that are trained on samples.
 *
 * <p>Popular negatives, drawn with a power of about 0.75 (Mikolov et al., "Distributed
 * representations of words and phrases and their compositionality", NIPS 2013) or out of the batch,
 * are harder than uniform ones, and push popular items down. Which rank best depends on the data.
 *
 * @param negativeSampling where they come from
 * @param sampleAlpha for popularity: with which power of how often they occur
 * @see Flat
 */
public record NegativeOptions(
    NegativeSampling negativeSampling, @Range(min = 0, max = 2) double sampleAlpha) {
  /** Uniform negatives. */
  public static final NegativeOptions UNIFORM = new NegativeOptions(NegativeSampling.UNIFORM, 0);

  /** Checks the range. */
  public NegativeOptions {
    Check.components(NegativeOptions.class, negativeSampling, sampleAlpha);
  }

  /**
   * With which power of how often they occur items come: that of the options for popularity; 0 for
   * uniform ones, which come all alike; 1 for those of a batch, which come as they are.
   *
   * @return zero or more
   */
  public double power() {
    return switch (negativeSampling) {
      case UNIFORM -> 0;
      case POPULARITY -> sampleAlpha;
      case IN_BATCH -> 1;
    };
  }

  /**
   * A sampler of items that a user has not had.
   *
   * @param train which user had which item
   * @param examples how many examples an epoch has; the one at a position of the epoch is the one
   *     that {@link Shuffle} with the epoch's seed puts there
   * @param itemOf an item that an example has had, by its number before shuffling
   * @return the sampler
   */
  public NegativeSampler sampler(SparseMatrix train, int examples, IntUnaryOperator itemOf) {
    return sampler(train, ExampleOrder.shuffled(examples), itemOf);
  }

  NegativeSampler sampler(SparseMatrix train, ExampleOrder order, IntUnaryOperator itemOf) {
    UniformNegatives uniform = new UniformNegatives(train);
    return switch (negativeSampling) {
      case UNIFORM -> uniform;
      case POPULARITY -> new PopularityNegatives(train, sampleAlpha, uniform);
      case IN_BATCH -> new InBatchNegatives(order, itemOf, uniform);
    };
  }
}
