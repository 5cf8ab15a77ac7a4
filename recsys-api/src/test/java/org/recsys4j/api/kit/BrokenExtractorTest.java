package org.recsys4j.api.kit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.recsys4j.api.contract.FeatureExtractorContract;

/** Every check of the kit catches an extractor that is wrong in the way it looks for. */
class BrokenExtractorTest {
  @TempDir private static Path folder = Path.of("");

  record Proof(ExtractorFault fault, String name, Consumer<ExtractorContract> check) {
    @Override
    public String toString() {
      return name + " catches " + fault;
    }
  }

  private static Stream<Proof> proofs(
      String name, Consumer<ExtractorContract> check, ExtractorFault... faults) {
    return Stream.of(faults).map(fault -> new Proof(fault, name, check));
  }

  static List<Proof> proofs() {
    return Stream.of(
            proofs(
                "optionsAreARecord",
                ExtractorContract::optionsAreARecord,
                ExtractorFault.OPTIONS_TYPE_IS_NO_RECORD),
            proofs(
                "summaryIsOneLine",
                ExtractorContract::summaryIsOneLine,
                ExtractorFault.SUMMARY_OF_TWO_LINES),
            proofs(
                "schemaIsStable", ExtractorContract::schemaIsStable, ExtractorFault.SCHEMA_GROWS),
            proofs(
                "writesExactlyTheWidthOfTheSchema",
                ExtractorContract::writesExactlyTheWidthOfTheSchema,
                ExtractorFault.ONE_NUMBER_TOO_FEW,
                ExtractorFault.NAN_WHERE_A_CELL_IS_MISSING,
                ExtractorFault.CATEGORY_OUT_OF_RANGE,
                ExtractorFault.HALF_A_TAG),
            proofs(
                "fittingTwiceGivesTheSame",
                ExtractorContract::fittingTwiceGivesTheSame,
                ExtractorFault.RANDOM_ORDER_OF_CATEGORIES),
            proofs(
                "isFrozenAfterFitting",
                ExtractorContract::isFrozenAfterFitting,
                ExtractorFault.LEARNS_FROM_ROWS_EXTRACTED),
            proofs(
                "unseenCategoriesGoToTheUnknownSlot",
                ExtractorContract::unseenCategoriesGoToTheUnknownSlot,
                ExtractorFault.UNKNOWN_IS_THE_FIRST_CATEGORY,
                ExtractorFault.UNKNOWN_TAGS_ARE_LEFT_OUT),
            proofs(
                "orderOfTheRowsChangesNothing",
                ExtractorContract::orderOfTheRowsChangesNothing,
                ExtractorFault.ORDER_OF_FIRST_ROWS),
            proofs(
                "loadedExtractorsExtractTheSame",
                BrokenExtractorTest::load,
                ExtractorFault.SAVES_NO_TAG),
            proofs(
                "fitsOnPoorRows",
                ExtractorContract::fitsOnPoorRows,
                ExtractorFault.DIVIDES_BY_THE_DEVIATION),
            proofs(
                "threadsMayExtractAtOnce",
                ExtractorContract::threadsMayExtractAtOnce,
                ExtractorFault.SHARES_A_BUFFER))
        .flatMap(each -> each)
        .toList();
  }

  private static void load(ExtractorContract contract) {
    try {
      contract.loadedExtractorsExtractTheSame(Files.createTempDirectory(folder, "extractor"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("proofs")
  void isCaughtByItsCheckAndPassesWhenMended(Proof proof) {
    assertThatCode(() -> proof.check().accept(new ExtractorContract(ExtractorFault.NONE)))
        .doesNotThrowAnyException();
    assertThatThrownBy(() -> proof.check().accept(new ExtractorContract(proof.fault())))
        .isInstanceOf(AssertionError.class);
  }

  @Test
  void everyFaultAndEveryCheckIsProved() {
    Set<ExtractorFault> proved = proofs().stream().map(Proof::fault).collect(Collectors.toSet());
    proved.add(ExtractorFault.NONE);
    assertThat(proved).containsExactlyInAnyOrderElementsOf(EnumSet.allOf(ExtractorFault.class));
    Set<String> checks = proofs().stream().map(Proof::name).collect(Collectors.toSet());
    assertThat(checks)
        .containsExactlyInAnyOrderElementsOf(Checks.namesIn(FeatureExtractorContract.class));
  }
}
