package com.example.markov;

import java.io.IOException;
import java.util.Arrays;
import org.recsys4j.api.FitContext;
import org.recsys4j.api.Recommender;
import org.recsys4j.api.RecommenderFactory;
import org.recsys4j.api.ScoreBlock;
import org.recsys4j.api.TrainingData;
import org.recsys4j.api.UserBatch;
import org.recsys4j.api.config.Check;
import org.recsys4j.api.config.Range;
import org.recsys4j.api.data.Interactions;
import org.recsys4j.api.data.UserHistory;
import org.recsys4j.api.store.ModelReader;
import org.recsys4j.api.store.ModelWriter;

/**
 * What follows what: a first-order Markov chain over items, the non-personalised baseline of Rendle,
 * Freudenthaler and Schmidt-Thieme, "Factorizing personalized Markov chains for next-basket
 * recommendation" (WWW 2010), looked at from every event of a history instead of the last alone.
 *
 * <p>With P(j | i) the share of j among the items that directly followed i in training, the score
 * of j is the sum of {@code decay^a P(j | i)} over the history, where a is the number of events
 * after i. Holds 8 bytes for each different pair of successive items.
 */
public final class MarkovChain implements Recommender {
  private static final String NAME = "markov-chain";

  private final float decay;
  private final int[] starts; // of each item's successors in the two arrays below
  private final int[] successors;
  private final float[] probabilities;

  /**
   * The hyper-parameters.
   *
   * @param decay weight of an event relative to the one after it
   */
  public record Options(@Range(min = 0, minExclusive = true, max = 1) double decay) {
    /** Checks the range. */
    public Options {
      Check.components(Options.class, decay);
    }
  }

  private MarkovChain(float decay, int[] starts, int[] successors, float[] probabilities) {
    this.decay = decay;
    this.starts = starts;
    this.successors = successors;
    this.probabilities = probabilities;
  }

  @Override
  public int items() {
    return starts.length - 1;
  }

  @Override
  public void score(UserBatch users, ScoreBlock out) {
    for (int row = 0; row < users.size(); row++) {
      int offset = out.offset(row);
      Arrays.fill(out.scores(), offset, offset + items(), 0f);
      UserHistory history = users.history(row);
      float weight = 1;
      for (int event = history.size() - 1; event >= 0; event--) {
        int item = history.item(event);
        for (int at = starts[item]; at < starts[item + 1]; at++) {
          out.scores()[offset + successors[at]] += weight * probabilities[at];
        }
        weight *= decay;
      }
    }
  }

  @Override
  public boolean scoresNewUsers() {
    return true;
  }

  @Override
  public long parameters() {
    return probabilities.length;
  }

  @Override
  public void save(ModelWriter out) throws IOException {
    out.floats("decay", new float[] {decay}, 1);
    out.ints("starts", starts, starts.length);
    out.ints("successors", successors, successors.length);
    out.floats("probabilities", probabilities, probabilities.length);
  }

  /** Fits and loads Markov chains. */
  public static final class Factory implements RecommenderFactory<Options> {
    /** Made by the injector. */
    public Factory() {}

    @Override
    public Class<Options> optionsType() {
      return Options.class;
    }

    @Override
    public String summary() {
      return "what directly followed the items of the history, the recent ones above all";
    }

    @Override
    public String reference() {
      return "Rendle, Freudenthaler and Schmidt-Thieme, \"Factorizing personalized Markov chains"
          + " for next-basket recommendation\", WWW 2010";
    }

    @Override
    public Recommender fit(TrainingData train, Options options, FitContext context) {
      long[] pairs = sortedPairs(train.interactions());
      int[] starts = new int[train.items() + 1];
      int[] successors = new int[pairs.length];
      float[] probabilities = new float[pairs.length];
      int kept = 0;
      int from = 0;
      for (int item = 0; item < train.items(); item++) {
        int to = from;
        while (to < pairs.length && (int) (pairs[to] >>> 32) == item) {
          to++;
        }
        for (int at = from; at < to; at++) {
          if (at == from || pairs[at] != pairs[at - 1]) {
            successors[kept++] = (int) pairs[at];
          }
          probabilities[kept - 1] += 1f / (to - from);
        }
        from = to;
        starts[item + 1] = kept;
      }
      return new MarkovChain(
          (float) options.decay(),
          starts,
          Arrays.copyOf(successors, kept),
          Arrays.copyOf(probabilities, kept));
    }

    /** Every two successive items of a user as one number, the first item in the upper half. */
    private static long[] sortedPairs(Interactions events) {
      long[] pairs = new long[events.size()];
      int count = 0;
      for (int user = 0; user < events.users(); user++) {
        for (int at = events.start(user) + 1; at < events.end(user); at++) {
          pairs[count++] = (long) events.item(at - 1) << 32 | events.item(at);
        }
      }
      Arrays.sort(pairs, 0, count);
      return Arrays.copyOf(pairs, count);
    }

    @Override
    public Recommender load(ModelReader in) throws IOException {
      int[] starts = in.ints("starts", -1);
      int[] successors = in.ints("successors", -1);
      float[] probabilities = in.floats("probabilities", successors.length);
      if (starts.length == 0 || starts[starts.length - 1] != successors.length) {
        throw new IOException("the arrays of this " + NAME + " do not fit one another");
      }
      return new MarkovChain(in.floats("decay", 1)[0], starts, successors, probabilities);
    }
  }
}
