package org.recsys4j.eval.tuning;

import java.util.List;
import java.util.Set;

/**
 * One option that is searched.
 *
 * @param path its keys among the options of the model, one, or several for an option of a nested
 *     record
 * @param domain the values that it may take
 * @param conditions what must hold for it to count; all of them
 */
public record Dimension(List<String> path, Domain domain, List<Condition> conditions) {
  /** Copies the lists. */
  public Dimension {
    path = List.copyOf(path);
    conditions = List.copyOf(conditions);
  }

  /**
   * The option's key.
   *
   * @return its path, with dots
   */
  public String key() {
    return String.join(".", path);
  }

  /**
   * That another option, which is searched, too, has one of some values.
   *
   * @param dimension index of the other option, before this one
   * @param values the values, as texts
   * @param byDefault whether the other option's default is one of them, which it has where it does
   *     not count itself
   */
  public record Condition(int dimension, Set<String> values, boolean byDefault) {
    /** Copies the set. */
    public Condition {
      values = Set.copyOf(values);
    }
  }
}
