package org.recsys4j.data.convert;

import java.io.IOException;
import org.recsys4j.api.data.Catalogue;
import org.recsys4j.api.data.EventAttributes;
import org.recsys4j.api.data.EventLog;
import org.recsys4j.api.data.IdIndex;
import org.recsys4j.api.data.Interactions;

/**
 * Events one after the other, whatever holds them.
 *
 * @param users the users, by index
 * @param items the items, by index
 * @param times whether times are known
 * @param attributes what is known of each event, in their order
 * @param events gives each event to an action, in order
 */
record EventRows(
    IdIndex users, IdIndex items, boolean times, EventAttributes attributes, Events events) {
  /** All events. */
  @FunctionalInterface
  interface Events {
    void forEach(Action action) throws IOException;
  }

  /** What is done with an event; the time is 0 where it is not known. */
  @FunctionalInterface
  interface Action {
    void accept(int user, int item, float value, long time) throws IOException;
  }

  static EventRows of(EventLog log) {
    return new EventRows(
        log.users(),
        log.items(),
        log.hasTimes(),
        log.attributes(),
        action -> {
          for (int row = 0; row < log.size(); row++) {
            long time = log.hasTimes() ? log.time(row) : 0;
            action.accept(log.user(row), log.item(row), log.value(row), time);
          }
        });
  }

  static EventRows of(Catalogue catalogue, Interactions part) {
    return new EventRows(
        catalogue.users(),
        catalogue.items(),
        part.hasTimes(),
        part.attributes(),
        action -> {
          for (int user = 0; user < part.users(); user++) {
            for (int position = part.start(user); position < part.end(user); position++) {
              long time = part.hasTimes() ? part.time(position) : 0;
              action.accept(user, part.item(position), part.value(position), time);
            }
          }
        });
  }
}
