package org.recsys4j.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.recsys4j.api.data.Catalogue;
import org.recsys4j.api.data.IdIndex;

class NonFiniteScoreExceptionTest {
  private static NonFiniteScoreException check(ScoreBlock block, int row) {
    return catchThrowableOfType(
        NonFiniteScoreException.class, () -> NonFiniteScoreException.check(block, row, 17));
  }

  /** The row is read in eights with a rest: a wrong score is found at every place of either. */
  @ParameterizedTest
  @ValueSource(floats = {Float.NaN, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY})
  void isFoundAtEveryPlace(float wrong) {
    for (int items = 1; items <= 19; items++) {
      for (int item = 0; item < items; item++) {
        ScoreBlock block = new ScoreBlock(3, items);
        block.scores()[block.offset(1) + item] = wrong;
        NonFiniteScoreException found = check(block, 1);
        assertThat(found.item()).isEqualTo(item);
        assertThat(found.user()).isEqualTo(17);
        assertThat(found.score()).isEqualTo(Float.valueOf(wrong));
        assertThat(found)
            .hasMessage("score " + wrong + " for user index 17 and item index " + item);
        assertThat(check(block, 0)).isNull();
        assertThat(check(block, 2)).isNull();
      }
    }
  }

  @Test
  void theFirstOfSeveralIsNamed() {
    ScoreBlock block = new ScoreBlock(1, 8);
    block.scores()[6] = Float.NaN;
    block.scores()[3] = Float.POSITIVE_INFINITY;
    block.scores()[4] = Float.NEGATIVE_INFINITY;
    assertThat(check(block, 0).item()).isEqualTo(3);
  }

  /** The largest numbers are numbers, even where their sum would not be one. */
  @Test
  void everyFiniteScoreIsFine() {
    ScoreBlock block = new ScoreBlock(2, 19);
    Arrays.fill(block.scores(), Float.MAX_VALUE);
    block.scores()[2] = -Float.MAX_VALUE;
    block.scores()[3] = Float.MIN_VALUE;
    block.scores()[4] = -0.0f;
    assertThatCode(() -> NonFiniteScoreException.check(block, 0, 0)).doesNotThrowAnyException();
    assertThatCode(() -> NonFiniteScoreException.check(new ScoreBlock(1, 0), 0, 0))
        .doesNotThrowAnyException();
  }

  @Test
  void namesModelUserAndItem() {
    Catalogue catalogue =
        new Catalogue(IdIndex.of(List.of("ann", "bob")), IdIndex.of(List.of("tea", "cup")));
    ScoreBlock block = new ScoreBlock(1, 2);
    block.scores()[1] = Float.NaN;
    NonFiniteScoreException ofBob =
        catchThrowableOfType(
            NonFiniteScoreException.class, () -> NonFiniteScoreException.check(block, 0, 1));
    assertThat(ofBob.named("BPR", catalogue))
        .hasMessage("model \"BPR\" gave the score NaN for user \"bob\" and item \"cup\"")
        .hasCause(ofBob);
    NonFiniteScoreException ofNew =
        catchThrowableOfType(
            NonFiniteScoreException.class,
            () -> NonFiniteScoreException.check(block, 0, UserBatch.NEW_USER));
    assertThat(ofNew.named("BPR", catalogue))
        .hasMessage("model \"BPR\" gave the score NaN for a new user and item \"cup\"");
  }
}
