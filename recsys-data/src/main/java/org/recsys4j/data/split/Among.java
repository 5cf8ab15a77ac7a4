package org.recsys4j.data.split;

import it.unimi.dsi.fastutil.longs.LongArrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.recsys4j.api.data.Dataset;
import org.recsys4j.api.data.IdIndex;
import org.recsys4j.api.data.Interactions;
import org.recsys4j.api.random.SeedTree;

/** Out of which events a random splitter draws. */
public enum Among {
  /** Those of each user, by a generator that depends on the seed and the user's id alone. */
  USER {
    @Override
    void shuffle(Dataset dataset, SeedTree seeds, Visitor visitor) {
      Interactions events = dataset.interactions();
      for (int user = 0; user < events.users(); user++) {
        SeedTree ofUser = seeds.child(dataset.catalogue().users().id(user));
        int[] positions = IntStream.range(events.start(user), events.end(user)).toArray();
        visitor.accept(RandomOrder.of(positions, ofUser.random()), ofUser);
      }
    }
  },
  /**
   * All events together, whoever their user is. The order of users makes no difference to the draw;
   * that there are others does, as shares are of all. Takes 12 bytes an event.
   */
  ALL {
    @Override
    void shuffle(Dataset dataset, SeedTree seeds, Visitor visitor) {
      Interactions events = dataset.interactions();
      IdIndex users = dataset.catalogue().users();
      long[] keys = new long[events.size()];
      for (int user = 0; user < events.users(); user++) {
        SplittableRandom random = seeds.child(users.id(user)).random();
        for (int position = events.start(user); position < events.end(user); position++) {
          keys[position] = random.nextLong();
        }
      }
      int[] order = IntStream.range(0, keys.length).toArray();
      LongArrays.radixSortIndirect(order, keys, false);
      visitor.accept(order, seeds);
    }
  };

  /** Visits each group of events. */
  abstract void shuffle(Dataset dataset, SeedTree seeds, Visitor visitor);

  /** Takes a group of events. */
  @FunctionalInterface
  interface Visitor {
    /**
     * The next group.
     *
     * @param order positions in a random order; perhaps none
     * @param seeds whence the order came, for more draws: of a user, children of the seeds
     */
    void accept(int[] order, SeedTree seeds);
  }
}
