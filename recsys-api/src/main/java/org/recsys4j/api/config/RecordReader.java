package org.recsys4j.api.config;

import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigList;
import com.typesafe.config.ConfigObject;
import com.typesafe.config.ConfigValue;
import com.typesafe.config.ConfigValueType;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reads objects of a configuration into records.
 *
 * <p>The component {@code learningRate} takes the key {@code learning-rate}, from what was given or
 * else from the defaults. A component may be
 *
 * <ul>
 *   <li>{@code int}, {@code long}, {@code float}, {@code double}: numbers that the type can hold;
 *       2.9 is no {@code int}, NaN is no {@code double}. A text is taken if it is a number and
 *       nothing else, since whatever comes from the environment is a text;
 *   <li>{@code boolean}: {@code true} or {@code false}, no other word;
 *   <li>{@code String}, {@code Path}, or an enum, whose constant {@code BAD_ROWS} is {@code
 *       bad-rows};
 *   <li>{@code List<T>}, or {@code Map<String, T>}, whose keys are sorted, because HOCON keeps no
 *       order in objects;
 *   <li>{@code Optional<T>}: empty if the key is missing or null; for all others, that is a
 *       problem;
 *   <li>a record; given and default keys of it are merged, and so are those of a map; the keys of
 *       one that is {@link Flat} stand among those around it;
 *   <li>any type for which a reader was added with {@link #with} or {@link #withType}.
 * </ul>
 *
 * <p>All problems are reported, not only the first: unknown keys with the nearest known one,
 * missing keys, wrong types, numbers outside their {@link Range}, and whatever else the record's
 * constructor refuses with an {@link IllegalArgumentException}; if its message begins with a
 * component's name and a colon, that component's line is cited.
 */
public final class RecordReader {
  private static final RecordReader STANDARD =
      new RecordReader(Map.of())
          .with(String.class, Scalars::text)
          .with(Path.class, Scalars::path)
          .with(Boolean.class, Scalars::truth);

  private final Map<Type, ValueReader<?>> readers;

  private RecordReader(Map<Type, ValueReader<?>> readers) {
    this.readers = readers;
  }

  /**
   * The reader that knows the types above.
   *
   * @return a reader, which is immutable
   */
  public static RecordReader standard() {
    return STANDARD;
  }

  /**
   * A reader that knows one type more.
   *
   * @param type a class that components may have, directly or in a list, map or optional
   * @param reader how to read it
   * @param <T> the type
   * @return a new reader
   */
  public <T> RecordReader with(Class<T> type, ValueReader<T> reader) {
    return withType(type, reader);
  }

  /**
   * A reader that knows one type more, which may have type parameters, such as {@code
   * List<Something>}.
   *
   * @param type exactly the type of components
   * @param reader how to read it
   * @param <T> the same type, as far as the compiler knows it
   * @return a new reader
   */
  public <T> RecordReader withType(Type type, ValueReader<T> reader) {
    Map<Type, ValueReader<?>> more = new HashMap<>(readers);
    more.put(type, reader);
    return new RecordReader(Map.copyOf(more));
  }

  /**
   * Reads a record on its own.
   *
   * @param given what the user wrote
   * @param type the record
   * @param defaults values of keys that the user did not write
   * @param <R> the record
   * @return the record
   * @throws InvalidConfigException with all problems
   */
  public <R extends Record> R read(ConfigObject given, Class<R> type, ConfigObject defaults) {
    Problems problems = new Problems();
    Optional<R> read = read(given, "", type, defaults, problems);
    problems.throwIfAny();
    return read.orElseThrow();
  }

  /**
   * Reads a record that is one part of a file.
   *
   * @param given what the user wrote
   * @param path its full key, for messages
   * @param type the record
   * @param defaults values of keys that the user did not write
   * @param problems takes whatever is wrong
   * @param <R> the record
   * @return the record, empty if and only if a problem was added
   */
  public <R extends Record> Optional<R> read(
      ConfigObject given, String path, Class<R> type, ConfigObject defaults, Problems problems) {
    int before = problems.size();
    refuseUnknownKeys(given, path, type, problems);
    return fill(given, path, type, defaults, problems, before);
  }

  /**
   * Reads a value that stands for a component, wherever it was written, and checks its type and its
   * {@link Range}.
   *
   * @param component a component that is not {@link Flat}
   * @param value what the user wrote
   * @param path its full key, for messages
   * @param problems takes whatever is wrong
   * @return the value that the component would have, empty if and only if a problem was added
   */
  public Optional<?> readValue(
      RecordComponent component, ConfigValue value, String path, Problems problems) {
    return read(
        component.getGenericType(), new Slot(path, value, null, Ranges.of(component), problems));
  }

  /** Reads the components, and gives a record if there are no more problems than before. */
  private <R extends Record> Optional<R> fill(
      ConfigObject given,
      String path,
      Class<R> type,
      ConfigObject defaults,
      Problems problems,
      int before) {
    RecordComponent[] components = type.getRecordComponents();
    Object[] values = new Object[components.length];
    for (int i = 0; i < components.length; i++) {
      values[i] = component(components[i], given, path, defaults, problems).orElse(null);
    }
    return problems.size() > before
        ? Optional.empty()
        : construct(type, values, given, path, problems);
  }

  /**
   * The components that have a key of their own.
   *
   * @param type a record
   * @return its components, with those of {@link Flat} records in place of these
   */
  public static Stream<RecordComponent> flattened(Class<?> type) {
    return Arrays.stream(type.getRecordComponents())
        .flatMap(
            it -> it.isAnnotationPresent(Flat.class) ? flattened(it.getType()) : Stream.of(it));
  }

  private static void refuseUnknownKeys(
      ConfigObject given, String path, Class<?> type, Problems problems) {
    List<String> known = flattened(type).map(it -> Keys.kebab(it.getName())).toList();
    given.forEach(
        (key, value) -> {
          if (!known.contains(key)) {
            problems.add(value, Keys.child(path, key), "unknown key" + Nearest.hint(key, known));
          }
        });
  }

  private Optional<?> component(
      RecordComponent component,
      ConfigObject given,
      String path,
      ConfigObject defaults,
      Problems problems) {
    if (component.isAnnotationPresent(Flat.class)) {
      Class<? extends Record> inner = component.getType().asSubclass(Record.class);
      return fill(given, path, inner, defaults, problems, problems.size());
    }
    String key = Keys.kebab(component.getName());
    ConfigValue fallback = defaults.get(key);
    ConfigValue value = given.containsKey(key) ? given.get(key) : fallback;
    if (value == null || value.valueType() == ConfigValueType.NULL) {
      if (component.getType() == Optional.class) {
        return Optional.of(Optional.empty());
      }
      ConfigValue place = given.containsKey(key) ? given.get(key) : given;
      problems.add(place, Keys.child(path, key), "missing: it has no default");
      return Optional.empty();
    }
    Slot slot = new Slot(Keys.child(path, key), value, fallback, Ranges.of(component), problems);
    return read(component.getGenericType(), slot);
  }

  /** A value to be read, and all that its type does not tell. */
  private record Slot(
      String path,
      ConfigValue value,
      @Nullable ConfigValue fallback,
      Optional<Range> range,
      Problems problems) {
    Slot inner(String path, ConfigValue value) {
      return new Slot(path, value, null, range, problems);
    }

    Optional<Object> refuse(String rule) {
      problems.add(value, path, Scalars.show(value) + " is not " + rule);
      return Optional.empty();
    }

    ConfigObject defaults() {
      return fallback instanceof ConfigObject object ? object : ConfigFactory.empty().root();
    }
  }

  private Optional<?> read(Type type, Slot slot) {
    ValueReader<?> reader = readers.get(type == boolean.class ? Boolean.class : type);
    if (reader != null) {
      return reader.read(slot.value, slot.path, slot.problems);
    }
    if (type instanceof ParameterizedType generic) {
      Type[] arguments = generic.getActualTypeArguments();
      if (generic.getRawType() == Optional.class) {
        return read(arguments[0], slot).map(RecordReader::present);
      }
      if (generic.getRawType() == List.class) {
        return list(arguments[0], slot);
      }
      if (generic.getRawType() == Map.class && arguments[0] == String.class) {
        return map(arguments[1], slot);
      }
    }
    if (type instanceof Class<?> plain) {
      return plain(plain, slot);
    }
    throw unreadable(type, slot);
  }

  /** The value of a component that is itself an optional. */
  private static Object present(Object value) {
    return Optional.of(value);
  }

  private Optional<?> plain(Class<?> type, Slot slot) {
    Optional<NumberType> number = NumberType.of(type);
    if (number.isPresent()) {
      return Scalars.number(number.get(), slot.range, slot.value, slot.path, slot.problems);
    }
    if (type.isEnum()) {
      return Scalars.constant(type, slot.value, slot.path, slot.problems);
    }
    if (type.isRecord()) {
      return slot.value instanceof ConfigObject object
          ? read(object, slot.path, type.asSubclass(Record.class), slot.defaults(), slot.problems)
          : slot.refuse("an object");
    }
    throw unreadable(type, slot);
  }

  private Optional<?> list(Type element, Slot slot) {
    if (!(slot.value instanceof ConfigList values)) {
      return slot.refuse("a list");
    }
    List<Object> list = new ArrayList<>();
    for (int i = 0; i < values.size(); i++) {
      read(element, slot.inner(Keys.element(slot.path, i), values.get(i))).ifPresent(list::add);
    }
    return list.size() == values.size() ? Optional.of(List.copyOf(list)) : Optional.empty();
  }

  private Optional<?> map(Type element, Slot slot) {
    if (!(slot.value instanceof ConfigObject object)) {
      return slot.refuse("an object");
    }
    ConfigObject values = object.withFallback(slot.defaults());
    Map<String, Object> map = new TreeMap<>();
    values.forEach(
        (key, value) ->
            read(element, slot.inner(Keys.child(slot.path, key), value))
                .ifPresent(it -> map.put(key, it)));
    return map.size() == values.size()
        ? Optional.of(Collections.unmodifiableMap(map))
        : Optional.empty();
  }

  private static IllegalStateException unreadable(Type type, Slot slot) {
    return new IllegalStateException("no reader for the type " + type + " of " + slot.path);
  }

  private static <R extends Record> Optional<R> construct(
      Class<R> type, Object[] values, ConfigObject given, String path, Problems problems) {
    RecordComponent[] components = type.getRecordComponents();
    Class<?>[] types =
        Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
    try {
      Object record =
          MethodHandles.privateLookupIn(type, MethodHandles.lookup())
              .findConstructor(type, MethodType.methodType(void.class, types))
              .invokeWithArguments(values);
      return Optional.of(type.cast(record));
    } catch (IllegalArgumentException e) {
      problems.add(refused(type, given, path, String.valueOf(e.getMessage())));
      return Optional.empty();
    } catch (Throwable e) {
      throw new IllegalStateException("cannot construct " + type.getName(), e);
    }
  }

  private static ConfigProblem refused(
      Class<?> type, ConfigObject given, String path, String message) {
    for (RecordComponent component : flattened(type).toList()) {
      String prefix = component.getName() + ": ";
      if (message.startsWith(prefix)) {
        String key = Keys.kebab(component.getName());
        ConfigValue value = given.getOrDefault(key, given);
        String rest = message.substring(prefix.length());
        return ConfigProblem.at(value.origin(), Keys.child(path, key), rest);
      }
    }
    return ConfigProblem.at(given.origin(), path, message);
  }
}
