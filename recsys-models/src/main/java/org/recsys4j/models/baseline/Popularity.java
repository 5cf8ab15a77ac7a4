package org.recsys4j.models.baseline;

import java.io.IOException;
import java.util.Arrays;
import org.recsys4j.api.FitContext;
import org.recsys4j.api.Recommender;
import org.recsys4j.api.RecommenderFactory;
import org.recsys4j.api.TrainingData;
import org.recsys4j.api.data.Interactions;
import org.recsys4j.api.store.ModelReader;

/**
 * The most popular items, the same for everybody: an item's score is the number of users who had it
 * in training. Who had it several times counts once; values and times are not used. Items without
 * training events score 0.
 */
public final class Popularity {
  private Popularity() {}

  /** There is nothing to choose. */
  public record Options() {}

  /** Fits and loads {@link Popularity}. */
  public static final class Factory implements RecommenderFactory<Options> {
    /** Does nothing yet. */
    public Factory() {}

    @Override
    public Class<Options> optionsType() {
      return Options.class;
    }

    @Override
    public String summary() {
      return "items that most users had, the same for everybody";
    }

    @Override
    public Recommender fit(TrainingData train, Options options, FitContext context) {
      return new ItemScores(usersOfItems(train.interactions()));
    }

    @Override
    public Recommender load(ModelReader in) throws IOException {
      return ItemScores.load(in);
    }
  }

  private static float[] usersOfItems(Interactions train) {
    float[] counts = new float[train.items()];
    int[] lastUser = new int[train.items()];
    Arrays.fill(lastUser, -1);
    for (int user = 0; user < train.users(); user++) {
      for (int position = train.start(user); position < train.end(user); position++) {
        int item = train.item(position);
        if (lastUser[item] != user) {
          lastUser[item] = user;
          counts[item]++;
        }
      }
    }
    return counts;
  }
}
