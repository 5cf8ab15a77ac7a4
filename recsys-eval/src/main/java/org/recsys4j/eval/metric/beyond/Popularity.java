package org.recsys4j.eval.metric.beyond;

import java.util.function.Function;
import java.util.stream.IntStream;
import org.recsys4j.api.EvaluationContext;

/** The popularity of the training part as a whole. Immutable. */
final class Popularity {
  private final int users;
  private final long pairs;
  private final int[] ofCandidates; // ascending

  private Popularity(EvaluationContext context) {
    int universe = context.candidates().universe();
    users = context.trainingUsers();
    pairs = IntStream.range(0, universe).mapToLong(context::popularity).sum();
    ofCandidates =
        IntStream.range(0, universe)
            .filter(context.candidates()::contains)
            .map(context::popularity)
            .sorted()
            .toArray();
  }

  /** How it is computed. */
  record Recipe() implements Function<EvaluationContext, Popularity> {
    @Override
    public Popularity apply(EvaluationContext context) {
      return new Popularity(context);
    }
  }

  /** How many users have a training event. */
  int users() {
    return users;
  }

  /** The sum over all items. */
  long pairs() {
    return pairs;
  }

  /** How many candidates more users had. */
  int candidatesAbove(int popularity) {
    int low = 0;
    int high = ofCandidates.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (ofCandidates[middle] > popularity) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return ofCandidates.length - low;
  }
}
