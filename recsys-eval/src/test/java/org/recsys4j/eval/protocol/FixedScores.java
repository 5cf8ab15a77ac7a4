package org.recsys4j.eval.protocol;

import org.recsys4j.api.Recommender;
import org.recsys4j.api.ScoreBlock;
import org.recsys4j.api.UserBatch;
import org.recsys4j.api.random.SeedTree;
import org.recsys4j.api.store.ModelWriter;

/** A model whose scores a test writes down. */
public record FixedScores(int items, Cell cell) implements Recommender {
  /** What stands in a cell. */
  public interface Cell {
    /** The score of an item for a user. */
    float score(int user, int item);
  }

  /** Scores by row, for the users 0, 1, ... */
  public static FixedScores of(float[]... rows) {
    return new FixedScores(rows[0].length, (user, item) -> rows[user][item]);
  }

  /** Scores that look random, out of a number of different ones: the fewer, the more ties. */
  public static FixedScores hashed(int items, long seed, int different) {
    return new FixedScores(
        items,
        (user, item) ->
            Math.floorMod(SeedTree.mix(seed ^ SeedTree.mix(user * 1_000_003L + item)), different));
  }

  @Override
  public void score(UserBatch users, ScoreBlock out) {
    for (int row = 0; row < users.size(); row++) {
      for (int item = 0; item < items; item++) {
        out.scores()[out.offset(row) + item] = cell.score(users.user(row), item);
      }
    }
  }

  @Override
  public boolean scoresNewUsers() {
    return false;
  }

  @Override
  public long parameters() {
    return 0;
  }

  @Override
  public void save(ModelWriter out) {
    throw new UnsupportedOperationException("made for a test");
  }
}
