package org.recsys4j.eval.metric;

import java.util.Set;
import org.recsys4j.api.Accumulator;
import org.recsys4j.api.EvaluationContext;
import org.recsys4j.api.Metric;
import org.recsys4j.api.MetricFactory;
import org.recsys4j.api.MetricNeed;
import org.recsys4j.api.UserRanking;

/**
 * GAUC = the mean of the users' {@link Auc}, each weighted by the number of the user's relevant
 * items: from 0 to 1, 1/2 for random scores. Where every user has one relevant item, it equals AUC.
 *
 * <p>Since it is no plain mean over users, it has no number of each user.
 *
 * <p>H. Zhu et al., "Optimized cost per click in Taobao display advertising", KDD 2017; G. Zhou et
 * al., "Deep interest network for click-through rate prediction", KDD 2018. Needs the places of all
 * relevant items among all candidates.
 */
public final class Gauc implements MetricFactory<NoOptions> {
  /** Makes GAUC. */
  public Gauc() {}

  @Override
  public Class<NoOptions> optionsType() {
    return NoOptions.class;
  }

  @Override
  public String summary() {
    return "AUC of each user, weighted by the number of relevant items";
  }

  @Override
  public String reference() {
    return "Zhou et al.: Deep interest network for click-through rate prediction, KDD 2018";
  }

  @Override
  public Metric create(NoOptions options) {
    return new Grouped();
  }

  private record Grouped() implements Metric {
    @Override
    public String label() {
      return "GAUC";
    }

    @Override
    public boolean higherIsBetter() {
      return true;
    }

    @Override
    public int depth() {
      return 1;
    }

    @Override
    public Set<MetricNeed> needs() {
      return Set.of(MetricNeed.FULL_RANKS);
    }

    @Override
    public Accumulator start(EvaluationContext context) {
      return new Weighted();
    }
  }

  private static final class Weighted implements Accumulator {
    private double sum;
    private long weight;

    @Override
    public double add(UserRanking ranking) {
      sum += ranking.relevantCount() * RankSums.auc(ranking);
      weight += ranking.relevantCount();
      return Double.NaN;
    }

    @Override
    public void merge(Accumulator other) {
      Weighted that = (Weighted) other;
      sum += that.sum;
      weight += that.weight;
    }

    @Override
    public double result() {
      return weight == 0 ? Double.NaN : sum / weight;
    }
  }
}
