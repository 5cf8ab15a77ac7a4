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
   * Writes one example.
   *
   * @param seed of the epoch
   * @param position in the epoch, below {@link #count()}
   * @param batch where to
   * @param row its row there
   */
  void write(long seed, int position, ExampleBatch batch, int row);
}
