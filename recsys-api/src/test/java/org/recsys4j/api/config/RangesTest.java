package org.recsys4j.api.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RangesTest {
  record Some(
      @Range(min = 1, max = 10_000) int both,
      @Range(min = 0, minExclusive = true) double above,
      @Range(min = 0) long from,
      @Range(max = 0.5) double upTo,
      @Range(max = 1e-4, maxExclusive = true) double below,
      @Range(min = 0, max = 1, maxExclusive = true) double halfOpen,
      @Range(min = 0, minExclusive = true, max = 1, maxExclusive = true) double open,
      @Range double any,
      double none) {}

  @ParameterizedTest
  @CsvSource({
    "0, 1 to 10000, 1, 0.999",
    "0, 1 to 10000, 10000, 10000.001",
    "1, > 0, 4.9e-324, 0",
    "2, >= 0, 0, -1",
    "3, <= 0.5, 0.5, 0.51",
    "4, < 0.0001, 0, 0.0001",
    "5, 0 (inclusive) to 1 (exclusive), 0, 1",
    "6, 0 (exclusive) to 1 (exclusive), 0.5, 0",
    "7, any finite number, -1e308, Infinity"
  })
  void eachRangeIsDescribedAndHeld(int index, String text, double legal, double illegal) {
    Range range = Ranges.of(Some.class.getRecordComponents()[index]).orElseThrow();

    assertThat(Ranges.describe(range)).isEqualTo(text);
    assertThat(Ranges.contains(range, legal)).isTrue();
    assertThat(Ranges.contains(range, illegal)).isFalse();
  }

  @Test
  void nanAndInfinitiesAreInNoRange() {
    for (RecordComponent component : Some.class.getRecordComponents()) {
      Ranges.of(component)
          .ifPresent(
              range -> {
                assertThat(Ranges.contains(range, Double.NaN)).isFalse();
                assertThat(Ranges.contains(range, Double.POSITIVE_INFINITY)).isFalse();
                assertThat(Ranges.contains(range, Double.NEGATIVE_INFINITY)).isFalse();
              });
    }
    assertThat(Ranges.of(Some.class.getRecordComponents()[8])).isEmpty();
  }

  record Layers(
      @Range(min = 1) List<Integer> widths,
      @Range(min = 0, max = 1) Optional<Double> dropout,
      @Range(min = 0) Map<String, Float> weights,
      String name) {
    Layers {
      Check.components(Layers.class, widths, dropout, weights, name);
    }
  }

  @Test
  void aConstructorRefusesWhatIsOutOfRange() {
    List<Integer> widths = List.of(64, 32);
    assertThat(new Layers(widths, Optional.of(0.5), Map.of("a", 1f), "n").widths())
        .isEqualTo(widths);
    assertThatThrownBy(() -> new Layers(List.of(64, 0), Optional.empty(), Map.of(), "n"))
        .isExactlyInstanceOf(IllegalArgumentException.class)
        .hasMessage("widths: 0 is not >= 1");
    assertThatThrownBy(() -> new Layers(widths, Optional.of(Double.NaN), Map.of(), "n"))
        .hasMessage("dropout: NaN is not in 0 to 1");
    assertThatThrownBy(() -> new Layers(widths, Optional.empty(), Map.of("a", -1f), "n"))
        .hasMessage("weights: -1.0 is not >= 0");
    assertThatThrownBy(() -> new Layers(widths, Optional.empty(), Map.of(), null))
        .isInstanceOf(NullPointerException.class)
        .hasMessage("name");
  }

  @Test
  void aCheckOfTheWrongComponentsIsOurMistake() {
    assertThatThrownBy(() -> Check.components(Layers.class, 1, 2))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("Layers has 4 components, not 2");
    assertThatThrownBy(() -> Check.components(Layers.class, "64", Optional.empty(), Map.of(), "n"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("widths has a range, but is no number");
  }
}
