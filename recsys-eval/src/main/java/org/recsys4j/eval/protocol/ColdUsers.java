package org.recsys4j.eval.protocol;

/** What happens to cold users, who have no event in the training part and none to fold in. */
public enum ColdUsers {
  /** They are evaluated as all others. */
  KEEP,
  /** They are not evaluated. */
  REMOVE
}
