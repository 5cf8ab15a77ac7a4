package org.recsys4j.data;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import org.recsys4j.api.data.Attributes;
import org.recsys4j.api.data.Dataset;
import org.recsys4j.api.data.EventLog;

/** Small logs with many equal times and repeated pairs. */
public final class Events {
  private Events() {}

  private record Event(int user, int item, int value, int time) {}

  /** Logs of 1 to 80 events with times. */
  public static Arbitrary<EventLog> logs() {
    Arbitrary<Event> event =
        Combinators.combine(
                Arbitraries.integers().between(0, 8),
                Arbitraries.integers().between(0, 12),
                Arbitraries.integers().between(-3, 3),
                Arbitraries.integers().between(0, 10))
            .as(Event::new);
    return event.list().ofMinSize(1).ofMaxSize(80).map(Events::log).withoutEdgeCases();
  }

  /** The same, indexed. */
  public static Arbitrary<Dataset> datasets() {
    return logs().map(Events::withAttributes).map(Dataset::of);
  }

  private static EventLog log(List<Event> events) {
    EventLog.Builder builder = new EventLog.Builder(true);
    events.forEach(e -> builder.add("u" + e.user(), "i" + e.item(), e.value() / 4f, e.time()));
    return builder.build();
  }

  /**
   * The same events with something known of some users and items, and of some that are not there.
   */
  public static EventLog withAttributes(EventLog log) {
    EventLog.Builder builder = new EventLog.Builder(log.hasTimes());
    for (int row = 0; row < log.size(); row++) {
      builder.add(
          log.users().id(log.user(row)),
          log.items().id(log.item(row)),
          log.value(row),
          log.hasTimes() ? log.time(row) : 0);
    }
    Attributes users =
        new Attributes.Builder(List.of("country"))
            .add("nobody", List.of("Nowhere"))
            .add("u1", List.of("Iceland"))
            .build();
    Attributes items =
        new Attributes.Builder(List.of("title", "a\tb"))
            .add("i2", List.of("\"Tea\"\t\\ and\nmilk\r", ""))
            .add("i1", List.of("", "日本 🎬"))
            .add("nothing", List.of("Nothing", "\0"))
            .build();
    return builder.attributes(users, items).build();
  }
}
