package org.recsys4j.eval.trec;

import it.unimi.dsi.fastutil.ints.Int2IntMap;
import it.unimi.dsi.fastutil.ints.Int2IntOpenHashMap;
import it.unimi.dsi.fastutil.ints.Int2ObjectLinkedOpenHashMap;
import it.unimi.dsi.fastutil.ints.IntOpenHashSet;
import it.unimi.dsi.fastutil.ints.IntSet;
import java.nio.file.Path;
import org.recsys4j.api.data.IdIndex;
import org.recsys4j.api.data.InvalidDataException;

/**
 * Which items are relevant to whom, and how much: rows {@code user 0 item relevance}, relevant
 * where the last is above 0.
 */
final class Judgements {
  private static final String FORM = "user 0 item relevance";
  private static final Int2IntMap NONE = new Int2IntOpenHashMap();

  private final Int2ObjectLinkedOpenHashMap<Int2IntMap> relevant =
      new Int2ObjectLinkedOpenHashMap<>();

  private Judgements() {}

  /** Reads a file; users and items get their places. */
  static Judgements read(Path file, IdIndex.Builder users, IdIndex.Builder items) {
    Judgements judgements = new Judgements();
    Int2ObjectLinkedOpenHashMap<IntSet> judged = new Int2ObjectLinkedOpenHashMap<>();
    TextRows.read(
        file,
        (number, line) -> {
          String[] words = TextRows.words(file, number, line, 4, FORM);
          int user = users.add(words[0]);
          int item = items.add(words[2]);
          if (!judged.computeIfAbsent(user, any -> new IntOpenHashSet()).add(item)) {
            throw TextRows.wrong(
                file, number, "item " + words[2] + " of user " + words[0] + " is judged twice");
          }
          Int2IntMap ofUser =
              judgements.relevant.computeIfAbsent(user, any -> new Int2IntOpenHashMap());
          int relevance = relevance(file, number, words[3]);
          if (relevance > 0) {
            ofUser.put(item, relevance);
          }
        });
    if (judgements.relevant.isEmpty()) {
      throw new InvalidDataException(file + ": no judgement in it");
    }
    return judgements;
  }

  private static int relevance(Path file, long number, String word) {
    try {
      return Integer.parseInt(word);
    } catch (NumberFormatException e) {
      throw TextRows.wrong(
          file, number, "relevance " + TextRows.cite(word) + " is no whole number");
    }
  }

  /** The users, in the order of the file. */
  int[] users() {
    return relevant.keySet().toIntArray();
  }

  /** Relevant items with their relevance, none for a user who is not there. */
  Int2IntMap of(int user) {
    return relevant.getOrDefault(user, NONE);
  }
}
