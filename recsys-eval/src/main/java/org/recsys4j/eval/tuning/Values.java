package org.recsys4j.eval.tuning;

import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigObject;
import com.typesafe.config.ConfigRenderOptions;
import com.typesafe.config.ConfigValue;
import com.typesafe.config.ConfigValueType;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Values of options: when two are the same, and how they read. */
final class Values {
  private static final MathContext SHOWN = new MathContext(6);
  private static final int PLAIN = 7;

  private Values() {}

  /** Equal for equal values, however they were written: 64, 64.0 and the text "64". */
  static String text(ConfigValue value) {
    return switch (value.valueType()) {
      case NUMBER, STRING -> number(String.valueOf(value.unwrapped()));
      case BOOLEAN -> String.valueOf(value.unwrapped());
      case NULL -> "null";
      case LIST, OBJECT -> value.render(ConfigRenderOptions.concise());
    };
  }

  private static String number(String text) {
    try {
      return new BigDecimal(text).stripTrailingZeros().toPlainString();
    } catch (NumberFormatException e) {
      return text;
    }
  }

  /** A value of a tree as a table shows it: a number with six digits at most. */
  static String shown(@Nullable Object value) {
    if (value instanceof Double || value instanceof Float) {
      BigDecimal number = new BigDecimal(value.toString()).round(SHOWN).stripTrailingZeros();
      int exponent = number.precision() - number.scale() - 1;
      return Math.abs(exponent) < PLAIN ? number.toPlainString() : number.toString();
    }
    return value == null ? "none" : value.toString();
  }

  /** The value at a path, empty if it is missing or null. */
  static Optional<ConfigValue> at(ConfigObject root, List<String> path) {
    ConfigValue value = root;
    for (String key : path) {
      value = value instanceof ConfigObject object ? object.get(key) : null;
    }
    return Optional.ofNullable(value).filter(it -> it.valueType() != ConfigValueType.NULL);
  }

  /** The same object with another value at a path. */
  static ConfigObject with(ConfigObject root, List<String> path, ConfigValue value) {
    String first = path.get(0);
    if (path.size() == 1) {
      return root.withValue(first, value);
    }
    ConfigObject inner =
        root.get(first) instanceof ConfigObject object ? object : ConfigFactory.empty().root();
    return root.withValue(first, with(inner, path.subList(1, path.size()), value));
  }

  /** The same object without what is at a path. */
  static ConfigObject without(ConfigObject root, List<String> path) {
    String first = path.get(0);
    return path.size() == 1
        ? root.withoutKey(first)
        : root.get(first) instanceof ConfigObject inner
            ? root.withValue(first, without(inner, path.subList(1, path.size())))
            : root;
  }
}
