package org.recsys4j.api.config;

import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigObject;
import com.typesafe.config.ConfigRenderOptions;
import com.typesafe.config.ConfigValue;
import com.typesafe.config.ConfigValueType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One option in words, for {@code recsys show} and for documents.
 *
 * @param key the key, with a dot before the keys of a nested record that is not {@link Flat}
 * @param type what it takes: {@code whole number}, {@code list of number}, {@code fail | skip}
 * @param byDefault the default value, {@code none} for an option that may be absent, {@code
 *     required} if it must be given
 * @param range the legal range, empty if every value of the type is legal
 * @param meaning the comment in {@code reference.conf}
 */
public record OptionDescription(
    String key, String type, String byDefault, String range, String meaning) {
  private static final ConfigRenderOptions CONCISE = ConfigRenderOptions.concise();

  /**
   * Describes all options of a record.
   *
   * @param options a record
   * @param defaults its object in {@code reference.conf}
   * @return one description a component, those of nested records in place of the record, in the
   *     order of declaration
   */
  public static List<OptionDescription> of(Class<? extends Record> options, ConfigObject defaults) {
    List<OptionDescription> all = new ArrayList<>();
    describe("", options, defaults, all);
    return List.copyOf(all);
  }

  private static void describe(
      String path, Class<?> options, ConfigObject defaults, List<OptionDescription> all) {
    for (RecordComponent component : options.getRecordComponents()) {
      String key = Keys.kebab(component.getName());
      ConfigValue value = defaults.get(key);
      if (component.isAnnotationPresent(Flat.class)) {
        describe(path, component.getType(), defaults, all);
      } else if (component.getType().isRecord()) {
        ConfigObject inner =
            value instanceof ConfigObject object ? object : ConfigFactory.empty().root();
        describe(Keys.child(path, key), component.getType(), inner, all);
      } else {
        all.add(
            new OptionDescription(
                Keys.child(path, key),
                type(component.getGenericType()),
                byDefault(component, value),
                Ranges.of(component).map(Ranges::describe).orElse(""),
                value == null ? "" : ReferenceConfig.meaning(value)));
      }
    }
  }

  private static String byDefault(RecordComponent component, @Nullable ConfigValue value) {
    if (value == null || value.valueType() == ConfigValueType.NULL) {
      return component.getType() == Optional.class ? "none" : "required";
    }
    return Scalars.isScalar(value) ? Scalars.raw(value) : value.render(CONCISE);
  }

  private static String type(Type type) {
    Type[] arguments =
        type instanceof ParameterizedType generic ? generic.getActualTypeArguments() : new Type[0];
    Class<?> plain =
        (Class<?>) (type instanceof ParameterizedType generic ? generic.getRawType() : type);
    if (plain == Optional.class) {
      return type(arguments[0]);
    }
    if (plain == List.class) {
      return "list of " + type(arguments[0]);
    }
    if (plain == Map.class) {
      return "map to " + type(arguments[1]);
    }
    if (plain.isEnum()) {
      return Arrays.stream(plain.getEnumConstants())
          .map(it -> Keys.kebab(((Enum<?>) it).name()))
          .collect(Collectors.joining(" | "));
    }
    Optional<NumberType> number = NumberType.of(plain);
    if (number.isPresent()) {
      return number.get().title();
    }
    if (plain == boolean.class || plain == Boolean.class) {
      return "true | false";
    }
    return plain == String.class
        ? "text"
        : plain == Path.class ? "path" : Keys.kebab(plain.getSimpleName()).substring(1);
  }
}
