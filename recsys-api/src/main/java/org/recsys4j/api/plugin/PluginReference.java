package org.recsys4j.api.plugin;

import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigObject;
import com.typesafe.config.ConfigValue;
import com.typesafe.config.ConfigValueType;
import java.util.Optional;
import java.util.Set;
import org.recsys4j.api.config.Keys;
import org.recsys4j.api.config.Problems;
import org.recsys4j.api.config.RecordReader;

/**
 * How a file names a plug-in. These are the forms:
 *
 * <pre>{@code
 * ease                                                          # a name
 * { k-core { users = 5 } }                                      # a name and its options
 * { name = ease, label = "EASE 500", options { regularisation = 500 } }
 * { strategy = global-time, test = 0.1 }                        # see inline()
 * }</pre>
 *
 * <p>{@link Plugins#resolve} finds what it means; {@link Plugins#reader} does both steps at once.
 *
 * @param name the name as it was written
 * @param label what the user calls this use of the plug-in, if it was said
 * @param options what was written as options, without defaults
 * @param path the full key of the name, for messages
 * @param optionsPath the full key of the options, for messages
 * @param value what holds the name; it knows file and line
 */
public record PluginReference(
    String name,
    Optional<String> label,
    ConfigObject options,
    String path,
    String optionsPath,
    ConfigValue value) {
  private static final RecordReader READER =
      RecordReader.standard().with(ConfigObject.class, PluginReference::object);

  private record LongForm(String name, Optional<String> label, Optional<ConfigObject> options) {
    private static final Set<String> KEYS = Set.of("name", "label", "options");
  }

  /**
   * Reads a name, {@code { name { options } }}, or {@code { name, label, options }}.
   *
   * @param value what the file says
   * @param path its full key
   * @param problems takes whatever is wrong
   * @return the reference, empty if and only if a problem was added
   */
  public static Optional<PluginReference> read(ConfigValue value, String path, Problems problems) {
    if (value.valueType() == ConfigValueType.STRING) {
      String name = (String) value.unwrapped();
      return Optional.of(
          new PluginReference(name, Optional.empty(), none(value), path, path, value));
    }
    if (!(value instanceof ConfigObject object)) {
      problems.add(value, path, "must be a name, or an object with a name and options");
      return Optional.empty();
    }
    String first = object.isEmpty() ? "" : object.keySet().iterator().next();
    return object.size() == 1
            && !LongForm.KEYS.contains(first)
            && object.get(first) instanceof ConfigObject options
        ? Optional.of(shortForm(first, options, path))
        : longForm(object, path, problems);
  }

  private static PluginReference shortForm(String name, ConfigObject options, String path) {
    String key = Keys.child(path, name);
    return new PluginReference(name, Optional.empty(), options, key, key, options);
  }

  private static Optional<PluginReference> longForm(
      ConfigObject object, String path, Problems problems) {
    Optional<LongForm> read = READER.read(object, path, LongForm.class, none(object), problems);
    if (read.isEmpty()) {
      return Optional.empty();
    }
    LongForm form = read.get();
    ConfigValue label = object.getOrDefault("label", object);
    if (form.label.filter(String::isBlank).isPresent()) {
      problems.add(label, Keys.child(path, "label"), "must not be blank");
      return Optional.empty();
    }
    return Optional.of(
        new PluginReference(
            form.name,
            form.label,
            form.options.orElse(none(object)),
            Keys.child(path, "name"),
            Keys.child(path, "options"),
            object.getOrDefault("name", object)));
  }

  /**
   * Reads an object in which the options stand beside the name, such as {@code split { strategy =
   * global-time, test = 0.1 }}.
   *
   * @param object what the file says
   * @param nameKey the key of the name; all other keys are options
   * @param path the object's full key
   * @param problems takes whatever is wrong
   * @return the reference, empty if and only if a problem was added
   */
  public static Optional<PluginReference> inline(
      ConfigObject object, String nameKey, String path, Problems problems) {
    String key = Keys.child(path, nameKey);
    ConfigValue name = object.get(nameKey);
    if (name == null) {
      problems.add(object, key, "missing: it has no default");
      return Optional.empty();
    }
    if (name.valueType() != ConfigValueType.STRING) {
      problems.add(name, key, "must be a name");
      return Optional.empty();
    }
    ConfigObject options = object.withoutKey(nameKey);
    return Optional.of(
        new PluginReference((String) name.unwrapped(), Optional.empty(), options, key, path, name));
  }

  /**
   * The same with other options.
   *
   * @param others options, without defaults
   * @return a new reference
   */
  public PluginReference withOptions(ConfigObject others) {
    return new PluginReference(name, label, others, path, optionsPath, value);
  }

  private static Optional<ConfigObject> object(ConfigValue value, String path, Problems problems) {
    if (value instanceof ConfigObject object) {
      return Optional.of(object);
    }
    problems.add(value, path, "must be an object: { key = value, ... }");
    return Optional.empty();
  }

  /** No options, at the line of the plug-in's name. */
  private static ConfigObject none(ConfigValue place) {
    return ConfigFactory.empty().root().withOrigin(place.origin());
  }
}
