package org.recsys4j.api.kit;

import org.recsys4j.api.UnknownUserException;

/** Ways in which {@link BreakableRecommender} can be wrong. */
enum Fault {
  NONE,
  OPTIONS_TYPE_IS_NO_RECORD,
  SUMMARY_OF_TWO_LINES,
  SUMMARY_WITH_FULL_STOP,
  REFERENCE_WITH_LINE_END,
  SCORES_POPULARITY,
  SCORES_NEW_USERS_ALIKE,
  LEAVES_THE_LAST_CELL,
  WRITES_NAN,
  WRITES_INFINITY,
  WRITES_THE_FIRST_ROW_ONLY,
  FAILS_ON_AN_EMPTY_BATCH(IllegalArgumentException.class),
  ONE_ITEM_TOO_MANY,
  IGNORES_THE_SEED,
  DEPENDS_ON_THREADS,
  DEPENDS_ON_THE_LABEL,
  COUNTS_EPOCHS_FROM_ZERO,
  HANDS_OUT_A_BAD_SNAPSHOT,
  FAILS_WITH_A_VALIDATION(IllegalStateException.class),
  FORGETS_AT_A_KILL,
  SHARES_A_BUFFER,
  LOOKS_AT_THE_OTHER_ROWS,
  SAVES_HALF,
  LOADS_OTHER_PARAMETERS,
  LOADS_ANYTHING,
  FAILS_WITH_NULL_POINTER_ON_LOAD,
  CHANGES_THE_DATA,
  DIVIDES_BY_THE_COUNT_OF_THE_ITEM,
  REFUSES_DUPLICATES(IllegalArgumentException.class),
  NEEDS_A_NEGATIVE(IllegalArgumentException.class),
  NEEDS_TWO_ITEMS(IllegalArgumentException.class),
  NEEDS_AN_EVENT(IllegalArgumentException.class),
  NEEDS_A_HISTORY(IllegalArgumentException.class),
  SAYS_IT_CANNOT_SCORE_NEW_USERS_BUT_DOES,
  SAYS_IT_CAN_SCORE_NEW_USERS_BUT_FAILS(UnknownUserException.class),
  COUNTS_MINUS_ONE_PARAMETERS;

  private final Class<? extends Throwable> seenAs;

  Fault() {
    this(AssertionError.class);
  }

  Fault(Class<? extends Throwable> seenAs) {
    this.seenAs = seenAs;
  }

  /** What ends a check that meets the fault: its own verdict, or what the model throws. */
  Class<? extends Throwable> seenAs() {
    return seenAs;
  }
}
