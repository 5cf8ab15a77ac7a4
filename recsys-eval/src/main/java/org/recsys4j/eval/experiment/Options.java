package org.recsys4j.eval.experiment;

import java.lang.invoke.MethodHandles;
import java.lang.reflect.RecordComponent;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.recsys4j.api.config.Flat;
import org.recsys4j.api.config.Keys;

/** Options records as trees of maps, lists, texts and numbers, the way a file would say them. */
final class Options {
  /** What stands for a secret. */
  static final String HIDDEN = "***";

  private static final Pattern SECRET =
      Pattern.compile("(^|-)(password|passwd|passphrase|secret|token|credentials?|api-key)(-|$)");

  private Options() {}

  /** A component of an options record: its key in files and its value. */
  record Component(String key, Object value) {}

  /** The components of a record in the order of declaration; of a flat one, its components. */
  static List<Component> components(Record options) {
    List<Component> all = new ArrayList<>();
    for (RecordComponent component : options.getClass().getRecordComponents()) {
      Object value = value(component, options);
      if (component.isAnnotationPresent(Flat.class) && value instanceof Record inner) {
        all.addAll(components(inner));
      } else {
        all.add(new Component(Keys.kebab(component.getName()), value));
      }
    }
    return all;
  }

  /** A record may be private to its plug-in. */
  private static Object value(RecordComponent component, Record options) {
    try {
      return MethodHandles.privateLookupIn(options.getClass(), MethodHandles.lookup())
          .unreflect(component.getAccessor())
          .invoke(options);
    } catch (Throwable e) {
      throw new IllegalStateException("cannot read " + component, e);
    }
  }

  /** The record as a tree; what looks like a secret by its key is hidden. */
  static Map<String, @Nullable Object> tree(Record options) {
    Map<String, @Nullable Object> tree = new LinkedHashMap<>();
    for (Component component : components(options)) {
      Object node = node(component.value());
      boolean secret = node != null && SECRET.matcher(component.key()).find();
      tree.put(component.key(), secret ? HIDDEN : node);
    }
    return tree;
  }

  private static @Nullable Object node(@Nullable Object value) {
    if (value instanceof Optional<?> optional) {
      return node(optional.orElse(null));
    } else if (value instanceof Enum<?> constant) {
      return word(constant);
    } else if (value instanceof Path path) {
      return path.toString();
    } else if (value instanceof Record record) {
      return tree(record);
    } else if (value instanceof List<?> list) {
      List<@Nullable Object> nodes = new ArrayList<>();
      list.forEach(element -> nodes.add(node(element)));
      return nodes;
    } else if (value instanceof Map<?, ?> map) {
      Map<String, @Nullable Object> nodes = new TreeMap<>();
      map.forEach(
          (key, element) -> {
            String name = String.valueOf(key);
            boolean secret = SECRET.matcher(name.toLowerCase(Locale.ROOT)).find();
            nodes.put(name, secret ? HIDDEN : node(element));
          });
      return nodes;
    }
    return value;
  }

  /** An enum constant as files write it. */
  static String word(Enum<?> constant) {
    return Keys.kebab(constant.name());
  }
}
