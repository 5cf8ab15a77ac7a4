package org.recsys4j.api.kit;

import java.io.IOException;
import java.util.Arrays;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.recsys4j.api.EpochReport;
import org.recsys4j.api.FitContext;
import org.recsys4j.api.Recommender;
import org.recsys4j.api.RecommenderFactory;
import org.recsys4j.api.ScoreBlock;
import org.recsys4j.api.TrainingData;
import org.recsys4j.api.UserBatch;
import org.recsys4j.api.data.Interactions;
import org.recsys4j.api.data.UserHistory;
import org.recsys4j.api.store.Checkpoints;
import org.recsys4j.api.store.ModelReader;
import org.recsys4j.api.store.ModelWriter;

/**
 * Counts how many users had both of two items, and scores an item by the counts with the items of
 * the history: a right model, unless a {@link Fault} is asked for. A little seeded noise makes it
 * depend on the seed.
 */
final class BreakableRecommender implements Recommender {
  private final Fault fault;
  private final int items;
  private final float[] counts; // items x items, row-major
  private final float[] buffer;

  record Options(float noise) {}

  private BreakableRecommender(Fault fault, int items, float[] counts) {
    this.fault = fault;
    this.items = items;
    this.counts = counts;
    this.buffer = new float[items];
  }

  @Override
  public int items() {
    return fault == Fault.ONE_ITEM_TOO_MANY ? items + 1 : items;
  }

  @Override
  public void score(UserBatch users, ScoreBlock out) {
    if (fault == Fault.FAILS_ON_AN_EMPTY_BATCH && users.size() == 0) {
      throw new IllegalArgumentException("no users");
    }
    int rows = fault == Fault.WRITES_THE_FIRST_ROW_ONLY ? 1 : users.size();
    for (int row = 0; row < rows; row++) {
      int source = fault == Fault.LOOKS_AT_THE_OTHER_ROWS ? users.size() - 1 : row;
      boolean isNew = users.user(row) == UserBatch.NEW_USER;
      if (isNew && fault == Fault.SAYS_IT_CAN_SCORE_NEW_USERS_BUT_FAILS) {
        users.requireKnownUsers("broken");
      }
      float[] scores = scores(users.history(source), isNew);
      int length = fault == Fault.LEAVES_THE_LAST_CELL ? items - 1 : items;
      System.arraycopy(scores, 0, out.scores(), out.offset(row), length);
    }
  }

  private float[] scores(UserHistory history, boolean isNew) {
    if (history.size() == 0 && fault == Fault.NEEDS_A_HISTORY) {
      throw new IllegalArgumentException("no history");
    }
    float[] scores = fault == Fault.SHARES_A_BUFFER ? buffer : new float[items];
    Arrays.fill(scores, 0);
    if (isNew && fault == Fault.SCORES_NEW_USERS_ALIKE) {
      return scores;
    }
    for (int event = 0; event < history.size(); event++) {
      int seen = fault == Fault.SCORES_POPULARITY ? 0 : history.item(event);
      for (int item = 0; item < items; item++) {
        scores[item] += counts[seen * items + item];
      }
      if (fault == Fault.SHARES_A_BUFFER && event == 0) {
        LockSupport.parkNanos(1); // gives another thread the time to interfere
      }
    }
    if (fault == Fault.WRITES_NAN) {
      scores[items / 2] = Float.NaN;
    }
    if (fault == Fault.WRITES_INFINITY) {
      scores[items / 2] = Float.NEGATIVE_INFINITY;
    }
    return scores;
  }

  @Override
  public boolean scoresNewUsers() {
    return fault != Fault.SAYS_IT_CANNOT_SCORE_NEW_USERS_BUT_DOES;
  }

  @Override
  public long parameters() {
    return fault == Fault.COUNTS_MINUS_ONE_PARAMETERS ? -1 : counts.length;
  }

  @Override
  public void save(ModelWriter out) throws IOException {
    float[] saved = counts.clone();
    if (fault == Fault.SAVES_HALF) {
      Arrays.fill(saved, saved.length / 2, saved.length, 0);
    }
    out.floats("counts", saved, items, items);
  }

  record Factory(Fault fault) implements RecommenderFactory<Options> {
    private static final AtomicInteger FITS = new AtomicInteger();

    @Override
    @SuppressWarnings({"unchecked", "rawtypes"})
    public Class<Options> optionsType() {
      return fault == Fault.OPTIONS_TYPE_IS_NO_RECORD
          ? (Class<Options>) (Class) Record.class
          : Options.class;
    }

