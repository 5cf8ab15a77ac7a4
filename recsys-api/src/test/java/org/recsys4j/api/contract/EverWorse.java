package org.recsys4j.api.contract;

import java.util.ArrayList;
import java.util.List;
import org.recsys4j.api.Recommender;
import org.recsys4j.api.Validation;
import org.recsys4j.api.data.Interactions;

/** Scores all users with each snapshot, and finds each worse than the one before. */
final class EverWorse implements Validation {
  private final Interactions histories;
  private final List<Integer> measured = new ArrayList<>();

  EverWorse(Interactions histories) {
    this.histories = histories;
  }

  @Override
  public String label() {
    return "nDCG@10";
  }

  @Override
  public boolean higherIsBetter() {
    return true;
  }

  @Override
  public double measure(Recommender snapshot) {
    measured.add(Scoring.scoreAll(snapshot, histories).length);
    return 1.0 / measured.size();
  }

  /** How many scores each snapshot gave. */
  List<Integer> measured() {
    return measured;
  }
}
