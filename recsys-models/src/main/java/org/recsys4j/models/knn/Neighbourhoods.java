package org.recsys4j.models.knn;

import java.io.IOException;
import org.recsys4j.api.store.ModelReader;
import org.recsys4j.api.store.ModelWriter;

/**
 * For every item the items that count it among their neighbours, with the similarities: what one
 * item of a history adds to the scores of others.
 */
final class Neighbourhoods {
  private final int[] starts; // where each item's list begins and, last, where all end
  private final int[] targetOf; // the items that are pointed to
  private final float[] similarityOf; // how much they gain

  private Neighbourhoods(int[] starts, int[] targetOf, float[] similarityOf) {
    this.starts = starts;
    this.targetOf = targetOf;
    this.similarityOf = similarityOf;
  }

  /**
   * Turns lists of neighbours around.
   *
   * @param found how many neighbours each item has
   * @param k where the lists are: item i's begins at {@code i * k}
   */
  static Neighbourhoods byNeighbour(int[] found, int k, int[] neighbours, float[] similarities) {
    int[] starts = new int[found.length + 1];
    for (int item = 0; item < found.length; item++) {
      for (int at = item * k; at < item * k + found[item]; at++) {
        starts[neighbours[at] + 1]++;
      }
    }
    for (int item = 0; item < found.length; item++) {
      starts[item + 1] += starts[item];
    }
    int[] next = starts.clone();
    int[] targetOf = new int[starts[found.length]];
    float[] similarityOf = new float[targetOf.length];
    for (int item = 0; item < found.length; item++) {
      for (int at = item * k; at < item * k + found[item]; at++) {
        int slot = next[neighbours[at]]++;
        targetOf[slot] = item;
        similarityOf[slot] = similarities[at];
      }
    }
    return new Neighbourhoods(starts, targetOf, similarityOf);
  }

  int items() {
    return starts.length - 1;
  }

  /** How many pairs of an item and a neighbour there are. */
  int size() {
    return targetOf.length;
  }

  /** Adds what {@code item} in a history is worth to the scores that begin at {@code start}. */
  void addTo(float[] scores, int start, int item) {
    int end = starts[item + 1];
    for (int i = starts[item]; i < end; i++) {
      scores[start + targetOf[i]] += similarityOf[i];
    }
  }

  void save(ModelWriter out) throws IOException {
    out.ints("starts", starts, starts.length);
    out.ints("targets", targetOf, targetOf.length);
    out.floats("similarities", similarityOf, similarityOf.length);
  }

  static Neighbourhoods load(ModelReader in) throws IOException {
    int[] starts = in.ints("starts", -1);
    if (starts.length == 0 || starts[0] != 0) {
      throw new IOException("the starts of a saved item-knn do not begin with 0");
    }
    int items = starts.length - 1;
    for (int item = 0; item < items; item++) {
      if (starts[item + 1] < starts[item]) {
        throw new IOException("the starts of a saved item-knn are not in order");
      }
    }
    int[] targetOf = in.ints("targets", starts[items]);
    for (int target : targetOf) {
      if (target < 0 || target >= items) {
        throw new IOException("a saved item-knn names item " + target + " of " + items);
      }
    }
    return new Neighbourhoods(starts, targetOf, in.floats("similarities", starts[items]));
  }
}
