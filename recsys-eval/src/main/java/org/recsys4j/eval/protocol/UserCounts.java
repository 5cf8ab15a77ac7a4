package org.recsys4j.eval.protocol;

import java.util.Locale;

/**
 * How many users are averaged over, and why the others are not. The four groups are disjoint and
 * together all users of the catalogue.
 *
 * @param evaluated users with at least one relevant item
 * @param withoutHeldOut users without any event in the part
 * @param coldRemoved users with neither training nor fold-in event, where the rules remove them
 * @param withoutRelevant users all of whose held-out items are masked or no candidates
 * @param coldEvaluated how many of the evaluated have no training event
 * @param foldedIn how many of these are known by fold-in events
 */
public record UserCounts(
    int evaluated,
    int withoutHeldOut,
    int coldRemoved,
    int withoutRelevant,
    int coldEvaluated,
    int foldedIn) {
  /**
   * Users who are not evaluated.
   *
   * @return the sum of the three reasons
   */
  public int excluded() {
    return withoutHeldOut + coldRemoved + withoutRelevant;
  }

  /**
   * The counts in one line.
   *
   * @return a text without a full stop
   */
  public String summary() {
    return String.format(
        Locale.ROOT,
        "%d users evaluated (%d without training event%s); left out: %d without held-out event,"
            + " %d cold, %d whose held-out items are masked or removed",
        evaluated,
        coldEvaluated,
        foldedIn == 0
            ? ""
            : String.format(Locale.ROOT, ", of whom %d are known by fold-in events", foldedIn),
        withoutHeldOut,
        coldRemoved,
        withoutRelevant);
  }
}
