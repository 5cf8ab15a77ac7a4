package org.recsys4j.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Locale;
import org.junit.jupiter.api.Test;

class ScoreBlockTest {
  @Test
  void isRowMajor() {
    ScoreBlock block = new ScoreBlock(3, 4);
    assertThat(block.rows()).isEqualTo(3);
    assertThat(block.items()).isEqualTo(4);
    assertThat(block.scores()).hasSize(12);
    assertThat(block.offset(2)).isEqualTo(8);
    assertThat(new ScoreBlock(0, 4).scores()).isEmpty();
  }

  @Test
  void refusesWhatNoArrayHolds() {
    for (int[] size : new int[][] {{-1, 4}, {4, -1}, {1 << 16, 1 << 15}, {1 << 30, 1 << 30}}) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> new ScoreBlock(size[0], size[1]))
          .withMessage(
              String.format(
                  Locale.ROOT,
                  "a block of %d x %d scores does not fit an array",
                  size[0],
                  size[1]));
    }
  }
}
