package org.recsys4j.api.config;

import com.typesafe.config.ConfigValue;
import java.util.Optional;

/**
 * Turns a configuration value into a Java value: how {@link RecordReader#with} is taught types of
 * its own.
 *
 * @param <T> the Java type
 */
@FunctionalInterface
public interface ValueReader<T> {
  /**
   * Reads a value.
   *
   * @param value what the file says
   * @param path its full key, for messages
   * @param problems takes whatever is wrong with it
   * @return the Java value, empty if and only if a problem was added
   */
  Optional<T> read(ConfigValue value, String path, Problems problems);
}
