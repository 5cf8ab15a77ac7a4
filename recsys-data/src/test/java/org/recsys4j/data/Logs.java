package org.recsys4j.data;

import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.recsys4j.api.data.EventLog;

/** Events as texts, for tests of readers. */
public final class Logs {
  private Logs() {}

  /** One text {@code user item value time} an event; {@code -} where times are not known. */
  public static List<String> rows(EventLog log) {
    return IntStream.range(0, log.size())
        .mapToObj(
            row ->
                String.format(
                    Locale.ROOT,
                    "%s %s %s %s",
                    log.users().id(log.user(row)),
                    log.items().id(log.item(row)),
                    log.value(row),
                    log.hasTimes() ? log.time(row) : "-"))
        .toList();
  }
}
