package org.recsys4j.eval.trec;

import it.unimi.dsi.fastutil.ints.Int2ObjectOpenHashMap;
import it.unimi.dsi.fastutil.ints.IntArrayList;
import it.unimi.dsi.fastutil.ints.IntOpenHashSet;
import it.unimi.dsi.fastutil.ints.IntSet;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import org.recsys4j.api.data.IdIndex;
import org.recsys4j.api.data.Interactions;

/**
 * What users had before: rows {@code user<tab>item}, further columns are passed over, with or
 * without a header; or judgements, where the first line has no tab. Ids of tab-separated files are
 * rewritten by {@link TrecId}, those of judgements are so already.
 */
final class SeenItems {
  private static final Set<String> HEADER = Set.of("user", "user_id", "userid", "user_id:token");
  private static final IntSet NONE = new IntOpenHashSet();

  private final Int2ObjectOpenHashMap<IntSet> items = new Int2ObjectOpenHashMap<>();
  private final boolean known;

  /** It is not known what users had. */
  SeenItems() {
    this(false);
  }

  private SeenItems(boolean known) {
    this.known = known;
  }

  static SeenItems read(Path file, IdIndex.Builder users, IdIndex.Builder itemIds) {
    SeenItems seen = new SeenItems(true);
    boolean[] tabs = new boolean[2]; // known, and what is known
    TextRows.read(
        file,
        (number, line) -> {
          boolean first = !tabs[0];
          tabs[1] = first ? line.indexOf('\t') >= 0 : tabs[1];
          tabs[0] = true;
          String[] ids = tabs[1] ? cells(file, number, line) : judged(file, number, line);
          if (!(first && tabs[1] && HEADER.contains(ids[0].toLowerCase(Locale.ROOT)))) {
            seen.items
                .computeIfAbsent(users.add(ids[0]), any -> new IntOpenHashSet())
                .add(itemIds.add(ids[1]));
          }
        });
    return seen;
  }

  private static String[] cells(Path file, long number, String line) {
    String[] cells = line.split("\t", -1);
    if (cells.length < 2 || cells[0].isEmpty() || cells[1].isEmpty()) {
      throw TextRows.wrong(
          file, number, "no user and item, separated by a tab: " + TextRows.cite(line));
    }
    return new String[] {TrecId.of(cells[0]), TrecId.of(cells[1])};
  }

  private static String[] judged(Path file, long number, String line) {
    String[] words = TextRows.words(file, number, line, 4, "user 0 item relevance");
    return new String[] {words[0], words[2]};
  }

  /** Whether there was a file that tells it. */
  boolean isKnown() {
    return known;
  }

  /** The same as events of value 1. */
  Interactions events(int users, int itemCount) {
    IntArrayList userOf = new IntArrayList();
    IntArrayList itemOf = new IntArrayList();
    for (int user = 0; user < users; user++) {
      for (int item : of(user).toIntArray()) {
        userOf.add(user);
        itemOf.add(item);
      }
    }
    float[] values = new float[userOf.size()];
    Arrays.fill(values, 1);
    return Interactions.of(
        users,
        itemCount,
        userOf.toIntArray(),
        itemOf.toIntArray(),
        values,
        new long[0],
        values.length);
  }

  IntSet of(int user) {
    return items.getOrDefault(user, NONE);
  }
}
