package org.recsys4j.api;

/**
 * Something that an experiment file names, together with a record of options: the base of every
 * plug-in contract.
 *
 * <p>Implementations hold no state of their own: what differs between two uses stands in the
 * options, so one instance serves a whole process and may be called from many threads. Names are
 * given when a plug-in is bound, see {@link org.recsys4j.api.plugin.RecsysBindings}.
 *
 * @param <O> the options, a record whose compact constructor refuses illegal values
 */
public interface Configurable<O extends Record> {
  /**
   * The record that options are read into. Defaults of its components stand in the {@code
   * reference.conf} of the jar that holds the plug-in, never in code.
   *
   * @return the options' class
   */
  Class<O> optionsType();

  /**
   * What this is, in one line without a full stop, for {@code recsys list}.
   *
   * @return one line of text
   */
  String summary();

  /**
   * The paper or definition that is implemented, for {@code recsys show}.
   *
   * @return a citation, or the empty string where there is nothing to cite
   */
  default String reference() {
    return "";
  }
}
