package org.recsys4j.bench.cli;

import java.util.Locale;
import org.recsys4j.data.describe.Activity;

/**
 * The long tail of items on a terminal: events by rank, both on logarithmic axes, one column a
 * class of ranks; and in words, how many items make how many events.
 */
final class LongTailText {
  private static final int COLUMNS = 64;
  private static final int ROWS = 10;

  private LongTailText() {}

  static String of(Activity items) {
    StringBuilder text = new StringBuilder("the long tail of items: events by rank\n");
    double logMost = Math.log(items.count(0));
    int[] heights = heights(items, logMost);
    String top = String.format(Locale.ROOT, "%,d", items.count(0));
    int margin = top.length();
    for (int row = ROWS; row >= 1; row--) {
      String label = row == ROWS ? top : row == 1 ? "1" : "";
      StringBuilder line = new StringBuilder(" ".repeat(margin - label.length())).append(label);
      line.append(" |");
      for (int height : heights) {
        line.append(height >= row ? '#' : ' ');
      }
      text.append(line.toString().stripTrailing()).append('\n');
    }
    text.append(" ".repeat(margin)).append(" +").append("-".repeat(COLUMNS)).append('\n');
    String last = String.format(Locale.ROOT, "rank %,d", items.size());
    text.append(" ".repeat(margin + 2)).append('1');
    text.append(" ".repeat(Math.max(1, COLUMNS - 1 - last.length()))).append(last).append('\n');
    return text.append(words(items)).toString();
  }

  /** From 1, for one event, to {@code ROWS}, for the most. */
  private static int[] heights(Activity items, double logMost) {
    int[] heights = new int[COLUMNS];
    for (int column = 0; column < COLUMNS; column++) {
      double place = Math.pow(items.size(), (double) column / (COLUMNS - 1));
      int rank = (int) Math.min(items.size() - 1L, Math.round(place) - 1);
      double share = logMost == 0 ? 1 : Math.log(items.count(rank)) / logMost;
      heights[column] = 1 + (int) Math.round(share * (ROWS - 1));
    }
    return heights;
  }

  private static String words(Activity items) {
    return String.format(
        Locale.ROOT,
        """
        the top 1 %% of items have %.1f %% of events, the top 10 %% %.1f %%, the top 20 %% %.1f %%;
        %,d of %,d items (%.1f %%) have 80 %% of events; %,d items have one event
        """,
        100 * items.shareOfTop(0.01),
        100 * items.shareOfTop(0.1),
        100 * items.shareOfTop(0.2),
        items.neededFor(0.8),
        items.size(),
        100.0 * items.neededFor(0.8) / items.size(),
        items.between(1, 1));
  }
}
