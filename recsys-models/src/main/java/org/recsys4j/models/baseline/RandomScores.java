package org.recsys4j.models.baseline;

import java.io.IOException;
import org.recsys4j.api.FitContext;
import org.recsys4j.api.Recommender;
import org.recsys4j.api.RecommenderFactory;
import org.recsys4j.api.ScoreBlock;
import org.recsys4j.api.TrainingData;
import org.recsys4j.api.UserBatch;
import org.recsys4j.api.random.SeedTree;
import org.recsys4j.api.store.ModelReader;
import org.recsys4j.api.store.ModelWriter;

/**
 * Random scores: what chance alone gives, the floor under every metric. The score of a user and an
 * item is a hash of seed, user and item, uniform in 0 to 1, so it is the same at every call; all
 * new users share one list.
 */
public final class RandomScores implements Recommender {
  private static final float UNIT = 0x1p-24f;

  private final int items;
  private final long seed;

  private RandomScores(int items, long seed) {
    this.items = items;
    this.seed = seed;
  }

  /** There is nothing to choose. */
  public record Options() {}

  /** Fits and loads {@link RandomScores}. */
  public static final class Factory implements RecommenderFactory<Options> {
    /** Does nothing yet. */
    public Factory() {}

    @Override
    public Class<Options> optionsType() {
      return Options.class;
    }

    @Override
    public String summary() {
      return "a random order of items for every user";
    }

    @Override
    public RandomScores fit(TrainingData train, Options options, FitContext context) {
      return new RandomScores(train.items(), context.seeds().child("scores").seed());
    }

    @Override
    public RandomScores load(ModelReader in) throws IOException {
      int[] saved = in.ints("items-and-seed", 3);
      return new RandomScores(saved[0], (long) saved[1] << 32 | (saved[2] & 0xffffffffL));
    }
  }

  @Override
  public int items() {
    return items;
  }

  @Override
  public void score(UserBatch users, ScoreBlock out) {
    for (int row = 0; row < users.size(); row++) {
      long key = SeedTree.mix(seed ^ SeedTree.mix(users.user(row)));
      int start = out.offset(row);
      for (int item = 0; item < items; item++) {
        out.scores()[start + item] = UNIT * (SeedTree.mix(key ^ item) >>> 40);
      }
    }
  }

  @Override
  public boolean scoresNewUsers() {
    return true;
  }

  @Override
  public long parameters() {
    return 0;
  }

  @Override
  public void save(ModelWriter out) throws IOException {
    out.ints("items-and-seed", new int[] {items, (int) (seed >>> 32), (int) seed}, 3);
  }
}
