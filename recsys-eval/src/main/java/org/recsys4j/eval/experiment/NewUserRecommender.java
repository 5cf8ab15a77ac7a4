package org.recsys4j.eval.experiment;

import java.util.List;
import java.util.stream.IntStream;
import org.recsys4j.api.Recommender;
import org.recsys4j.api.ScoreBlock;
import org.recsys4j.api.UserBatch;
import org.recsys4j.api.data.UserHistory;
import org.recsys4j.api.store.ModelWriter;

/**
 * A model to which every user is new, whatever the index: that orders equal scores alone, as it
 * does in the evaluation of users who are folded in.
 */
record NewUserRecommender(Recommender model) implements Recommender {
  @Override
  public int items() {
    return model.items();
  }

  @Override
  public void score(UserBatch users, ScoreBlock out) {
    List<UserHistory> histories =
        IntStream.range(0, users.size()).mapToObj(users::history).toList();
    model.score(UserBatch.ofNewUsers(histories), out);
  }

  @Override
  public boolean scoresNewUsers() {
    return model.scoresNewUsers();
  }

  @Override
  public long parameters() {
    return model.parameters();
  }

  @Override
  public void save(ModelWriter out) {
    throw new UnsupportedOperationException("only the model itself is saved");
  }
}
