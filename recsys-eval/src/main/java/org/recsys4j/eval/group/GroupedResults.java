package org.recsys4j.eval.group;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.recsys4j.eval.statistics.GroupGap;

/**
 * What a model came to in the groups of one kind.
 *
 * @param by what they are groups by: {@code activity}
 * @param groups the groups
 * @param gaps of groups of users, for each metric the difference between the best and the worst
 *     served; empty for groups of items and of time, which share users
 */
public record GroupedResults(String by, List<Group> groups, Map<String, GroupGap> gaps) {
  /** Copies lists and maps. */
  public GroupedResults {
    groups = List.copyOf(groups);
    gaps = Collections.unmodifiableMap(new LinkedHashMap<>(gaps));
  }

  /**
   * One group.
   *
   * @param name what it is called
   * @param users how many users have a number
   * @param metrics means over these users by the keys of metrics; NaN of none
   */
  public record Group(String name, int users, Map<String, Double> metrics) {
    /** Copies the map. */
    public Group {
      metrics = Collections.unmodifiableMap(new LinkedHashMap<>(metrics));
    }
  }
}
