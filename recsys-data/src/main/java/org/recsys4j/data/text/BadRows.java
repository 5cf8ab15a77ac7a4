package org.recsys4j.data.text;

/** What becomes of rows with too few columns, bad numbers, empty ids or bad bytes. */
public enum BadRows {
  /** The first one ends reading, with its file and line. */
  FAIL,
  /** They are left out; one warning says how many, and shows the first. */
  SKIP
}
