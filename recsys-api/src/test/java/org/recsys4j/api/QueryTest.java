package org.recsys4j.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.recsys4j.api.data.ItemSet;
import org.recsys4j.api.data.UserHistory;

class QueryTest {
  private static final float NO = Float.NEGATIVE_INFINITY;

  private static float[] masked(ItemSet candidates, ItemSet excluded) {
    float[] scores = {1, 2, 3, 4};
    new Query(0, UserHistory.of(), 1, candidates, excluded, 0).mask(scores);
    return scores;
  }

  @Test
  void onlyCandidatesThatAreNotExcludedKeepTheirScores() {
    assertThat(masked(ItemSet.all(4), ItemSet.none(4))).containsExactly(1, 2, 3, 4);
    assertThat(masked(ItemSet.all(4), ItemSet.of(4, 1, 3))).containsExactly(1, NO, 3, NO);
    assertThat(masked(ItemSet.of(4, 0, 1), ItemSet.none(4))).containsExactly(1, 2, NO, NO);
    assertThat(masked(ItemSet.of(4, 0, 1), ItemSet.of(4, 1, 2))).containsExactly(1, NO, NO, NO);
    assertThat(masked(ItemSet.none(4), ItemSet.none(4))).containsExactly(NO, NO, NO, NO);
    assertThat(masked(ItemSet.all(4), ItemSet.all(4))).containsExactly(NO, NO, NO, NO);
  }

  @Test
  void unseenLeavesOutTheHistory() {
    Query query = Query.unseen(3, UserHistory.of(2, 0, 2), 4, 10);
    assertThat(query.excluded()).isEqualTo(ItemSet.of(4, 0, 2));
    assertThat(query.candidates()).isEqualTo(ItemSet.all(4));
    assertThat(query.n()).isEqualTo(10);
    assertThat(query.user()).isEqualTo(3);
  }

  @Test
  void refusesWhatDoesNotFit() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Query.unseen(0, UserHistory.of(), 4, 0))
        .withMessage("n is 0; at least 1 item must be asked for");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Query(0, UserHistory.of(), 1, ItemSet.all(4), ItemSet.none(5), 0))
        .withMessage("candidates out of 4 items and exclusions out of 5");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Query.unseen(0, UserHistory.of(), 4, 1).mask(new float[5]))
        .withMessage("a query over 4 items for a model of 5");
  }
}
