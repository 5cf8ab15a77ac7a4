package org.recsys4j.api.kit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.recsys4j.api.MetricFactory;
import org.recsys4j.api.contract.MetricContract;

/** Every check of the kit catches a metric that is wrong in the way it looks for. */
class BrokenMetricTest {
  record Proof(MetricFault fault, String name, Consumer<Contract> check) {
    @Override
    public String toString() {
      return name + " catches " + fault;
    }
  }

  static final class Contract extends MetricContract<BreakableMetric.Options> {
    private final MetricFault fault;

    Contract(MetricFault fault) {
      this.fault = fault;
    }

    @Override
    protected MetricFactory<BreakableMetric.Options> factory() {
      return new BreakableMetric.Factory(fault);
    }

    @Override
    protected BreakableMetric.Options options() {
      return new BreakableMetric.Options(5);
    }
  }

  private static Stream<Proof> proofs(
      String name, Consumer<Contract> check, MetricFault... faults) {
    return Stream.of(faults).map(fault -> new Proof(fault, name, check));
  }

  static List<Proof> proofs() {
    return Stream.of(
            proofs(
                "optionsAreARecord",
                Contract::optionsAreARecord,
                MetricFault.OPTIONS_TYPE_IS_NO_RECORD),
            proofs(
                "summaryIsOneLine", Contract::summaryIsOneLine, MetricFault.SUMMARY_OF_TWO_LINES),
            proofs(
                "labelIsStable",
                Contract::labelIsStable,
                MetricFault.LABEL_COUNTS_ITS_CALLS,
                MetricFault.LABEL_WITH_TAB),
            proofs("depthIsAtLeastOne", Contract::depthIsAtLeastOne, MetricFault.DEPTH_OF_ZERO),
            proofs(
                "staysInItsRange",
                Contract::staysInItsRange,
                MetricFault.PERCENT,
                MetricFault.RESULT_IN_PERCENT),
            proofs(
                "isNotANumberWithoutUsers",
                Contract::isNotANumberWithoutUsers,
                MetricFault.ZERO_WITHOUT_USERS),
            proofs(
                "takesAnEmptyList", Contract::takesAnEmptyList, MetricFault.NAN_FOR_AN_EMPTY_LIST),
            proofs(
                "padsAShortListWithMisses",
                Contract::padsAShortListWithMisses,
                MetricFault.DIVIDES_BY_THE_LENGTH_OF_THE_LIST),
            proofs(
                "looksAtTheFirstPlacesOnly",
                Contract::looksAtTheFirstPlacesOnly,
                MetricFault.LOOKS_BEYOND_ITS_DEPTH),
            proofs(
                "isBestWhereAllAreRelevantAndWorstWhereNoneIs",
                Contract::isBestWhereAllAreRelevantAndWorstWhereNoneIs,
                MetricFault.DIVIDES_BY_ONE_MORE),
            proofs(
                "isNeverWorseWhenARelevantItemMovesUp",
                Contract::isNeverWorseWhenARelevantItemMovesUp,
                MetricFault.REWARDS_LATE_PLACES),
            proofs(
                "tiesCountAsTheMeanOverAllOrders",
                Contract::tiesCountAsTheMeanOverAllOrders,
                MetricFault.COUNTS_THE_ORDER_SHOWN,
                MetricFault.COUNTS_ALL_TIES_AS_FOUND),
            proofs(
                "resultIsTheMeanOverUsers",
                Contract::resultIsTheMeanOverUsers,
                MetricFault.SUMS_OVER_USERS),
            proofs(
                "mergedAccumulatorsEqualASingleOne",
                Contract::mergedAccumulatorsEqualASingleOne,
                MetricFault.MERGES_WITHOUT_WEIGHTS,
                MetricFault.FORGETS_WHAT_IS_MERGED),
            proofs(
                "accumulatorsOfOneMetricAreIndependent",
                Contract::accumulatorsOfOneMetricAreIndependent,
                MetricFault.KEEPS_SUMS_IN_THE_METRIC))
        .flatMap(each -> each)
        .toList();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("proofs")
  void isCaughtByItsCheckAndPassesWhenMended(Proof proof) {
    assertThatCode(() -> proof.check().accept(new Contract(MetricFault.NONE)))
        .doesNotThrowAnyException();
    assertThatThrownBy(() -> proof.check().accept(new Contract(proof.fault())))
        .isInstanceOf(AssertionError.class);
  }

  @Test
  void everyFaultAndEveryCheckIsProved() {
    Set<MetricFault> proved = proofs().stream().map(Proof::fault).collect(Collectors.toSet());
    proved.add(MetricFault.NONE);
    assertThat(proved).containsExactlyInAnyOrderElementsOf(EnumSet.allOf(MetricFault.class));
    Set<String> checks = proofs().stream().map(Proof::name).collect(Collectors.toSet());
    assertThat(checks).containsExactlyInAnyOrderElementsOf(Checks.namesIn(MetricContract.class));
  }
}
