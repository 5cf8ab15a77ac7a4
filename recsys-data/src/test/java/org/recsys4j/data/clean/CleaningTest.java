package org.recsys4j.data.clean;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.recsys4j.data.feature.Rows.extract;
import static org.recsys4j.data.feature.Rows.row;
import static org.recsys4j.data.feature.Rows.rows;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.recsys4j.api.FeatureExtractor;
import org.recsys4j.api.FeatureRows;
import org.recsys4j.api.data.FeatureRow;
import org.recsys4j.api.data.FeatureSchema;
import org.recsys4j.api.data.FeatureSchema.Feature;
import org.recsys4j.api.data.FeatureSchema.Kind;
import org.recsys4j.api.data.InvalidDataException;
import org.recsys4j.data.feature.Numeric;
import org.recsys4j.data.feature.Rows;

class CleaningTest {
  private static Cleaning cleaning(Missing missing, double lower, double upper, Scaling scale) {
    return new Cleaning(missing, -7, false, lower, upper, scale);
  }

  /** Of 1, 2, 2, 5: mean 2.5, median 2, mode 2. */
  @ParameterizedTest
  @CsvSource({"MEAN, 2.5", "MEDIAN, 2", "MOST_FREQUENT, 2", "CONSTANT, -7", "DROP, 2.5"})
  void fillsWhatIsMissing(Missing missing, float expected) {
    CleanQuantity learned =
        CleanQuantity.learn(new double[] {5, 2, 1, 2}, cleaning(missing, 0, 1, Scaling.NONE));

    assertThat(learned.clean(Double.NaN)).isEqualTo(expected);
    assertThat(learned.clean(4)).isEqualTo(4);
  }

  @Test
  void theSmallestOfEquallyFrequentValuesIsTheMode() {
    assertThat(Sample.of(3, 1, 3, 1, 2).mostFrequent()).isEqualTo(1);
  }

  /**
   * Of 0, 10, 20, 30, 40 the 10 % quantile stands at place 0.4, between 0 and 10: 4; the 90 % one
   * is 36 (numpy.quantile gives the same).
   */
  @Test
  void clipsAtQuantiles() {
    CleanQuantity learned =
        CleanQuantity.learn(
            new double[] {40, 0, 30, 10, 20}, cleaning(Missing.MEAN, 0.1, 0.9, Scaling.NONE));

    assertThat(learned.clean(-100)).isEqualTo(4);
    assertThat(learned.clean(1000)).isEqualTo(36);
    assertThat(learned.clean(20)).isEqualTo(20);
  }

  /** Clipped to 4, 10, 20, 30, 36: mean 20, and min-max runs from 4 to 36. */
  @Test
  void scalesWhatWasClipped() {
    CleanQuantity learned =
        CleanQuantity.learn(
            new double[] {0, 10, 20, 30, 40}, cleaning(Missing.MEAN, 0.1, 0.9, Scaling.MIN_MAX));

    assertThat(learned.clean(40)).isEqualTo(1);
    assertThat(learned.clean(0)).isEqualTo(0);
    assertThat(learned.clean(20)).isEqualTo(0.5f);
  }

  /** Of 1, 2, 3, 4, 100: median 3, quartiles 2 and 4; the outlier moves neither. */
  @Test
  void robustScalingIgnoresOutliers() {
    CleanQuantity learned =
        CleanQuantity.learn(
            new double[] {1, 2, 3, 4, 100}, cleaning(Missing.MEAN, 0, 1, Scaling.ROBUST));

    assertThat(learned.clean(3)).isEqualTo(0);
    assertThat(learned.clean(4)).isEqualTo(0.5f);
    assertThat(learned.clean(100)).isEqualTo(48.5f);
  }

  @Test
  void robustScalingOfEqualQuartilesShiftsAlone() {
    CleanQuantity learned =
        CleanQuantity.learn(
            new double[] {5, 5, 5, 5, 9}, cleaning(Missing.MEAN, 0, 1, Scaling.ROBUST));

    assertThat(learned.clean(9)).isEqualTo(4);
  }

