package org.recsys4j.api.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.typesafe.config.ConfigObject;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;
import org.recsys4j.api.Configurable;
import org.recsys4j.api.config.ConfigFiles;
import org.recsys4j.api.config.OptionDescription;
import org.recsys4j.api.config.RecordReader;
import org.recsys4j.api.plugin.PluginKind;
import org.recsys4j.api.plugin.Plugins;

/**
 * What holds for the options of every plug-in. One test class a module covers all that it binds:
 *
 * <pre>{@code
 * class MyOptionsTest extends OptionsContract {
 *   @Override
 *   protected Plugins plugins() {
 *     return Plugins.of(List.of(new MyPlugin()));
 *   }
 * }
 * }</pre>
 *
 * <p>Of each plug-in it demands:
 *
 * <ul>
 *   <li>a summary in one line without a full stop;
 *   <li>a key in {@code reference.conf} for every component, {@code null} if it has no default, and
 *       no other keys;
 *   <li>a comment above each key, which says what it means;
 *   <li>defaults that the record accepts;
 *   <li>a constructor that refuses, naming the component, every number just outside its {@link
 *       org.recsys4j.api.config.Range}, and NaN.
 * </ul>
 */
public abstract class OptionsContract {
  /**
   * The plug-ins to test.
   *
   * @return at least one
   */
  protected abstract Plugins plugins();

  /**
   * Values for options that have no default, as HOCON, by the name of the plug-in: {@code
   * Map.of("movielens", "folder = data")}.
   *
   * @return the values, empty where every option has a default
   */
  protected Map<String, String> required() {
    return Map.of();
  }

  /**
   * All tests of all plug-ins.
   *
   * @return a container for each plug-in
   */
  @TestFactory
  protected Stream<DynamicNode> optionsOfEveryPlugin() {
    Plugins plugins = plugins();
    assertThat(PluginKind.all()).anyMatch(kind -> !plugins.registry(kind).names().isEmpty());
    return PluginKind.all().stream().flatMap(kind -> ofKind(plugins, kind));
  }

  private Stream<DynamicNode> ofKind(Plugins plugins, PluginKind<?> kind) {
    return plugins.registry(kind).names().stream()
        .map(
            name -> {
              Configurable<?> plugin = plugins.registry(kind).get(name);
              ConfigObject defaults = plugins.defaults(kind, name);
              String given = required().getOrDefault(name, "");
              return dynamicContainer(
                  kind.noun() + " " + name,
                  tests(plugin, defaults, ConfigFiles.parse(given, name)));
            });
  }

  private static Stream<DynamicNode> tests(
      Configurable<?> plugin, ConfigObject defaults, ConfigObject given) {
    return Stream.of(
        dynamicTest("has a summary", () -> summaryIsOneLine(plugin)),
        dynamicTest(
            "documents every option",
            () -> everyOptionIsDocumented(plugin.optionsType(), defaults)),
        dynamicTest("has legal defaults", () -> read(plugin.optionsType(), given, defaults)),
        dynamicTest(
            "refuses what is out of range",
            () -> OutOfRange.isRefused(read(plugin.optionsType(), given, defaults))));
  }

  private static void summaryIsOneLine(Configurable<?> plugin) {
    assertThat(plugin.summary()).isNotBlank().doesNotContain("\n").doesNotEndWith(".");
  }

  private static void everyOptionIsDocumented(
      Class<? extends Record> options, ConfigObject defaults) {
    for (OptionDescription option : OptionDescription.of(options, defaults)) {
      assertThat(defaults.toConfig().hasPathOrNull(option.key()))
          .as("%s is in reference.conf", option.key())
          .isTrue();
      assertThat(option.meaning()).as("comment above %s", option.key()).isNotBlank();
    }
  }

  /** Fails if the defaults are incomplete, have unknown keys or are refused. */
  private static Record read(
      Class<? extends Record> type, ConfigObject given, ConfigObject defaults) {
    Throwable failure =
        catchThrowable(
            () ->
                RecordReader.standard()
                    .read(given.withFallback(defaults), type, given.withFallback(defaults)));
    assertThat(failure).as("defaults of %s", type.getName()).isNull();
    return RecordReader.standard()
        .read(given.withFallback(defaults), type, given.withFallback(defaults));
  }
}
