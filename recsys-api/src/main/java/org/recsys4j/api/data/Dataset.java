package org.recsys4j.api.data;

/**
 * Prepared events, ready to be split.
 *
 * @param catalogue ids and attributes
 * @param interactions the events
 */
public record Dataset(Catalogue catalogue, Interactions interactions) {
  /**
   * Indexes a log.
   *
   * @param log prepared events
   * @return the same events, grouped by user
   */
  public static Dataset of(EventLog log) {
    Catalogue catalogue =
        new Catalogue(log.users(), log.items(), log.userAttributes(), log.itemAttributes());
    return new Dataset(catalogue, log.toInteractions());
  }
}
