package org.recsys4j.data.split;

import java.util.Arrays;
import java.util.Optional;
import org.recsys4j.api.Splitter;
import org.recsys4j.api.config.Check;
import org.recsys4j.api.config.Flat;
import org.recsys4j.api.config.Range;
import org.recsys4j.api.data.Dataset;
import org.recsys4j.api.data.Interactions;
import org.recsys4j.api.data.Split;
import org.recsys4j.api.data.Split.Part;
import org.recsys4j.api.random.SeedTree;
import org.recsys4j.data.text.Moments;

/**
 * Cuts all events at points in time: the oldest are for training, then comes validation, the latest
 * are the test. No model learns from an event that is later than one it is tested on.
 *
 * <p>The points are quantiles over events: of n events, the last {@code round(test n)} and the last
 * {@code round((validation + test) n)} would be cut off. Events of equal time stay together, on the
 * later side, so a part may become larger than its share. Users and items may occur in the test
 * part alone; evaluation says what becomes of them.
 *
 * <p>Or the points are given, as dates; what is from {@code until} on is left out. Or a window
 * rolls over the data: with {@code folds = 4}, the last four shares of the size {@code test} are
 * tested one after the other, each with all events before it to learn from and its validation part
 * right in front of it; {@code fold} says which, from the oldest, 1. What is later than the fold's
 * test part is left out.
 *
 * <p>Meng, McCreadie, Macdonald and Ounis, "Exploring Data Splitting Strategies for the Evaluation
 * of Recommendation Models", RecSys 2020, compare this "global temporal" split with others.
 */
public final class GlobalTime implements Splitter<GlobalTime.Options> {
  private static final String NAME = "global-time";

  /** The splitter. */
  public GlobalTime() {}

  /**
   * The parameters.
   *
   * @param shares how many of the events are held out, where no point in time is given
   * @param validationFrom where the validation part begins, given {@code testFrom}: without it,
   *     there is none
   * @param testFrom where the test part begins; takes the place of both shares
   * @param until where the test part ends, given {@code testFrom}
   * @param folds how many windows roll over the data
   * @param fold which of them, from 1, the oldest
   */
  public record Options(
      @Flat Shares shares,
      Optional<String> validationFrom,
      Optional<String> testFrom,
      Optional<String> until,
      @Range(min = 1) Optional<Integer> folds,
      @Range(min = 1) Optional<Integer> fold) {
    /** Refuses points in the wrong order, and folds that leave nothing for training. */
    public Options {
      Check.components(Options.class, shares, validationFrom, testFrom, until, folds, fold);
      long cut = moment("testFrom", testFrom, Long.MAX_VALUE);
      require(testFrom.isPresent(), "validationFrom", validationFrom);
      require(testFrom.isPresent(), "until", until);
      Check.argument(
          moment("validationFrom", validationFrom, Long.MIN_VALUE) < cut,
          "validationFrom",
          validationFrom.orElse(""),
          "before test-from = " + testFrom.orElse(""));
      Check.argument(
          until.isEmpty() || moment("until", until, 0) > cut,
          "until",
          until.orElse(""),
          "after test-from = " + testFrom.orElse(""));
      Check.argument(
          folds.isPresent() == fold.isPresent() && (folds.isEmpty() || testFrom.isEmpty()),
          "fold",
          fold.map(String::valueOf).orElse("none"),
          "to be told without folds, nor folds without it, nor both beside test-from");
      Check.argument(fold.orElse(1) <= folds.orElse(1), "fold", fold.orElse(1), "one of the folds");
      Check.argument(
          shares.validation() + shares.test() * folds.orElse(1) < 1,
          "folds",
          folds.orElse(1),
          "so few that the first of them has something to learn from");
    }

    private boolean wantsValidation() {
      return testFrom.isPresent() ? validationFrom.isPresent() : shares.validation() > 0;
    }

    private static void require(boolean legal, String name, Optional<String> value) {
      Check.argument(
          legal || value.isEmpty(), name, value.orElse(""), "to be told without test-from");
    }

    private static long moment(String name, Optional<String> text, long otherwise) {
      return text.isEmpty() ? otherwise : Moments.seconds(name, text.get());
    }
  }

  @Override
  public Class<Options> optionsType() {
    return Options.class;
  }

  @Override
  public String summary() {
    return "cuts all events at two points in time; nothing later than the test is learned from";
  }

  @Override
  public String reference() {
    return "Meng, McCreadie, Macdonald and Ounis: Exploring Data Splitting Strategies for the"
        + " Evaluation of Recommendation Models. RecSys 2020";
  }

  @Override
  public Split split(Dataset dataset, Options options, SeedTree seeds) {
    Interactions events = dataset.interactions();
    Arrivals.requireTimes(NAME, events);
    Points points =
        options.testFrom().isPresent() ? Points.given(options) : Points.quantiles(events, options);
    Parts parts = new Parts(dataset);
    for (int position = 0; position < events.size(); position++) {
      parts.set(position, points.part(events.time(position)));
    }
    return parts.toSplit(NAME, options.wantsValidation());
  }

  /** Where the parts begin and the last one ends, which holds no event of that time. */
  private record Points(long validationFrom, long testFrom, long until, boolean ends) {
    static Points given(Options options) {
      long testFrom = Options.moment("testFrom", options.testFrom(), 0);
      return new Points(
          Options.moment("validationFrom", options.validationFrom(), testFrom),
          testFrom,
          Options.moment("until", options.until(), 0),
          options.until().isPresent());
    }

    static Points quantiles(Interactions events, Options options) {
      long[] sorted = new long[events.size()];
      Arrays.setAll(sorted, events::time);
      Arrays.sort(sorted);
      Shares shares = options.shares();
      int later = options.folds().orElse(1) - options.fold().orElse(1);
      double test = (later + 1) * shares.test();
      long testFrom = Cut.from(NAME, sorted, test, "events");
      return new Points(
          shares.validation() > 0
              ? Cut.from(NAME, sorted, shares.validation() + test, "events")
              : testFrom,
          testFrom,
          later > 0 ? Cut.from(NAME, sorted, later * shares.test(), "events") : 0,
          later > 0);
    }

    Part part(long time) {
      if (ends && time >= until) {
        return Part.NONE;
      } else if (time >= testFrom) {
        return Part.TEST;
      }
      return time >= validationFrom ? Part.VALIDATION : Part.TRAIN;
    }
  }
}
