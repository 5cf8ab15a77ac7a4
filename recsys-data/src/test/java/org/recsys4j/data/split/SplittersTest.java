package org.recsys4j.data.split;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.recsys4j.api.ReadContext;
import org.recsys4j.api.data.Catalogue;
import org.recsys4j.api.data.Dataset;
import org.recsys4j.api.data.EventLog;
import org.recsys4j.api.data.IdIndex;
import org.recsys4j.api.data.Interactions;
import org.recsys4j.api.data.InvalidDataException;
import org.recsys4j.api.data.Split;
import org.recsys4j.api.random.SeedTree;
import org.recsys4j.api.testing.BenchData;
import org.recsys4j.data.source.MovieLens;
import org.recsys4j.data.text.BadRows;

class SplittersTest {
  private static final SeedTree SEEDS = new SeedTree(42);

  /** Events of one user and many items, by time. */
  private static Dataset times(long... times) {
    EventLog.Builder log = new EventLog.Builder(true);
    for (int i = 0; i < times.length; i++) {
      log.add("u", "i" + i, i, times[i]);
    }
    return Dataset.of(log.build());
  }

  private static Dataset user(int events) {
    EventLog.Builder log = new EventLog.Builder(false);
    for (int i = 0; i < events; i++) {
      log.add("u", "i" + i, i, 0);
    }
    return Dataset.of(log.build());
  }

  private static List<String> events(Split split, Interactions part) {
    List<String> events = new ArrayList<>();
    for (int user = 0; user < part.users(); user++) {
      for (int position = part.start(user); position < part.end(user); position++) {
        String item = split.catalogue().items().id(part.item(position));
        events.add(split.catalogue().users().id(user) + " " + item);
      }
    }
    return events;
  }

  private static String sizes(Split split) {
    return split.train().size() + " " + split.validation().size() + " " + split.test().size();
  }

  @Test
  void globalTimeCutsAtQuantilesOfEvents() {
    Split split =
        new GlobalTime()
            .split(times(1, 2, 3, 4, 5, 6, 7, 8, 9, 10), Ways.globalTime(0.2, 0.3), SEEDS);

    assertThat(events(split, split.test())).containsExactly("u i7", "u i8", "u i9");
    assertThat(events(split, split.validation())).containsExactly("u i5", "u i6");
    assertThat(split.train().size()).isEqualTo(5);
  }

  @Test
  void globalTimeKeepsEqualTimesOnTheLaterSide() {
    Split split =
        new GlobalTime()
            .split(times(1, 2, 3, 3, 5, 6, 9, 9, 9, 9), Ways.globalTime(0.5, 0.2), SEEDS);

    assertThat(sizes(split)).isEqualTo("2 4 4");
  }

  @Test
  void globalTimeMayLeaveValidationOut() {
    Split split = new GlobalTime().split(times(1, 2, 3, 4), Ways.globalTime(0, 0.25), SEEDS);

    assertThat(sizes(split)).isEqualTo("3 0 1");
  }

  @Test
  void globalTimeSaysWhatTheDataDoNotAllow() {
    GlobalTime.Options options = Ways.globalTime(0.1, 0.1);

    assertThatThrownBy(() -> new GlobalTime().split(user(10), options, SEEDS))
        .isInstanceOf(InvalidDataException.class)
        .hasMessage("global-time: these events have no times");
    assertThatThrownBy(() -> new GlobalTime().split(times(1, 2, 3), options, SEEDS))
        .isInstanceOf(InvalidDataException.class)
        .hasMessage("global-time: a share of 0.1 of 3 events is none");
    assertThatThrownBy(
            () -> new GlobalTime().split(times(1, 1, 1, 1, 1, 1, 1, 1, 1, 1), options, SEEDS))
        .isInstanceOf(InvalidDataException.class)
        .hasMessage("global-time: the training part of 10 events of 1 users is empty");
    assertThatThrownBy(
            () -> new GlobalTime().split(times(1, 1, 1, 1, 1, 1, 1, 1, 2, 2), options, SEEDS))
        .isInstanceOf(InvalidDataException.class)
        .hasMessage("global-time: the validation part of 10 events of 1 users is empty");
  }

  @Test
  void leaveLastOutGoesByTimeThenByRow() {
    Dataset data =
        Dataset.of(
            new EventLog.Builder(true)
                .add("a", "i1", 1, 30)
                .add("a", "i2", 1, 10)
                .add("a", "i3", 1, 30)
                .add("b", "i1", 1, 1)
                .add("b", "i2", 1, 2)
                .add("c", "i3", 1, 1)
                .build());

    Split split = new LeaveLastOut().split(data, Ways.leaveLastOut(true), SEEDS);
    assertThat(events(split, split.test())).containsExactly("a i3");
    assertThat(events(split, split.validation())).containsExactly("a i1");
    assertThat(events(split, split.train())).containsExactly("a i2", "b i1", "b i2", "c i3");

    split = new LeaveLastOut().split(data, Ways.leaveLastOut(false), SEEDS);
    assertThat(events(split, split.test())).containsExactly("a i3", "b i2");
    assertThat(split.validation().size()).isZero();
  }

