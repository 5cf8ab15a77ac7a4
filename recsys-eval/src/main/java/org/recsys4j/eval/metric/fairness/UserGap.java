package org.recsys4j.eval.metric.fairness;

import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.recsys4j.api.Accumulator;
import org.recsys4j.api.EvaluationContext;
import org.recsys4j.api.Metric;
import org.recsys4j.api.MetricFactory;
import org.recsys4j.api.MetricNeed;
import org.recsys4j.api.UserRanking;
import org.recsys4j.api.config.Check;
import org.recsys4j.api.config.Range;
import org.recsys4j.eval.metric.Cutoff;
import org.recsys4j.eval.metric.HitRate;
import org.recsys4j.eval.metric.Labels;
import org.recsys4j.eval.metric.MeanAveragePrecision;
import org.recsys4j.eval.metric.Mrr;
import org.recsys4j.eval.metric.Ndcg;
import org.recsys4j.eval.metric.Precision;
import org.recsys4j.eval.metric.Recall;

/**
 * Gap(nDCG@K, column) = the largest mean of a metric over one group of users less the smallest: 0
 * if all groups are served alike, at most 1; lower is better.
 *
 * <p>Groups are the values of an attribute of users, each cell one value, or without a column the
 * most active users, those who together have {@code active-share} of the training events, and all
 * others. Users of whom the attribute is not known, and groups without evaluated user, are left
 * out; undefined where fewer than two groups are left. With many small groups the gap is large by
 * chance alone: {@code evaluate.groups} of an experiment tests it.
 *
 * <p>Y. Li, H. Chen, Z. Fu, Y. Ge, Y. Zhang, "User-oriented fairness in recommendation", WWW 2021;
 * M. Ekstrand et al., "All the cool kids, how do they fit in?", FAT* 2018.
 */
public final class UserGap implements MetricFactory<UserGap.Options> {
  /** Makes the gap. */
  public UserGap() {}

  /** What is compared. */
  public enum Of {
    /** nDCG@K. */
    NDCG,
    /** Recall@K. */
    RECALL,
    /** Precision@K. */
    PRECISION,
    /** HitRate@K. */
    HIT_RATE,
    /** MRR@K. */
    MRR,
    /** MAP@K. */
    MAP;

    private MetricFactory<Cutoff> factory() {
      return switch (this) {
        case NDCG -> new Ndcg();
        case RECALL -> new Recall();
        case PRECISION -> new Precision();
        case HIT_RATE -> new HitRate();
        case MRR -> new Mrr();
        case MAP -> new MeanAveragePrecision();
      };
    }
  }

  /**
   * The parameters.
   *
   * @param k how many of the first places count
   * @param metric what is compared
   * @param column the attribute of users that groups them; by activity if empty
   * @param activeShare the share of the training events that the most active users have
   */
  public record Options(
      @Range(min = 1, max = 1_000_000) int k,
      Of metric,
      Optional<String> column,
      @Range(min = 0, max = 1, minExclusive = true, maxExclusive = true) double activeShare) {
    /** Checks the ranges. */
    public Options {
      Check.components(Options.class, k, metric, column, activeShare);
    }
  }

  @Override
  public Class<Options> optionsType() {
    return Options.class;
  }

  @Override
  public String summary() {
    return "difference of a metric between the best and the worst served group of users; 0 is fair";
  }

  @Override
  public String reference() {
    return "Li, Chen, Fu, Ge, Zhang: User-oriented fairness in recommendation, WWW 2021";
  }

  @Override
  public Metric create(Options options) {
    Metric metric = options.metric().factory().create(new Cutoff(options.k()));
    String group = options.column().orElse("active " + Labels.number(options.activeShare()));
    return new Gap("Gap(" + metric.label() + ", " + group + ")", metric, options);
  }

  private record Gap(String label, Metric metric, Options options) implements Metric {
    @Override
    public boolean higherIsBetter() {
      return false;
    }

    @Override
    public int depth() {
      return metric.depth();
    }

    @Override
    public Set<MetricNeed> needs() {
      return Set.of(
          options.column().isPresent() ? MetricNeed.USER_ATTRIBUTES : MetricNeed.TRAINING);
    }

    @Override
    public Accumulator start(EvaluationContext context) {
      UserGroups groups =
          context.derived(new UserGroups.By(options.column(), options.activeShare()));
      List<Accumulator> means =
          Stream.generate(() -> metric.start(context)).limit(groups.size()).toList();
      return new Means(groups, means);
    }
  }

  private record Means(UserGroups groups, List<Accumulator> means) implements Accumulator {
    @Override
    public double add(UserRanking ranking) {
      int group = groups.of(ranking.user());
      if (group >= 0) {
        means.get(group).add(ranking);
      }
      return Double.NaN;
    }

    @Override
    public void merge(Accumulator other) {
      List<Accumulator> those = ((Means) other).means;
      for (int group = 0; group < means.size(); group++) {
        means.get(group).merge(those.get(group));
      }
    }

    @Override
    public double result() {
      DoubleSummaryStatistics served =
          means.stream()
              .mapToDouble(Accumulator::result)
              .filter(mean -> !Double.isNaN(mean))
              .summaryStatistics();
      return served.getCount() < 2 ? Double.NaN : served.getMax() - served.getMin();
    }
  }
}
