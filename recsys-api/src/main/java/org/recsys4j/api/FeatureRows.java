package org.recsys4j.api;

import java.util.Iterator;
import java.util.List;
import org.recsys4j.api.data.FeatureRow;
import org.recsys4j.api.data.FeatureSchema;

/**
 * The training rows that an extractor is fitted on.
 *
 * @param rows the rows, which can be iterated again and again
 * @param before what the numbers are that the rows carry, written by the extractors before
 */
public record FeatureRows(List<FeatureRow> rows, FeatureSchema before)
    implements Iterable<FeatureRow> {
  /** Copies the list. */
  public FeatureRows {
    rows = List.copyOf(rows);
  }

  /**
   * Rows that carry no numbers.
   *
   * @param rows the rows
   * @return the rows, for an extractor that stands first
   */
  public static FeatureRows of(List<FeatureRow> rows) {
    return new FeatureRows(rows, FeatureSchema.NONE);
  }

  @Override
  public Iterator<FeatureRow> iterator() {
    return rows.iterator();
  }
}