  @Test
  void leaveLastOutGoesByRowWithoutTimes() {
    Split split = new LeaveLastOut().split(user(3), Ways.leaveLastOut(true), SEEDS);

    assertThat(events(split, split.test())).containsExactly("u i2");
    assertThat(events(split, split.validation())).containsExactly("u i1");
  }

  @Test
  void leaveLastOutNeedsAUserWithEnoughEvents() {
    assertThatThrownBy(() -> new LeaveLastOut().split(user(2), Ways.leaveLastOut(true), SEEDS))
        .isInstanceOf(InvalidDataException.class)
        .hasMessage("leave-last-out: the test part of 2 events of 1 users is empty");
  }

  @ParameterizedTest
  @CsvSource({
    // RecBole's counts for 8:1:1
    "DOWN, 0.1, 0.1, 3, 1 1 1",
    "DOWN, 0.1, 0.1, 4, 2 1 1",
    "DOWN, 0.1, 0.1, 10, 8 1 1",
    "DOWN, 0.1, 0.1, 19, 17 1 1",
    "DOWN, 0.1, 0.1, 20, 16 2 2",
    "DOWN, 0.1, 0.1, 30, 24 3 3",
    "DOWN, 0.0, 0.2, 2, 1 0 1",
    "DOWN, 0.0, 0.2, 5, 4 0 1",
    "DOWN, 0.0, 0.2, 9, 8 0 1",
    "DOWN, 0.0, 0.29, 100, 71 0 29",
    "DOWN, 0.3, 0.3, 4, 2 1 1",
    "UP, 0.0, 0.2, 2, 1 0 1",
    "UP, 0.0, 0.2, 5, 4 0 1",
    "UP, 0.0, 0.2, 6, 4 0 2",
    "UP, 0.0, 0.29, 100, 71 0 29",
    "UP, 0.1, 0.1, 10, 8 1 1",
    "UP, 0.1, 0.1, 11, 7 2 2",
    "UP, 0.9, 0.05, 3, 1 1 1",
  })
  void randomHoldoutTakesSharesOfEachUser(
      Rounding rounding, double validation, double test, int events, String sizes) {
    Split split =
        new RandomHoldout()
            .split(user(events), Ways.randomHoldout(validation, test, rounding), SEEDS);

    assertThat(sizes(split)).isEqualTo(sizes);
  }

  @Test
  void randomHoldoutGivesTheTestPartItsEventFirst() {
    assertThatThrownBy(
            () ->
                new RandomHoldout()
                    .split(user(2), Ways.randomHoldout(0.1, 0.1, Rounding.DOWN), SEEDS))
        .isInstanceOf(InvalidDataException.class)
        .hasMessage("random-holdout: the validation part of 2 events of 1 users is empty");
    assertThatThrownBy(
            () ->
                new RandomHoldout()
                    .split(user(1), Ways.randomHoldout(0, 0.1, Rounding.DOWN), SEEDS))
        .isInstanceOf(InvalidDataException.class)
        .hasMessage("random-holdout: the test part of 1 events of 1 users is empty");
  }

  @Test
  void randomHoldoutTakesEveryEventEquallyOften() {
    int[] counts = new int[5];
    for (int seed = 0; seed < 5_000; seed++) {
      Split split =
          new RandomHoldout()
              .split(user(5), Ways.randomHoldout(0, 0.2, Rounding.DOWN), new SeedTree(seed));
      counts[split.test().item(0)]++;
    }
    // 1,000 expected, with a standard deviation of 28.
    assertThat(counts).satisfies(c -> assertThat(c).doesNotContain(0));
    for (int count : counts) {
      assertThat(count).isBetween(860, 1_140);
    }
  }

  @Test
  void randomHoldoutOfOneUserDoesNotDependOnOthers() {
    EventLog.Builder alone = new EventLog.Builder(false);
    EventLog.Builder together = new EventLog.Builder(false);
    for (int i = 0; i < 20; i++) {
      together.add("first", "i" + i, 1, 0);
    }
    for (int i = 0; i < 20; i++) {
      alone.add("u", "i" + i, 1, 0);
      together.add("u", "i" + i, 1, 0);
    }
    RandomHoldout.Options options = Ways.randomHoldout(0.2, 0.2, Rounding.DOWN);
    Dataset lonely = Dataset.of(alone.build());

    Split one = new RandomHoldout().split(lonely, options, SEEDS);
    Split two = new RandomHoldout().split(Dataset.of(together.build()), options, SEEDS);

    assertThat(events(two, two.test())).containsAll(events(one, one.test()));
    assertThat(events(two, two.validation())).containsAll(events(one, one.validation()));
    Split withoutValidation =
        new RandomHoldout().split(lonely, Ways.randomHoldout(0, 0.2, Rounding.DOWN), SEEDS);
    assertThat(withoutValidation.test()).isEqualTo(one.test());
  }

