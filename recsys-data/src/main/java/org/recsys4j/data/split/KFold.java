package org.recsys4j.data.split;

import org.recsys4j.api.Splitter;
import org.recsys4j.api.config.Check;
import org.recsys4j.api.config.Range;
import org.recsys4j.api.data.Dataset;
import org.recsys4j.api.data.Split;
import org.recsys4j.api.data.Split.Part;
import org.recsys4j.api.random.SeedTree;

/**
 * Cross-validation: every event is in the test part of exactly one of k folds. Run all of them and
 * report all of them, with mean and deviation.
 *
 * <p>The events of each user, or all events, are shuffled once, by the seed, and dealt out to the
 * folds in turn, so sizes differ by one at most; a user's first fold is drawn, too. Of what is left
 * for training, a share may be drawn for validation, rounded down, but at least one event of a user
 * who keeps another one. A user with one event has nothing to learn from in that event's fold.
 *
 * <p>Models learn from events that are later than a test event; a run reports how many.
 */
public final class KFold implements Splitter<KFold.Options> {
  private static final String NAME = "k-fold";

  /** The splitter. */
  public KFold() {}

  /**
   * The parameters.
   *
   * @param folds how many parts the events are dealt out to
   * @param fold which of them is the test, from 1
   * @param validation share of the other events in the validation part; 0 for none
   * @param among whether the events of each user are dealt out, or all together
   */
  public record Options(
      @Range(min = 2) int folds,
      @Range(min = 1) int fold,
      @Range(min = 0, max = 1, maxExclusive = true) double validation,
      Among among) {
    /** Refuses a fold that there is not. */
    public Options {
      Check.components(Options.class, folds, fold, validation, among);
      Check.argument(fold <= folds, "fold", fold, "one of " + folds + " folds");
    }
  }

  @Override
  public Class<Options> optionsType() {
    return Options.class;
  }

  @Override
  public String summary() {
    return "cross-validation: one of k random parts of the events is the test";
  }

  @Override
  public Split split(Dataset dataset, Options options, SeedTree seeds) {
    Parts parts = new Parts(dataset);
    options
        .among()
        .shuffle(dataset, seeds, (order, ofGroup) -> deal(order, ofGroup, options, parts));
    return parts.toSplit(NAME, options.validation() > 0);
  }

  private static void deal(int[] order, SeedTree seeds, Options options, Parts parts) {
    // A first fold of its own for each user: those with few events must not all be in fold 1.
    int fold = seeds.child("first fold").random().nextInt(options.folds());
    int others = 0;
    for (int position : order) {
      if (fold == options.fold() - 1) {
        parts.set(position, Part.TEST);
      } else {
        others++;
      }
      fold = (fold + 1) % options.folds();
    }
    int validation = Rounding.DOWN.countLeavingOne(options.validation(), others);
    for (int i = 0; validation > 0; i++) {
      if (parts.get(order[i]) == Part.TRAIN) {
        parts.set(order[i], Part.VALIDATION);
        validation--;
      }
    }
  }
}
