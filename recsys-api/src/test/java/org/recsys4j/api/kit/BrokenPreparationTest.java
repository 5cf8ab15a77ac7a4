package org.recsys4j.api.kit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.recsys4j.api.Preparation;
import org.recsys4j.api.contract.PreparationContract;
import org.recsys4j.api.data.EventLog;
import org.recsys4j.api.data.InvalidDataException;
import org.recsys4j.api.random.SeedTree;

/** The contract passes a right preparation, and catches each fault. */
class BrokenPreparationTest {
  private static final AtomicInteger CALLS = new AtomicInteger();

  /** What is wrong, and what the check says that finds it. */
  enum Wrong {
    NOTHING(""),
    LEAVES_NOTHING("what is left of 400 events"),
    REFUSES_WITHOUT_A_WORD("what refuses the data"),
    MAKES_EVENTS_UP("events before"),
    DIFFERS_FROM_CALL_TO_CALL("prepared twice with one seed"),
    COUNTS_ALL_USERS("without the other half");

    private final String by;

    Wrong(String by) {
      this.by = by;
    }
  }

  record NoOptions() {}

  /** Leaves values above 1. */
  private record Above(Wrong wrong) implements Preparation<NoOptions> {
    @Override
    public Class<NoOptions> optionsType() {
      return NoOptions.class;
    }

    @Override
    public String summary() {
      return "leaves some events";
    }

    @Override
    public EventLog prepare(EventLog log, NoOptions options, SeedTree seeds) {
      int call = CALLS.getAndIncrement();
      return switch (wrong) {
        case LEAVES_NOTHING -> log.filter(row -> false);
        case REFUSES_WITHOUT_A_WORD -> throw new InvalidDataException("");
        case MAKES_EVENTS_UP -> new EventLog.Builder(false).add("nobody", "nothing", 1, 0).build();
        case DIFFERS_FROM_CALL_TO_CALL -> log.filter(row -> row % 2 == call % 2);
        case COUNTS_ALL_USERS -> log.filter(row -> log.value(row) > log.users().size() % 5);
        case NOTHING -> log.filter(row -> log.value(row) > 1);
      };
    }
  }

  /** The contract as a test class would inherit it. */
  private static final class Contract extends PreparationContract<NoOptions> {
    private final Wrong wrong;

    Contract(Wrong wrong) {
      this.wrong = wrong;
    }

    @Override
    protected Preparation<NoOptions> preparation() {
      return new Above(wrong);
    }

    @Override
    protected NoOptions options() {
      return new NoOptions();
    }

    @Override
    protected boolean usersAreIndependent() {
      return true;
    }

    Optional<Throwable> fault() {
      return Optional.ofNullable(
          catchThrowable(
              () -> {
                describesItself();
                leavesSomethingOfUsualData();
                eventsAreSomeOfThoseBeforeInTheirOrder();
                leavesItsArgumentAlone();
                sameSeedGivesTheSameEvents();
                usersAreIndependentWherePromised();
              }));
    }
  }

  @Test
  void aRightPreparationPasses() {
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
