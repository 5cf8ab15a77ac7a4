package org.recsys4j.bench.report;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.GZIPInputStream;
import org.recsys4j.api.data.Catalogue;
import org.recsys4j.api.data.IdIndex;
import org.recsys4j.api.data.InvalidDataException;
import org.recsys4j.eval.trec.TrecId;

/**
 * The lists that a model would have shown, as {@code run.trec.gz} holds them: 4 bytes an entry and
 * an array for each user who has a list. Immutable.
 */
final class ShownLists {
  private static final int[] NONE = {};

  private final int[][] lists; // by user
  private final int depth;

  private ShownLists(int[][] lists) {
    this.lists = lists;
    this.depth = Arrays.stream(lists).mapToInt(list -> list.length).max().orElse(0);
  }

  /**
   * Reads the lists of a model.
   *
   * @throws InvalidDataException if the file is damaged, naming file and line
   * @throws IOException if it cannot be read
   */
  static ShownLists read(Path file, Catalogue catalogue) throws IOException {
    int[][] lists = new int[catalogue.users().size()][];
    Arrays.fill(lists, NONE);
    try (BufferedReader in =
        new BufferedReader(
            new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
      int last = -1;
      int[] items = new int[16];
      int size = 0;
      long number = 0;
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        String[] fields = line.split(" ", -1);
        number++;
        int user = fields.length == 6 ? index(catalogue.users(), fields[0]) : IdIndex.UNKNOWN;
        int item = fields.length == 6 ? index(catalogue.items(), fields[2]) : IdIndex.UNKNOWN;
        if (user == IdIndex.UNKNOWN || item == IdIndex.UNKNOWN) {
          throw InvalidDataException.at(file.toString(), number, "is no entry of a list");
        }
        if (user != last) {
          put(lists, last, items, size);
          last = user;
          size = 0;
        }
        if (size == items.length) {
          items = Arrays.copyOf(items, 2 * size);
        }
        items[size++] = item;
      }
      put(lists, last, items, size);
    }
    return new ShownLists(lists);
  }

  private static void put(int[][] lists, int user, int[] items, int size) {
    if (user >= 0) {
      lists[user] = Arrays.copyOf(items, size);
    }
  }

  private static int index(IdIndex ids, String word) {
    return ids.indexOf(TrecId.original(word));
  }

  /** The longest list. */
  int depth() {
    return depth;
  }

  /** The list of a user, best first; empty where there is none. Not to be changed. */
  int[] list(int user) {
    return lists[user];
  }
}
