package org.recsys4j.eval.protocol;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.recsys4j.api.MetricNeed;
import org.recsys4j.api.NonFiniteScoreException;
import org.recsys4j.api.RankedItems;
import org.recsys4j.api.Recommender;
import org.recsys4j.api.RelevantItems;
import org.recsys4j.api.ScoreBlock;
import org.recsys4j.api.UserRanking;
import org.recsys4j.api.UserRanking.TieGroup;
import org.recsys4j.api.rank.TopSelector;

/** Ranks the users of one block after the other. One thread at a time; reuses its memory. */
final class BlockRanker {
  private final Protocol protocol;
  private final Gathered gathered;
  private final ScoreBlock scores;
  private final TopSelector selector;
  private final FullRanks fullRanks = new FullRanks();
  private int first;

  BlockRanker(Protocol protocol, Gathered gathered, int rows, int depth, long tieSeed) {
    this.protocol = protocol;
    this.gathered = gathered;
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
    float[] predicted = gathered.needs(MetricNeed.SCORES) ? ofRelevant(row, offset) : null;
    protocol.restrict(row, scores.scores(), offset);
    selector.select(scores, row - first, user);
    int size = selector.size();
    int[] items = new int[size];
    boolean[] relevant = new boolean[size];
    for (int place = 0; place < size; place++) {
      items[place] = selector.item(place);
      relevant[place] = protocol.relevance().contains(row, items[place]);
    }
    List<TieGroup> groups = groups(row, relevant, offset);
    return new UserRanking(
        user,
        items,
        relevant,
        groups,
        protocol.relevantCount(row),
        protocol.relevance().candidates(row),
        gathered.needsRelevantItems() ? relevantItems(row, offset, groups, predicted) : null);
  }

  private void check(String model, int row) {
    try {
      NonFiniteScoreException.check(scores, row - first, protocol.user(row));
    } catch (NonFiniteScoreException e) {
      throw e.named(model, protocol.catalogue());
    }
  }

  private float[] ofRelevant(int row, int offset) {
    int[] items = protocol.relevant(row);
    float[] of = new float[items.length];
    for (int i = 0; i < of.length; i++) {
      of[i] = scores.scores()[offset + items[i]];
    }
    return of;
  }

  private List<TieGroup> groups(int row, boolean[] relevant, int offset) {
    List<TieGroup> groups = new ArrayList<>(relevant.length);
    int start = 0;
    int found = 0;
    for (int place = 0; place < relevant.length; place++) {
      float score = selector.score(place);
      found += relevant[place] ? 1 : 0;
      if (place == relevant.length - 1) { // may reach beyond the list
        found = protocol.relevance().countWithScore(row, scores.scores(), offset, score);
        groups.add(new TieGroup(start, selector.tiedAtEnd(), found));
      } else if (selector.score(place + 1) != score) {
        groups.add(new TieGroup(start, place + 1 - start, found));
        start = place + 1;
        found = 0;
      }
    }
    return groups;
  }

  private RelevantItems relevantItems(
      int row, int offset, List<TieGroup> groups, float @Nullable [] predicted) {
    int[] items = protocol.relevant(row);
    int[] places = new int[items.length];
    int[] tied = new int[items.length];
    if (gathered.needs(MetricNeed.FULL_RANKS)) {
      fullRanks.locate(scores.scores(), offset, scores.items(), items, places, tied);
    } else {
      Arrays.fill(places, Integer.MAX_VALUE);
      Arrays.fill(tied, 1);
      for (int i = 0; i < items.length; i++) {
        float score = scores.scores()[offset + items[i]];
        if (selector.size() > 0 && score >= selector.score(selector.size() - 1)) {
          TieGroup group = groups.get(groupOf(score, groups));
          places[i] = group.start();
          tied[i] = group.size();
        }
      }
    }
    float[] values = gathered.values(protocol.relevance(), row);
    return new RelevantItems(items, places, tied, values, predicted);
  }

  /** The group of a score that stands in the list. */
  private int groupOf(float score, List<TieGroup> groups) {
    int low = 0;
    int high = groups.size() - 1;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (selector.score(groups.get(middle).start()) > score) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  /** The list of the user who was ranked last. */
  RankedItems list() {
    return selector.toRankedItems();
  }
}
