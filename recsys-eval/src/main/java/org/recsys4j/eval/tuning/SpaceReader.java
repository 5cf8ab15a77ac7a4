package org.recsys4j.eval.tuning;

import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigObject;
import com.typesafe.config.ConfigValue;
import com.typesafe.config.ConfigValueFactory;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.recsys4j.api.config.Flat;
import org.recsys4j.api.config.Keys;
import org.recsys4j.api.config.Problems;
import org.recsys4j.api.plugin.PluginKind;
import org.recsys4j.api.plugin.PluginReference;
import org.recsys4j.api.plugin.Plugins;
import org.recsys4j.eval.experiment.SpaceSyntax;

/**
 * Finds the search spaces among the options of one model. Every value that a space may give is
 * checked against the type and the range of its option, so that a search does not find out halfway.
 */
final class SpaceReader {
  private final Plugins plugins;
  private final PluginReference reference;
  private final Problems problems;
  private final List<Option> options = new ArrayList<>();

  private SpaceReader(Plugins plugins, PluginReference reference, Problems problems) {
    this.plugins = plugins;
    this.reference = reference;
    this.problems = problems;
  }

  /** An option of the model: what it is, what was given for it, and its default. */
  record Option(
      List<String> path,
      RecordComponent component,
      Optional<ConfigValue> given,
      Optional<ConfigValue> fallback) {
    boolean isSearched() {
      return !Map.class.isAssignableFrom(component.getType())
          && given.filter(ConfigObject.class::isInstance).isPresent();
    }

    boolean mayBeAbsent() {
      return component.getType() == Optional.class;
    }

    String key() {
      return String.join(".", path);
    }
  }

  /** Reads the spaces of a model that is known; problems are added where they are wrong. */
  static ModelSpace read(Plugins plugins, PluginReference reference, Problems problems) {
    SpaceReader reader = new SpaceReader(plugins, reference, problems);
    reader.find(
        plugins.recommenders().get(reference.name()).optionsType(),
        reference.options(),
        plugins.defaults(PluginKind.MODEL, reference.name()),
        List.of());
    return reader.read();
  }

  private void find(Class<?> type, ConfigObject given, ConfigObject defaults, List<String> prefix) {
    for (RecordComponent component : type.getRecordComponents()) {
      String key = Keys.kebab(component.getName());
      if (component.isAnnotationPresent(Flat.class)) {
        find(component.getType(), given, defaults, prefix);
        continue;
      }
      List<String> path = new ArrayList<>(prefix);
      path.add(key);
      if (component.getType().isRecord()) {
        find(component.getType(), child(given, key), child(defaults, key), path);
      } else {
        List<String> own = List.of(key);
        options.add(
            new Option(
                List.copyOf(path), component, Values.at(given, own), Values.at(defaults, own)));
      }
    }
  }

  private static ConfigObject child(ConfigObject object, String key) {
    return object.get(key) instanceof ConfigObject inner ? inner : ConfigFactory.empty().root();
  }

  private ModelSpace read() {
    ConfigObject base = reference.options();
    List<Searched> searched = new ArrayList<>();
    Map<List<String>, ConfigValue> written = new LinkedHashMap<>();
    for (Option option : options.stream().filter(Option::isSearched).toList()) {
      ConfigObject expression = (ConfigObject) option.given().orElseThrow();
      base = Values.without(base, option.path());
      written.put(option.path(), expression);
      Optional<Domain> domain =
          new DomainReader(option.component(), place(option), problems).read(expression);
      if (domain.isPresent()) {
        Searched found = new Searched(option, expression, domain.get());
        searched.add(found);
        base =
            option.fallback().isEmpty() && !option.mayBeAbsent()
                ? Values.with(base, option.path(), found.byDefault())
                : base;
      }
    }
    List<Searched> ordered = inOrder(searched);
    SearchSpace space = new SearchSpace(dimensions(ordered));
    Point defaults =
        space.fill(
            d -> ordered.get(d).domain().coordinate(ordered.get(d).byDefault()).orElse(Double.NaN));
    return new ModelSpace(plugins, reference.withOptions(base), space, defaults, written);
  }

  private String place(Option option) {
    String path = reference.optionsPath();
    for (String key : option.path()) {
      path = Keys.child(path, key);
    }
    return path;
  }

  /** An option that is searched. */
  private record Searched(Option option, ConfigObject expression, Domain domain) {
    /** The default; where there must be one and is none, the first or middle value. */
    ConfigValue byDefault() {
      return option
          .fallback()
          .orElseGet(
              () ->
                  option.mayBeAbsent()
                      ? ConfigValueFactory.fromAnyRef(null)
                      : domain.value(domain.grid(1)[0]));
    }

    Map<String, ConfigValue> conditions() {
      Map<String, ConfigValue> flat = new LinkedHashMap<>();
      if (expression.get(SpaceSyntax.WHEN) instanceof ConfigObject when) {
        flatten("", when, flat);
      }
      return flat;
    }

    private static void flatten(String path, ConfigObject object, Map<String, ConfigValue> flat) {
      object.forEach(
          (key, value) -> {
            String place = path.isEmpty() ? key : path + "." + key;
            if (value instanceof ConfigObject inner) {
              flatten(place, inner, flat);
            } else {
              flat.put(place, value);
            }
          });
    }
  }

  /** Options after those that their conditions ask for, otherwise in the order of declaration. */
  private List<Searched> inOrder(List<Searched> searched) {
    List<Searched> left = new ArrayList<>(searched);
    List<Searched> ordered = new ArrayList<>();
    while (!left.isEmpty()) {
      Set<String> waiting = new HashSet<>();
      left.forEach(it -> waiting.add(it.option().key()));
      Optional<Searched> next =
          left.stream()
              .filter(it -> it.conditions().keySet().stream().noneMatch(waiting::contains))
              .findFirst();
      if (next.isEmpty()) {
        Searched first = left.get(0);
        problems.add(
            first.expression(),
            Keys.child(place(first.option()), SpaceSyntax.WHEN),
            "goes in a circle: " + String.join(", ", waiting.stream().sorted().toList()));
        return ordered;
      }
      ordered.add(next.get());
      left.remove(next.get());
    }
    return ordered;
  }

  private List<Dimension> dimensions(List<Searched> ordered) {
    List<Dimension> dimensions = new ArrayList<>();
    List<ConditionReader.Other> others = new ArrayList<>();
    for (Searched each : ordered) {
      String place = Keys.child(place(each.option()), SpaceSyntax.WHEN);
      ConditionReader reader = new ConditionReader(options, others, problems);
      dimensions.add(
          new Dimension(
              each.option().path(), each.domain(), reader.read(each.conditions(), place)));
      others.add(new ConditionReader.Other(each.option().key(), each.byDefault()));
    }
    return dimensions;
  }
}
