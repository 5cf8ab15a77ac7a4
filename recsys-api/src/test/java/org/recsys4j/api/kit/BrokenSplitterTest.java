package org.recsys4j.api.kit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.recsys4j.api.Splitter;
import org.recsys4j.api.contract.SplitPromise;
import org.recsys4j.api.contract.SplitterContract;
import org.recsys4j.api.data.Dataset;
import org.recsys4j.api.data.EventLog;
import org.recsys4j.api.data.Interactions;
import org.recsys4j.api.data.InvalidDataException;
import org.recsys4j.api.data.Split;
import org.recsys4j.api.data.Split.Part;
import org.recsys4j.api.random.SeedTree;

/** The contract passes a right splitter, and catches each fault. */
class BrokenSplitterTest {
  private static final AtomicInteger CALLS = new AtomicInteger();

  /** What is wrong, and what the check says that finds it. */
  enum Wrong {
    NOTHING(""),
    USES_AN_EVENT_TWICE("is there beside those used before"),
    FORGETS_THE_CATALOGUE("catalogue"),
    LEARNS_FROM_NOTHING("training events"),
    TESTS_NOTHING("test events"),
    FOLDS_IN_FOR_TWO_PARTS("for validation and test at once"),
    DIFFERS_FROM_CALL_TO_CALL("with the same seed"),
    REFUSES_WITHOUT_A_WORD("refuses the data"),
    LEAVES_EVENTS_OUT("events in all parts"),
    TAKES_ALL_OF_A_USER("training events of user"),
    CUTS_AT_RANDOM("later than all of the parts before"),
    TAKES_FIRST_EVENTS("none of the parts before is later"),
    CUTS_EQUAL_TIMES("none is in two parts"),
    COUNTS_ALL_USERS("without the other half"),
    LOOKS_AT_INDICES("in reverse order");

    private final String by;

    Wrong(String by) {
      this.by = by;
    }
  }

  record NoOptions() {}

  /** The last event of each user is the test, if others are older; the one before, validation. */
  private record Last(Wrong wrong) implements Splitter<NoOptions> {
    @Override
    public Class<NoOptions> optionsType() {
      return NoOptions.class;
    }

    @Override
    public String summary() {
      return "holds something out";
    }

    @Override
    public Split split(Dataset dataset, NoOptions options, SeedTree seeds) {
      Interactions events = dataset.interactions();
      int call = CALLS.getAndIncrement();
      List<Part> parts = new ArrayList<>();
      for (int user = 0; user < events.users(); user++) {
        for (int i = events.start(user); i < events.end(user); i++) {
          parts.add(part(events, user, i, call));
        }
      }
      Split split = Split.assign(dataset, parts::get);
      if (split.test().size() == 0 && wrong != Wrong.TESTS_NOTHING) {
        throw new InvalidDataException(
            wrong == Wrong.REFUSES_WITHOUT_A_WORD ? "" : "no user has enough");
      }
      return switch (wrong) {
        case USES_AN_EVENT_TWICE -> split(split, split.train().concat(split.test()));
        case LEARNS_FROM_NOTHING -> split(split, Interactions.none(events.users(), events.items()));
        case FORGETS_THE_CATALOGUE ->
            new Split(
                Dataset.of(new EventLog.Builder(false).build()).catalogue(),
                split.train(),
                split.validation(),
                split.test());
        default -> split;
      };
    }

    private static Split split(Split parts, Interactions train) {
      return new Split(parts.catalogue(), train, parts.validation(), parts.test());
    }

    private Part part(Interactions events, int user, int position, int call) {
      int last = events.end(user) - 1;
      boolean enough = events.count(user) > 2;
      boolean test = enough && position == last;
      boolean validation = enough && position == last - 1;
      return switch (wrong) {
        case FOLDS_IN_FOR_TWO_PARTS ->
            enough && position == last - 2 ? Part.FOLD_IN : usual(test, validation);
        case TESTS_NOTHING -> usual(false, validation);
        case DIFFERS_FROM_CALL_TO_CALL -> usual(call % 2 == 0 ? test : validation, false);
        case LEAVES_EVENTS_OUT -> position == events.start(user) ? Part.NONE : usual(test, false);
        case TAKES_ALL_OF_A_USER -> usual(test || user == 0, validation);
        case TAKES_FIRST_EVENTS -> usual(enough && position == events.start(user), false);
        case COUNTS_ALL_USERS -> usual(events.users() > 16 ? test : validation, false);
        case LOOKS_AT_INDICES -> usual(test && user % 3 > 0, test);
        default -> usual(test, validation);
      };
    }

    private static Part usual(boolean test, boolean validation) {
      return test ? Part.TEST : validation ? Part.VALIDATION : Part.TRAIN;
    }
  }

  /** The contract as a test class would inherit it. */
  private static final class Contract extends SplitterContract<NoOptions> {
    private final Wrong wrong;

    Contract(Wrong wrong) {
      this.wrong = wrong;
    }

    @Override
    protected Splitter<NoOptions> splitter() {
      return new Last(wrong);
    }

    @Override
    protected NoOptions options() {
      return new NoOptions();
    }

    @Override
    protected Set<SplitPromise> promises() {
      Set<SplitPromise> kept =
          EnumSet.of(
              SplitPromise.COMPLETE,
              SplitPromise.EVERY_USER_TRAINS,
              SplitPromise.USERS_ORDERED_BY_TIME,
              SplitPromise.USERS_ARE_INDEPENDENT,
              SplitPromise.ORDER_OF_USERS_DOES_NOT_MATTER);
      switch (wrong) {
        case CUTS_AT_RANDOM -> kept = EnumSet.of(SplitPromise.ORDERED_BY_TIME);
        case CUTS_EQUAL_TIMES -> kept = EnumSet.of(SplitPromise.EQUAL_TIMES_OF_A_USER_TOGETHER);
        case TAKES_ALL_OF_A_USER -> kept = EnumSet.of(SplitPromise.EVERY_USER_TRAINS);
        case LOOKS_AT_INDICES -> kept = EnumSet.of(SplitPromise.ORDER_OF_USERS_DOES_NOT_MATTER);
        default -> {}
      }
      return kept;
    }

    Optional<Throwable> fault() {
      return Optional.ofNullable(
          catchThrowable(
              () -> {
                describesItself();
                splitsUsualData();
                keepsItsPromisesOnSmallData();
                keepsItsPromisesWithoutTimes();
              }));
    }
  }

  @Test
  void aRightSplitterPasses() {
    assertThat(new Contract(Wrong.NOTHING).fault()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "NOTHING")
  void catches(Wrong wrong) {
    assertThat(new Contract(wrong).fault())
        .hasValueSatisfying(
            it -> assertThat(it).isInstanceOf(AssertionError.class).hasMessageContaining(wrong.by));
  }
}
