package org.recsys4j.api.config;

import com.typesafe.config.ConfigUtil;
import com.typesafe.config.ConfigValue;
import com.typesafe.config.ConfigValueType;
import java.math.BigDecimal;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Readers of texts, truth values, paths, enums and numbers. */
final class Scalars {
  private static final int SHOWN = 60;

  private Scalars() {}

  /** A value as a message shows it. */
  static String show(ConfigValue value) {
    return switch (value.valueType()) {
      case LIST -> "a list";
      case OBJECT -> "an object";
      case NULL -> "null";
      case NUMBER, BOOLEAN -> raw(value);
      case STRING -> {
        String text = raw(value);
        yield ConfigUtil.quoteString(
            text.length() > SHOWN ? text.substring(0, SHOWN) + "..." : text);
      }
    };
  }

  /** The text of a scalar; of a number, exactly as it was written. */
  static String raw(ConfigValue value) {
    return value.atKey("it").getString("it");
  }

  static boolean isScalar(ConfigValue value) {
    ConfigValueType type = value.valueType();
    return type == ConfigValueType.STRING
        || type == ConfigValueType.NUMBER
        || type == ConfigValueType.BOOLEAN;
  }

  static Optional<String> text(ConfigValue value, String path, Problems problems) {
    return parse(value, path, problems, "a text", Optional::of);
  }

  static Optional<Boolean> truth(ConfigValue value, String path, Problems problems) {
    return parse(
        value,
        path,
        problems,
        "true or false",
        text ->
            switch (text) {
              case "true" -> Optional.of(true);
              case "false" -> Optional.of(false);
              default -> Optional.empty();
            });
  }

  static Optional<Path> path(ConfigValue value, String path, Problems problems) {
    return parse(
        value,
        path,
        problems,
        "a path",
        text -> {
          try {
            return text.isEmpty() ? Optional.empty() : Optional.of(Path.of(text));
          } catch (InvalidPathException e) {
            return Optional.empty();
          }
        });
  }

  static Optional<Object> constant(
      Class<?> type, ConfigValue value, String path, Problems problems) {
    Map<String, Object> words =
        Arrays.stream(type.getEnumConstants())
            .collect(Collectors.toMap(it -> Keys.kebab(((Enum<?>) it).name()), it -> it));
    String wanted = isScalar(value) ? raw(value) : "";
    String rule = "one of " + String.join(", ", Nearest.first(wanted, words.keySet()));
    return parse(value, path, problems, rule, text -> Optional.ofNullable(words.get(text)));
  }

  /**
   * A number that has exactly one meaning: {@code int} takes 2, 2.0 and 2e3, but not 2.9. A text is
   * taken where it is a number and nothing else, because whatever comes from the environment is a
   * text. NaN and infinities are none.
   */
  static Optional<Object> number(
      NumberType type, Optional<Range> range, ConfigValue value, String path, Problems problems) {
    Optional<BigDecimal> exact =
        parse(
            value,
            path,
            problems,
            "a " + type.title(),
            text -> {
              try {
                return Optional.of(new BigDecimal(text)).filter(type::admits);
              } catch (NumberFormatException e) {
                return Optional.empty();
              }
            });
    if (exact.isEmpty()) {
      return Optional.empty();
    }
    double approximately = exact.get().doubleValue();
    if (range.isPresent() && !Ranges.contains(range.get(), approximately)) {
      problems.add(value, path, show(value) + " is not " + Ranges.refusal(range.get()));
      return Optional.empty();
    }
    Optional<Object> number = type.convert(exact.get());
    if (number.isEmpty()) {
      problems.add(value, path, show(value) + " is not in " + type.limits());
    }
    return number;
  }

  private static <T> Optional<T> parse(
      ConfigValue value,
      String path,
      Problems problems,
      String rule,
      Function<String, Optional<T>> parser) {
    Optional<T> parsed = isScalar(value) ? parser.apply(raw(value)) : Optional.empty();
    if (parsed.isEmpty()) {
      problems.add(value, path, show(value) + " is not " + rule);
    }
    return parsed;
  }
}
