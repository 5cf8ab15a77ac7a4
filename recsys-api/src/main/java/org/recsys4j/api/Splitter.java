package org.recsys4j.api;

import org.recsys4j.api.data.Dataset;
import org.recsys4j.api.data.InvalidDataException;
import org.recsys4j.api.data.Split;
import org.recsys4j.api.random.SeedTree;

/**
 * A way to hold events out.
 *
 * @param <O> the parameters: shares, counts
 */
public interface Splitter<O extends Record> extends Configurable<O> {
  /**
   * Splits.
   *
   * @param dataset the events
   * @param options the parameters
   * @param seeds randomness, where the way is a random one
   * @return training, validation and test part, and a fold-in part where users are held out
   * @throws InvalidDataException if the data do not allow it: no times, or a part would be empty
   *     that must not be
   */
  Split split(Dataset dataset, O options, SeedTree seeds);
}
