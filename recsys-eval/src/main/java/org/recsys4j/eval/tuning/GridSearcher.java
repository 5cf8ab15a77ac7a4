package org.recsys4j.eval.tuning;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;

/**
 * All combinations of the values of a space, the last option changing fastest. A range has some
 * values at equal distances, of its logarithms where it is a log-range. An option whose condition
 * fails takes no part in a combination.
 *
 * <p>The number of combinations is the product of the numbers of values. A budget of fewer trials
 * sees the first ones alone, which differ in the last options: random search is better then.
 */
public final class GridSearcher implements Searcher {
  private final SearchSpace space;
  private final List<double[]> values;
  private final int[] index;
  private boolean begun;

  /**
   * A searcher.
   *
   * @param space what is searched
   * @param steps how many values a range has, at least 1
   */
  public GridSearcher(SearchSpace space, int steps) {
    this.space = space;
    this.values = space.dimensions().stream().map(it -> it.domain().grid(steps)).toList();
    this.index = new int[space.size()];
  }

  @Override
  public Optional<Point> propose(List<Observation> seen, SplittableRandom random, int attempt) {
    if (begun && !advance()) {
      return Optional.empty();
    }
    begun = true;
    return Optional.of(here());
  }

  private Point here() {
    return space.fill(d -> values.get(d)[index[d]]);
  }

  /** Goes to the next combination. An option that does not count has one value alone. */
  private boolean advance() {
    Point now = here();
    for (int d = index.length - 1; d >= 0; d--) {
      if (now.has(d) && index[d] + 1 < values.get(d).length) {
        index[d]++;
        Arrays.fill(index, d + 1, index.length, 0);
        return true;
      }
    }
    return false;
  }

  @Override
  public boolean learns() {
    return false;
  }
}
