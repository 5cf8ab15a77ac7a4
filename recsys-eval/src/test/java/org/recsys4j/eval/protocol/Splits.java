package org.recsys4j.eval.protocol;

import java.util.SplittableRandom;
import org.recsys4j.api.contract.SmallData;
import org.recsys4j.api.data.Dataset;
import org.recsys4j.api.data.Interactions;
import org.recsys4j.api.data.Split;

/** Splits for tests. */
final class Splits {
  static final Rules USUAL =
      new Rules(Mask.TRAIN_AND_VALIDATION, HistoryPart.TRAIN, ColdItems.RANK_LAST, ColdUsers.KEEP);

  private Splits() {}

  static Split of(Interactions train, Interactions validation, Interactions test) {
    return new Split(SmallData.trainingData(train).catalogue(), train, validation, test);
  }

  /** Events of {@link SmallData#zipf}: six in ten for training, two each for the other parts. */
  static Split random(int users, int items, int events, long seed) {
    Interactions all = SmallData.zipf(users, items, events, seed);
    SplittableRandom random = new SplittableRandom(seed);
    Dataset dataset = new Dataset(SmallData.trainingData(all).catalogue(), all);
    return Split.assign(
        dataset,
        event -> {
          int die = random.nextInt(10);
          return die < 6 ? Split.Part.TRAIN : die < 8 ? Split.Part.VALIDATION : Split.Part.TEST;
        });
  }

  static Rules with(Mask mask) {
    return new Rules(mask, HistoryPart.TRAIN, ColdItems.SCORE, ColdUsers.KEEP);
  }

  static Rules with(ColdItems coldItems) {
    return new Rules(Mask.TRAIN_AND_VALIDATION, HistoryPart.TRAIN, coldItems, ColdUsers.KEEP);
  }
}
