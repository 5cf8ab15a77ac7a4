package org.recsys4j.api.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.recsys4j.api.Recommender;
import org.recsys4j.api.ScoreBlock;
import org.recsys4j.api.UserBatch;
import org.recsys4j.api.data.Interactions;

/** Scores as an evaluation does, and compares what came out. */
final class Scoring {
  private Scoring() {}

  /**
   * Scores a batch into a block that has a row to spare and holds NaN beforehand.
   *
   * @return the scores, row-major, all finite
   * @throws AssertionError if a cell was not written, or is not a finite number
   */
  static float[] score(Recommender model, UserBatch users) {
    int items = model.items();
    ScoreBlock block = new ScoreBlock(users.size() + 1, items);
    Arrays.fill(block.scores(), Float.NaN);
    model.score(users, block);
    float[] scores = Arrays.copyOf(block.scores(), users.size() * items);
    for (int cell = 0; cell < scores.length; cell++) {
      if (!Float.isFinite(scores[cell])) {
        fail(
            "row %d (user %d), item %d: the score is %s; every cell of a batch's rows must be"
                + " written, with a finite number",
            cell / items, users.user(cell / items), cell % items, scores[cell]);
      }
    }
    return scores;
  }

  /** Scores every user of some interactions in one batch. */
  static float[] scoreAll(Recommender model, Interactions histories) {
    return score(model, batch(histories, 0, histories.users()));
  }

  /** The users from {@code from} to {@code to - 1}. */
  static UserBatch batch(Interactions histories, int from, int to) {
    return UserBatch.of(IntStream.range(0, histories.users()).toArray(), from, to, histories);
  }

  static void assertSameBits(String what, float[] actual, float[] expected, int items) {
    assertThat(actual).as(what).hasSameSizeAs(expected);
    int cell = Arrays.mismatch(actual, expected);
    if (cell >= 0) {
      fail(
          "%s: row %d, item %d: %s instead of %s; results must be equal bit for bit",
          what, cell / items, cell % items, actual[cell], expected[cell]);
    }
  }

  /** Differences are measured against the largest score of the row, since sums cancel. */
  static void assertClose(
      String what, float[] actual, float[] expected, int from, int items, float tolerance) {
    float largest = Float.MIN_NORMAL;
    for (int item = 0; item < items; item++) {
      largest = Math.max(largest, Math.abs(expected[from + item]));
    }
    for (int item = 0; item < items; item++) {
      float difference = Math.abs(actual[item] - expected[from + item]);
      if (difference > tolerance * largest) {
        fail(
            "%s: item %d: %s instead of %s, which differs by more than %s of the row's largest"
                + " score",
            what, item, actual[item], expected[from + item], tolerance);
      }
    }
  }
}
