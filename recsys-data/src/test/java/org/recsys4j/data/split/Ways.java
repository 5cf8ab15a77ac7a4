package org.recsys4j.data.split;

import static org.recsys4j.api.contract.SplitPromise.COMPLETE;
import static org.recsys4j.api.contract.SplitPromise.EQUAL_TIMES_OF_A_USER_TOGETHER;
import static org.recsys4j.api.contract.SplitPromise.EVERY_USER_TRAINS;
import static org.recsys4j.api.contract.SplitPromise.ORDERED_BY_TIME;
import static org.recsys4j.api.contract.SplitPromise.ORDER_OF_USERS_DOES_NOT_MATTER;
import static org.recsys4j.api.contract.SplitPromise.USERS_ARE_INDEPENDENT;
import static org.recsys4j.api.contract.SplitPromise.USERS_ORDERED_BY_TIME;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.recsys4j.api.Splitter;
import org.recsys4j.api.contract.SplitPromise;
import org.recsys4j.api.contract.SplitterChecks;
import org.recsys4j.api.data.Dataset;
import org.recsys4j.api.data.Split;
import org.recsys4j.api.random.SeedTree;

/** All ways to split, and what each promises. */
final class Ways {
  /** One splitter with some options. */
  record Way<O extends Record>(
      String name, Splitter<O> splitter, O options, Set<SplitPromise> promises) {
    /** The split, checked; empty where the data do not allow it. */
    Optional<Split> check(Dataset dataset, SeedTree seeds) {
      return SplitterChecks.check(splitter, options, dataset, seeds, promises);
    }

    @Override
    public String toString() {
      return name;
    }
  }

  private static final Set<SplitPromise> BY_USER =
      Set.of(COMPLETE, EVERY_USER_TRAINS, USERS_ARE_INDEPENDENT, ORDER_OF_USERS_DOES_NOT_MATTER);
  private static final Set<SplitPromise> OF_ALL = Set.of(COMPLETE, ORDER_OF_USERS_DOES_NOT_MATTER);
  private static final Set<SplitPromise> WINDOWS =
      Set.of(ORDERED_BY_TIME, ORDER_OF_USERS_DOES_NOT_MATTER);

  private Ways() {}

