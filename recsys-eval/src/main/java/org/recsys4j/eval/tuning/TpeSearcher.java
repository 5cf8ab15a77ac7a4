package org.recsys4j.eval.tuning;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.DoubleSupplier;
import java.util.function.DoubleUnaryOperator;

/**
 * The tree-structured Parzen estimator (Bergstra, Bardenet, Bengio and Kégl, "Algorithms for
 * hyper-parameter optimization", NIPS 2011).
 *
 * <p>After some random trials, all trials are ordered by their results and cut in two: a share
 * {@code good} of the best ones, rounded up, and the others. For each option two densities are
 * estimated, {@code l} from its values in the good trials and {@code g} from those in the others;
 * only trials in which the option counted tell of it, which is what makes it tree-structured. The
 * expected improvement grows with {@code l / g} (section 4.1 of the paper), so {@code candidates}
 * values are drawn from {@code l} and the one with the largest quotient is proposed. Options are
 * chosen one after the other, conditions first: given these, the densities are products, and each
 * factor can be made large on its own.
 *
 * <p>Ranges have a {@link ParzenEstimator} on their scale, logarithmic or not; whole numbers have
 * the probability of the place that they take on it. The probability of a choice is in proportion
 * to 1 plus the number of its occurrences. Failed trials are the worst. Where proposals are turned
 * down again and again, since a small space is almost used up, points are drawn at random.
 *
 * <p>Strength: good within some dozens of trials, on any mixture of options. Weakness: options are
 * taken for independent of each other.
 */
public final class TpeSearcher implements Searcher {
  private static final int STUBBORN = 20;

  private final SearchSpace space;
  private final Tune.Tpe options;

  /**
   * A searcher.
   *
   * @param space what is searched
   * @param options how to model
   */
  public TpeSearcher(SearchSpace space, Tune.Tpe options) {
    this.space = space;
    this.options = options;
  }

  @Override
  public boolean learns() {
    return true;
  }

  @Override
  public Optional<Point> propose(List<Observation> seen, SplittableRandom random, int attempt) {
    if (seen.size() < options.startup() || attempt >= STUBBORN) {
      return Optional.of(space.draw(random));
    }
    List<Observation> ordered =
        seen.stream().sorted(Comparator.comparingDouble(Observation::loss)).toList();
    int cut = (int) Math.ceil(options.good() * ordered.size());
    List<Observation> good = ordered.subList(0, cut);
    List<Observation> others = ordered.subList(cut, ordered.size());
    return Optional.of(space.fill(d -> choose(d, good, others, random)));
  }

  private double choose(
      int dimension, List<Observation> good, List<Observation> others, SplittableRandom random) {
    double[] of = coordinates(dimension, good);
    double[] against = coordinates(dimension, others);
    Domain domain = space.dimensions().get(dimension).domain();
    if (domain instanceof Interval interval) {
      return choose(interval, of, against, random);
    }
    return choose(domain.grid(1).length, of, against, random);
  }

  private static double[] coordinates(int dimension, List<Observation> trials) {
    return trials.stream()
        .filter(it -> it.point().has(dimension))
        .mapToDouble(it -> it.point().get(dimension))
        .toArray();
  }

  private double choose(Interval interval, double[] of, double[] against, SplittableRandom random) {
    ParzenEstimator l = estimator(interval, of);
    ParzenEstimator g = estimator(interval, against);
    return best(
        () -> interval.at(l.draw(random)),
        it -> Math.log(density(interval, l, it)) - Math.log(density(interval, g, it)));
  }

  private static ParzenEstimator estimator(Interval interval, double[] numbers) {
    double[] places = numbers.clone();
    for (int i = 0; i < places.length; i++) {
      places[i] = interval.scale(places[i]);
    }
    return new ParzenEstimator(places, interval.scaleLow(), interval.scaleHigh());
  }

  private static double density(Interval interval, ParzenEstimator estimator, double number) {
    return interval.whole()
        ? estimator.probability(interval.scale(number - 0.5), interval.scale(number + 0.5))
        : estimator.density(interval.scale(number));
  }

  private double choose(int values, double[] of, double[] against, SplittableRandom random) {
    double[] l = weights(values, of);
    double[] g = weights(values, against);
    return best(() -> draw(l, random), it -> Math.log(l[(int) it]) - Math.log(g[(int) it]));
  }

  /** Probabilities in proportion to 1 plus the number of occurrences. */
  private static double[] weights(int values, double[] coordinates) {
    double[] weights = new double[values];
    for (int i = 0; i < values; i++) {
      weights[i] = 1.0 / (values + coordinates.length);
    }
    for (double coordinate : coordinates) {
      weights[(int) coordinate] += 1.0 / (values + coordinates.length);
    }
    return weights;
  }

  private static double draw(double[] probabilities, SplittableRandom random) {
    double left = random.nextDouble();
    int value = 0;
    while (value < probabilities.length - 1 && left >= probabilities[value]) {
      left -= probabilities[value++];
    }
    return value;
  }

  /** The most promising candidate, of equal ones the first. */
  private double best(DoubleSupplier candidate, DoubleUnaryOperator promise) {
    double best = candidate.getAsDouble();
    double most = promise.applyAsDouble(best);
    for (int i = 1; i < options.candidates(); i++) {
      double next = candidate.getAsDouble();
      double value = promise.applyAsDouble(next);
      if (value > most) {
        best = next;
        most = value;
      }
    }
    return best;
  }
}
