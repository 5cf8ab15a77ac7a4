package org.recsys4j.api.data;

/**
 * Prepared events, ready to be split.
 *
 * @param catalogue ids and attributes
 * @param interactions the events
 * @param given what the source tells of its own split: parts by position of {@code interactions},
 *     and candidates
 */
public record Dataset(Catalogue catalogue, Interactions interactions, Given given) {
  /**
   * A data set of which the source tells nothing but events.
   *
   * @param catalogue ids and attributes
   * @param interactions the events
   */
  public Dataset(Catalogue catalogue, Interactions interactions) {
    this(catalogue, interactions, Given.NOTHING);
  }

  /**
   * Indexes a log.
   *
   * @param log prepared events
   * @return the same events, grouped by user
   */
  public static Dataset of(EventLog log) {
    return new Dataset(log.catalogue(), log.toInteractions(), log.givenByPosition());
  }
}
