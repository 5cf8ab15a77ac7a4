package org.recsys4j.models.baseline;

import java.io.IOException;
import org.recsys4j.api.Recommender;
import org.recsys4j.api.ScoreBlock;
import org.recsys4j.api.UserBatch;
import org.recsys4j.api.store.ModelReader;
import org.recsys4j.api.store.ModelWriter;

/** One score an item, the same for every user. */
final class ItemScores implements Recommender {
  private final float[] scores;

  ItemScores(float[] scores) {
    this.scores = scores;
  }

  static ItemScores load(ModelReader in) throws IOException {
    return new ItemScores(in.floats("item-scores", -1));
  }

  @Override
  public int items() {
    return scores.length;
  }

  @Override
  public void score(UserBatch users, ScoreBlock out) {
    for (int row = 0; row < users.size(); row++) {
      System.arraycopy(scores, 0, out.scores(), out.offset(row), scores.length);
    }
  }

  @Override
  public boolean scoresNewUsers() {
    return true;
  }

  @Override
  public long parameters() {
    return scores.length;
  }

  @Override
  public void save(ModelWriter out) throws IOException {
    out.floats("item-scores", scores, scores.length);
  }
}
