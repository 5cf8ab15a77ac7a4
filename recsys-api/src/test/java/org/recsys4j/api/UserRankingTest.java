package org.recsys4j.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.within;

import java.util.DoubleSummaryStatistics;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.recsys4j.api.UserRanking.TieGroup;
import org.recsys4j.api.contract.Rankings;

class UserRankingTest {
  @Test
  void holdsTheListAndItsGroups() {
    int[] items = {8, 3, 5};
    boolean[] relevant = {false, true, false};
    List<TieGroup> groups = List.of(new TieGroup(0, 1, 0), new TieGroup(1, 4, 2));
    UserRanking ranking = new UserRanking(6, items, relevant, groups, 5);
    items[0] = 0;
    relevant[1] = false;
    assertThat(ranking.user()).isEqualTo(6);
    assertThat(ranking.size()).isEqualTo(3);
    assertThat(ranking.item(0)).isEqualTo(8);
    assertThat(ranking.isRelevant(1)).isTrue();
    assertThat(ranking.isRelevant(2)).isFalse();
    assertThat(ranking.relevantCount()).isEqualTo(5);
    assertThat(ranking.groups()).isEqualTo(groups);
    assertThat(ranking.relevantGroups()).containsExactly(groups.get(1));
    assertThat(groups.get(1).end()).isEqualTo(5);
  }

