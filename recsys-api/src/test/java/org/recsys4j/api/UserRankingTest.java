package org.recsys4j.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.recsys4j.api.UserRanking.TieGroup;

class UserRankingTest {
  private static UserRanking of(int shown, int relevantCount, TieGroup... groups) {
    return new UserRanking(3, new int[shown], new boolean[shown], List.of(groups), relevantCount);
  }

  /** A hit; two equal scores, one relevant; six equal scores, two relevant, of which two show. */
  @Test
  void expectsHitsByTheShareOfEachGroup() {
    UserRanking ranking =
        of(5, 9, new TieGroup(0, 1, 1), new TieGroup(1, 2, 1), new TieGroup(3, 6, 2));
    assertThat(ranking.expectedHits(0)).isZero();
    assertThat(ranking.expectedHits(1)).isEqualTo(1);
    assertThat(ranking.expectedHits(2)).isEqualTo(1.5);
    assertThat(ranking.expectedHits(3)).isEqualTo(2);
    assertThat(ranking.expectedHits(5)).isEqualTo(2 + 2 * 2 / 6.0);
    assertThat(ranking.expectedHits(100)).isEqualTo(4);
    assertThat(of(0, 9).expectedHits(10)).isZero();
  }

  @Test
  void refusesWhatCannotBe() {
    assertThatThrownBy(() -> of(2, 1, new TieGroup(0, 1, 0), new TieGroup(2, 1, 0)))
        .hasMessage("a gap before place 2");
    assertThatThrownBy(() -> of(2, 1, new TieGroup(0, 1, 0)))
        .hasMessage("2 items, 2 marks, groups of 1 items, 0 of 1 relevant ones do not fit");
    assertThatThrownBy(() -> of(1, 1, new TieGroup(0, 2, 2)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("2 of 1 relevant ones");
    assertThatThrownBy(() -> new TieGroup(0, 2, 3))
        .hasMessage("no group of 2 items, 3 relevant, begins at 0");
  }
}
