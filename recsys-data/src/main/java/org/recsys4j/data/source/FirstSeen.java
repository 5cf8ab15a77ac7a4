package org.recsys4j.data.source;

import java.util.Arrays;
import org.recsys4j.api.data.IdIndex;

/** Gives numbered users or items their index in the order in which they are first seen. */
final class FirstSeen {
  private static final int NEVER = -1;

  private final String prefix;
  private final int[] indices;
  private final IdIndex.Builder ids;

  /** Their ids are the prefix and the number. */
  FirstSeen(String prefix, int count, IdIndex.Builder ids) {
    this.prefix = prefix;
    this.indices = new int[count];
    this.ids = ids;
    Arrays.fill(indices, NEVER);
  }

  int index(int number) {
    int index = indices[number];
    if (index == NEVER) {
      index = ids.add(prefix + number);
      indices[number] = index;
    }
    return index;
  }
}
