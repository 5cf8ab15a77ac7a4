package org.recsys4j.api.config;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Finds what a user may have meant by a name that does not exist.
 *
 * <p>The distance of two names is that of Damerau and Levenshtein in its restricted form (optimal
 * string alignment): the insertions, deletions, replacements and swaps of neighbours between them,
 * upper and lower case being the same. A known name of which the wanted one is a part, as {@code
 * knn} is of {@code item-knn}, is at most 1 away.
 */
public final class Nearest {
  private static final int SHORTEST_PART = 3;

  private Nearest() {}

  /**
   * All known names, nearest first.
   *
   * @param wanted the name that does not exist
   * @param known the names that exist
   * @return the known names by distance, then by alphabet
   */
  public static List<String> first(String wanted, Collection<String> known) {
    return known.stream()
        .sorted(
            Comparator.comparingInt((String name) -> distance(wanted, name))
                .thenComparing(Comparator.naturalOrder()))
        .toList();
  }

  /**
   * The nearest name, if it is near enough to be a likely slip: at most one edit in three letters.
   *
   * @param wanted the name that does not exist
   * @param known the names that exist
   * @return the name to suggest, empty if none is near
   */
  public static Optional<String> suggestion(String wanted, Collection<String> known) {
    return first(wanted, known).stream()
        .findFirst()
        .filter(name -> distance(wanted, name) <= Math.max(1, wanted.length() / 3));
  }

  /** The end of a message on an unknown name: a suggestion, or else all names there are. */
  static String hint(String wanted, Collection<String> known) {
    return suggestion(wanted, known)
        .map(name -> "; did you mean \"" + name + "\"?")
        .orElseGet(
            () -> known.isEmpty() ? "" : "; known: " + String.join(", ", first(wanted, known)));
  }

  /**
   * The distance from a name that does not exist to one that does, 0 if they differ in case alone.
   */
  static int distance(String wanted, String known) {
    String s = wanted.toLowerCase(Locale.ROOT);
    String t = known.toLowerCase(Locale.ROOT);
    int edits = edits(s, t);
    return s.length() >= SHORTEST_PART && t.contains(s) ? Math.min(edits, 1) : edits;
  }

  private static int edits(String s, String t) {
    int[][] d = new int[s.length() + 1][t.length() + 1];
    for (int i = 0; i <= s.length(); i++) {
      for (int j = 0; j <= t.length(); j++) {
        if (i == 0 || j == 0) {
          d[i][j] = i + j;
          continue;
        }
        int replaced = d[i - 1][j - 1] + (s.charAt(i - 1) == t.charAt(j - 1) ? 0 : 1);
        d[i][j] = Math.min(replaced, 1 + Math.min(d[i - 1][j], d[i][j - 1]));
        if (i > 1
            && j > 1
            && s.charAt(i - 1) == t.charAt(j - 2)
            && s.charAt(i - 2) == t.charAt(j - 1)) {
          d[i][j] = Math.min(d[i][j], d[i - 2][j - 2] + 1);
        }
      }
    }
    return d[s.length()][t.length()];
  }
}
