package org.recsys4j.data.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Counts bad rows and remembers the first few. */
final class SkippedRows {
  private static final int EXAMPLES = 3;

  private final List<String> examples = new ArrayList<>();
  private long count;

  void add(long line, String problem) {
    count++;
    if (examples.size() < EXAMPLES) {
      examples.add("line " + line + ": " + problem);
    }
  }

  boolean isEmpty() {
    return count == 0;
  }

  String warning(String file, long rows) {
    return String.format(
        Locale.ROOT,
        "%s: skipped %d of %d rows, such as %s",
        file,
        count,
        rows,
        String.join("; ", examples));
  }
}
