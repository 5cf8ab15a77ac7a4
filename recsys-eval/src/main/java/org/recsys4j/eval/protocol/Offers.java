package org.recsys4j.eval.protocol;

import it.unimi.dsi.fastutil.ints.IntArrayList;
import it.unimi.dsi.fastutil.ints.IntArrays;
import java.util.List;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;
import org.recsys4j.api.data.CandidateLists;
import org.recsys4j.api.data.Interactions;
import org.recsys4j.api.data.ItemSet;

/** Which candidates there are for whom, before the mask and after it. */
record Offers(ItemSet candidates, @Nullable CandidateLists lists, List<Interactions> masked)
    implements Relevance.Candidates {
  @Override
  public boolean contains(int user, int item) {
    return candidates.contains(item) && (lists == null || lists.contains(user, item));
  }

  @Override
  public int count(int user) {
    if (lists == null) {
      return candidates.size();
    }
    int count = 0;
    for (int position = lists.start(user); position < lists.end(user); position++) {
      count += candidates.contains(lists.item(position)) ? 1 : 0;
    }
    return count;
  }

  /** Visits the candidates of anybody that this user is not offered, each once. */
  void forEachExcluded(IntConsumer visitor, int user) {
    IntArrayList seen = new IntArrayList();
    for (Interactions part : masked) {
      for (int position = part.start(user); position < part.end(user); position++) {
        if (contains(user, part.item(position))) {
          seen.add(part.item(position));
        }
      }
    }
    int[] items = seen.toIntArray();
    IntArrays.quickSort(items);
    for (int i = 0; i < items.length; i++) {
      if (i == 0 || items[i] != items[i - 1]) {
        visitor.accept(items[i]);
      }
    }
    if (lists != null) {
      candidates.forEach(
          item -> {
            if (!contains(user, item)) {
              visitor.accept(item);
            }
          });
    }
  }
}