  @Test
  void edgesCutIntoEqualParts() {
    assertThat(Sample.of(1, 2, 3, 4, 5, 6, 7, 8, 9).edges(4)).containsExactly(3, 5, 7);
    assertThat(Sample.of(1, 1, 1, 1, 9).edges(4)).isEmpty();
    assertThat(Sample.of().edges(4)).isEmpty();
    assertThat(Sample.bucket(new double[] {3, 5, 7}, 2)).isZero();
    assertThat(Sample.bucket(new double[] {3, 5, 7}, 3)).isEqualTo(1);
    assertThat(Sample.bucket(new double[] {3, 5, 7}, 100)).isEqualTo(3);
  }

  @Test
  void anIndicatorMarksWhatWasMissing() {
    FeatureExtractor numeric =
        new Numeric()
            .fit(
                rows("1", "", "3"),
                new Numeric.Options("x", new Cleaning(Missing.MEAN, 0, true, 0, 1, Scaling.NONE)));

    assertThat(extract(numeric, "")).containsExactly(2, 1);
    assertThat(extract(numeric, "1")).containsExactly(1, 0);
    assertThat(numeric.schema().features())
        .containsExactly(
            Feature.numeric("x", 1),
            new Feature("x.missing", Kind.MULTI_HOT, 1, 1, OptionalInt.empty()));
  }

  @Test
  void dropKeepsRowsWithAValueOnly() {
    FeatureExtractor numeric =
        new Numeric()
            .fit(
                rows("1", "", "3"),
                new Numeric.Options("x", cleaning(Missing.DROP, 0, 1, Scaling.NONE)));

    assertThat(numeric.keeps(row("5"))).isTrue();
    assertThat(numeric.keeps(row(""))).isFalse();
    assertThat(numeric.keeps(row("many"))).isFalse();
  }

