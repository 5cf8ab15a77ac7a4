package org.recsys4j.eval.group;

import java.util.List;
import java.util.Optional;
import org.recsys4j.api.config.Check;
import org.recsys4j.api.config.Range;

/**
 * Which groups metrics are told of besides.
 *
 * @param activity users by their number of training events, so many groups of about one size; 0 for
 *     none
 * @param cold whether users without a training event are told from others
 * @param userColumns attributes of users, one group a value
 * @param headShare the share of all popularity that the short head of items has, and all others are
 *     the long tail; no such groups if empty
 * @param itemColumns attributes of items, one group a tag
 * @param separator what stands between two tags
 * @param time slices of the test part in time, so many of about as many events; 0 for none
 */
public record Groups(
    @Range(min = 0, max = 100) int activity,
    boolean cold,
    List<String> userColumns,
    @Range(min = 0, max = 1, minExclusive = true, maxExclusive = true) Optional<Double> headShare,
    List<String> itemColumns,
    String separator,
    @Range(min = 0, max = 100) int time) {
  /** Checks the ranges, and that there is a separator. */
  public Groups {
    Check.components(
        Groups.class, activity, cold, userColumns, headShare, itemColumns, separator, time);
    Check.argument(!separator.isEmpty(), "separator", "\"\"", "one character or more");
    userColumns = List.copyOf(userColumns);
    itemColumns = List.copyOf(itemColumns);
  }
}
