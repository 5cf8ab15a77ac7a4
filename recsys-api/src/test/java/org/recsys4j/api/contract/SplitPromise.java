package org.recsys4j.api.contract;

/** What a splitter may promise beyond what all splitters must do. */
public enum SplitPromise {
  /** Every event is in a part: none is left out. */
  COMPLETE,
  /** Every user with an event has one to be learned from. */
  EVERY_USER_TRAINS,
  /**
   * All training events are before all of validation, and these before all of the test: events of
   * equal time stay together. Fold-in events may lie anywhere.
   */
  ORDERED_BY_TIME,
  /** The same of each user's events, of which some of equal time may be in several parts. */
  USERS_ORDERED_BY_TIME,
  /** Events of one user and equal time are in one part, unless some of them are to fold in. */
  EQUAL_TIMES_OF_A_USER_TOGETHER,
  /** Where a user's events go depends on no other user's. */
  USERS_ARE_INDEPENDENT,
  /** The order of users in the data makes no difference. */
  ORDER_OF_USERS_DOES_NOT_MATTER
}
