package org.recsys4j.data.candidate;

import java.util.SplittableRandom;
import org.recsys4j.api.data.CandidateLists;
import org.recsys4j.api.data.Dataset;
import org.recsys4j.api.data.Interactions;
import org.recsys4j.api.data.Split;
import org.recsys4j.api.random.SeedTree;

/** The lists of all users of the test part: their held-out items, and others. */
final class TestLists {
  private TestLists() {}

  /** Adds the others to one user's list. */
  @FunctionalInterface
  interface Others {
    /**
     * Adds them.
     *
     * @param user a user of the test part, whose held-out items are in the list
     * @param random begins where the seed and the user's id say
     */
    void add(int user, SplittableRandom random);
  }

  /** Makes the lists; {@code others} adds to {@code lists}, too. */
  static CandidateLists of(
      Dataset dataset, Split split, SeedTree seeds, CandidateLists.Builder lists, Others others) {
    Interactions test = split.test();
    for (int user = 0; user < test.users(); user++) {
      if (test.count(user) > 0) {
        for (int item : test.distinctItems(user)) {
          lists.add(user, item);
        }
        others.add(user, seeds.child(dataset.catalogue().users().id(user)).random());
      }
    }
    return lists.build(test.users(), test.items());
  }
}
