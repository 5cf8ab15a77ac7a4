package org.recsys4j.data.feature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.recsys4j.data.feature.Rows.extract;
import static org.recsys4j.data.feature.Rows.rows;

import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.recsys4j.api.FeatureExtractor;
import org.recsys4j.api.data.FeatureSchema.Feature;
import org.recsys4j.api.data.FeatureSchema.Kind;
import org.recsys4j.api.data.InvalidDataException;
import org.recsys4j.data.clean.Cleaning;
import org.recsys4j.data.clean.Missing;
import org.recsys4j.data.clean.Scaling;

class ExtractorsTest {
  private static Numeric.Options numeric(Missing missing, Scaling scale) {
    return new Numeric.Options("x", new Cleaning(missing, -1, false, 0, 1, scale));
  }

  @Test
  void numericStandardises() {
    // Mean 3, population variance ((-2)^2 + 0 + 2^2 + 0) / 4 = 2.
    FeatureExtractor numeric =
        new Numeric().fit(rows("1", "3", "", "5", "3"), numeric(Missing.MEAN, Scaling.STANDARD));

    assertThat(extract(numeric, "5")).containsExactly((float) (2 / Math.sqrt(2)));
    assertThat(extract(numeric, "3")).containsExactly(0f);
    assertThat(extract(numeric, "")).containsExactly(0f);
    assertThat(numeric.schema().features())
        .containsExactly(new Feature("x", Kind.NUMERIC, 1, 0, OptionalInt.empty()));
  }

  @Test
  void numericTakesTheMeanForWhatIsMissing() {
    FeatureExtractor numeric =
        new Numeric().fit(rows("1", "2", ""), numeric(Missing.MEAN, Scaling.NONE));

    assertThat(extract(numeric, "7.5")).containsExactly(7.5f);
    assertThat(extract(numeric, "")).containsExactly(1.5f);
    assertThat(extract(numeric, "many")).containsExactly(1.5f);
    assertThat(extract(numeric, "1e300")).containsExactly(1.5f);
  }

  @Test
  void numericOfEqualOrNoNumbersIs0() {
    assertThat(
            extract(
                new Numeric().fit(rows("4", "4"), numeric(Missing.MEAN, Scaling.STANDARD)), "9"))
        .containsExactly(0f);
    assertThat(extract(new Numeric().fit(rows(""), numeric(Missing.MEAN, Scaling.STANDARD)), ""))
        .containsExactly(0f);
  }

  @Test
  void numericRefusesTrainingRowsWithTexts() {
    assertThatThrownBy(
            () -> new Numeric().fit(rows("1", "one"), numeric(Missing.MEAN, Scaling.STANDARD)))
        .isInstanceOf(InvalidDataException.class)
        .hasMessage("attribute x of \"id\": \"one\" is not a number");
  }

  @Test
  void categoricalNumbersFrequentTextsInAlphabeticalOrder() {
    FeatureExtractor categorical =
        new Categorical().fit(rows("b", "c", "a", "b", "c", ""), new Categorical.Options("x", 2));

    assertThat(extract(categorical, "b")).containsExactly(1f);
    assertThat(extract(categorical, "c")).containsExactly(2f);
    assertThat(extract(categorical, "a")).containsExactly(0f);
    assertThat(extract(categorical, "new")).containsExactly(0f);
    assertThat(extract(categorical, "")).containsExactly(0f);
    assertThat(categorical.schema().features())
        .containsExactly(new Feature("x", Kind.CATEGORICAL, 1, 3, OptionalInt.of(0)));
  }

  @Test
  void multiHotMarksEveryCategory() {
    FeatureExtractor multiHot =
        new MultiHot()
            .fit(rows("Drama|War", "War|War", "Comedy|Drama"), new MultiHot.Options("x", "|", 2));

    assertThat(extract(multiHot, "War|Drama")).containsExactly(0f, 1f, 1f);
    assertThat(extract(multiHot, "War|War")).containsExactly(0f, 0f, 1f);
    assertThat(extract(multiHot, "Comedy|Western")).containsExactly(1f, 0f, 0f);
    assertThat(extract(multiHot, "")).containsExactly(0f, 0f, 0f);
    assertThat(multiHot.schema().features())
        .containsExactly(new Feature("x", Kind.MULTI_HOT, 3, 3, OptionalInt.of(0)));
  }

  @Test
  void multiHotCountsRowsNotRepetitions() {
    FeatureExtractor multiHot =
        new MultiHot().fit(rows("War|War"), new MultiHot.Options("x", "|", 2));

    assertThat(extract(multiHot, "War")).containsExactly(1f);
  }
}
