package org.recsys4j.eval.experiment;

import org.recsys4j.api.data.EventLog;

/**
 * What the events were after a step: the source itself, or a preparation.
 *
 * @param name name of the source or preparation
 * @param events how many events there were
 * @param users how many users had one
 * @param items how many items had one, or stood in a candidate list that the source gives
 */
public record DataStep(String name, int events, int users, int items) {
  static DataStep of(String name, EventLog log) {
    return new DataStep(name, log.size(), log.users().size(), log.items().size());
  }
}
