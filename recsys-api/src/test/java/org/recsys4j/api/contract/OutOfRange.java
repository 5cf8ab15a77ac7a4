package org.recsys4j.api.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.recsys4j.api.config.Range;
import org.recsys4j.api.config.Ranges;

/** Tries to make copies of a record that have one number just outside its range. */
final class OutOfRange {
  private OutOfRange() {}

  static void isRefused(Record legal) throws Throwable {
    RecordComponent[] components = legal.getClass().getRecordComponents();
    MethodHandles.Lookup lookup =
        MethodHandles.privateLookupIn(legal.getClass(), MethodHandles.lookup());
    Object[] values = new Object[components.length];
    for (int i = 0; i < values.length; i++) {
      values[i] = lookup.unreflect(components[i].getAccessor()).invoke(legal);
      if (values[i] instanceof Record nested) {
        isRefused(nested);
      }
    }
    Class<?>[] types =
        Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
    MethodHandle constructor =
        lookup.findConstructor(legal.getClass(), MethodType.methodType(void.class, types));
    for (int i = 0; i < values.length; i++) {
      Optional<Range> range = Ranges.of(components[i]);
      if (range.isPresent()) {
        for (Object illegal : outside(range.get(), components[i].getGenericType()).toList()) {
          Object[] changed = values.clone();
          changed[i] = illegal;
          String name = components[i].getName();
          assertThat(catchThrowable(() -> constructor.invokeWithArguments(changed)))
              .as("%s = %s", name, illegal)
              .isInstanceOf(IllegalArgumentException.class)
              .hasMessageStartingWith(name + ": ");
        }
      }
    }
  }

  /** Values of a type that hold one number which the range does not contain. */
  private static Stream<Object> outside(Range range, Type type) {
    if (type instanceof ParameterizedType generic) {
      Type[] arguments = generic.getActualTypeArguments();
      return outside(range, arguments[arguments.length - 1])
          .map(
              it ->
                  generic.getRawType() == List.class
                      ? List.of(it)
                      : generic.getRawType() == Optional.class
                          ? Optional.of(it)
                          : Map.of("key", it));
    }
    if (type == int.class || type == Integer.class) {
      return whole(range, Integer.MIN_VALUE, Integer.MAX_VALUE).mapToObj(it -> (int) it);
    }
    if (type == long.class || type == Long.class) {
      return whole(range, Long.MIN_VALUE, Long.MAX_VALUE).mapToObj(it -> (long) it);
    }
    if (type == float.class || type == Float.class) {
      return Stream.of(
          Float.NaN,
          beyond(range, (float) range.min(), Math::nextDown),
          beyond(range, (float) range.max(), Math::nextUp));
    }
    return Stream.of(
        Double.NaN,
        Ranges.contains(range, range.min()) ? Math.nextDown(range.min()) : range.min(),
        Ranges.contains(range, range.max()) ? Math.nextUp(range.max()) : range.max());
  }

  private static float beyond(Range range, float bound, UnaryOperator<Float> step) {
    float value = bound;
    while (Ranges.contains(range, value)) {
      value = step.apply(value);
    }
    return value;
  }

  private static DoubleStream whole(Range range, double least, double most) {
    double below = range.minExclusive() ? range.min() : range.min() - 1;
    double above = range.maxExclusive() ? range.max() : range.max() + 1;
    return DoubleStream.of(below, above).filter(it -> it >= least && it <= most);
  }
}
