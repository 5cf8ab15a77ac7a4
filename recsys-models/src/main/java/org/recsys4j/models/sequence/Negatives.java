package org.recsys4j.models.sequence;

/**
 * What stands in the labels of a sequence behind its targets: items that are drawn for a loss to
 * compare with, and whatever else it must know of them. A function of the key alone, so that any
 * thread may write it.
 */
public interface Negatives {
  /** Nothing. */
  Negatives NONE =
      new Negatives() {
        @Override
        public int width(int length) {
          return 0;
        }

        @Override
        public void write(long key, int user, float[] labels, int at, int length) {}
      };

  /**
   * How many numbers are written.
   *
   * @param length how many steps a sequence has
   * @return zero or more
   */
  int width(int length);

  /**
   * Writes them for one sequence.
   *
   * @param key where the randomness comes from: another number for each sequence and epoch
   * @param user whose sequence it is
   * @param labels holds from index {@code at} on the targets of the sequence, -1 where there is
   *     none, and has room behind them for as many numbers as {@link #width} says
   * @param at index of the first target
   * @param length how many steps a sequence has
   */
  void write(long key, int user, float[] labels, int at, int length);
}
