package org.recsys4j.eval.experiment;

import java.io.IOException;
import org.recsys4j.api.FitContext;
import org.recsys4j.api.Recommender;
import org.recsys4j.api.ScoreBlock;
import org.recsys4j.api.TrainingData;
import org.recsys4j.api.UserBatch;
import org.recsys4j.api.store.ModelReader;
import org.recsys4j.api.store.ModelWriter;

/** Models for users who were not there in training. */
final class FoldInModels {
  private FoldInModels() {}

  /** Many equal scores: an item's index modulo the size of the history. */
  private record ByHistory(int items, boolean vectors) implements Recommender {
    @Override
    public void score(UserBatch users, ScoreBlock out) {
      if (vectors) {
        users.requireKnownUsers("vectors");
      }
      for (int row = 0; row < users.size(); row++) {
        int modulus = 1 + users.history(row).size() / 4;
        for (int item = 0; item < items; item++) {
          out.scores()[out.offset(row) + item] = item % modulus;
        }
      }
    }

    @Override
    public boolean scoresNewUsers() {
      return !vectors;
    }

    @Override
    public long parameters() {
      return 0;
    }

    @Override
    public void save(ModelWriter out) throws IOException {
      out.ints("items", new int[] {items}, 1);
    }
  }

  /** Scores from the history. */
  static final class HistoryFactory extends FakeModels.Factory<FakeModels.None> {
    HistoryFactory() {
      super(FakeModels.None.class);
    }

    @Override
    public Recommender fit(TrainingData train, FakeModels.None options, FitContext context) {
      if (train.interactions().size() != 150) {
        throw new IllegalStateException("sees " + train.interactions().size() + " events");
      }
      return new ByHistory(train.items(), false);
    }

    @Override
    public Recommender load(ModelReader in) throws IOException {
      return new ByHistory(in.ints("items", 1)[0], false);
    }
  }

  /** Knows the users of the training part alone. */
  static final class VectorsFactory extends FakeModels.Factory<FakeModels.None> {
    VectorsFactory() {
      super(FakeModels.None.class);
    }

    @Override
    public Recommender fit(TrainingData train, FakeModels.None options, FitContext context) {
      return new ByHistory(train.items(), true);
    }
  }
}
