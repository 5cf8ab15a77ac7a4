package org.recsys4j.api.config;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigException;
import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigObject;
import com.typesafe.config.ConfigParseOptions;
import com.typesafe.config.ConfigResolveOptions;
import com.typesafe.config.ConfigValue;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * All defaults: what stands below {@code recsys} in the {@code reference.conf} of every jar.
 *
 * <pre>{@code
 * recsys.models.ease {
 *   # Weight of the L2 penalty on the item-item weights
 *   regularisation = 200
 * }
 * }</pre>
 *
 * <p>The comment above a key is its meaning, which {@code recsys show} prints. A key without a
 * default is there too, with its comment and the value {@code null}. No two files may set the same
 * {@code recsys.<section>.<name>}: which of them won would depend on the order of the class path.
 */
public final class ReferenceConfig {
  private static final String RESOURCE = "reference.conf";
  private static final String ROOT = "recsys";

  private final ConfigObject root;

  private ReferenceConfig(ConfigObject root) {
    this.root = root;
  }

  /**
   * Reads every {@code reference.conf} that a class loader finds.
   *
   * @param loader sees the jars
   * @return the defaults
   * @throws InvalidConfigException if a file is malformed, or two files set the same section
   */
  public static ReferenceConfig load(ClassLoader loader) {
    try {
      Config merged = ConfigFactory.empty();
      Map<String, ConfigValue> owners = new HashMap<>();
      Problems problems = new Problems();
      Set<String> seen = new HashSet<>();
      for (URL url : Collections.list(loader.getResources(RESOURCE))) {
        if (!seen.add(url.toString())) {
          continue;
        }
        Config file =
            ConfigFactory.parseURL(url, ConfigParseOptions.defaults().setAllowMissing(false))
                .withOnlyPath(ROOT);
        reportOverlap(file.root(), owners, problems);
        merged = merged.withFallback(file);
      }
      problems.throwIfAny();
      return of(merged);
    } catch (ConfigException e) {
      throw new InvalidConfigException(List.of(Syntax.problem(e, RESOURCE)));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot look for " + RESOURCE, e);
    }
  }

  /**
   * Takes defaults from a configuration, for programs and tests.
   *
   * @param config has the defaults below {@code recsys}
   * @return the defaults
   */
  public static ReferenceConfig of(Config config) {
    Config resolved = config.resolve(ConfigResolveOptions.noSystem());
    return new ReferenceConfig(child(resolved.root(), ROOT));
  }

  private static void reportOverlap(
      ConfigObject file, Map<String, ConfigValue> owners, Problems problems) {
    ConfigObject sections = child(file, ROOT);
    for (String section : sections.keySet()) {
      for (Map.Entry<String, ConfigValue> entry : child(sections, section).entrySet()) {
        String key = Keys.child(Keys.child(ROOT, section), entry.getKey());
        ConfigValue other = owners.putIfAbsent(key, entry.getValue());
        if (other != null) {
          problems.add(entry.getValue(), key, "set already by " + other.origin().description());
        }
      }
    }
  }

  /**
   * The defaults of one plug-in or of one part of an experiment.
   *
   * @param keys where they stand below {@code recsys}: {@code "models", "ease"}
   * @return the object there, whose values keep their comments; empty if there is none
   */
  public ConfigObject defaults(String... keys) {
    ConfigObject object = root;
    for (String key : keys) {
      object = child(object, key);
    }
    return object;
  }

  /**
   * The meaning of a key: the comment above it, in one line.
   *
   * @param value a value from {@link #defaults}
   * @return the comment, empty if there is none
   */
  public static String meaning(ConfigValue value) {
    List<String> lines = new ArrayList<>();
    value.origin().comments().forEach(line -> lines.add(line.strip()));
    return String.join(" ", lines).strip();
  }

  private static ConfigObject child(ConfigObject object, String key) {
    return object.get(key) instanceof ConfigObject child ? child : ConfigFactory.empty().root();
  }
}