    @Override
    public String summary() {
      return switch (fault) {
        case SUMMARY_OF_TWO_LINES -> "counts\npairs";
        case SUMMARY_WITH_FULL_STOP -> "Counts pairs.";
        default -> "counts pairs of items";
      };
    }

    @Override
    public String reference() {
      return fault == Fault.REFERENCE_WITH_LINE_END ? "A paper\n" : "";
    }

    @Override
    public Recommender fit(TrainingData train, Options options, FitContext context) {
      Interactions events = train.interactions();
      refuse(events);
      int items = events.items();
      float[] counts = new float[items * items];
      for (int user = 0; user < events.users(); user++) {
        int[] had = events.distinctItems(user);
        for (int first : had) {
          for (int second : had) {
            counts[first * items + second]++;
          }
        }
      }
      if (fault == Fault.DIVIDES_BY_THE_COUNT_OF_THE_ITEM) {
        int[] each = events.itemCounts();
        for (int i = 0; i < counts.length; i++) {
          counts[i] /= each[i / items];
          counts[i] /= each[i % items];
        }
      }
      long seed = fault == Fault.IGNORES_THE_SEED ? FITS.incrementAndGet() : context.seeds().seed();
      seed += fault == Fault.DEPENDS_ON_THREADS ? context.workers().threads() : 0;
      seed += fault == Fault.DEPENDS_ON_THE_LABEL ? context.label().length() : 0;
      SplittableRandom random = new SplittableRandom(seed);
      for (int i = 0; i < counts.length; i++) {
        counts[i] += (float) random.nextDouble() * options.noise();
      }
      trainTwice(counts, random, context.checkpoints());
      int first = fault == Fault.COUNTS_EPOCHS_FROM_ZERO ? 0 : 1;
      context.epochs().accept(new EpochReport(first, 0, OptionalDouble.empty(), 1, 0));
      if (context.validation().isPresent()) {
        if (fault == Fault.FAILS_WITH_A_VALIDATION) {
          throw new IllegalStateException("did not expect a validation");
        }
        Fault ofSnapshot = fault == Fault.HANDS_OUT_A_BAD_SNAPSHOT ? Fault.WRITES_NAN : fault;
        context.validation().get().measure(new BreakableRecommender(ofSnapshot, items, counts));
      }
      if (fault == Fault.CHANGES_THE_DATA) {
        Intruder.changeFirstItem(events);
      }
      return new BreakableRecommender(fault, items, counts);
    }

    /** Two epochs, each of which adds noise by random numbers that follow those before. */
    private void trainTwice(float[] counts, SplittableRandom random, Checkpoints checkpoints) {
      int[] behind = {0};
      checkpoints.load(
          in -> {
            behind[0] = in.ints("epochs")[0];
            System.arraycopy(in.floats("counts", counts.length), 0, counts, 0, counts.length);
          });
      for (int epoch = 1; epoch <= 2; epoch++) {
        float noise = random.nextInt(100) * 1e-4f;
        if (epoch <= behind[0] && fault != Fault.FORGETS_AT_A_KILL) {
          continue;
        }
        counts[epoch % counts.length] += noise;
        int done = epoch;
        checkpoints.save(
            epoch,
            out -> {
              out.ints("epochs", new int[] {done});
              out.floats("counts", counts, counts.length);
            });
      }
    }

    private void refuse(Interactions events) {
      for (int user = 0; user < events.users(); user++) {
        int different = events.distinctItems(user).length;
        if ((fault == Fault.NEEDS_A_NEGATIVE && different == events.items())
            || (fault == Fault.REFUSES_DUPLICATES && different < events.count(user))) {
          throw new IllegalArgumentException("user " + user);
        }
      }
      if ((fault == Fault.NEEDS_TWO_ITEMS && events.items() < 2)
          || (fault == Fault.NEEDS_AN_EVENT && events.size() == 0)) {
        throw new IllegalArgumentException(events.toString());
      }
    }

    @Override
    public Recommender load(ModelReader in) throws IOException {
      if (fault == Fault.LOADS_ANYTHING) {
        return new BreakableRecommender(fault, 1, new float[1]);
      }
      float[] counts;
      try {
        counts = in.floats("counts", -1, -1);
      } catch (IOException e) {
        if (fault == Fault.FAILS_WITH_NULL_POINTER_ON_LOAD) {
          throw new NullPointerException("counts");
        }
        throw e;
      }
      int items = (int) Math.round(Math.sqrt(counts.length));
      Fault loaded =
          fault == Fault.LOADS_OTHER_PARAMETERS ? Fault.COUNTS_MINUS_ONE_PARAMETERS : fault;
      return new BreakableRecommender(loaded, items, counts);
    }
  }
}
