package org.recsys4j.eval.trec;

import it.unimi.dsi.fastutil.ints.Int2ObjectOpenHashMap;
import it.unimi.dsi.fastutil.ints.IntOpenHashSet;
import it.unimi.dsi.fastutil.ints.IntSet;
import java.nio.file.Path;
import org.recsys4j.api.data.IdIndex;
import org.recsys4j.api.data.InvalidDataException;

/**
 * The lists of one run: rows {@code user Q0 item rank score tag}, in any order. As in {@code
 * trec_eval}, scores are floats and decide alone: ranks are not looked at.
 *
 * @param tag the last field of the first row
 * @param lists by user
 */
record RunFile(String tag, Int2ObjectOpenHashMap<UserList> lists) {
  private static final String FORM = "user Q0 item rank score tag";

  static RunFile read(Path file, IdIndex.Builder users, IdIndex.Builder items) {
    Int2ObjectOpenHashMap<UserList> lists = new Int2ObjectOpenHashMap<>();
    Int2ObjectOpenHashMap<IntSet> listed = new Int2ObjectOpenHashMap<>();
    String[] tag = {""};
    TextRows.read(
        file,
        (number, line) -> {
          String[] words = TextRows.words(file, number, line, 6, FORM);
          tag[0] = tag[0].isEmpty() ? words[5] : tag[0];
          int user = users.add(words[0]);
          int item = items.add(words[2]);
          if (!listed.computeIfAbsent(user, any -> new IntOpenHashSet()).add(item)) {
            throw TextRows.wrong(
                file,
                number,
                "item " + words[2] + " is in the list of user " + words[0] + " twice");
          }
          lists
              .computeIfAbsent(user, any -> new UserList())
              .add(item, score(file, number, words[4]));
        });
    if (lists.isEmpty()) {
      throw new InvalidDataException(file + ": no list in it");
    }
    return new RunFile(tag[0], lists);
  }

  private static float score(Path file, long number, String word) {
    try {
      float score = Float.parseFloat(word);
      if (Float.isFinite(score)) {
        return score;
      }
    } catch (NumberFormatException e) {
      throw TextRows.wrong(file, number, "score " + TextRows.cite(word) + " is no number");
    }
    throw TextRows.wrong(file, number, "score " + TextRows.cite(word) + " is not finite");
  }
}