  @Test
  void quantilesInTheWrongOrderAreRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> cleaning(Missing.MEAN, 0.9, 0.1, Scaling.NONE))
        .withMessage("clipLower: 0.9 is not below clip-upper, 0.1");
  }

  @Test
  void stepsChangeTheNumbersBeforeThem() {
    FeatureRows training = Rows.numbers(new float[] {0, 5}, new float[] {10, 7});
    FeatureExtractor scale =
        new Scale().fit(training, new Scale.Options(List.of("n0"), Scaling.MIN_MAX));

    assertThat(extract(scale, row("").with(5, 6))).containsExactly(0.5f, 6);
    assertThat(scale.schema()).isEqualTo(training.before());
    FeatureExtractor clip = new Clip().fit(training, new Clip.Options(List.of(), 0.1, 0.9));
    assertThat(extract(clip, row("").with(100, 0))).containsExactly(9, 5.2f);
  }

  @Test
  void aStepNamesTheFeaturesThereAre() {
    FeatureRows training = Rows.numbers(new float[] {0, 5});
    assertThatThrownBy(() -> new Clip().fit(training, new Clip.Options(List.of("price"), 0.1, 0.9)))
        .isInstanceOf(InvalidDataException.class)
        .hasMessage("no feature \"price\" stands before this step; there are: [n0, n1]");
  }

  /**
   * x tells y fully: mutual information is the entropy, ln 2. z is independent of y: 0. Of w = 0,
   * 0, 0, 1 against y = 0, 0, 1, 1: 0.5 ln(0.5 / (0.75 * 0.5)) + 0.25 ln(0.25 / (0.75 * 0.5)) +
   * 0.25 ln(0.25 / (0.25 * 0.5)) = 0.2157615543388357.
   */
  @Test
  void mutualInformationByHand() {
    int[] y = {0, 0, 1, 1};
    assertThat(Dependence.mutualInformation(new int[] {1, 1, 0, 0}, 2, y, 2))
        .isCloseTo(Math.log(2), within(1e-15));
    assertThat(Dependence.mutualInformation(new int[] {0, 1, 0, 1}, 2, y, 2)).isZero();
    assertThat(Dependence.mutualInformation(new int[] {0, 0, 0, 1}, 2, y, 2))
        .isCloseTo(0.2157615543388357, within(1e-15));
  }

  /** Sums 1 and 5 where 3 and 3 are expected: 4/3 + 4/3 (as sklearn's chi2 gives it). */
  @Test
  void chiSquaredByHand() {
    assertThat(Dependence.chiSquared(new double[] {1, 0, 2, 3}, new int[] {0, 0, 1, 1}, 2))
        .isCloseTo(8.0 / 3, within(1e-12));
    assertThat(Dependence.chiSquared(new double[4], new int[] {0, 0, 1, 1}, 2)).isZero();
  }

  private static final FeatureSchema GENRES =
      FeatureSchema.of(
          new Feature("genre", Kind.MULTI_HOT, 3, 3, OptionalInt.of(0)),
          new Feature("country", Kind.CATEGORICAL, 1, 9, OptionalInt.of(0)));

  private static FeatureRows genres() {
    return new FeatureRows(
        List.of(
            row("a").with(1, 0, 1, 3),
            row("a").with(0, 0, 1, 4),
            row("b").with(1, 0, 0, 5),
            row("b").with(0, 0, 0, 6)),
        GENRES);
  }

  @ParameterizedTest
  @CsvSource({"MUTUAL_INFORMATION", "CHI_SQUARED"})
  void selectionKeepsWhatTellsTheTarget(Select.Method method) {
    FeatureExtractor select =
        new Select()
            .fit(genres(), new Select.Options(method, Optional.of(1), 0, Optional.of("x"), 10));

    FeatureRow row = row("").with(7, 8, 9, 10);
    assertThat(extract(select, row)).containsExactly(9, 10);
    assertThat(select.schema().features())
        .containsExactly(
            new Feature("genre", Kind.MULTI_HOT, 1, 1, OptionalInt.empty()),
            GENRES.features().get(1));
  }

  @Test
  void selectionByVarianceDropsWhatIsConstant() {
    FeatureExtractor select =
        new Select()
            .fit(
                genres(),
                new Select.Options(
                    Select.Method.VARIANCE, Optional.empty(), 0, Optional.empty(), 10));

    assertThat(extract(select, row("").with(7, 8, 9, 10))).containsExactly(7, 9, 10);
    assertThat(select.schema().features().get(0))
        .isEqualTo(new Feature("genre", Kind.MULTI_HOT, 2, 2, OptionalInt.of(0)));
  }

  @Test
  void withoutATargetSelectionLooksAtActivity() {
    FeatureRows rows =
        new FeatureRows(
            List.of(
                Rows.had(1, 2, 3).with(5, 1),
                Rows.had(1, 2, 4).with(5, 2),
                Rows.had(1).with(0, 1),
                Rows.had(2).with(0, 2)),
            FeatureSchema.of(Feature.numeric("good", 1), Feature.numeric("noise", 1)));
    FeatureExtractor select =
        new Select()
            .fit(
                rows,
                new Select.Options(
                    Select.Method.MUTUAL_INFORMATION, Optional.empty(), 0, Optional.empty(), 2));

    assertThat(select.schema().features()).extracting(Feature::name).containsExactly("good");
  }

  @Test
  void chiSquaredRefusesNegativeNumbers() {
    FeatureRows training = Rows.numbers(new float[] {-1}, new float[] {1});
    assertThatThrownBy(
            () ->
                new Select()
                    .fit(
                        training,
                        new Select.Options(
                            Select.Method.CHI_SQUARED, Optional.empty(), 0, Optional.empty(), 2)))
        .isInstanceOf(InvalidDataException.class)
        .hasMessageContaining("n0");
  }
}
