package org.recsys4j.models.knn;

/** How alike two items are, from the users who had them. */
public enum Similarity {
  /** Common users over the geometric mean of both items' users: {@code c / sqrt(a b)}. */
  COSINE,

  /** Common users over the users of either: {@code c / (a + b - c)}. */
  JACCARD
}
