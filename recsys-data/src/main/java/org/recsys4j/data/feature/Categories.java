package org.recsys4j.data.feature;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.recsys4j.api.data.FeatureRow;

/** Cells that hold several categories. */
final class Categories {
  private Categories() {}

  /** Each category once; the whole cell where there is no separator. Empty ones do not count. */
  static List<String> of(FeatureRow row, String column, Optional<String> separator) {
    Optional<String> cell = row.value(column);
    if (cell.isEmpty() || separator.isEmpty()) {
      return cell.stream().toList();
    }
    return Stream.of(cell.get().split(Pattern.quote(separator.get()), -1))
        .filter(category -> !category.isEmpty())
        .distinct()
        .toList();
  }
}
