package org.recsys4j.api.config;

import com.typesafe.config.ConfigOrigin;
import java.util.Comparator;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * One thing that is wrong with a configuration. Its text is one line, {@code quickstart.conf:12:
 * experiment.models[2].options.factors: 0 is not in 1 to 10000}.
 *
 * <p>Problems are ordered by source, line and key; those without a source come last.
 *
 * @param key the full key, with list elements counted from zero; empty if the file itself is wrong
 * @param source where the value was written: a file as the user named it, {@code --set
 *     experiment.seed}, or {@code environment}; empty if unknown
 * @param line the line in a file, from 1; the first one of a value that spans several
 * @param message what is wrong with it, without key, file and line
 */
public record ConfigProblem(String key, Optional<String> source, OptionalInt line, String message)
    implements Comparable<ConfigProblem> {
  private static final Comparator<ConfigProblem> ORDER =
      Comparator.comparing((ConfigProblem problem) -> problem.source.isEmpty())
          .thenComparing(problem -> problem.source.orElse(""))
          .thenComparingInt(problem -> problem.line.orElse(0))
          .thenComparing(ConfigProblem::key)
          .thenComparing(ConfigProblem::message);

  /**
   * A problem with a value that was read from somewhere.
   *
   * @param origin where the value was written
   * @param key the full key
   * @param message what is wrong
   * @return the problem
   */
  public static ConfigProblem at(ConfigOrigin origin, String key, String message) {
    Place place = Place.of(origin);
    return new ConfigProblem(key, place.source(), place.line(), message);
  }

  /**
   * A problem with a whole file.
   *
   * @param file the file as the user named it
   * @param message what is wrong
   * @return the problem
   */
  public static ConfigProblem inFile(String file, String message) {
    return new ConfigProblem("", Optional.of(file), OptionalInt.empty(), message);
  }

  @Override
  public int compareTo(ConfigProblem other) {
    return ORDER.compare(this, other);
  }

  /**
   * The problem in one line.
   *
   * @return {@code source:line: key: message}, without the parts that are unknown
   */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    source.ifPresent(text::append);
    line.ifPresent(number -> text.append(':').append(number));
    if (source.isPresent()) {
      text.append(": ");
    }
    if (!key.isEmpty()) {
      text.append(key).append(": ");
    }
    return text.append(message).toString();
  }
}
