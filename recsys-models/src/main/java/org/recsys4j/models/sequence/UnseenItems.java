package org.recsys4j.models.sequence;

import org.recsys4j.models.fit.UniformNegatives;

/**
 * One item for each target, drawn uniformly from those that the user has never had; -1 where there
 * is no target or no such item.
 *
 * @param negatives draws the items
 */
public record UnseenItems(UniformNegatives negatives) implements Negatives {
  @Override
  public int width(int length) {
    return length;
  }

  @Override
  public void write(long key, int user, float[] labels, int at, int length) {
    for (int step = 0; step < length; step++) {
      labels[at + length + step] =
          labels[at + step] < 0 ? -1 : negatives.draw(user, key + step); // NONE is -1, too
    }
  }
}
