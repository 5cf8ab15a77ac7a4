package org.recsys4j.eval.metric;

import org.recsys4j.api.RelevantItems;
import org.recsys4j.api.UserRanking;

/** What follows from the sum of the ranks of relevant items. */
final class RankSums {
  private RankSums() {}

  /** The sum of the middle ranks, from 1: exact, since these are halves. */
  static double ofRelevant(UserRanking ranking) {
    RelevantItems items = ranking.relevantItems();
    double sum = 0;
    for (int i = 0; i < items.size(); i++) {
      sum += items.place(i) + (items.tied(i) + 1) / 2.0;
    }
    return sum;
  }

  static double auc(UserRanking ranking) {
    return auc(ranking, ofRelevant(ranking));
  }

  /** The share of pairs in the right order, after Mann and Whitney. */
  static double auc(UserRanking ranking, double sumOfRanks) {
    double relevant = ranking.relevantCount();
    double others = ranking.candidates() - relevant;
    double wrong = sumOfRanks - relevant * (relevant + 1) / 2;
    return others <= 0 ? 1 : 1 - wrong / (relevant * others);
  }
}
