package org.recsys4j.api;

import java.io.IOException;
import org.recsys4j.api.rank.TopSelector;
import org.recsys4j.api.store.ModelWriter;

/**
 * A fitted model: immutable, deterministic and safe for use by many threads at once.
 *
 * <p>Scoring is the primitive. What is built on scores (the best n, ties, exclusions, the check for
 * NaN) is written once, for all models.
 */
public interface Recommender {
  /**
   * How many items this model scores: the size of the item index it was fitted on.
   *
   * @return the number of columns of a {@link ScoreBlock}
   */
  int items();

  /**
   * Scores every item for a batch of users. Higher is better; scores of different users need not be
   * comparable. Every cell {@code [row, item]} with {@code row < users.size()} is written. NaN and
   * infinite values are errors of the model; a model that knows nothing about an item or a user
   * gives equal scores.
   *
   * @param users the users, each with its history
   * @param out where the scores go, row-major, one row a user; has at least {@code users.size()}
   *     rows and exactly {@link #items()} columns
   * @throws UnknownUserException if the batch holds a user unseen in training and {@link
   *     #scoresNewUsers()} is false
   */
  void score(UserBatch users, ScoreBlock out);

  /**
   * Whether a user who was not there in training ({@link UserBatch#NEW_USER}) is scored, from the
   * history alone. Models that learn a vector for each user and cannot fold in a new one say no.
   *
   * @return whether new users can be scored
   */
  boolean scoresNewUsers();

  /**
   * How many numbers were learned, for comparisons of size: weights of a network, cells of a
   * similarity matrix that are kept.
   *
   * @return the number of parameters, zero or more
   */
  long parameters();

  /**
   * Writes everything that {@link RecommenderFactory#load} needs to give equal scores again.
   *
   * @param out where named arrays and texts go
   * @throws IOException if writing fails
   */
  void save(ModelWriter out) throws IOException;

  /**
   * The best candidates of one user, best first. Equal scores are ordered by a seeded hash of user
   * and item, never by item index.
   *
   * @param query who asks, for how many items, out of which
   * @return at most {@code query.n()} items; fewer when there are fewer candidates
   * @throws UnknownUserException if the user is new and {@link #scoresNewUsers()} is false
   * @throws NonFiniteScoreException if a score is NaN or infinite
   */
  default RankedItems recommend(Query query) {
    ScoreBlock block = new ScoreBlock(1, items());
    score(UserBatch.of(query.user(), query.history()), block);
    NonFiniteScoreException.check(block, 0, query.user());
    query.mask(block.scores());
    int n = Math.max(1, Math.min(query.n(), items())); // a model may have no item at all
    TopSelector selector = new TopSelector(n, query.tieSeed());
    selector.select(block, 0, query.user());
    return selector.toRankedItems();
  }
}
