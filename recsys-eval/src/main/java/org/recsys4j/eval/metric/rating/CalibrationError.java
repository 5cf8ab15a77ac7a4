package org.recsys4j.eval.metric.rating;

import java.util.Arrays;
import java.util.Set;
import org.recsys4j.api.Accumulator;
import org.recsys4j.api.EvaluationContext;
import org.recsys4j.api.Metric;
import org.recsys4j.api.MetricFactory;
import org.recsys4j.api.MetricNeed;
import org.recsys4j.api.RelevantItems;
import org.recsys4j.api.UserRanking;
import org.recsys4j.api.config.Check;
import org.recsys4j.api.config.Flat;
import org.recsys4j.api.config.Range;

/**
 * ECE (expected calibration error) = sum over bins of (pairs in the bin / all pairs) |share that
 * was wanted - mean predicted probability|: from 0, what is predicted at 30 % happens in 30 % of
 * cases, to 1; lower is better.
 *
 * <p>Bins are as many intervals of equal width from 0 to 1, each with its lower end, the last with
 * 1, too. What was wanted is what has a value that reaches the threshold. The label names all that
 * matters: ECE(10, &gt;=4, sigmoid).
 *
 * <p>M. Naeini, G. Cooper, M. Hauskrecht, "Obtaining well calibrated probabilities using Bayesian
 * binning", AAAI 2015.
 */
public final class CalibrationError implements MetricFactory<CalibrationError.Options> {
  /** Makes ECE. */
  public CalibrationError() {}

  /**
   * The parameters.
   *
   * @param bins how many intervals probabilities are counted in
   * @param probability how scores are probabilities
   */
  public record Options(@Range(min = 1, max = 10_000) int bins, @Flat Probability probability) {
    /** Checks the range. */
    public Options {
      Check.components(Options.class, bins, probability);
    }
  }

  @Override
  public Class<Options> optionsType() {
    return Options.class;
  }

  @Override
  public String summary() {
    return "mean distance of predicted probabilities from the shares that came true, by bins";
  }

  @Override
  public String reference() {
    return "Naeini, Cooper, Hauskrecht: Obtaining well calibrated probabilities using Bayesian binning, AAAI 2015";
  }

  @Override
  public Metric create(Options options) {
    return new Binned(options);
  }

  private record Binned(Options options) implements Metric {
    @Override
    public String label() {
      return "ECE(" + options.bins() + ", " + options.probability().label().substring(1);
    }

    @Override
    public boolean higherIsBetter() {
      return false;
    }

    @Override
    public int depth() {
      return 1;
    }

    @Override
    public Set<MetricNeed> needs() {
      return Pairs.NEEDS;
    }

    @Override
    public Accumulator start(EvaluationContext context) {
      return new Bins(options);
    }
  }

  private static final class Bins implements Accumulator {
    private final Probability probability;
    private final double[] surplus; // predicted probabilities less what came true, by bin
    private long pairs;

    Bins(Options options) {
      probability = options.probability();
      surplus = new double[options.bins()];
    }

    @Override
    public double add(UserRanking ranking) {
      RelevantItems items = ranking.relevantItems();
      for (int i = 0; i < items.size(); i++) {
        double predicted = probability.of(items.score(i), true);
        int bin = (int) Math.min(surplus.length - 1, predicted * surplus.length);
        surplus[bin] += predicted - (probability.isWanted(items.value(i)) ? 1 : 0);
      }
      pairs += items.size();
      return Double.NaN;
    }

    @Override
    public void merge(Accumulator other) {
      Bins that = (Bins) other;
      Arrays.setAll(surplus, bin -> surplus[bin] + that.surplus[bin]);
      pairs += that.pairs;
    }

    @Override
    public double result() {
      return pairs == 0 ? Double.NaN : Arrays.stream(surplus).map(Math::abs).sum() / pairs;
    }
  }
}
