package org.recsys4j.eval.protocol;

import java.util.Set;
import org.recsys4j.api.Accumulator;
import org.recsys4j.api.EvaluationContext;
import org.recsys4j.api.Metric;
import org.recsys4j.api.MetricNeed;

/**
 * A metric on sampled candidates: the same formula, another quantity, and so another name. {@code
 * nDCG@10[uniform-100]} is inconsistent with {@code nDCG@10} (Krichene and Rendle, "On Sampled
 * Metrics for Item Recommendation", KDD 2020).
 */
public final class SampledMetric implements Metric {
  private final Metric formula;
  private final String sampler;

  /**
   * A metric.
   *
   * @param formula what is computed
   * @param sampler what drew the candidates: {@code uniform-100}
   */
  public SampledMetric(Metric formula, String sampler) {
    this.formula = formula;
    this.sampler = sampler;
  }

  /**
   * A name with that of the sampler.
   *
   * @param name label or key of a metric
   * @param sampler what drew the candidates
   * @return such as {@code ndcg@10[uniform-100]}
   */
  public static String name(String name, String sampler) {
    return name + "[" + sampler + "]";
  }

  @Override
  public String label() {
    return name(formula.label(), sampler);
  }

  @Override
  public boolean higherIsBetter() {
    return formula.higherIsBetter();
  }

  @Override
  public int depth() {
    return formula.depth();
  }

  @Override
  public Set<MetricNeed> needs() {
    return formula.needs();
  }

  @Override
  public Accumulator start(EvaluationContext context) {
    return formula.start(context);
  }
}
