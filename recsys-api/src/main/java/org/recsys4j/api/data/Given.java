package org.recsys4j.api.data;

import java.security.MessageDigest;
import java.util.BitSet;
import java.util.Optional;
import org.recsys4j.api.data.Split.Part;

/**
 * What a source tells beside the events, where it brings the evaluation of a paper with it: the
 * split {@code given} and the candidate policy {@code given} use it, nothing else does.
 *
 * @param parts the part of each event, empty where the source does not tell
 * @param candidates lists of items to rank for users of the test part; whether they hold the items
 *     of the test part does not matter; empty where the source has none
 */
public record Given(Optional<EventParts> parts, Optional<CandidateLists> candidates) {
  /** Most sources tell nothing. */
  public static final Given NOTHING = new Given(Optional.empty(), Optional.empty());

  /** What is told of some events; lists are those of users who stay, in full. */
  Given select(BitSet kept, Renumbering users, Renumbering items) {
    Optional<CandidateLists> lists =
        candidates.map(
            all -> all.renumber(users.size(), users::isKnown, users::of, items::of, items::size));
    return new Given(parts.map(all -> all.select(kept)), lists);
  }

  /** The same of events in another order. */
  Given reorder(int[] order) {
    return new Given(parts.map(all -> all.reorder(order)), candidates);
  }

  /** Adds nothing where nothing is told. */
  void update(MessageDigest digest) {
    parts.ifPresent(all -> all.update(digest));
    candidates.ifPresent(all -> all.update(digest));
  }

  /** Collects what a source tells, event by event. For one thread. */
  static final class Builder {
    private final CandidateLists.Builder candidates = new CandidateLists.Builder();
    private Optional<EventParts.Builder> parts = Optional.empty();
    private Part part = Part.TRAIN;

    /** Tells the part of the next events; {@code size} were added before. */
    void part(Part ofNextEvents, int size) {
      if (parts.isEmpty()) {
        if (size > 0) {
          throw new IllegalStateException("no part was told of the events so far");
        }
        parts = Optional.of(new EventParts.Builder());
      }
      part = ofNextEvents;
    }

    /** One event was added. */
    void event() {
      if (parts.isPresent()) {
        parts.get().add(part);
      }
    }

    void candidate(int user, int item) {
      candidates.add(user, item);
    }

    Given build(int users, int items) {
      Optional<CandidateLists> lists =
          candidates.isEmpty() ? Optional.empty() : Optional.of(candidates.build(users, items));
      return new Given(parts.map(EventParts.Builder::build), lists);
    }
  }
}
