package org.recsys4j.eval.tuning;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class AshaSchedulerTest {
  private static final int END = Scheduler.TO_THE_END;

  private static Trial trial(int number, Trial.Status status, double... values) {
    TreeMap<Integer, Trial.Measurement> curve = new TreeMap<>();
    for (int epoch = 1; epoch <= values.length; epoch++) {
      curve.put(epoch, new Trial.Measurement(values[epoch - 1], epoch));
    }
    OptionalDouble best = Trial.best(curve, true);
    return new Trial(
        "m",
        number,
        List.of(),
        "{}",
        status,
        best,
        curve,
        values.length,
        1,
        Optional.empty(),
        false);
  }

  private static Trial paused(int number, double... values) {
    return trial(number, Trial.Status.PAUSED, values);
  }

  private static Optional<Scheduler.Job> job(int trial, int epochs) {
    return Optional.of(new Scheduler.Job(trial, epochs));
  }

  @Test
  void rungsAreThereForAsManyTrialsAsReachTheEnd() {
    Tune.Asha asha = new Tune.Asha(2, 3);
    assertThat(new AshaScheduler(asha, 2, true).rungs()).isEmpty();
    assertThat(new AshaScheduler(asha, 3, true).rungs()).containsExactly(2);
    assertThat(new AshaScheduler(asha, 26, true).rungs()).containsExactly(2, 6);
    assertThat(new AshaScheduler(asha, 27, true).rungs()).containsExactly(2, 6, 18);
  }

  /** Nine trials, rungs at 1 and 3 epochs, one in three goes on. */
  @Test
  void promotesByHand() {
    AshaScheduler asha = new AshaScheduler(new Tune.Asha(1, 3), 9, true);
    assertThat(asha.rungs()).containsExactly(1, 3);

    assertThat(asha.next(1)).isEqualTo(job(1, END)); // the defaults
    assertThat(asha.next(2)).isEqualTo(job(2, 1));
    assertThat(asha.next(3)).isEqualTo(job(3, 1));
    asha.report(trial(1, Trial.Status.DONE, 0.1, 0.2, 0.3));
    asha.report(paused(2, 0.4));
    // Of two at the first rung nobody goes on.
    assertThat(asha.next(4)).isEqualTo(job(4, 1));
    asha.report(paused(3, 0.35));
    // Of three the best one does.
    assertThat(asha.next(5)).isEqualTo(job(2, 3));
    assertThat(asha.next(5)).isEqualTo(job(5, 1));
    asha.report(paused(4, 0.5));
    asha.report(paused(2, 0.4, 0.45, 0.6));
    asha.report(paused(5, 0.2));
    // Five at the first rung: one in three is one, and now that is trial 4.
    assertThat(asha.next(6)).isEqualTo(job(4, 3));
    assertThat(asha.next(6)).isEqualTo(job(6, 1));
    asha.report(paused(4, 0.5, 0.5, 0.4));
    asha.report(paused(6, 0.3));
    // Six at the first rung: 4 and 2, which have gone. Three at the second: 2 (0.6), 4, 1 (0.3).
    assertThat(asha.next(7)).isEqualTo(job(2, END));
    asha.report(trial(2, Trial.Status.DONE, 0.4, 0.45, 0.6, 0.7));
    assertThat(asha.next(0)).isEmpty();
  }

  @Test
  void nothingGoesOnWhereLowerIsBetterAndHigherIsNot() {
    AshaScheduler asha = new AshaScheduler(new Tune.Asha(1, 2), 2, false);
    asha.report(paused(1, 0.9));
    asha.report(paused(2, 0.1));

    assertThat(asha.next(0)).isEqualTo(job(2, END));
  }

  /** A model without epochs counts at every rung, and has nothing to go on with. */
  @Test
  void trialsThatAreDoneCountAndDoNotGoOn() {
    AshaScheduler asha = new AshaScheduler(new Tune.Asha(1, 2), 4, true);
    for (int number = 1; number <= 4; number++) {
      asha.report(
          new Trial(
              "m",
              number,
              List.of(),
              "{}",
              Trial.Status.DONE,
              OptionalDouble.of(number),
              new TreeMap<>(),
              0,
              1,
              Optional.empty(),
              false));
    }
    assertThat(asha.next(0)).isEmpty();
    assertThat(asha.next(5)).isEqualTo(job(5, 1));
  }

  @Test
  void trialsThatFailedCountWhereTheyWereAndDoNotGoOn() {
    AshaScheduler asha = new AshaScheduler(new Tune.Asha(1, 2), 4, true);
    asha.report(trial(1, Trial.Status.FAILED, 0.9)); // failed in its second epoch
    asha.report(paused(2, 0.5));
    assertThat(asha.next(0)).isEmpty(); // the best of two has gone
    asha.report(paused(3, 0.4));
    asha.report(paused(4, 0.3));
    assertThat(asha.next(0)).isEqualTo(job(2, 2));
  }

  @Test
  void valuesAreTheBestUntilTheRungWasMeasured() {
    TreeMap<Integer, Trial.Measurement> curve = new TreeMap<>();
    curve.put(2, new Trial.Measurement(0.5, 1));
    curve.put(4, new Trial.Measurement(0.3, 2));
    curve.put(6, new Trial.Measurement(0.9, 3));
    Trial trial =
        new Trial(
            "m",
            1,
            List.of(),
            "{}",
            Trial.Status.DONE,
            OptionalDouble.of(0.8),
            curve,
            6,
            4,
            Optional.empty(),
            false);

    assertThat(trial.reached(6)).isTrue();
    assertThat(trial.valueAt(1, true)).isEqualTo(0.5);
    assertThat(trial.valueAt(3, true)).isEqualTo(0.5);
    assertThat(trial.valueAt(3, false)).isEqualTo(0.3);
    assertThat(trial.valueAt(5, true)).isEqualTo(0.9);
    assertThat(trial.valueAt(7, true)).isEqualTo(0.8); // it ended before

    Trial then = trial.asOf(3, true);
    assertThat(then.status()).isEqualTo(Trial.Status.PAUSED);
    assertThat(then.metric()).hasValue(0.5);
    assertThat(then.curve()).containsOnlyKeys(2, 4);
    assertThat(then.epochs()).isEqualTo(4);
    assertThat(then.seconds()).isEqualTo(2);
    assertThat(trial.asOf(7, true)).isSameAs(trial);
  }
}
