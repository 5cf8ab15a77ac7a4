package org.recsys4j.data.feature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.recsys4j.api.FeatureExtractor;
import org.recsys4j.api.data.Attributes;
import org.recsys4j.api.data.FeatureSchema.Feature;
import org.recsys4j.api.data.FeatureSchema.Kind;
import org.recsys4j.api.data.InvalidDataException;

class ExtractorsTest {
  private static Attributes.Row row(String text) {
    return column -> column.equals("x") && !text.isEmpty() ? Optional.of(text) : Optional.empty();
  }

  private static List<Attributes.Row> rows(String... texts) {
    return Stream.of(texts).map(ExtractorsTest::row).toList();
  }

  private static List<Float> extract(FeatureExtractor<Attributes.Row> extractor, String text) {
    List<Float> numbers = new ArrayList<>();
    extractor.extract(row(text), numbers::add);
    assertThat(numbers).hasSize(extractor.schema().width());
    return numbers;
  }

  @Test
  void numericStandardises() {
    // Mean 3, population variance ((-2)^2 + 0 + 2^2 + 0) / 4 = 2.
    FeatureExtractor<Attributes.Row> numeric =
        new Numeric().fit(rows("1", "3", "", "5", "3"), new Numeric.Options("x", true));

    assertThat(extract(numeric, "5")).containsExactly((float) (2 / Math.sqrt(2)));
    assertThat(extract(numeric, "3")).containsExactly(0f);
    assertThat(extract(numeric, "")).containsExactly(0f);
    assertThat(numeric.schema().features())
        .containsExactly(new Feature("x", Kind.NUMERIC, 1, 0, OptionalInt.empty()));
  }

  @Test
  void numericTakesTheMeanForWhatIsMissing() {
    FeatureExtractor<Attributes.Row> numeric =
        new Numeric().fit(rows("1", "2", ""), new Numeric.Options("x", false));

    assertThat(extract(numeric, "7.5")).containsExactly(7.5f);
    assertThat(extract(numeric, "")).containsExactly(1.5f);
    assertThat(extract(numeric, "many")).containsExactly(1.5f);
    assertThat(extract(numeric, "1e300")).containsExactly(1.5f);
  }

  @Test
  void numericOfEqualOrNoNumbersIs0() {
    assertThat(extract(new Numeric().fit(rows("4", "4"), new Numeric.Options("x", true)), "9"))
        .containsExactly(0f);
    assertThat(extract(new Numeric().fit(rows(""), new Numeric.Options("x", true)), ""))
        .containsExactly(0f);
  }

  @Test
  void numericRefusesTrainingRowsWithTexts() {
    assertThatThrownBy(() -> new Numeric().fit(rows("1", "one"), new Numeric.Options("x", true)))
        .isInstanceOf(InvalidDataException.class)
        .hasMessage("attribute x: \"one\" is not a number");
  }

  @Test
  void categoricalNumbersFrequentTextsInAlphabeticalOrder() {
    FeatureExtractor<Attributes.Row> categorical =
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
    FeatureExtractor<Attributes.Row> multiHot =
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
    FeatureExtractor<Attributes.Row> multiHot =
        new MultiHot().fit(rows("War|War"), new MultiHot.Options("x", "|", 2));

    assertThat(extract(multiHot, "War")).containsExactly(1f);
  }
}
