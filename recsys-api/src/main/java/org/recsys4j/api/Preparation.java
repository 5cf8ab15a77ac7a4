package org.recsys4j.api;

import org.recsys4j.api.data.EventLog;
import org.recsys4j.api.data.InvalidDataException;
import org.recsys4j.api.random.SeedTree;

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
   * @param seeds randomness, where the step is a random one; draws of a user begin at {@code
   *     seeds.child(id)}, so that other users make no difference to them
   * @return the events that go on, in the same order; {@code log} itself is left alone
   * @throws InvalidDataException if the data do not allow it: no times, or nothing is left
   */
  EventLog prepare(EventLog log, O options, SeedTree seeds);

  /**
   * Whether all that is done depends on the events, the options and the files among them, and the
   * seeds. If so, a run may take what an earlier one has kept.
   *
   * @return true, but for a step that asks the environment, a clock or a server
   */
  default boolean readsFilesAlone() {
    return true;
  }
}
