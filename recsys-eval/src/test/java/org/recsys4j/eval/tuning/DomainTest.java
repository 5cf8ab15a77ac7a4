package org.recsys4j.eval.tuning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.typesafe.config.ConfigValue;
import com.typesafe.config.ConfigValueFactory;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;

class DomainTest {
  private static final int DRAWS = 40_000;
  private final SplittableRandom random = new SplittableRandom(3);

  private static ConfigValue value(Object value) {
    return ConfigValueFactory.fromAnyRef(value);
  }

  /** How many draws fall into each of some bins of a scale. */
  private int[] histogram(Domain domain, int bins, DoubleUnaryOperator binOf) {
    int[] counts = new int[bins];
    for (int i = 0; i < DRAWS; i++) {
      counts[(int) Math.min(bins - 1, binOf.applyAsDouble(domain.draw(random)))]++;
    }
    return counts;
  }

  private static void assertUniform(int[] counts) {
    double expected = (double) DRAWS / counts.length;
    for (int count : counts) {
      assertThat((double) count).isCloseTo(expected, within(5 * Math.sqrt(expected)));
    }
  }

  @Test
  void rangesAreUniform() {
    Interval real = new Interval(-1, 3, false, false);
    assertUniform(histogram(real, 8, it -> 2 * (it + 1)));
    Interval whole = new Interval(5, 8, false, true);
    assertUniform(histogram(whole, 4, it -> it - 5));
  }

  @Test
  void logRangesAreUniformInTheLogarithm() {
    Interval real = new Interval(1e-4, 1e-1, true, false);
    assertUniform(histogram(real, 6, it -> 2 * (Math.log10(it) + 4)));
  }

  /** 1 has the logarithms from 0.5 to 1.5, and so on. */
  @Test
  void wholeNumbersOfALogRangeHaveTheirShareOfTheScale() {
    int[] counts = histogram(new Interval(1, 3, true, true), 3, it -> it - 1);

    double whole = Math.log(3.5 / 0.5);
    assertThat(counts[0] / (double) DRAWS).isCloseTo(Math.log(3) / whole, within(0.01));
    assertThat(counts[1] / (double) DRAWS).isCloseTo(Math.log(2.5 / 1.5) / whole, within(0.01));
    assertThat(counts[2] / (double) DRAWS).isCloseTo(Math.log(3.5 / 2.5) / whole, within(0.01));
  }

  @Test
  void drawsStayWithinTheBoundsAndHaveFourDigits() {
    Interval interval = new Interval(0.12345, 0.98765, true, false);
    for (int i = 0; i < 1000; i++) {
      double number = interval.draw(random);
      assertThat(number).isBetween(0.12345, 0.98765);
      boolean bound = number == 0.12345 || number == 0.98765;
      assertThat(bound || Double.toString(number).length() <= 6).isTrue();
    }
  }

  @Test
  void gridsHaveEqualDistances() {
    assertThat(new Interval(0, 1, false, false).grid(5)).containsExactly(0, 0.25, 0.5, 0.75, 1);
    assertThat(new Interval(1e-3, 10, true, false).grid(5))
        .containsExactly(0.001, 0.01, 0.1, 1, 10);
    assertThat(new Interval(0.001, 10, true, false).grid(1)).containsExactly(0.1);
    assertThat(new Interval(10, 500, false, true).grid(3)).containsExactly(10, 255, 500);
    assertThat(new Interval(2, 5, false, true).grid(5)).containsExactly(2, 3, 4, 5);
    assertThat(new Interval(1, 1000, true, true).grid(4)).containsExactly(1, 10, 100, 1000);
  }

  @Test
  void valuesHaveTheirTypeAndTheirPlace() {
    Interval whole = new Interval(10, 500, false, true);
    assertThat(whole.value(32)).isEqualTo(value(32L));
    assertThat(whole.coordinate(value(32))).hasValue(32);
    assertThat(whole.coordinate(value("32"))).hasValue(32);
    assertThat(whole.coordinate(value(501))).isEmpty();
    assertThat(whole.coordinate(value("many"))).isEmpty();
    assertThat(whole.coordinate(value(null))).isEmpty();
    assertThat(new Interval(0, 1, false, false).value(0.5).unwrapped()).isEqualTo(0.5);

    Choice choice = new Choice(List.of(value("sgd"), value(64), value(List.of(1, 2))));
    assertThat(choice.value(1)).isEqualTo(value(64));
    assertThat(choice.coordinate(value(64.0))).hasValue(1);
    assertThat(choice.coordinate(value(List.of(1, 2)))).hasValue(2);
    assertThat(choice.coordinate(value("adam"))).isEmpty();
    assertThat(choice.grid(5)).containsExactly(0, 1, 2);
    assertUniform(histogram(choice, 3, it -> it));
  }

  @Test
  void numbersAreShownWithSixDigitsAtMost() {
    assertThat(Values.shown(200.0)).isEqualTo("200");
    assertThat(Values.shown(0.0000321)).isEqualTo("0.0000321");
    assertThat(Values.shown(1.23456789e-8)).isEqualTo("1.23457E-8");
    assertThat(Values.shown(64)).isEqualTo("64");
    assertThat(Values.shown(null)).isEqualTo("none");
    assertThat(Values.shown(List.of(1, 2))).isEqualTo("[1, 2]");
  }

  @Test
  void boundsAreChecked() {
    assertThatThrownBy(() -> new Interval(2, 2, false, false)).hasMessageContaining("low: 2.0");
    assertThatThrownBy(() -> new Interval(0, 2, true, false)).hasMessageContaining("> 0");
    assertThatThrownBy(() -> new Choice(List.of())).hasMessageContaining("must not be empty");
  }
}
