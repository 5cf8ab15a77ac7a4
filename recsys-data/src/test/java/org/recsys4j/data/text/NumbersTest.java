package org.recsys4j.data.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NumbersTest {
  private static float toFloat(String text) {
    char[] buffer = ("7" + text + "7").toCharArray();
    return Numbers.toFloat(buffer, 1, buffer.length - 1);
  }

  private static long toLong(String text) {
    char[] buffer = ("7" + text + "7").toCharArray();
    return Numbers.toLong(buffer, 1, buffer.length - 1);
  }

  @Property
  void decimalsAreTheNearestFloats(
      @ForAll @IntRange(min = -99_999_999, max = 99_999_999) int digits,
      @ForAll @IntRange(max = 9) int scale) {
    String text = BigDecimal.valueOf(digits, scale).toPlainString();

    assertThat(toFloat(text)).isEqualTo(Float.parseFloat(text));
  }

  @Property
  void everyFloatSurvives(@ForAll float number) {
    assertThat(toFloat(Float.toString(number))).isEqualTo(number);
  }

  @ParameterizedTest
  @CsvSource({"0, 0", "5, 5", "3.5, 3.5", "-.5, -0.5", "4., 4", "+1, 1", "1e3, 1000", "1E-2, 0.01"})
  void readsUsualNumbers(String text, float number) {
    assertThat(toFloat(text)).isEqualTo(number);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "-", ".", "1.2.3", "NaN", "Infinity", "0x1p3", "1f", "1d", " ", "1 1", "1,5"})
  void refusesWhatIsNoDecimalNumber(String text) {
    assertThat(toFloat(text)).isNaN();
  }

  @ParameterizedTest
  @ValueSource(strings = {"1e39", "-1e39", "1e999999999"})
  void tooLargeNumbersAreInfinite(String text) {
    assertThat(toFloat(text)).isInfinite();
  }

  @Test
  void spacesAroundNumbersDoNoHarm() {
    assertThat(toFloat(" 4.5  ")).isEqualTo(4.5f);
    assertThat(toLong("964982495 ")).isEqualTo(964_982_495);
  }

  @Property
  void everyLongSurvives(@ForAll long number) {
    assertThat(toLong(Long.toString(number))).isEqualTo(number);
  }

  @ParameterizedTest
  @CsvSource({"12.0, 12", "9.7e8, 970000000", "1362062307, 1362062307", "-5, -5", "0e5, 0"})
  void readsWholeNumbersHoweverWritten(String text, long number) {
    assertThat(toLong(text)).isEqualTo(number);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "-",
        "1.5",
        "9223372036854775808",
        "1e30",
        "1e2000000000",
        "x",
        " ",
        "1 1",
        "1_0"
      })
  void refusesWhatIsNoWholeNumber(String text) {
    assertThatThrownBy(() -> toLong(text)).isInstanceOf(NumberFormatException.class);
  }
}
