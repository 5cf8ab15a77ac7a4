package org.recsys4j.eval.metric.beyond;

import java.util.Arrays;
import org.recsys4j.api.Metric;
import org.recsys4j.api.MetricFactory;
import org.recsys4j.eval.metric.Cutoff;

/**
 * Personalisation@K = 1 - (mean over all pairs of users of the number of items that both lists have
 * in their first K places, over K): 0 if everybody gets the same items, 1 if no two users share
 * one. Undefined for fewer than two users.
 *
 * <p>In closed form: an item that c users are shown is shared by c (c - 1) / 2 pairs, so the mean
 * over all U (U - 1) / 2 pairs is the sum of c (c - 1) over items, over K U (U - 1). A list shorter
 * than K shares nothing at its empty places.
 *
 * <p>The inter-user diversity of T. Zhou et al., "Solving the apparent diversity-accuracy dilemma
 * of recommender systems", PNAS 107(10), 2010.
 */
public final class Personalisation implements MetricFactory<Cutoff> {
  /** Makes Personalisation@K. */
  public Personalisation() {}

  @Override
  public Class<Cutoff> optionsType() {
    return Cutoff.class;
  }

  @Override
  public String summary() {
    return "share of a list that another user, drawn at random, is not shown";
  }

  @Override
  public String reference() {
    return "Zhou et al.: Solving the apparent diversity-accuracy dilemma of recommender systems, PNAS 107(10), 2010";
  }

  @Override
  public Metric create(Cutoff options) {
    int k = options.k();
    return new ShownItems(
        options.label("Personalisation"),
        true,
        k,
        (counts, users, candidates) ->
            users < 2 ? Double.NaN : 1 - pairs(counts) / ((double) k * users * (users - 1)));
  }

  private static double pairs(int[] counts) {
    return Arrays.stream(counts).mapToDouble(count -> count * (count - 1.0)).sum();
  }
}
