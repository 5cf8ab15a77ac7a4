package org.recsys4j.api.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class KeysTest {
  @ParameterizedTest
  @CsvSource({
    "factors, factors",
    "learningRate, learning-rate",
    "l2Penalty, l2-penalty",
    "k, k",
    "FAIL, fail",
    "BAD_ROWS, bad-rows"
  })
  void javaNamesBecomeKebabCase(String name, String key) {
    assertThat(Keys.kebab(name)).isEqualTo(key);
  }

  @Property
  void wordsComeBackFromBothSpellings(@ForAll("words") List<String> words) {
    String camel =
        words.get(0)
            + words.stream()
                .skip(1)
                .map(it -> it.substring(0, 1).toUpperCase(Locale.ROOT) + it.substring(1))
                .collect(Collectors.joining());
    String constant = String.join("_", words).toUpperCase(Locale.ROOT);

    assertThat(Keys.kebab(camel)).isEqualTo(String.join("-", words));
    assertThat(Keys.kebab(constant)).isEqualTo(String.join("-", words));
    assertThat(Keys.isKebab(Keys.kebab(camel))).isTrue();
  }

  @Provide
  Arbitrary<List<String>> words() {
    return Arbitraries.strings()
        .withCharRange('a', 'z')
        .ofMinLength(1)
        .ofMaxLength(6)
        .list()
        .ofMinSize(1)
        .ofMaxSize(4);
  }

  @Test
  void pathsReadLikeTheFile() {
    String models = Keys.child(Keys.child("", "experiment"), "models");

    assertThat(Keys.child(Keys.element(models, 2), "label"))
        .isEqualTo("experiment.models[2].label");
    assertThat(Keys.child("a", "b.c")).isEqualTo("a.\"b.c\"");
    assertThat(Keys.child("a", "line\nbreak")).isEqualTo("a.\"line\\nbreak\"");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "-", "a-", "-a", "a--b", "Ease", "bpr_mf", "ndcg@10", "ä", "a b"})
  void otherNamesAreNotKebabCase(String name) {
    assertThat(Keys.isKebab(name)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"ease", "bpr-mf", "gru4rec", "5-core"})
  void namesOfTheFieldAre(String name) {
    assertThat(Keys.isKebab(name)).isTrue();
  }
}
