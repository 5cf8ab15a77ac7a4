package org.recsys4j.data.split;

/** Which users or items are held out as a whole. */
public enum Choice {
  /** Random ones, each by a number that depends on the seed and the id alone. */
  RANDOM,
  /** Those whose first event is the latest, as they arrive in a system in use. */
  LATEST
}
