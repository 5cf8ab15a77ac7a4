package org.recsys4j.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.recsys4j.api.data.ItemSet;
import org.recsys4j.api.data.UserHistory;
import org.recsys4j.api.store.ModelWriter;

class RecommenderTest {
  /** Gives every user the same scores. */
  private static final class Fixed implements Recommender {
    private final float[] scores;

    Fixed(float... scores) {
      this.scores = scores;
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
    public void save(ModelWriter out) {
      throw new UnsupportedOperationException();
    }
  }

  private static Query first(int n, int items, int... seen) {
    return Query.unseen(0, UserHistory.of(seen), items, n);
  }

  @Test
  void recommendsTheBestUnseenItems() {
    Recommender model = new Fixed(0.5f, -2, 3, 1);
    assertThat(model.recommend(first(2, 4)))
        .isEqualTo(new RankedItems(new int[] {2, 3}, new float[] {3, 1}));
    assertThat(model.recommend(first(2, 4, 2)).items()).containsExactly(3, 0);
    assertThat(model.recommend(first(99, 4)).items()).containsExactly(2, 3, 0, 1);
  }

  @Test
  void listsAreShortWhereCandidatesAreFew() {
    Recommender model = new Fixed(1, 2, 3);
    assertThat(model.recommend(first(3, 3, 0, 2)).items()).containsExactly(1);
    assertThat(model.recommend(first(3, 3, 0, 1, 2)).size()).isZero();
    assertThat(new Fixed().recommend(first(3, 0)).size()).isZero();
  }

  @Test
  void equalScoresAreOrderedBySeedAndUserNotByIndex() {
    Recommender model = new Fixed(new float[50]);
    Set<Integer> firsts = new HashSet<>();
    for (int seed = 0; seed < 20; seed++) {
      Query query = new Query(7, UserHistory.of(), 50, ItemSet.all(50), ItemSet.none(50), seed);
      RankedItems ranked = model.recommend(query);
      assertThat(ranked).isEqualTo(model.recommend(query));
      assertThat(ranked.items()).doesNotHaveDuplicates().hasSize(50);
      firsts.add(ranked.item(0));
    }
    assertThat(firsts).hasSizeGreaterThan(10);
  }

  @Test
  void aScoreThatIsNoNumberIsAnErrorEvenOfAnExcludedItem() {
    assertThatExceptionOfType(NonFiniteScoreException.class)
        .isThrownBy(() -> new Fixed(1, Float.NaN, 2).recommend(first(1, 3, 1)))
        .satisfies(e -> assertThat(e.item()).isEqualTo(1));
  }
}
