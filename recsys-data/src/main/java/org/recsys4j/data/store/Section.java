package org.recsys4j.data.store;

/** What a file holds, in the order of the file. */
enum Section {
  NOTES(0),
  USERS(1),
  ITEMS(2),
  STARTS(3),
  EVENT_ITEMS(4),
  VALUES(5),
  TIMES(6),
  EVENT_ATTRIBUTES(7),
  PARTS(8),
  CANDIDATES(9),
  USER_ATTRIBUTES(10),
  ITEM_ATTRIBUTES(11),
  SOCIAL(12),
  KNOWLEDGE(13);

  private final int place;

  Section(int place) {
    this.place = place;
  }

  /** The place in the file's table, from 0. */
  int place() {
    return place;
  }
}
