package org.recsys4j.api.kit;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.recsys4j.api.RecommenderFactory;
import org.recsys4j.api.contract.RecommenderContract;

/** Every check of the kit catches a model that is wrong in the way it looks for. */
class BrokenRecommenderTest {
  @TempDir Path folder;

  /** A check, called as JUnit would. */
  interface Check {
    void run(Contract contract, Path folder) throws IOException;
  }

  /** Which check must catch which fault. */
  record Proof(Fault fault, String name, Check check) {
    @Override
    public String toString() {
      return name + " catches " + fault;
    }
  }

  static final class Contract extends RecommenderContract<BreakableRecommender.Options> {
    private final Fault fault;

    Contract(Fault fault) {
      this.fault = fault;
    }

    @Override
    protected RecommenderFactory<BreakableRecommender.Options> factory() {
      return new BreakableRecommender.Factory(fault);
    }

    @Override
    protected BreakableRecommender.Options options() {
      return new BreakableRecommender.Options(0.01f);
    }
  }

  private static Stream<Proof> proofs(String name, Check check, Fault... faults) {
    return Stream.of(faults).map(fault -> new Proof(fault, name, check));
  }

  static List<Proof> proofs() {
    return Stream.of(
            proofs(
                "optionsAreARecord",
                (c, f) -> c.optionsAreARecord(),
                Fault.OPTIONS_TYPE_IS_NO_RECORD),
            proofs(
                "summaryIsOneLine",
                (c, f) -> c.summaryIsOneLine(),
                Fault.SUMMARY_OF_TWO_LINES,
                Fault.SUMMARY_WITH_FULL_STOP,
                Fault.REFERENCE_WITH_LINE_END),
            proofs(
                "recommendsTheMissingSquareOfTheCheckerboard",
                (c, f) -> c.recommendsTheMissingSquareOfTheCheckerboard(),
                Fault.SCORES_POPULARITY),
            proofs(
                "recommendsTheMissingSquareToNewUsers",
                (c, f) -> c.recommendsTheMissingSquareToNewUsers(),
                Fault.SCORES_NEW_USERS_ALIKE),
            proofs(
                "writesAFiniteScoreIntoEveryCell",
                (c, f) -> c.writesAFiniteScoreIntoEveryCell(),
                Fault.LEAVES_THE_LAST_CELL,
                Fault.WRITES_NAN,
                Fault.WRITES_INFINITY,
                Fault.WRITES_THE_FIRST_ROW_ONLY,
                Fault.FAILS_ON_AN_EMPTY_BATCH,
                Fault.ONE_ITEM_TOO_MANY),
            proofs("sameSeedSameBits", (c, f) -> c.sameSeedSameBits(), Fault.IGNORES_THE_SEED),
            proofs(
                "threadsDoNotChangeABit",
                (c, f) -> c.threadsDoNotChangeABit(),
                Fault.DEPENDS_ON_THREADS),
            proofs(
                "listenersDoNotChangeABit",
                (c, f) -> c.listenersDoNotChangeABit(),
                Fault.DEPENDS_ON_THE_LABEL,
                Fault.COUNTS_EPOCHS_FROM_ZERO),
            proofs(
                "snapshotsForValidationCanBeScored",
                (c, f) -> c.snapshotsForValidationCanBeScored(),
                Fault.HANDS_OUT_A_BAD_SNAPSHOT,
                Fault.FAILS_WITH_A_VALIDATION),
            proofs(
                "killsDoNotChangeABit",
                (c, f) -> c.killsDoNotChangeABit(f),
                Fault.FORGETS_AT_A_KILL),
            proofs(
                "threadsMayScoreAtOnce",
                (c, f) -> c.threadsMayScoreAtOnce(),
                Fault.SHARES_A_BUFFER),
            proofs(
                "scoresAUserAloneAsInABatch",
                (c, f) -> c.scoresAUserAloneAsInABatch(),
                Fault.LOOKS_AT_THE_OTHER_ROWS),
            proofs(
                "savedAndLoadedScoresAreTheSameBits",
                Contract::savedAndLoadedScoresAreTheSameBits,
                Fault.SAVES_HALF,
                Fault.LOADS_OTHER_PARAMETERS),
            proofs(
                "refusesAFileWithoutAModel",
                Contract::refusesAFileWithoutAModel,
                Fault.LOADS_ANYTHING,
                Fault.FAILS_WITH_NULL_POINTER_ON_LOAD),
            proofs(
                "leavesTheTrainingDataAlone",
                (c, f) -> c.leavesTheTrainingDataAlone(),
                Fault.CHANGES_THE_DATA),
            proofs(
                "copesWithUsersAndItemsWithoutEvents",
                (c, f) -> c.copesWithUsersAndItemsWithoutEvents(),
                Fault.DIVIDES_BY_THE_COUNT_OF_THE_ITEM,
                Fault.NEEDS_A_HISTORY),
            proofs(
                "copesWithDuplicatePairs",
                (c, f) -> c.copesWithDuplicatePairs(),
                Fault.REFUSES_DUPLICATES),
            proofs(
                "copesWithUsersWhoHadEverything",
                (c, f) -> c.copesWithUsersWhoHadEverything(),
                Fault.NEEDS_A_NEGATIVE),
            proofs(
                "copesWithASingleEvent",
                (c, f) -> c.copesWithASingleEvent(),
                Fault.NEEDS_TWO_ITEMS),
            proofs(
                "fitsOrRefusesPoorData", (c, f) -> c.fitsOrRefusesPoorData(), Fault.NEEDS_AN_EVENT),
            proofs(
                "copesWithAnEmptyHistory",
                (c, f) -> c.copesWithAnEmptyHistory(),
                Fault.NEEDS_A_HISTORY),
            proofs(
                "scoresNewUsersIfItSaysSo",
                (c, f) -> c.scoresNewUsersIfItSaysSo(),
                Fault.SAYS_IT_CANNOT_SCORE_NEW_USERS_BUT_DOES,
                Fault.SAYS_IT_CAN_SCORE_NEW_USERS_BUT_FAILS),
            proofs(
                "parametersAreCounted",
                (c, f) -> c.parametersAreCounted(),
                Fault.COUNTS_MINUS_ONE_PARAMETERS))
        .flatMap(each -> each)
        .toList();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("proofs")
  void isCaughtByItsCheckAndPassesWhenMended(Proof proof) {
    assertThatCode(() -> proof.check().run(new Contract(Fault.NONE), folder))
        .doesNotThrowAnyException();
    assertThatThrownBy(() -> proof.check().run(new Contract(proof.fault()), folder))
        .isInstanceOf(proof.fault().seenAs());
  }

  @Test
  void everyFaultAndEveryCheckIsProved() {
    Set<Fault> proved = proofs().stream().map(Proof::fault).collect(Collectors.toSet());
    proved.add(Fault.NONE);
    Assertions.assertThat(proved).containsExactlyInAnyOrderElementsOf(EnumSet.allOf(Fault.class));
    Set<String> checks = proofs().stream().map(Proof::name).collect(Collectors.toSet());
    Assertions.assertThat(checks)
        .containsExactlyInAnyOrderElementsOf(Checks.namesIn(RecommenderContract.class));
  }
}
