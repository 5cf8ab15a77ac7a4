package org.recsys4j.api;

import java.io.Serial;
import java.util.Locale;
import org.recsys4j.api.data.Catalogue;

/**
 * A model gave NaN or an infinite value as a score. Such a score has no rank, so nothing that is
 * computed from it would mean anything.
 */
public final class NonFiniteScoreException extends IllegalStateException {
  @Serial private static final long serialVersionUID = 1L;

  private final int user;
  private final int item;
  private final float score;

  private NonFiniteScoreException(String message, int user, int item, float score) {
    super(message);
    this.user = user;
    this.item = item;
    this.score = score;
  }

  /**
   * Checks one row of scores.
   *
   * @param block the scores
   * @param row the row to check
   * @param user whose row it is, for the message
   * @throws NonFiniteScoreException naming the first cell that is not a finite number
   */
  public static void check(ScoreBlock block, int row, int user) {
    float[] scores = block.scores();
    int start = block.offset(row);
    int end = start + block.items();
    // 0 * x is 0 for a finite x and NaN otherwise, and NaN survives every addition; eight sums
    // let the additions overlap.
    float a = 0;
    float b = 0;
    float c = 0;
    float d = 0;
    float e = 0;
    float f = 0;
    float g = 0;
    float h = 0;
    int i = start;
    for (; i + 7 < end; i += 8) {
      a += 0 * scores[i];
      b += 0 * scores[i + 1];
      c += 0 * scores[i + 2];
      d += 0 * scores[i + 3];
      e += 0 * scores[i + 4];
      f += 0 * scores[i + 5];
      g += 0 * scores[i + 6];
      h += 0 * scores[i + 7];
    }
    for (; i < end; i++) {
      a += 0 * scores[i];
    }
    if (!Float.isFinite(a + b + c + d + e + f + g + h)) {
      for (i = start; i < end; i++) {
        if (!Float.isFinite(scores[i])) {
          int item = i - start;
          throw new NonFiniteScoreException(
              "score " + scores[i] + " for user index " + user + " and item index " + item,
              user,
              item,
              scores[i]);
        }
      }
    }
  }

  /**
   * The same in words that people know.
   *
   * @param model label of the model that gave the score
   * @param catalogue has the ids of the user and the item
   * @return an exception whose message names model, user and item
   */
  public NonFiniteScoreException named(String model, Catalogue catalogue) {
    String name =
        user == UserBatch.NEW_USER ? "a new user" : "user \"" + catalogue.users().id(user) + "\"";
    NonFiniteScoreException named =
        new NonFiniteScoreException(
            String.format(
                Locale.ROOT,
                "model \"%s\" gave the score %s for %s and item \"%s\"",
                model,
                score,
                name,
                catalogue.items().id(item)),
            user,
            item,
            score);
    named.initCause(this);
    return named;
  }

  /**
   * The user whose scores are wrong.
   *
   * @return a user index, or {@link UserBatch#NEW_USER}
   */
  public int user() {
    return user;
  }

  /**
   * The first item whose score is wrong.
   *
   * @return an item index
   */
  public int item() {
    return item;
  }

  /**
   * The score that was given.
   *
   * @return NaN or an infinite value
   */
  public float score() {
    return score;
  }
}