  @Test
  void sharesMustLeaveSomethingForTraining() {
    assertThatThrownBy(() -> Ways.randomHoldout(0.5, 0.5, Rounding.DOWN))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("test: 0.5 is not below 1 together with validation = 0.5");
    assertThatThrownBy(() -> Ways.globalTime(0.1, 0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("test: 0.0 is not");
  }

  @Test
  void onMovieLens100kSizesAreThoseOfRecBole() throws IOException {
    Dataset data = movieLens100k();

    Split split =
        new RandomHoldout().split(data, Ways.randomHoldout(0.1, 0.1, Rounding.DOWN), SEEDS);

    assertThat(sizes(split)).isEqualTo("80808 9596 9596");
  }

  @Test
  void onMovieLens100kMostLastEventsAreOlderThanTheGlobalCut() throws IOException {
    Dataset data = movieLens100k();

    Split last = new LeaveLastOut().split(data, Ways.leaveLastOut(false), SEEDS);
    Split global = new GlobalTime().split(data, Ways.globalTime(0, 0.1), SEEDS);

    Interactions tests = last.test();
    long cut = Long.MAX_VALUE;
    for (int position = 0; position < global.test().size(); position++) {
      cut = Math.min(cut, global.test().time(position));
    }
    int older = 0;
    for (int position = 0; position < tests.size(); position++) {
      older += tests.time(position) < cut ? 1 : 0;
    }
    assertThat(tests.size()).isEqualTo(943);
    assertThat(older).isEqualTo(777);
  }

  private static Dataset movieLens100k() throws IOException {
    MovieLens.Options options =
        new MovieLens.Options(BenchData.folder("ml-100k"), MovieLens.Layout.ML_100K, BadRows.FAIL);
    return Dataset.of(new MovieLens().read(options, ReadContext.SILENT));
  }

  @Test
  void usersWithoutEventsAreNoProblem() {
    Catalogue catalogue =
        new Catalogue(IdIndex.of(List.of("none", "u")), IdIndex.of(List.of("a", "b", "c")));
    Interactions events =
        Interactions.of(
            2, 3, new int[] {1, 1, 1}, new int[] {0, 1, 2}, new float[3], new long[0], 3);
    Dataset data = new Dataset(catalogue, events);

    assertThat(sizes(new LeaveLastOut().split(data, Ways.leaveLastOut(true), SEEDS)))
        .isEqualTo("1 1 1");
    assertThat(
            sizes(
                new RandomHoldout()
                    .split(data, Ways.randomHoldout(0.1, 0.1, Rounding.DOWN), SEEDS)))
        .isEqualTo("1 1 1");
  }

  @Test
  void globalTimeCutsAtGivenPoints() {
    Dataset data = times(1, 2, 3, 4, 5, 6, 7, 8);
    Split split = new GlobalTime().split(data, Ways.points("3", "5", "8"), SEEDS);
    assertThat(events(split, split.train())).containsExactly("u i0", "u i1");
    assertThat(events(split, split.validation())).containsExactly("u i2", "u i3");
    assertThat(events(split, split.test())).containsExactly("u i4", "u i5", "u i6");

    split = new GlobalTime().split(data, Ways.points("", "1970-01-01T00:00:05Z", ""), SEEDS);
    assertThat(sizes(split)).isEqualTo("4 0 4");
  }

  @Test
  void globalTimeRollsOverTheData() {
    Dataset data = times(1, 2, 3, 4, 5, 6, 7, 8, 9, 10);
    Split split = new GlobalTime().split(data, Ways.fold(0.1, 0.2, 3, 1), SEEDS);
    assertThat(events(split, split.train())).containsExactly("u i0", "u i1", "u i2");
    assertThat(events(split, split.validation())).containsExactly("u i3");
    assertThat(events(split, split.test())).containsExactly("u i4", "u i5");
    split = new GlobalTime().split(data, Ways.fold(0.1, 0.2, 3, 3), SEEDS);
    assertThat(events(split, split.test())).containsExactly("u i8", "u i9");
    assertThat(sizes(split)).isEqualTo("7 1 2");
  }

  @ParameterizedTest
  @CsvSource({
    "5, '', '', validationFrom: 5 is not to be told without test-from",
    "'', '', 5, until: 5 is not to be told without test-from",
    "5, 5, '', validationFrom: 5 is not before test-from = 5",
    "'', 5, 4, until: 4 is not after test-from = 5",
    "'', 5 May, '', 'testFrom: 5 May is not seconds since 1970, a date such as 2011-06-10, or ISO"
        + " 8601'",
  })
  void pointsMustBeInOrder(String validationFrom, String testFrom, String until, String message) {
    assertThatThrownBy(() -> Ways.points(validationFrom, testFrom, until))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(message);
  }

  @Test
  void foldsMustLeaveSomethingForTraining() {
    assertThatThrownBy(() -> Ways.fold(0.1, 0.35, 3, 1))
        .hasMessageStartingWith("folds: 3 is not so few");
    assertThatThrownBy(() -> Ways.fold(0.1, 0.1, 3, 4))
        .hasMessage("fold: 4 is not one of the folds");
    assertThatThrownBy(() -> new KFold.Options(3, 4, 0, Among.USER))
        .hasMessage("fold: 4 is not one of 3 folds");
  }

  @Test
  void leaveLastOutMayTakeSeveralEvents() {
    LeaveLastOut.Options options = new LeaveLastOut.Options(true, Optional.of(2), Optional.of(3));
    Split split = new LeaveLastOut().split(user(6), options, SEEDS);
    assertThat(events(split, split.test())).containsExactly("u i4", "u i5");
    assertThat(events(split, split.validation())).containsExactly("u i1", "u i2", "u i3");
    assertThatThrownBy(() -> new LeaveLastOut().split(user(5), options, SEEDS))
        .hasMessage("leave-last-out: the test part of 5 events of 1 users is empty");
    assertThatThrownBy(() -> new LeaveLastOut.Options(false, Optional.empty(), Optional.of(1)))
        .hasMessage("validationEvents: 1 is not to be told with validation = false");
  }

  @Test
  void temporalHoldoutKeepsEqualTimesOfAUserTogether() {
    TemporalHoldout.Options options =
        new TemporalHoldout.Options(new Shares(0.2, 0.2), Rounding.UP);
    assertThat(sizes(new TemporalHoldout().split(times(1, 2, 3, 4, 5), options, SEEDS)))
        .isEqualTo("3 1 1");
    assertThat(sizes(new TemporalHoldout().split(times(1, 2, 4, 5, 5), options, SEEDS)))
        .as("no event is left for validation but the one before")
        .isEqualTo("2 1 2");
    assertThatThrownBy(() -> new TemporalHoldout().split(times(1, 1, 1, 5, 5), options, SEEDS))
        .as("the validation event would take all others with it")
        .hasMessage("temporal-holdout: the validation part of 5 events of 1 users is empty");
    assertThatThrownBy(() -> new TemporalHoldout().split(times(5, 5, 5), options, SEEDS))
        .hasMessage("temporal-holdout: the test part of 3 events of 1 users is empty");
    assertThat(sizes(new TemporalHoldout().split(user(5), options, SEEDS))).isEqualTo("3 1 1");
  }

  @Test
  void leaveOneOutTakesEveryEventEquallyOften() {
    int[] counts = new int[4];
    for (int seed = 0; seed < 4_000; seed++) {
      Split split =
          new LeaveOneOut().split(user(4), new LeaveOneOut.Options(true), new SeedTree(seed));
      assertThat(sizes(split)).isEqualTo("2 1 1");
      counts[split.test().item(0)]++;
    }
    // 1,000 expected, with a standard deviation of 27.
    assertThat(counts).satisfies(c -> assertThat(c).hasSize(4));
    for (int count : counts) {
      assertThat(count).isBetween(860, 1_140);
    }
    assertThat(sizes(new LeaveOneOut().split(user(2), new LeaveOneOut.Options(false), SEEDS)))
        .isEqualTo("1 0 1");
  }

  @Test
  void foldsOfAUserDifferByOneEventAtMost() {
    int[] tested = new int[3];
    for (int fold = 1; fold <= 3; fold++) {
      Split split = new KFold().split(user(10), new KFold.Options(3, fold, 0.3, Among.USER), SEEDS);
      tested[fold - 1] = split.test().size();
      assertThat(split.validation().size()).isEqualTo(split.test().size() == 4 ? 1 : 2);
    }
    assertThat(tested).containsExactlyInAnyOrder(3, 3, 4);
  }

  @Test
  void randomHoldoutOfAllTakesASharesOfAllEvents() {
    RandomHoldout.Options options =
        new RandomHoldout.Options(new Shares(0.1, 0.2), Rounding.DOWN, Optional.of(Among.ALL));
    EventLog.Builder log = new EventLog.Builder(false);
    for (int i = 0; i < 100; i++) {
      log.add("u" + i / 3, "i" + i, 1, 0);
    }
    assertThat(sizes(new RandomHoldout().split(Dataset.of(log.build()), options, SEEDS)))
        .isEqualTo("70 10 20");
  }
}
