package org.recsys4j.data.clean;

import java.util.TreeSet;
import org.recsys4j.api.FeatureRows;
import org.recsys4j.api.data.FeatureRow;
import org.recsys4j.api.data.IdIndex;

/** What a feature is asked to tell of: a class a training row. */
final class Target {
  private final int[] classOf;
  private final int classes;

  private Target(int[] classOf, int classes) {
    this.classOf = classOf;
    this.classes = classes;
  }

  /** The different texts of a column, the missing one included. */
  static Target column(FeatureRows rows, String column) {
    TreeSet<String> texts = new TreeSet<>();
    rows.forEach(row -> texts.add(text(row, column)));
    IdIndex index = IdIndex.of(texts);
    int[] classOf =
        rows.rows().stream().mapToInt(row -> index.indexOf(text(row, column))).toArray();
    return new Target(classOf, Math.max(1, index.size()));
  }

  private static String text(FeatureRow row, String column) {
    return row.value(column).orElse("");
  }

  /** How many events rows have, in parts of about equal size. */
  static Target activity(FeatureRows rows, int parts) {
    return cut(rows.rows().stream().mapToDouble(row -> row.events().size()).toArray(), parts);
  }

  /** Values in parts of about equal size. */
  static Target cut(double[] values, int parts) {
    double[] edges = Sample.of(values).edges(parts);
    int[] classOf = new int[values.length];
    for (int row = 0; row < classOf.length; row++) {
      classOf[row] = Sample.bucket(edges, values[row]);
    }
    return new Target(classOf, edges.length + 1);
  }

  /** From 0 to {@code classes() - 1}, a row; the array itself. */
  int[] classOf() {
    return classOf;
  }

  int classes() {
    return classes;
  }
}
