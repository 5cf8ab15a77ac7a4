package org.recsys4j.eval.tuning;

import com.typesafe.config.ConfigList;
import com.typesafe.config.ConfigObject;
import com.typesafe.config.ConfigValue;
import com.typesafe.config.ConfigValueType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.recsys4j.api.config.Keys;
import org.recsys4j.api.config.Nearest;
import org.recsys4j.api.config.Problems;
import org.recsys4j.api.config.RecordReader;
import org.recsys4j.eval.experiment.SpaceSyntax;

/** Reads the values of one search space, each of which its option must take. */
final class DomainReader {
  private static final Set<Type> WHOLE = Set.of(int.class, Integer.class, long.class, Long.class);
  private static final Set<Type> REAL =
      Set.of(float.class, Float.class, double.class, Double.class);
  private static final List<String> KEYS =
      Stream.concat(SpaceSyntax.KINDS.stream(), Stream.of(SpaceSyntax.WHEN)).toList();

  private final RecordComponent option;
  private final String path;
  private final Problems problems;

  DomainReader(RecordComponent option, String path, Problems problems) {
    this.option = option;
    this.path = path;
    this.problems = problems;
  }

  /** The domain, empty if and only if a problem was added. */
  Optional<Domain> read(ConfigObject expression) {
    int before = problems.size();
    expression.forEach(this::refuseUnknown);
    ConfigValue when = expression.get(SpaceSyntax.WHEN);
    if (when != null && !(when instanceof ConfigObject)) {
      problems.add(
          when, Keys.child(path, SpaceSyntax.WHEN), "must be an object: { option = value, ... }");
    }
    List<String> kinds = SpaceSyntax.KINDS.stream().filter(expression::containsKey).toList();
    if (kinds.size() != 1) {
      problems.add(
          expression, path, "a search space has one of " + String.join(", ", SpaceSyntax.KINDS));
      return Optional.empty();
    }
    String kind = kinds.get(0);
    ConfigValue values = expression.getOrDefault(kind, expression);
    Optional<Domain> domain =
        kind.equals(SpaceSyntax.CHOICE)
            ? choice(values, Keys.child(path, kind))
            : interval(values, Keys.child(path, kind), kind.equals(SpaceSyntax.LOG_RANGE));
    return problems.size() == before ? domain : Optional.empty();
  }

  private void refuseUnknown(String key, ConfigValue value) {
    if (!KEYS.contains(key)) {
      String hint =
          Nearest.suggestion(key, KEYS)
              .map(it -> "; did you mean \"" + it + "\"?")
              .orElse("; known: " + String.join(", ", KEYS));
      problems.add(value, Keys.child(path, key), "unknown key" + hint);
    }
  }

  private Optional<Domain> choice(ConfigValue values, String place) {
    if (!(values instanceof ConfigList list) || list.isEmpty()) {
      problems.add(values, place, "must be a list of values, at least one");
      return Optional.empty();
    }
    Map<String, Integer> seen = new HashMap<>();
    for (int i = 0; i < list.size(); i++) {
      ConfigValue value = list.get(i);
      String element = Keys.element(place, i);
      if (value.valueType() != ConfigValueType.NULL || option.getType() != Optional.class) {
        RecordReader.standard().readValue(option, value, element, problems);
      }
      Integer first = seen.putIfAbsent(Values.text(value), i);
      if (first != null) {
        problems.add(value, element, "the same as " + Keys.element(place, first));
      }
    }
    return Optional.of(new Choice(new ArrayList<>(list)));
  }

  private Optional<Domain> interval(ConfigValue values, String place, boolean logarithmic) {
    Type type = number();
    if (!WHOLE.contains(type) && !REAL.contains(type)) {
      problems.add(values, place, "only numbers have a range; this option takes a choice = [...]");
      return Optional.empty();
    }
    if (!(values instanceof ConfigList list) || list.size() != 2) {
      problems.add(values, place, "must be a list of two numbers: [lowest, highest]");
      return Optional.empty();
    }
    Optional<Double> low = bound(list.get(0), Keys.element(place, 0));
    Optional<Double> high = bound(list.get(1), Keys.element(place, 1));
    if (low.isEmpty() || high.isEmpty()) {
      return Optional.empty();
    }
    if (logarithmic && low.get() <= 0) {
      problems.add(list.get(0), Keys.element(place, 0), "only numbers > 0 have a logarithm");
      return Optional.empty();
    }
    if (low.get() >= high.get()) {
      problems.add(values, place, "the first number must be below the second");
      return Optional.empty();
    }
    return Optional.of(new Interval(low.get(), high.get(), logarithmic, WHOLE.contains(type)));
  }

  private Type number() {
    Type type = option.getGenericType();
    return type instanceof ParameterizedType optional && optional.getRawType() == Optional.class
        ? optional.getActualTypeArguments()[0]
        : type;
  }

  /** A number that the option takes. */
  private Optional<Double> bound(ConfigValue value, String place) {
    return RecordReader.standard()
        .readValue(option, value, place, problems)
        .map(it -> it instanceof Optional<?> inner ? inner.orElseThrow() : it)
        .map(it -> ((Number) it).doubleValue());
  }
}
