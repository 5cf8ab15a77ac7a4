package org.recsys4j.api.data;

/** Gives new indices to some of the ids, in the order in which they are first asked for. */
final class Renumbering {
  private final IdIndex old;
  private final int[] indices; // new index + 1, or 0 where there is none yet
  private final IdIndex.Builder ids = new IdIndex.Builder();

  Renumbering(IdIndex old) {
    this.old = old;
    this.indices = new int[old.size()];
  }

  int of(int index) {
    if (indices[index] == 0) {
      indices[index] = ids.add(old.id(index)) + 1;
    }
    return indices[index] - 1;
  }

  boolean isKnown(int index) {
    return indices[index] != 0;
  }

  int size() {
    return ids.size();
  }

  /** The ids that were asked for. */
  IdIndex ids() {
    return ids.build();
  }
}
