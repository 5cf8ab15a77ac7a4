package org.recsys4j.eval.protocol;

import it.unimi.dsi.fastutil.ints.IntArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntPredicate;
import org.recsys4j.api.UserBatch;
import org.recsys4j.api.data.Interactions;
import org.recsys4j.api.data.ItemSet;
import org.recsys4j.api.data.Split;

/** The evaluated users and what is relevant to each: rows of a compressed matrix. Immutable. */
final class Relevance {
  private final int[] users; // ascending
  private final int[] starts;
  private final int[] items; // ascending within a row
  private final int[] candidates; // by row: how many items are ranked
  private final UserCounts userCounts;
  private final PairCounts pairCounts;

  private Relevance(Builder builder) {
    users = builder.users.toIntArray();
    starts = builder.starts.toIntArray();
    items = builder.items.toIntArray();
    candidates = builder.ranked.toIntArray();
    userCounts = builder.userCounts();
    pairCounts = builder.pairCounts();
  }

  int users() {
    return users.length;
  }

  int user(int row) {
    return users[row];
  }

  int count(int row) {
    return starts[row + 1] - starts[row];
  }

  int candidates(int row) {
    return candidates[row];
  }

  int[] items(int row) {
    return Arrays.copyOfRange(items, starts[row], starts[row + 1]);
  }

  boolean contains(int row, int item) {
    return Arrays.binarySearch(items, starts[row], starts[row + 1], item) >= 0;
  }

  /** How many of a row's items have a score, in a row of scores that begins at an offset. */
  int countWithScore(int row, float[] scores, int offset, float score) {
    int found = 0;
    for (int i = starts[row]; i < starts[row + 1]; i++) {
      found += scores[offset + items[i]] == score ? 1 : 0;
    }
    return found;
  }

  /** For each pair, in the order of rows and items, the value of the newest of its events. */
  float[] values(Interactions heldOut) {
    float[] values = new float[items.length];
    for (int row = 0; row < users.length; row++) {
      for (int event = heldOut.start(users[row]); event < heldOut.end(users[row]); event++) {
        int at = Arrays.binarySearch(items, starts[row], starts[row + 1], heldOut.item(event));
        if (at >= 0) {
          values[at] = heldOut.value(event);
        }
      }
    }
    return values;
  }

  /** A row's share of such a column. */
  float[] ofRow(float[] column, int row) {
    return Arrays.copyOfRange(column, starts[row], starts[row + 1]);
  }

  /** The users of some rows, with their histories. */
  UserBatch batch(int from, int to, Interactions histories, IntPredicate isNew) {
    return UserBatch.of(users, from, to, histories, isNew);
  }

  UserCounts userCounts() {
    return userCounts;
  }

  PairCounts pairCounts() {
    return pairCounts;
  }

  /** What may be ranked for whom. */
  interface Candidates {
    boolean contains(int user, int item);

    int count(int user);
  }

  /** Goes through the users of a part in order. For one use. */
  static final class Builder {
    private final Interactions heldOut;
    private final Split split;
    private final List<Interactions> masked;
    private final Candidates candidates;
    private final ItemSet warm;
    private final int[] seenBy; // by item: the last user who had it, plus 1
    private final IntArrayList users = new IntArrayList();
    private final IntArrayList starts = IntArrayList.of(0);
    private final IntArrayList items = new IntArrayList();
    private final IntArrayList ranked = new IntArrayList();
    private int withoutHeldOut;
    private int coldRemoved;
    private int withoutRelevant;
    private int coldEvaluated;
    private int foldedInEvaluated;
    private int coldPairs;
    private int seenPairs;
    private int removedPairs;

    Builder(
        Interactions heldOut,
        Split split,
        List<Interactions> masked,
        Candidates candidates,
        ItemSet warm) {
      this.heldOut = heldOut;
      this.split = split;
      this.masked = masked;
      this.candidates = candidates;
      this.warm = warm;
      this.seenBy = new int[heldOut.items()];
    }

    Relevance build(ColdUsers coldUsers) {
      for (int user = 0; user < heldOut.users(); user++) {
        boolean foldedIn = split.isFoldedIn(user);
        boolean cold = split.train().count(user) == 0;
        if (heldOut.count(user) == 0) {
          withoutHeldOut++;
        } else if (cold && !foldedIn && coldUsers == ColdUsers.REMOVE) {
          coldRemoved++;
        } else {
          int maskedCandidates = mask(user);
          addRelevant(user);
          if (items.size() == starts.getInt(users.size())) {
            withoutRelevant++;
          } else {
            users.add(user);
            starts.add(items.size());
            ranked.add(candidates.count(user) - maskedCandidates);
            coldEvaluated += cold ? 1 : 0;
            foldedInEvaluated += foldedIn ? 1 : 0;
          }
        }
      }
      return new Relevance(this);
    }

    private UserCounts userCounts() {
      return new UserCounts(
          users.size(),
          withoutHeldOut,
          coldRemoved,
          withoutRelevant,
          coldEvaluated,
          foldedInEvaluated);
    }

    private PairCounts pairCounts() {
      return new PairCounts(items.size(), coldPairs, seenPairs, removedPairs);
    }

    /** Marks what the mask takes out, and counts the candidates among it. */
    private int mask(int user) {
      int found = 0;
      for (Interactions part : masked) {
        for (int position = part.start(user); position < part.end(user); position++) {
          int item = part.item(position);
          found += seenBy[item] != user + 1 && candidates.contains(user, item) ? 1 : 0;
          seenBy[item] = user + 1;
        }
      }
      return found;
    }

    private void addRelevant(int user) {
      for (int item : heldOut.distinctItems(user)) {
        if (!candidates.contains(user, item)) {
          removedPairs++;
        } else if (seenBy[item] == user + 1) {
          seenPairs++;
        } else {
          items.add(item);
          coldPairs += warm.contains(item) ? 0 : 1;
        }
      }
    }
  }
}
