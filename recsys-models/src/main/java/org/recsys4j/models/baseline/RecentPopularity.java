package org.recsys4j.models.baseline;

import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.recsys4j.api.FitContext;
import org.recsys4j.api.Recommender;
import org.recsys4j.api.RecommenderFactory;
import org.recsys4j.api.TrainingData;
import org.recsys4j.api.config.Check;
import org.recsys4j.api.config.Range;
import org.recsys4j.api.data.Interactions;
import org.recsys4j.api.data.InvalidDataException;
import org.recsys4j.api.store.ModelReader;

/**
 * The most popular items of late, the same for everybody. Every training event adds {@code exp(-ln
 * 2 * age / half-life)} to the score of its item, where the age is counted from the last training
 * event: an event one half-life old counts half as much as the newest one.
 *
 * <p>With a half-life much longer than the log this is popularity by events, with a very short one
 * it repeats the last day. Events need times; values are not used. Items without training events
 * score 0.
 */
public final class RecentPopularity {
  private RecentPopularity() {}

  /**
   * How fast events fade.
   *
   * @param halfLife days in which an event loses half of its weight, above 0
   */
  public record Options(@Range(min = 0, minExclusive = true) double halfLife) {
    /** Checks the range. */
    public Options {
      Check.components(Options.class, halfLife);
    }
  }

  /** Fits and loads {@link RecentPopularity}. */
  public static final class Factory implements RecommenderFactory<Options> {
    /** Does nothing yet. */
    public Factory() {}

    @Override
    public Class<Options> optionsType() {
      return Options.class;
    }

    @Override
    public String summary() {
      return "items with most events of late, the same for everybody";
    }

    /**
     * Adds up the faded events.
     *
     * @throws InvalidDataException if there are events without times
     */
    @Override
    public Recommender fit(TrainingData train, Options options, FitContext context) {
      Interactions events = train.interactions();
      if (events.size() > 0 && !events.hasTimes()) {
        throw new InvalidDataException(
            "recent-popularity needs the times of events, which these data lack;"
                + " name the column of times or use popularity");
      }
      return new ItemScores(fade(events, options.halfLife()));
    }

    @Override
    public Recommender load(ModelReader in) throws IOException {
      return ItemScores.load(in);
    }
  }

  private static float[] fade(Interactions events, double halfLife) {
    long last = Long.MIN_VALUE;
    for (int position = 0; position < events.size(); position++) {
      last = Math.max(last, events.time(position));
    }
    double rate = Math.log(2) / (halfLife * TimeUnit.DAYS.toSeconds(1));
    double[] sums = new double[events.items()];
    for (int position = 0; position < events.size(); position++) {
      sums[events.item(position)] += Math.exp(-rate * (last - events.time(position)));
    }
    float[] scores = new float[sums.length];
    for (int item = 0; item < sums.length; item++) {
      scores[item] = (float) sums[item];
    }
    return scores;
  }
}
