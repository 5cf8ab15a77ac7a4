package org.recsys4j.eval.tuning;

import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;

/**
 * Random search (Bergstra and Bengio, "Random search for hyper-parameter optimization", Journal of
 * Machine Learning Research 13, 2012): each option is drawn from its domain, independently of the
 * others and of all results. Where few of many options matter, it covers these better than a grid
 * of as many trials.
 */
public final class RandomSearcher implements Searcher {
  private final SearchSpace space;

  /**
   * A searcher.
   *
   * @param space what is searched
   */
  public RandomSearcher(SearchSpace space) {
    this.space = space;
  }

  @Override
  public Optional<Point> propose(List<Observation> seen, SplittableRandom random, int attempt) {
    return Optional.of(space.draw(random));
  }

  @Override
  public boolean learns() {
    return false;
  }
}
