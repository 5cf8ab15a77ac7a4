package org.recsys4j.models.sequence;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.recsys4j.api.Query;
import org.recsys4j.api.Recommender;
import org.recsys4j.api.ScoreBlock;
import org.recsys4j.api.TrainingData;
import org.recsys4j.api.UserBatch;
import org.recsys4j.api.contract.SmallData;
import org.recsys4j.api.data.UserHistory;

/**
 * Histories in which order tells all: after item i comes i + 1, or i + 2 where the item before i
 * was odd. Items are about equally frequent, and the last one alone says half of what comes next.
 */
public final class Walks {
  /** How many items there are. */
  public static final int ITEMS = 24;

  private Walks() {}

  private static int next(int before, int item) {
    return (item + 1 + before % 2) % ITEMS;
  }

  /** Sixty users of twenty events. */
  public static TrainingData trainingData() {
    return trainingData(60, 20);
  }

  /** Users of equally many events; of few, so that most items are left that a user never had. */
  public static TrainingData trainingData(int users, int events) {
    SplittableRandom random = new SplittableRandom(3);
    List<int[]> pairs = new ArrayList<>();
    for (int user = 0; user < users; user++) {
      int before = random.nextInt(ITEMS);
      int item = random.nextInt(ITEMS);
      for (int step = 0; step < events; step++) {
        pairs.add(new int[] {user, item});
        int following = next(before, item);
        before = item;
        item = following;
      }
    }
    return SmallData.trainingData(SmallData.of(users, ITEMS, pairs.toArray(int[][]::new)));
  }

  /** How many of 48 pairs of items are followed by the right one, in the first place. */
  public static int right(Recommender model) {
    int right = 0;
    for (int before = 0; before < ITEMS; before++) {
      for (int step = 1; step <= 2; step++) {
        int item = (before + step) % ITEMS;
        Query query = Query.unseen(UserBatch.NEW_USER, UserHistory.of(before, item), ITEMS, 1);
        right += model.recommend(query).item(0) == next(before, item) ? 1 : 0;
      }
    }
    return right;
  }

  /** The scores of all items for a new user. */
  public static float[] scores(Recommender model, UserHistory history) {
    ScoreBlock out = new ScoreBlock(1, ITEMS);
    model.score(UserBatch.of(UserBatch.NEW_USER, history), out);
    return out.scores();
  }
}
