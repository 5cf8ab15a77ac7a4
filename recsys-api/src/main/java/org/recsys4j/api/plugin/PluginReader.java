package org.recsys4j.api.plugin;

import com.google.inject.util.Types;
import com.typesafe.config.ConfigList;
import com.typesafe.config.ConfigObject;
import com.typesafe.config.ConfigValue;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.recsys4j.api.Configurable;
import org.recsys4j.api.config.Keys;
import org.recsys4j.api.config.Problems;
import org.recsys4j.api.config.RecordReader;

/** Reads one plug-in with its options, or a list of them. */
final class PluginReader<T extends Configurable<?>> {
  private static final String STRATEGY = "strategy";

  private final Plugins plugins;
  private final PluginKind<T> kind;

  PluginReader(Plugins plugins, PluginKind<T> kind) {
    this.plugins = plugins;
    this.kind = kind;
  }

  /** A reader that knows {@code Configured<T>} and {@code List<Configured<T>>}. */
  RecordReader addTo(RecordReader reader) {
    Type configured = Types.newParameterizedType(Configured.class, kind.contract().getType());
    return reader.withType(configured, this::one).withType(Types.listOf(configured), this::list);
  }

  private Optional<Configured<T>> one(ConfigValue value, String path, Problems problems) {
    return reference(value, path, problems).flatMap(it -> plugins.resolve(kind, it, problems));
  }

  private Optional<PluginReference> reference(ConfigValue value, String path, Problems problems) {
    return kind.equals(PluginKind.SPLIT)
            && value instanceof ConfigObject object
            && object.containsKey(STRATEGY)
        ? PluginReference.inline(object, STRATEGY, path, problems)
        : PluginReference.read(value, path, problems);
  }

  private Optional<List<Configured<T>>> list(ConfigValue value, String path, Problems problems) {
    if (!(value instanceof ConfigList values)) {
      problems.add(value, path, "must be a list of " + kind.section());
      return Optional.empty();
    }
    int before = problems.size();
    Map<String, String> labels = new HashMap<>();
    List<Configured<T>> list = new ArrayList<>();
    for (int i = 0; i < values.size(); i++) {
      String at = Keys.element(path, i);
      Optional<PluginReference> reference = reference(values.get(i), at, problems);
      reference.ifPresent(it -> refuseUsedLabel(it, at, labels, problems));
      reference.flatMap(it -> plugins.resolve(kind, it, problems)).ifPresent(list::add);
    }
    return problems.size() > before ? Optional.empty() : Optional.of(List.copyOf(list));
  }

  /** Results go by label, so each model and each metric needs its own; steps may be repeated. */
  private void refuseUsedLabel(
      PluginReference reference, String at, Map<String, String> labels, Problems problems) {
    if (kind.equals(PluginKind.MODEL) || kind.equals(PluginKind.METRIC)) {
      String label = reference.label().orElse(reference.name());
      String other = labels.putIfAbsent(label, at);
      if (other != null) {
        problems.add(reference.value(), at, "\"" + label + "\" is the label of " + other + " too");
      }
    }
  }
}
