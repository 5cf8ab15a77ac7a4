package org.recsys4j.api.contract;

import static org.assertj.core.api.Assertions.assertThat;

import org.recsys4j.api.Configurable;

/** What every plug-in says of itself, whatever its kind. */
final class ConfigurableChecks {
  private ConfigurableChecks() {}

  static <O extends Record> void optionsAreARecord(Configurable<O> plugin, O options) {
    assertThat(plugin.optionsType()).as("optionsType()").isRecord();
    assertThat(options).as("the options under test").isInstanceOf(plugin.optionsType());
  }

  static void summaryIsOneLine(Configurable<?> plugin) {
    assertThat(plugin.summary())
        .as("summary(): one line without a full stop")
        .isNotBlank()
        .doesNotContain("\n", "\r")
        .doesNotEndWith(".")
        .isEqualTo(plugin.summary().strip());
    assertThat(plugin.reference())
        .as("reference(): a citation, or empty")
        .isNotNull()
        .isEqualTo(plugin.reference().strip());
  }
}