  static GlobalTime.Options globalTime(double validation, double test) {
    return new GlobalTime.Options(
        new Shares(validation, test),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  static GlobalTime.Options fold(double validation, double test, int folds, int fold) {
    return new GlobalTime.Options(
        new Shares(validation, test),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.of(folds),
        Optional.of(fold));
  }

  static GlobalTime.Options points(String validationFrom, String testFrom, String until) {
    return new GlobalTime.Options(
        new Shares(0.1, 0.1),
        Optional.of(validationFrom).filter(it -> !it.isEmpty()),
        Optional.of(testFrom).filter(it -> !it.isEmpty()),
        Optional.of(until).filter(it -> !it.isEmpty()),
        Optional.empty(),
        Optional.empty());
  }

  static RandomHoldout.Options randomHoldout(double validation, double test, Rounding rounding) {
    return new RandomHoldout.Options(new Shares(validation, test), rounding, Optional.empty());
  }

  static LeaveLastOut.Options leaveLastOut(boolean validation) {
    return new LeaveLastOut.Options(validation, Optional.empty(), Optional.empty());
  }

  static final Way<GlobalTime.Options> GLOBAL =
      new Way<>(
          "global-time",
          new GlobalTime(),
          globalTime(0.15, 0.2),
          Set.of(COMPLETE, ORDERED_BY_TIME, ORDER_OF_USERS_DOES_NOT_MATTER));
  static final Way<GlobalTime.Options> ROLLING =
      new Way<>("global-time, fold", new GlobalTime(), fold(0.1, 0.2, 3, 2), WINDOWS);
  static final Way<GlobalTime.Options> POINTS =
      new Way<>(
          "global-time, points",
          new GlobalTime(),
          points("4", "6", "9"),
          Set.of(ORDERED_BY_TIME, ORDER_OF_USERS_DOES_NOT_MATTER, USERS_ARE_INDEPENDENT));
  static final Way<LeaveLastOut.Options> LAST =
      new Way<>(
          "leave-last-out",
          new LeaveLastOut(),
          leaveLastOut(true),
          Set.of(
              COMPLETE,
              EVERY_USER_TRAINS,
              USERS_ORDERED_BY_TIME,
              USERS_ARE_INDEPENDENT,
              ORDER_OF_USERS_DOES_NOT_MATTER));
  static final Way<LeaveLastOut.Options> LAST_FEW =
      new Way<>(
          "leave-last-out, 3 and 2",
          new LeaveLastOut(),
          new LeaveLastOut.Options(true, Optional.of(3), Optional.of(2)),
          LAST.promises());
  static final Way<TemporalHoldout.Options> TEMPORAL =
      new Way<>(
          "temporal-holdout",
          new TemporalHoldout(),
          new TemporalHoldout.Options(new Shares(0.2, 0.3), Rounding.DOWN),
          Set.of(
              COMPLETE,
              EVERY_USER_TRAINS,
              USERS_ORDERED_BY_TIME,
              EQUAL_TIMES_OF_A_USER_TOGETHER,
              USERS_ARE_INDEPENDENT,
              ORDER_OF_USERS_DOES_NOT_MATTER));
  static final Way<RandomHoldout.Options> RANDOM =
      new Way<>(
          "random-holdout", new RandomHoldout(), randomHoldout(0.2, 0.3, Rounding.UP), BY_USER);
  static final Way<RandomHoldout.Options> RANDOM_OF_ALL =
      new Way<>(
          "random-holdout of all",
          new RandomHoldout(),
          new RandomHoldout.Options(new Shares(0.2, 0.3), Rounding.UP, Optional.of(Among.ALL)),
          OF_ALL);
  static final Way<KFold.Options> FOLD =
      new Way<>(
          "k-fold",
          new KFold(),
          new KFold.Options(3, 2, 0.1, Among.USER),
          Set.of(COMPLETE, USERS_ARE_INDEPENDENT, ORDER_OF_USERS_DOES_NOT_MATTER));
  static final Way<KFold.Options> FOLD_OF_ALL =
      new Way<>("k-fold of all", new KFold(), new KFold.Options(3, 1, 0, Among.ALL), OF_ALL);
  static final Way<LeaveOneOut.Options> ONE =
      new Way<>("leave-one-out", new LeaveOneOut(), new LeaveOneOut.Options(true), BY_USER);
  static final Way<ColdUsers.Options> COLD_USERS =
      new Way<>(
          "cold-users",
          new ColdUsers(),
          new ColdUsers.Options(new Shares(0.2, 0.3), Choice.RANDOM),
          OF_ALL);
  static final Way<ColdUsers.Options> LATEST_USERS =
      new Way<>(
          "cold-users, latest",
          new ColdUsers(),
          new ColdUsers.Options(new Shares(0.2, 0.3), Choice.LATEST),
          OF_ALL);
  static final Way<ColdItems.Options> COLD_ITEMS =
      new Way<>(
          "cold-items",
          new ColdItems(),
          new ColdItems.Options(new Shares(0.2, 0.3), Choice.RANDOM),
          OF_ALL);
  static final Way<ColdItems.Options> LATEST_ITEMS =
      new Way<>(
          "cold-items, latest",
          new ColdItems(),
          new ColdItems.Options(new Shares(0.2, 0.3), Choice.LATEST),
          OF_ALL);
  static final Way<FoldInUsers.Options> FOLD_IN =
      new Way<>(
          "fold-in-users",
          new FoldInUsers(),
          new FoldInUsers.Options(
              new Shares(0.2, 0.3), 0.8, FoldInUsers.Predict.RANDOM, Rounding.DOWN),
          OF_ALL);
  static final Way<FoldInUsers.Options> FOLD_IN_LATEST =
      new Way<>(
          "fold-in-users, latest",
          new FoldInUsers(),
          new FoldInUsers.Options(new Shares(0, 0.3), 0.5, FoldInUsers.Predict.LATEST, Rounding.UP),
          OF_ALL);
  static final Way<SessionSplit.Options> SESSION =
      new Way<>(
          "session",
          new SessionSplit(),
          new SessionSplit.Options(new Shares(0.2, 0.2), 1, Optional.empty()),
          WINDOWS);
  static final Way<SessionSplit.Options> GAPS =
      new Way<>(
          "session, gaps",
          new SessionSplit(),
          new SessionSplit.Options(new Shares(0.2, 0.2), 1, Optional.of(2L)),
          WINDOWS);
  static final Way<GivenSplit.Options> GIVEN =
      new Way<>(
          "given",
          new GivenSplit(),
          new GivenSplit.Options(0),
          Set.of(COMPLETE, USERS_ARE_INDEPENDENT, ORDER_OF_USERS_DOES_NOT_MATTER));

  /** Every splitter, some of them in several ways. */
  static List<Way<?>> all() {
    return List.of(
        GLOBAL,
        ROLLING,
        POINTS,
        LAST,
        LAST_FEW,
        TEMPORAL,
        RANDOM,
        RANDOM_OF_ALL,
        FOLD,
        FOLD_OF_ALL,
        ONE,
        COLD_USERS,
        LATEST_USERS,
        COLD_ITEMS,
        LATEST_ITEMS,
        FOLD_IN,
        FOLD_IN_LATEST,
        SESSION,
        GAPS,
        GIVEN);
  }
}
