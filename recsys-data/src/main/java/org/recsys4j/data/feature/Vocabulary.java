package org.recsys4j.data.feature;

import it.unimi.dsi.fastutil.objects.Object2IntOpenHashMap;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.recsys4j.api.data.IdIndex;

/** The categories that were seen often enough, from 1 in alphabetical order; 0 is all others. */
final class Vocabulary {
  /** The category of everything that is not in the vocabulary. */
  static final int UNKNOWN = 0;

  private final IdIndex categories;

  private Vocabulary(IdIndex categories) {
    this.categories = categories;
  }

  /** How many categories there are, the unknown one included. */
  int size() {
    return categories.size() + 1;
  }

  /** From 0, the unknown one, to {@code size() - 1}. */
  int of(String category) {
    return categories.indexOf(category) + 1; // UNKNOWN of the index is -1
  }

  /** Counts categories. */
  static final class Counter {
    private final Object2IntOpenHashMap<String> counts = new Object2IntOpenHashMap<>();

    void add(String category) {
      counts.addTo(category, 1);
    }

    Vocabulary atLeast(int minimumCount) {
      List<String> frequent = new ArrayList<>();
      counts
          .object2IntEntrySet()
          .forEach(
              entry -> {
                if (entry.getIntValue() >= minimumCount) {
                  frequent.add(entry.getKey());
                }
              });
      Collections.sort(frequent);
      return new Vocabulary(IdIndex.of(frequent));
    }
  }
}
