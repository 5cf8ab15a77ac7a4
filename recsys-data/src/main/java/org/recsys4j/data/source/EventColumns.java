package org.recsys4j.data.source;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.recsys4j.api.config.Check;

/**
 * Where in a row an event stands. A column is named as in the header, or by its number from 1.
 *
 * @param user who
 * @param item what
 * @param value how much; where there is no such column, every event has the value 1
 * @param timestamp when; where there is no such column, times are not known
 */
public record EventColumns(
    String user, String item, Optional<String> value, Optional<String> timestamp) {
  /** Columns of all four. */
  static EventColumns of(String user, String item, String value, String timestamp) {
    return new EventColumns(user, item, Optional.of(value), Optional.of(timestamp));
  }

  /** Refuses names of columns of a file without a header. */
  static void checkNumbers(String component, List<String> columns) {
    for (String column : columns) {
      Check.argument(
          column.matches("[1-9][0-9]{0,4}"),
          component,
          "\"" + column + "\"",
          "a column number from 1, as it must be where header = false");
    }
  }

  /** The columns that there are. */
  List<String> all() {
    return Stream.of(Optional.of(user), Optional.of(item), value, timestamp)
        .flatMap(Optional::stream)
        .toList();
  }

  /** Refuses a column that is to tell more of an event twice. */
  static List<String> further(List<String> eventAttributes) {
    Check.argument(
        Set.copyOf(eventAttributes).size() == eventAttributes.size(),
        "eventAttributes",
        eventAttributes,
        "different columns");
    return List.copyOf(eventAttributes);
  }
}
