package org.recsys4j.api.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigObject;
import com.typesafe.config.ConfigValueFactory;
import java.lang.reflect.RecordComponent;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RecordReaderTest {
  enum BadRows {
    FAIL,
    SKIP_ROW
  }

  record Inner(@Range(min = 1) int size, String kind) {}

  record All(
      int count,
      long seed,
      float rate,
      double learningRate,
      boolean verbose,
      String name,
      Path folder,
      BadRows badRows,
      List<Integer> widths,
      Map<String, Double> weights,
      Optional<Integer> patience,
      Inner inner) {}

  record Whole(int value) {}

  record Large(long value) {}

  record Real(double value) {}

  record Small(float value) {}

  record Text(String value) {}

  record Truth(boolean value) {}

  record Maybe(Optional<Double> value) {}

  record Ranged(@Range(min = 1, max = 100) int value) {}

  private static final ConfigObject NONE = ConfigFactory.empty().root();

  private static <R extends Record> R read(Class<R> type, String text, String defaults) {
    return RecordReader.standard()
        .read(
            ConfigFiles.parse(text, "given.conf"), type, ConfigFiles.parse(defaults, "reference"));
  }

  private static <R extends Record> R read(Class<R> type, String text) {
    return read(type, text, "");
  }

  private static String problems(Class<? extends Record> type, String text, String defaults) {
    try {
      return "read " + read(type, text, defaults);
    } catch (InvalidConfigException e) {
      return e.getMessage();
    }
  }

  private static String problems(Class<? extends Record> type, String text) {
    return problems(type, text, "");
  }

  @Test
  void everyTypeIsRead() {
    All all =
        read(
            All.class,
            """
            count = 3, seed = 9007199254740993, rate = 0.5, learning-rate = 1e-3, verbose = true
            name = a b, folder = data/raw, bad-rows = skip-row, widths = [64, 32]
            weights { b = 2, a = 1.5 }, patience = 5, inner { size = 1, kind = x }
            """);

    assertThat(all)
        .isEqualTo(
            new All(
                3,
                9007199254740993L,
                0.5f,
                0.001,
                true,
                "a b",
                Path.of("data/raw"),
                BadRows.SKIP_ROW,
                List.of(64, 32),
                Map.of("a", 1.5, "b", 2.0),
                Optional.of(5),
                new Inner(1, "x")));
    assertThat(all.weights().keySet()).containsExactly("a", "b");
    assertThatThrownBy(() -> all.weights().put("c", 0.0))
        .isInstanceOf(UnsupportedOperationException.class);
    assertThatThrownBy(() -> all.widths().add(1)).isInstanceOf(UnsupportedOperationException.class);
  }

  @ParameterizedTest
  @CsvSource({"2, 2", "2.0, 2", "2e3, 2000", "-0, 0", "'\"7\"', 7", "2147483647, 2147483647"})
  void wholeNumbersAreTakenHoweverTheyAreWritten(String text, int value) {
    assertThat(read(Whole.class, "value = " + text).value()).isEqualTo(value);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "2.9 | 2.9 is not a whole number",
        "\"2.9\" | \"2.9\" is not a whole number",
        "\" 7\" | \" 7\" is not a whole number",
        "\"0x10\" | \"0x10\" is not a whole number",
        "seven | \"seven\" is not a whole number",
        "true | true is not a whole number",
        "[7] | a list is not a whole number",
        "{ v = 7 } | an object is not a whole number",
        "2147483648 | 2147483648 is not in -2147483648 to 2147483647",
        "1e99 | 1e99 is not in -2147483648 to 2147483647",
        "null | missing: it has no default"
      })
  void otherValuesAreNoInt(String text, String message) {
    assertThat(problems(Whole.class, "value = " + text))
        .isEqualTo("given.conf:1: value: " + message);
  }

  @ParameterizedTest
  @ValueSource(strings = {"NaN", "Infinity", "-Infinity", "1d", "0x1p3", "1e400", "1_000", "\"\""})
  void whatIsNoFiniteNumberIsNoDouble(String text) {
    assertThat(problems(Real.class, "value = " + text)).startsWith("given.conf:1: value: ");
    assertThat(problems(Small.class, "value = " + text)).startsWith("given.conf:1: value: ");
  }

  @Test
  void numbersKeepTheirPrecision() {
    assertThat(read(Real.class, "value = 0.1").value()).isEqualTo(0.1);
    assertThat(read(Small.class, "value = 0.1").value()).isEqualTo(0.1f);
    assertThat(read(Large.class, "value = -9223372036854775808").value()).isEqualTo(Long.MIN_VALUE);
    assertThat(problems(Large.class, "value = 9223372036854775808"))
        .contains("is not in -9223372036854775808 to 9223372036854775807");
    assertThat(problems(Small.class, "value = 1e39")).contains("is not in the range of float");
  }

  @Test
  void rangesAreCheckedBeforeTheRecordIsMade() {
    assertThat(problems(Ranged.class, "value = 0"))
        .isEqualTo("given.conf:1: value: 0 is not in 1 to 100");
    assertThat(problems(Ranged.class, "value = 9999999999"))
        .isEqualTo("given.conf:1: value: 9999999999 is not in 1 to 100");
    assertThat(read(Ranged.class, "value = 100").value()).isEqualTo(100);
  }

  @Test
  void textsTakeScalarsAsTheyWereWritten() {
    assertThat(read(Text.class, "value = 007").value()).isEqualTo("007");
    assertThat(read(Text.class, "value = true").value()).isEqualTo("true");
    assertThat(problems(Text.class, "value = [a]"))
        .isEqualTo("given.conf:1: value: a list is not a text");
  }

  @Test
  void onlyTrueAndFalseAreTruthValues() {
    assertThat(read(Truth.class, "value = \"false\"").value()).isFalse();
    assertThat(problems(Truth.class, "value = yes"))
        .isEqualTo("given.conf:1: value: \"yes\" is not true or false");
    assertThat(problems(Truth.class, "value = 1"))
        .isEqualTo("given.conf:1: value: 1 is not true or false");
  }

  @Test
  void anOptionalIsEmptyIfMissingOrNull() {
    assertThat(read(Maybe.class, "").value()).isEmpty();
    assertThat(read(Maybe.class, "value = null", "value = 3").value()).isEmpty();
    assertThat(read(Maybe.class, "", "value = 3").value()).contains(3.0);
    assertThat(problems(Maybe.class, "value = x"))
        .isEqualTo("given.conf:1: value: \"x\" is not a number");
  }

  record Nested(Inner inner, Map<String, Integer> map, List<Inner> list) {}

  @Test
  void objectsAreMergedWithDefaultsAndListsReplaceThem() {
    Nested nested =
        read(
            Nested.class,
            "inner.size = 5, map.b = 3, list = [{ size = 1, kind = a }]",
            "inner { size = 2, kind = x }, map { a = 1, b = 2 }, list = [{ size = 9 }]");

    assertThat(nested)
        .isEqualTo(
            new Nested(new Inner(5, "x"), Map.of("a", 1, "b", 3), List.of(new Inner(1, "a"))));
  }

  @Test
  void aBadDefaultIsReportedWhereItStands() {
    assertThat(problems(Whole.class, "", "value = x"))
        .isEqualTo("reference:1: value: \"x\" is not a whole number");
  }

  record Pair(int min, int max) {
    Pair {
      Check.argument(min <= max, "max", max, "at least min = " + min);
      if (max == 13) {
        throw new IllegalArgumentException("13 brings bad luck");
      }
    }
  }

  record Outer(Pair pair) {}

  @Test
  void rulesAcrossFieldsAreReportedAtTheFieldTheyName() {
    assertThat(problems(Outer.class, "pair {\n  min = 3\n  max = 2\n}"))
        .isEqualTo("given.conf:3: pair.max: 2 is not at least min = 3");
    assertThat(problems(Outer.class, "\npair {\n  min = 3\n  max = 13\n}"))
        .isEqualTo("given.conf:2: pair: 13 brings bad luck");
    assertThat(problems(Outer.class, "pair.min = 3", "pair.max = 2"))
        .isEqualTo("given.conf:1: pair.max: 2 is not at least min = 3");
  }

  record WithFlat(int first, @Flat Pair pair, @Flat Inner inner) {}

  @Test
  void keysOfAFlatRecordStandAmongThoseAroundIt() {
    String defaults = "first = 1, min = 2, max = 3, size = 4, kind = x";
    assertThat(read(WithFlat.class, "max = 9, kind = y", defaults))
        .isEqualTo(new WithFlat(1, new Pair(2, 9), new Inner(4, "y")));
    assertThat(problems(WithFlat.class, "first = 1\nmax = 1\nsize = 4", defaults))
        .isEqualTo("given.conf:2: max: 1 is not at least min = 2");
    assertThat(problems(WithFlat.class, "size = 0\nkint = x\npair.max = 9", defaults))
        .contains("given.conf:1: size: 0 is not >= 1")
        .contains("given.conf:2: kint: unknown key; did you mean \"kind\"?")
        .contains("given.conf:3: pair: unknown key");
  }

  record Broken(int value) {
    Broken {
      Check.components(Broken.class, value, value);
    }
  }

  record Unreadable(Duration value) {}

  @Test
  void mistakesOfProgrammersAreNotBlamedOnTheFile() {
    assertThatThrownBy(() -> read(Broken.class, "value = 1"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("Broken")
        .hasRootCauseMessage(Broken.class.getName() + " has 1 components, not 2");
    assertThatThrownBy(() -> read(Unreadable.class, "value = 1"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("java.time.Duration of value");
  }

  @Test
  void furtherTypesCanBeTaught() {
    RecordReader reader =
        RecordReader.standard()
            .with(
                Duration.class,
                (value, path, problems) -> Optional.of(Duration.parse((String) value.unwrapped())));

    assertThat(
            reader.read(ConfigFiles.parse("value = PT2S", "given"), Unreadable.class, NONE).value())
        .isEqualTo(Duration.ofSeconds(2));
  }

  @Test
  void severalReadersShareTheirProblems() {
    Problems problems = new Problems();
    ConfigObject second = ConfigFiles.parse("\nvalue = x", "b.conf");
    ConfigObject first = ConfigFiles.parse("value = y", "b.conf");
    ConfigObject other = ConfigFiles.parse("value = 5", "a.conf");

    RecordReader reader = RecordReader.standard();
    assertThat(reader.read(second, "two", Whole.class, NONE, problems)).isEmpty();
    assertThat(reader.read(first, "one", Whole.class, NONE, problems)).isEmpty();
    assertThat(reader.read(other, "other", Whole.class, NONE, problems)).contains(new Whole(5));
    problems.add(new ConfigProblem("", Optional.empty(), java.util.OptionalInt.empty(), "last"));
    problems.add(ConfigProblem.inFile("a.conf", "whole file"));

    assertThatThrownBy(problems::throwIfAny)
        .isInstanceOf(InvalidConfigException.class)
        .hasMessage(
            """
            a.conf: whole file
            b.conf:1: one.value: "y" is not a whole number
            b.conf:2: two.value: "x" is not a whole number
            last""");
  }

  @Test
  void valuesWithoutALineAreReportedWithout() {
    ConfigObject given = ConfigValueFactory.fromMap(Map.of("value", "x"), "options");

    assertThatThrownBy(() -> RecordReader.standard().read(given, Whole.class, NONE))
        .hasMessage("options: value: \"x\" is not a whole number");
  }

  @Test
  void longTextsAreCutInMessages() {
    assertThat(problems(Whole.class, "value = " + "x".repeat(500)))
        .hasSizeLessThan(120)
        .contains("xxx...\" is not a whole number");
  }

  /** What a search space offers is read like what it stands for. */
  @Test
  void readsValuesThatStandForAComponent() {
    Problems problems = new Problems();
    RecordComponent component = Ranged.class.getRecordComponents()[0];
    assertThat(readValue(component, 7, problems)).contains(7);
    assertThat(problems.isEmpty()).isTrue();

    assertThat(readValue(component, 101, problems)).isEmpty();
    assertThat(readValue(component, "many", problems)).isEmpty();
    assertThat(problems.sorted())
        .extracting(it -> it.key() + ": " + it.message())
        .containsExactly(
            "a.b[0]: \"many\" is not a whole number", "a.b[0]: 101 is not in 1 to 100");
  }

  private static Optional<Object> readValue(
      RecordComponent component, Object value, Problems problems) {
    return RecordReader.standard()
        .readValue(component, ConfigValueFactory.fromAnyRef(value), "a.b[0]", problems)
        .map(it -> it);
  }
}
