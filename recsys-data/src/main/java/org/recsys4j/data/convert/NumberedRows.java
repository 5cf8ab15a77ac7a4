package org.recsys4j.data.convert;

import it.unimi.dsi.fastutil.ints.IntArrayList;
import java.io.IOException;
import java.nio.file.Path;
import org.recsys4j.api.data.IdIndex;

/**
 * Formats that hold numbers for ids, in the order of first events. Two tables, {@code OUT.users}
 * and {@code OUT.items}, tell the ids: tab-separated, {@code id number}, with a header.
 */
final class NumberedRows {
  private static final String ROW_ENDS = "\t\n\r\0";

  private NumberedRows() {}

  private static void writeIds(EventRows rows, OutputFiles files, Path out, int users, int items)
      throws IOException {
    writeIds(rows.users(), users, files.begin(out.resolveSibling(out.getFileName() + ".users")));
    writeIds(rows.items(), items, files.begin(out.resolveSibling(out.getFileName() + ".items")));
  }

  private static void writeIds(IdIndex ids, int first, TextOutput out) throws IOException {
    out.write("id\tnumber\n");
    for (int index = 0; index < ids.size(); index++) {
      out.field(ids.id(index), ROW_ENDS).write("\t" + (first + index) + "\n");
    }
  }

  /** Needs 4 bytes an event. */
  static void writeAdjacency(EventRows rows, OutputFiles files, Path out) throws IOException {
    IntArrayList[] lists = new IntArrayList[rows.users().size()];
    rows.events()
        .forEach(
            (user, item, value, time) -> {
              if (lists[user] == null) {
                lists[user] = new IntArrayList();
              }
              lists[user].add(item);
            });
    TextOutput file = files.begin(out);
    for (int user = 0; user < lists.length; user++) {
      if (lists[user] != null) {
        file.write(Integer.toString(user));
        for (int i = 0; i < lists[user].size(); i++) {
          file.write(" " + lists[user].getInt(i));
        }
        file.write("\n");
      }
    }
    writeIds(rows, files, out, 0, 0);
  }

  static void writePairs(EventRows rows, OutputFiles files, Path out) throws IOException {
    TextOutput file = files.begin(out);
    rows.events()
        .forEach((user, item, value, time) -> file.write((user + 1) + " " + (item + 1) + "\n"));
    writeIds(rows, files, out, 1, 1);
  }

  static void writeLibsvm(EventRows rows, OutputFiles files, Path out) throws IOException {
    TextOutput file = files.begin(out);
    int firstItem = rows.users().size() + 1;
    rows.events()
        .forEach(
            (user, item, value, time) ->
                file.write(
                    TextOutput.number(value)
                        + " "
                        + (user + 1)
                        + ":1 "
                        + (firstItem + item)
                        + ":1\n"));
    writeIds(rows, files, out, 1, firstItem);
  }
}
