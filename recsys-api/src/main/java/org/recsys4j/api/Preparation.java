package org.recsys4j.api;

import org.recsys4j.api.data.EventLog;

/**
 * A step of cleaning before the split. It may drop events or change their values; sizes before and
 * after are reported for it.
 *
 * @param <O> the parameters
 */
public interface Preparation<O extends Record> extends Configurable<O> {
  /**
   * Prepares.
   *
   * @param log the events so far
   * @param options the parameters
   * @return the events that go on, in the same order; {@code log} itself is left alone
   */
  EventLog prepare(EventLog log, O options);
}