  /** One group of two, one of them relevant, and another relevant item behind: 3 candidates. */
  @Test
  void knowsCandidatesAndRelevantItems() {
    UserRanking least = Rankings.tied(2, 2, List.of(new TieGroup(0, 2, 1)));
    assertThat(least.candidates()).isEqualTo(3);
    assertThatIllegalStateException()
        .isThrownBy(least::relevantItems)
        .withMessage("no metric has declared that it needs RELEVANT_ITEMS");
    int[] two = {0, 0};
    RelevantItems relevant = new RelevantItems(two, two, two, null, null);
    assertThat(ranking(9, relevant).candidates()).isEqualTo(9);
    assertThat(ranking(9, relevant).relevantItems()).isSameAs(relevant);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ranking(1, relevant))
        .withMessage("1 candidates, 2 of them in groups, and 2 relevant items do not fit");
    int[] one = {0};
    RelevantItems fewer = new RelevantItems(one, one, one, null, null);
    assertThatIllegalArgumentException().isThrownBy(() -> ranking(9, fewer));
  }

  private static UserRanking ranking(int candidates, RelevantItems relevant) {
    return new UserRanking(
        0, new int[1], new boolean[1], List.of(new TieGroup(0, 2, 1)), 2, candidates, relevant);
  }

  @Test
  void anEmptyListIsLegal() {
    UserRanking empty = new UserRanking(0, new int[0], new boolean[0], List.of(), 1);
    assertThat(empty.size()).isZero();
    assertThat(empty.expectedHits(10)).isZero();
  }

  @Test
  void refusesGroupsThatCannotBe() {
    assertThatIllegalArgumentException().isThrownBy(() -> new TieGroup(-1, 1, 0));
    assertThatIllegalArgumentException().isThrownBy(() -> new TieGroup(0, 0, 0));
    assertThatIllegalArgumentException().isThrownBy(() -> new TieGroup(0, 1, -1));
    assertThatIllegalArgumentException().isThrownBy(() -> new TieGroup(0, 1, 2));
  }

  @Test
  void refusesPartsThatDoNotFit() {
    refused(2, 2, 1, new TieGroup(0, 1, 0)); // the list goes on behind the groups
    refused(2, 2, 1, new TieGroup(0, 1, 0), new TieGroup(2, 1, 0)); // a gap
    refused(2, 2, 1, new TieGroup(1, 1, 0)); // a gap at the top
    refused(1, 2, 1, new TieGroup(0, 2, 0)); // fewer items than marks
    refused(2, 2, 1, new TieGroup(0, 2, 2)); // more found than there are
    refused(2, 2, 0, new TieGroup(0, 2, 0)); // nothing is relevant at all
  }

  @Test
  void saysWhatDoesNotFit() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Rankings.tied(1, 2, List.of(new TieGroup(0, 1, 0))))
        .withMessage("2 items, 2 marks, groups of 1 items, 0 of 1 relevant ones do not fit");
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> Rankings.tied(1, 3, List.of(new TieGroup(0, 1, 0), new TieGroup(2, 1, 0))))
        .withMessage("a gap before place 2");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new TieGroup(0, 2, 3))
        .withMessage("no group of 2 items, 3 relevant, begins at 0");
  }

  private static void refused(int items, int marks, int relevantCount, TieGroup... groups) {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                new UserRanking(
                    0, new int[items], new boolean[marks], List.of(groups), relevantCount));
  }

  /** A hit; two equal scores, one relevant; six equal scores, two relevant, of which two show. */
  @Test
  void expectsHitsByTheShareOfEachGroup() {
    UserRanking ranking =
        Rankings.tied(
            9, 5, List.of(new TieGroup(0, 1, 1), new TieGroup(1, 2, 1), new TieGroup(3, 6, 2)));
    assertThat(ranking.expectedHits(0)).isZero();
    assertThat(ranking.expectedHits(1)).isEqualTo(1);
    assertThat(ranking.expectedHits(2)).isEqualTo(1.5);
    assertThat(ranking.expectedHits(3)).isEqualTo(2);
    assertThat(ranking.expectedHits(5)).isEqualTo(2 + 2 * 2 / 6.0);
    assertThat(ranking.expectedHits(100)).isEqualTo(4);
  }

  @Test
  void expectedHitsAreTheMeanOverAllOrders() {
    List<TieGroup> groups =
        List.of(new TieGroup(0, 1, 1), new TieGroup(1, 3, 2), new TieGroup(4, 5, 1));
    UserRanking ranking = Rankings.tied(4, 7, groups);
    for (int k = 0; k <= 7; k++) {
      int places = k;
      DoubleSummaryStatistics hits = new DoubleSummaryStatistics();
      Rankings.forEachOrder(
          ranking,
          order -> {
            int found = 0;
            for (int place = 0; place < places; place++) {
              found += order.isRelevant(place) ? 1 : 0;
            }
            hits.accept(found);
          });
      assertThat(ranking.expectedHits(k)).isCloseTo(hits.getAverage(), within(1e-12));
    }
    assertThat(ranking.expectedHits(2)).isCloseTo(1 + 2.0 / 3, within(1e-12));
  }

  /** Items 4, then 7 and 9 of equal scores; relevant are 4, 9, and 2 behind the list. */
  @Test
  void mayBeRestrictedToSomeRelevantItems() {
    RelevantItems relevant =
        new RelevantItems(
            new int[] {2, 4, 9},
            new int[] {Integer.MAX_VALUE, 0, 1},
            new int[] {1, 1, 2},
            new float[] {5, 6, 7},
            null);
    UserRanking all =
        new UserRanking(
            1,
            new int[] {4, 9, 7},
            new boolean[] {true, true, false},
            List.of(new TieGroup(0, 1, 1), new TieGroup(1, 2, 1)),
            3,
            8,
            relevant);
    UserRanking nine = all.restrictedTo(item -> item == 9).orElseThrow();
    assertThat(nine.groups()).containsExactly(new TieGroup(0, 1, 0), new TieGroup(1, 2, 1));
    assertThat(nine.relevantCount()).isEqualTo(1);
    assertThat(nine.candidates()).isEqualTo(8);
    assertThat(nine.size()).isEqualTo(3);
    assertThat(nine.isRelevant(0)).isFalse();
    assertThat(nine.isRelevant(1)).isTrue();
    assertThat(nine.relevantItems().value(0)).isEqualTo(7);
    assertThat(nine.expectedHits(2)).isEqualTo(0.5);
    assertThat(all.restrictedTo(item -> item == 2).orElseThrow().expectedHits(3)).isZero();
    assertThat(all.restrictedTo(item -> item == 7)).isEmpty();
  }
}
