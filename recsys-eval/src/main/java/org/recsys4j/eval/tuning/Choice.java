package org.recsys4j.eval.tuning;

import com.typesafe.config.ConfigValue;
import java.util.List;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.recsys4j.api.config.Check;

/**
 * Some values without an order. The coordinate is the index.
 *
 * @param values different values, at least one
 */
public record Choice(List<ConfigValue> values) implements Domain {
  /** Copies the list. */
  public Choice {
    Check.notEmpty("values", values);
    values = List.copyOf(values);
  }

  @Override
  public double draw(SplittableRandom random) {
    return random.nextInt(values.size());
  }

  @Override
  public double[] grid(int steps) {
    return IntStream.range(0, values.size()).asDoubleStream().toArray();
  }

  @Override
  public ConfigValue value(double coordinate) {
    return values.get((int) coordinate);
  }

  @Override
  public OptionalDouble coordinate(ConfigValue value) {
    String text = Values.text(value);
    return IntStream.range(0, values.size())
        .filter(i -> Values.text(values.get(i)).equals(text))
        .asDoubleStream()
        .findFirst();
  }
}
