package org.recsys4j.api.config;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigException;
import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigObject;
import com.typesafe.config.ConfigParseOptions;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Reads experiment files: HOCON, or JSON in a file that ends in {@code .json}.
 *
 * <p>Stricter than Typesafe Config, which takes a missing file for an empty one:
 *
 * <ul>
 *   <li>the file and whatever it includes must exist, be readable and hold UTF-8;
 *   <li>{@code include "base.conf"} names a file relative to the one that includes it, {@code
 *       include classpath("suites/base.conf")} a resource; nothing is read from the network;
 *   <li>{@code ${other.key}} must have a value; {@code ${?NAME}} may also come from the
 *       environment.
 * </ul>
 *
 * <p><b>Overrides</b> are what follows {@code --set}: {@code experiment.seed=7}. The value is
 * HOCON, so a text with special characters stands in double quotes. An element of a list is named
 * by its index, {@code experiment.models.0.options.factors=8} or {@code
 * experiment.models[0].options.factors=8}; such overrides are applied after substitutions were
 * resolved, all others before. Of two overrides of one key the later wins.
 */
public final class ConfigFiles {
  private ConfigFiles() {}

  /**
   * Reads a file on its own.
   *
   * @param file the file
   * @param overrides {@code key=value} texts
   * @return the resolved root object; its values know file and line
   * @throws InvalidConfigException with all problems
   */
  public static ConfigObject load(Path file, List<String> overrides) {
    Problems problems = new Problems();
    Optional<ConfigObject> root = load(file, overrides, problems);
    problems.throwIfAny();
    return root.orElseThrow();
  }

  /**
   * Reads a file as the first of several steps. Overrides that cannot be applied are reported and
   * left out, so that later steps can report their problems too.
   *
   * @param file the file
   * @param overrides {@code key=value} texts
   * @param problems takes whatever is wrong
   * @return the resolved root object, empty if there is nothing to go on with
   */
  public static Optional<ConfigObject> load(Path file, List<String> overrides, Problems problems) {
    Overrides changes = Overrides.parse(overrides, problems);
    try {
      Config unresolved = new HoconParser().read(file).toConfig();
      Config resolved = changes.beforeResolving(unresolved).resolve();
      return Optional.of(changes.afterResolving(resolved, problems));
    } catch (ConfigException e) {
      problems.add(Syntax.problem(e, file.toString()));
    } catch (InvalidConfigException e) {
      e.problems().forEach(problems::add);
    } catch (StackOverflowError e) {
      problems.add(ConfigProblem.inFile(file.toString(), "brackets are nested too deeply"));
    }
    return Optional.empty();
  }

  /**
   * Reads overrides on their own, as the options of a plug-in that no file names.
   *
   * @param overrides {@code key=value} texts
   * @param problems takes whatever is wrong
   * @return the object that they say, empty if a problem was added
   */
  public static Optional<ConfigObject> assignments(List<String> overrides, Problems problems) {
    int before = problems.size();
    Overrides changes = Overrides.parse(overrides, problems);
    try {
      Config resolved = changes.beforeResolving(ConfigFactory.empty()).resolve();
      ConfigObject root = changes.afterResolving(resolved, problems);
      return problems.size() == before ? Optional.of(root) : Optional.empty();
    } catch (ConfigException e) {
      problems.add(Syntax.problem(e, Overrides.SOURCE.strip()));
      return Optional.empty();
    }
  }

  /**
   * Reads a text, for programs and tests.
   *
   * @param hocon the text
   * @param source what messages call it
   * @return the resolved root object
   * @throws InvalidConfigException with all problems
   */
  public static ConfigObject parse(String hocon, String source) {
    try {
      return ConfigFactory.parseString(
              hocon, ConfigParseOptions.defaults().setOriginDescription(source))
          .resolve()
          .root();
    } catch (ConfigException e) {
      throw new InvalidConfigException(List.of(Syntax.problem(e, source)));
    }
  }
}
