package org.recsys4j.api.data;

import java.util.Arrays;

/**
 * Ids in the order of their texts, so that the same content has the same numbers, in whatever order
 * it was read.
 */
final class SortedIds {
  private final IdIndex ids;
  private final int[] places;

  private SortedIds(IdIndex ids, int[] places) {
    this.ids = ids;
    this.places = places;
  }

  static SortedIds of(IdIndex old) {
    String[] texts = new String[old.size()];
    Arrays.setAll(texts, old::id);
    Arrays.sort(texts);
    IdIndex sorted = IdIndex.of(Arrays.asList(texts));
    int[] places = new int[texts.length];
    Arrays.setAll(places, index -> sorted.indexOf(old.id(index)));
    return new SortedIds(sorted, places);
  }

  IdIndex ids() {
    return ids;
  }

  /** The new number of one that had another before. */
  int place(int old) {
    return places[old];
  }

  /** Those of some, in their order. */
  int[] places(int[] old, int count) {
    int[] of = new int[count];
    Arrays.setAll(of, i -> places[old[i]]);
    return of;
  }
}
