package org.recsys4j.eval.metric.fairness;

import java.util.function.Function;
import org.recsys4j.api.EvaluationContext;
import org.recsys4j.eval.metric.beyond.Tags;

/** How many candidates each group of items has. */
record GroupSizes(ItemGroups groups) implements Function<EvaluationContext, GroupSizes.Counts> {
  @Override
  public Counts apply(EvaluationContext context) {
    Tags tags = groups.of(context);
    return new Counts(ItemGroups.candidates(context, tags));
  }

  /** One number a group. */
  static final class Counts {
    private final long[] sizes;

    Counts(long[] sizes) {
      this.sizes = sizes;
    }

    /** Not to be written to. */
    long[] sizes() {
      return sizes;
    }
  }
}
