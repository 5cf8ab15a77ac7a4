package org.recsys4j.eval.protocol;

import java.util.ArrayList;
import java.util.List;
import org.recsys4j.api.NonFiniteScoreException;
import org.recsys4j.api.RankedItems;
import org.recsys4j.api.Recommender;
import org.recsys4j.api.ScoreBlock;
import org.recsys4j.api.UserRanking;
import org.recsys4j.api.rank.TopSelector;

/** Ranks the users of one block after the other. One thread at a time; reuses its memory. */
final class BlockRanker {
  private final Protocol protocol;
  private final ScoreBlock scores;
  private final TopSelector selector;
  private int first;

  BlockRanker(Protocol protocol, int rows, int depth, long tieSeed) {
    this.protocol = protocol;
    this.scores = new ScoreBlock(rows, protocol.candidates().universe());
    this.selector = new TopSelector(depth, tieSeed);
  }

  /** Scores the users of rows {@code from} to {@code to - 1} of the protocol. */
  void score(Recommender recommender, int from, int to) {
    first = from;
    recommender.score(protocol.batch(from, to), scores);
  }

  /** Checks the scores of one of these users, who may come but once, and ranks the candidates. */
  UserRanking rank(String model, int row) {
    check(model, row);
    int offset = scores.offset(row - first);
    int user = protocol.user(row);
    protocol.restrict(row, scores.scores(), offset);
    selector.select(scores, row - first, user);
    int size = selector.size();
    int[] items = new int[size];
    boolean[] relevant = new boolean[size];
    for (int place = 0; place < size; place++) {
      items[place] = selector.item(place);
      relevant[place] = protocol.relevance().contains(row, items[place]);
    }
    List<UserRanking.TieGroup> groups = groups(row, relevant, offset);
    return new UserRanking(user, items, relevant, groups, protocol.relevantCount(row));
  }

  private void check(String model, int row) {
    try {
      NonFiniteScoreException.check(scores, row - first, protocol.user(row));
    } catch (NonFiniteScoreException e) {
      throw e.named(model, protocol.catalogue());
    }
  }

  private List<UserRanking.TieGroup> groups(int row, boolean[] relevant, int offset) {
    List<UserRanking.TieGroup> groups = new ArrayList<>(relevant.length);
    int start = 0;
    int found = 0;
    for (int place = 0; place < relevant.length; place++) {
      float score = selector.score(place);
      found += relevant[place] ? 1 : 0;
      if (place == relevant.length - 1) { // may reach beyond the list
        found = protocol.relevance().countWithScore(row, scores.scores(), offset, score);
        groups.add(new UserRanking.TieGroup(start, selector.tiedAtEnd(), found));
      } else if (selector.score(place + 1) != score) {
        groups.add(new UserRanking.TieGroup(start, place + 1 - start, found));
        start = place + 1;
        found = 0;
      }
    }
    return groups;
  }

  /** The list of the user who was ranked last. */
  RankedItems list() {
    return selector.toRankedItems();
  }
}
