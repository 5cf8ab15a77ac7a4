package org.recsys4j.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.recsys4j.api.data.Catalogue;
import org.recsys4j.api.data.IdIndex;

class NonFiniteScoreExceptionTest {
  private static final int ITEMS = 19; // two rounds of eight and a rest

  @Test
  void findsABadScoreAtEveryPosition() {
    for (float bad : new float[] {Float.NaN, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY}) {
      for (int item = 0; item < ITEMS; item++) {
        ScoreBlock block = new ScoreBlock(3, ITEMS);
        block.scores()[block.offset(1) + item] = bad;
        NonFiniteScoreException.check(block, 0, 7);
        NonFiniteScoreException.check(block, 2, 7);
        NonFiniteScoreException found =
            catchThrowableOfType(
                NonFiniteScoreException.class, () -> NonFiniteScoreException.check(block, 1, 7));
        assertThat(found.item()).isEqualTo(item);
        assertThat(found.user()).isEqualTo(7);
        assertThat(found.score()).isEqualTo(Float.valueOf(bad));
        assertThat(found).hasMessage("score " + bad + " for user index 7 and item index " + item);
      }
    }
  }

  @Test
  void takesTheLargestFiniteScores() {
    ScoreBlock block = new ScoreBlock(1, ITEMS);
    Arrays.fill(block.scores(), Float.MAX_VALUE);
    block.scores()[3] = -Float.MAX_VALUE;
    NonFiniteScoreException.check(block, 0, 0);
  }

  @Test
  void namesModelUserAndItem() {
    Catalogue catalogue =
        new Catalogue(IdIndex.of(List.of("ann", "bob")), IdIndex.of(List.of("x", "y")));
    ScoreBlock block = new ScoreBlock(1, 2);
    block.scores()[1] = Float.NaN;
    assertThat(found(block, 1).named("EASE", catalogue))
        .hasMessage("model \"EASE\" gave the score NaN for user \"bob\" and item \"y\"")
        .hasCauseInstanceOf(NonFiniteScoreException.class);
    assertThat(found(block, UserBatch.NEW_USER).named("EASE", catalogue))
        .hasMessage("model \"EASE\" gave the score NaN for a new user and item \"y\"");
  }

  private static NonFiniteScoreException found(ScoreBlock block, int user) {
    return catchThrowableOfType(
        NonFiniteScoreException.class, () -> NonFiniteScoreException.check(block, 0, user));
  }
}
