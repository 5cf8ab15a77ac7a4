package org.recsys4j.api.config;

import static java.util.Objects.requireNonNull;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigException;
import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigList;
import com.typesafe.config.ConfigObject;
import com.typesafe.config.ConfigParseOptions;
import com.typesafe.config.ConfigUtil;
import com.typesafe.config.ConfigValue;
import com.typesafe.config.ConfigValueFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Parsed {@code --set key=value} texts. */
final class Overrides {
  /** How the origin of an overridden value begins. */
  static final String SOURCE = "--set ";

  private static final Pattern BRACKETS = Pattern.compile("\\[(\\d+)]");
  private static final Pattern NUMBER = Pattern.compile("\\d{1,9}");
  private static final Pattern QUOTED = Pattern.compile("\"(\\\\.|[^\"\\\\])*\"");
  private static final Pattern COMMENT = Pattern.compile("#|//");

  /** One override, as the configuration that has this key alone. */
  private record Change(List<String> path, Config config) {
    boolean isIndexed() {
      return path.stream().anyMatch(it -> NUMBER.matcher(it).matches());
    }
  }

  private final List<Change> changes;

  private Overrides(List<Change> changes) {
    this.changes = changes;
  }

  static Overrides parse(List<String> texts, Problems problems) {
    return new Overrides(texts.stream().flatMap(text -> parse(text, problems).stream()).toList());
  }

  private static Optional<Change> parse(String text, Problems problems) {
    int equals = text.indexOf('=');
    String key = text.substring(0, Math.max(equals, 0)).strip();
    String value = text.substring(equals + 1);
    try {
      if (key.isEmpty()) {
        throw new IllegalArgumentException("must look like key=value");
      }
      if (COMMENT.matcher(QUOTED.matcher(value).replaceAll("")).find()) {
        throw new IllegalArgumentException("'#' or '//' begins a comment; put the value in quotes");
      }
      List<String> path = ConfigUtil.splitPath(BRACKETS.matcher(key).replaceAll(".$1"));
      String assignment = ConfigUtil.joinPath(path) + " = " + value;
      Config config =
          ConfigFactory.parseString(
              assignment, ConfigParseOptions.defaults().setOriginDescription(SOURCE + key));
      if (!holdsOnly(path, config.root())) {
        throw new IllegalArgumentException("give one key and one value");
      }
      return Optional.of(new Change(path, config));
    } catch (ConfigException.BadPath e) {
      problems.add(ConfigProblem.inFile(SOURCE + text, "\"" + key + "\" is not a key"));
    } catch (ConfigException e) {
      problems.add(ConfigProblem.inFile(SOURCE + text, Syntax.problem(e, "").message()));
    } catch (IllegalArgumentException e) {
      problems.add(ConfigProblem.inFile(SOURCE + text, String.valueOf(e.getMessage())));
    }
    return Optional.empty();
  }

  private static boolean holdsOnly(List<String> path, ConfigObject root) {
    ConfigValue value = root;
    for (String key : path) {
      if (!(value instanceof ConfigObject object) || object.size() != 1) {
        return false;
      }
      value = object.get(key);
    }
    return true;
  }

  Config beforeResolving(Config file) {
    Config result = file;
    for (Change change : changes) {
      if (!change.isIndexed()) {
        result = change.config.withFallback(result);
      }
    }
    return result;
  }

  ConfigObject afterResolving(Config file, Problems problems) {
    ConfigObject root = file.root();
    for (Change change : changes) {
      if (change.isIndexed()) {
        ConfigValue value = change.config.resolveWith(file).root();
        for (String key : change.path) {
          value = requireNonNull(((ConfigObject) value).get(key));
        }
        root = (ConfigObject) replace(root, "", change.path, value, problems);
      }
    }
    return root;
  }

  private static ConfigValue replace(
      ConfigValue node, String at, List<String> path, ConfigValue value, Problems problems) {
    if (path.isEmpty()) {
      return value.withFallback(node);
    }
    String key = path.get(0);
    List<String> rest = path.subList(1, path.size());
    if (node instanceof ConfigList list) {
      int index = NUMBER.matcher(key).matches() ? Integer.parseInt(key) : list.size();
      if (index >= list.size()) {
        String message = "no element " + key + ": the list has " + list.size();
        problems.add(value, at, message);
        return node;
      }
      List<ConfigValue> copy = new ArrayList<>(list);
      copy.set(index, replace(copy.get(index), Keys.element(at, index), rest, value, problems));
      return ConfigValueFactory.fromIterable(copy).withOrigin(node.origin());
    }
    if (node instanceof ConfigObject object) {
      ConfigValue child = object.get(key);
      ConfigValue base =
          child != null ? child : ConfigFactory.empty().root().withOrigin(value.origin());
      return object.withValue(key, replace(base, Keys.child(at, key), rest, value, problems));
    }
    problems.add(value, at, Scalars.show(node) + " has no key \"" + key + "\"");
    return node;
  }
}
