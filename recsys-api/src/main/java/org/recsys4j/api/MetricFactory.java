package org.recsys4j.api;

/**
 * A kind of metric: {@code ndcg}, which with the options {@code k = 10} makes nDCG@10. In a list of
 * metrics {@code "ndcg@10"} is short for that.
 *
 * @param <O> the parameters, most often a cut-off {@code k}
 */
public interface MetricFactory<O extends Record> extends Configurable<O> {
  /**
   * Fixes the parameters.
   *
   * @param options the parameters
   * @return the metric
   */
  Metric create(O options);
}
