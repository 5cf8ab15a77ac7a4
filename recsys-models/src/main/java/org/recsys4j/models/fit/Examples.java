package org.recsys4j.models.fit;

/**
 * What a network is trained on. An epoch has a constant number of examples; which one stands where,
 * and what is drawn for it, is a function of the epoch's seed and the position alone, so that any
 * thread may write any example and nothing has to be kept to go on after an interruption.
 */
public interface Examples {
  /**
   * How many examples an epoch has.
   *
   * @return at least 1
   */
  int count();

  /**
   * How many numbers an example has in each input of the network.
   *
   * @return one width an input
   */
  int[] inputWidths();

  /**
   * How many numbers the labels of an example have.
   *
   * @return the width
   */
  int labelWidth();

  /**
   * How many steps an example has, where examples are sequences of different lengths. A batch is
   * then cut by length, and each part of it has room for the longest of its own alone.
   *
   * @param seed of the epoch
   * @param position in the epoch, below {@link #count()}
   * @return from 1 to the width of the only input; 0 where all examples are of one size
   */
  default int steps(long seed, int position) {
    return 0;
  }

  /**
   * How many numbers the labels of sequences have where there is room for fewer steps.
   *
   * @param steps how many, at least 1
   * @return the width
   */
  default int labelWidth(int steps) {
    return labelWidth();
  }

  /**
   * Writes one example.
   *
   * @param seed of the epoch
   * @param position in the epoch, below {@link #count()}
   * @param batch where to; tells how many steps of a sequence it has room for
   * @param row its row there
   */
  void write(long seed, int position, ExampleBatch batch, int row);
}
