package org.recsys4j.eval.tuning;

import com.typesafe.config.ConfigList;
import com.typesafe.config.ConfigValue;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.recsys4j.api.config.Keys;
import org.recsys4j.api.config.Nearest;
import org.recsys4j.api.config.Problems;
import org.recsys4j.api.config.RecordReader;

/**
 * Reads what must hold for an option to count: {@code when { loss = bpr-max }}, or one of several
 * values, {@code when { loss = [bpr-max, top1-max] }}.
 */
final class ConditionReader {
  private final List<SpaceReader.Option> options;
  private final List<Other> searched;
  private final Problems problems;

  /** An option that is searched and comes before. */
  record Other(String key, ConfigValue byDefault) {}

  ConditionReader(List<SpaceReader.Option> options, List<Other> searched, Problems problems) {
    this.options = options;
    this.searched = List.copyOf(searched);
    this.problems = problems;
  }

  /** Conditions on options that are searched; those on others hold always, or are problems. */
  List<Dimension.Condition> read(Map<String, ConfigValue> when, String path) {
    List<Dimension.Condition> conditions = new ArrayList<>();
    when.forEach((key, value) -> read(key, value, path + "." + key).ifPresent(conditions::add));
    return conditions;
  }

  private Optional<Dimension.Condition> read(String key, ConfigValue value, String path) {
    Optional<SpaceReader.Option> option =
        options.stream().filter(it -> it.key().equals(key)).findFirst();
    if (option.isEmpty()) {
      List<String> known = options.stream().map(SpaceReader.Option::key).toList();
      String hint =
          Nearest.suggestion(key, known)
              .map(it -> "; did you mean \"" + it + "\"?")
              .orElse("; known: " + String.join(", ", Nearest.first(key, known)));
      problems.add(value, path, "unknown option" + hint);
      return Optional.empty();
    }
    Optional<Set<String>> values = values(option.get(), value, path);
    if (values.isEmpty()) {
      return Optional.empty();
    }
    for (int d = 0; d < searched.size(); d++) {
      Other other = searched.get(d);
      if (other.key().equals(key)) {
        boolean byDefault = values.get().contains(Values.text(other.byDefault()));
        return Optional.of(new Dimension.Condition(d, values.get(), byDefault));
      }
    }
    refuseIfNever(option.get(), values.get(), value, path);
    return Optional.empty();
  }

  private Optional<Set<String>> values(SpaceReader.Option option, ConfigValue value, String path) {
    List<? extends ConfigValue> all = value instanceof ConfigList list ? list : List.of(value);
    int before = problems.size();
    Set<String> texts = new HashSet<>();
    for (int i = 0; i < all.size(); i++) {
      String place = value instanceof ConfigList ? Keys.element(path, i) : path;
      RecordReader.standard().readValue(option.component(), all.get(i), place, problems);
      texts.add(Values.text(all.get(i)));
    }
    if (texts.isEmpty()) {
      problems.add(value, path, "must not be empty");
    }
    return problems.size() == before ? Optional.of(texts) : Optional.empty();
  }

  private void refuseIfNever(
      SpaceReader.Option option, Set<String> values, ConfigValue value, String path) {
    Optional<String> fixed =
        option.isSearched()
            ? Optional.empty() // its own problems are told
            : option.given().or(option::fallback).map(Values::text);
    if (fixed.isPresent() && !values.contains(fixed.get())) {
      problems.add(value, path, "never holds: the model has " + fixed.get());
    }
  }
}
