package org.recsys4j.eval.protocol;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.recsys4j.api.UserBatch;
import org.recsys4j.api.data.CandidateLists;
import org.recsys4j.api.data.Catalogue;
import org.recsys4j.api.data.Interactions;
import org.recsys4j.api.data.ItemSet;
import org.recsys4j.api.data.Split;

/**
 * Who is ranked against what: one part of a split under {@link Rules}.
 *
 * <p>Evaluated are the users with at least one relevant item. Relevant to a user are the items of
 * the user's events in the part, each once, without those that are no candidates and those that the
 * mask takes out. For each such user all candidates that the mask leaves are ranked: all items, or
 * the user's own list where the split has lists for the test part. So the best possible ranking is
 * within reach, and its nDCG is 1.
 *
 * <p>Fold-in events belong to the histories, for validation and test alike, and the mask takes
 * their items out. Users who are known by them alone are new to models, which score them from their
 * histories or, where they cannot, fail.
 *
 * <p>Immutable. Beside the split it holds 4 bytes a relevant pair, 12 an evaluated user and at most
 * 4 an item; where histories are those of more than the training part, a copy of these parts.
 */
public final class Protocol {
  private final Split split;
  private final Split.Part part;
  private final Rules rules;
  private final boolean allItems;
  private final @Nullable CandidateLists lists;
  private final ItemSet candidates;
  private final Interactions histories;
  private final List<Interactions> masked;
  private final int[] removed; // items that are no candidates
  private final int[] last; // candidates that rank behind all others
  private final Offers offers;
  private final Relevance relevance;

  private Protocol(
      Split split, Split.Part part, Rules rules, ItemSet among, @Nullable CandidateLists lists) {
    this.split = split;
    this.part = part;
    this.rules = rules;
    this.lists = lists;
    int universe = split.train().items();
    ItemSet warm = ItemSet.of(split.train());
    allItems = among.size() == universe;
    candidates =
        rules.coldItems() == ColdItems.REMOVE
            ? ItemSet.of(universe, items(universe, i -> among.contains(i) && warm.contains(i)))
            : among;
    removed = items(universe, item -> !candidates.contains(item));
    last =
        rules.coldItems() == ColdItems.RANK_LAST
            ? items(universe, item -> candidates.contains(item) && !warm.contains(item))
            : new int[0];
    masked = rules.masked(split);
    histories = rules.histories(split);
    offers = new Offers(candidates, lists, masked);
    relevance =
        new Relevance.Builder(heldOut(), split, masked, offers, warm).build(rules.coldUsers());
  }

  /**
   * The protocol of the final numbers: relevant is the test part, and candidates are those of the
   * split: all items, or a list for each user.
   *
   * @param split the parts
   * @param rules the choices
   * @return the protocol
   */
  public static Protocol test(Split split, Rules rules) {
    CandidateLists lists = split.candidates().orElse(null);
    ItemSet all = ItemSet.all(split.train().items());
    return new Protocol(split, Split.Part.TEST, rules, lists == null ? all : lists.union(), lists);
  }

  /**
   * The protocol of early stopping and tuning: relevant is the validation part, the rules are
   * {@link Rules#forValidation}, and all items are candidates, whatever those of the test part are:
   * on all items, differences between epochs are not blurred by a sample.
   *
   * @param split the parts
   * @param rules the choices for the test part
   * @return the protocol
   */
  public static Protocol validation(Split split, Rules rules) {
    ItemSet all = ItemSet.all(split.train().items());
    return of(split, Split.Part.VALIDATION, rules.forValidation(), all);
  }

  /**
   * A protocol over some candidates, the same for all users.
   *
   * @param split the parts
   * @param part whose items are relevant: validation or test
   * @param rules the choices; for the validation part, they must not look at that part
   * @param candidates the items to rank
   * @return the protocol
   * @throws IllegalArgumentException if the part is another one, if the mask or the histories hold
   *     the part that is to be predicted, or if the candidates are out of another number of items
   */
  public static Protocol of(Split split, Split.Part part, Rules rules, ItemSet candidates) {
    if (part != Split.Part.TEST && part != Split.Part.VALIDATION) {
      throw new IllegalArgumentException("what is relevant is not in the part " + part);
    }
    if (part == Split.Part.VALIDATION && !rules.equals(rules.forValidation())) {
      throw new IllegalArgumentException(
          "mask and history hold the validation part, which is to be predicted: "
              + rules.definition());
    }
    if (candidates.universe() != split.train().items()) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "candidates out of %d items for a split of %d",
              candidates.universe(),
              split.train().items()));
    }
    return new Protocol(split, part, rules, candidates, null);
  }

  private static int[] items(int universe, IntPredicate which) {
    return IntStream.range(0, universe).filter(which).toArray();
  }

  /**
   * The part whose items are relevant.
   *
   * @return validation or test
   */
  public Split.Part part() {
    return part;
  }

  /**
   * The choices.
   *
   * @return the rules
   */
  public Rules rules() {
    return rules;
  }

  /**
   * The ids behind user and item indices.
   *
   * @return the catalogue of the split
   */
  public Catalogue catalogue() {
    return split.catalogue();
  }

  /**
   * The items that are ranked, before any user's mask: where users have lists, those that stand in
   * at least one.
   *
   * @return the candidates, without cold items where the rules remove these
   */
  public ItemSet candidates() {
    return candidates;
  }

  /**
   * How many users are evaluated.
   *
   * @return number of rows
   */
  public int users() {
    return relevance.users();
  }

  /**
   * An evaluated user.
   *
   * @param row from 0 to {@code users() - 1}
   * @return a user index, larger than that of the row before
   */
  public int user(int row) {
    return relevance.user(row);
  }

  /**
   * How many items are relevant to an evaluated user.
   *
   * @param row from 0 to {@code users() - 1}
   * @return at least 1
   */
  public int relevantCount(int row) {
    return relevance.count(row);
  }

  /**
   * What is relevant to an evaluated user.
   *
   * @param row from 0 to {@code users() - 1}
   * @return item indices, ascending
   */
  public int[] relevant(int row) {
    return relevance.items(row);
  }

  /**
   * How many users are evaluated, and why others are not.
   *
   * @return the counts
   */
  public UserCounts userCounts() {
    return relevance.userCounts();
  }

  /**
   * How many pairs of user and item are relevant, and why other held-out ones are not.
   *
   * @return the counts
   */
  public PairCounts pairCounts() {
    return relevance.pairCounts();
  }

  /**
   * The protocol as text, for the protocol id: the part, the rules, and the candidates.
   *
   * @return one line; equal for equal protocols over one split
   */
  public String definition() {
    String among =
        lists != null ? "lists-sha-256:" + checksum() : allItems ? "all" : "sha-256:" + checksum();
    String name = part == Split.Part.TEST ? "test" : "validation";
    return String.format(
        Locale.ROOT, "relevant=%s %s candidates=%s", name, rules.definition(), among);
  }

  private String checksum() {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      candidates.forEach(item -> update(digest, catalogue().items().id(item)));
      for (int user = 0; lists != null && user < lists.users(); user++) {
        update(digest, "");
        for (int position = lists.start(user); position < lists.end(user); position++) {
          update(digest, catalogue().items().id(lists.item(position)));
        }
      }
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  private static void update(MessageDigest digest, String id) {
    digest.update((id + "\n").getBytes(StandardCharsets.UTF_8));
  }

  /** What is relevant to whom. */
  Relevance relevance() {
    return relevance;
  }

  /** The parts. */
  Split split() {
    return split;
  }

  /** What models see of users. */
  Interactions histories() {
    return histories;
  }

  /** The events of the part that is evaluated. */
  Interactions heldOut() {
    return part == Split.Part.TEST ? split.test() : split.validation();
  }

  /** What is ranked for whom. */
  Offers offers() {
    return offers;
  }

  /** Rows {@code from} to {@code to - 1} with their histories; users who are folded in are new. */
  UserBatch batch(int from, int to) {
    return relevance.batch(from, to, histories, split::isFoldedIn);
  }

  /**
   * Applies the candidates, the mask and the rule for cold items to one user's scores: items that
   * must not be ranked get negative infinity, cold ones that rank last get the least finite number.
   */
  void restrict(int row, float[] scores, int offset) {
    int user = user(row);
    if (last.length > 0) {
      float floor = Math.nextUp(-Float.MAX_VALUE); // no other item falls among the cold ones
      int end = offset + candidates.universe();
      for (int i = offset; i < end; i++) {
        scores[i] = Math.max(scores[i], floor);
      }
      for (int item : last) {
        scores[offset + item] = -Float.MAX_VALUE;
      }
    }
    for (int item : removed) {
      scores[offset + item] = Float.NEGATIVE_INFINITY;
    }
    if (lists != null) {
      restrictTo(lists, user, scores, offset);
    }
    for (Interactions events : masked) {
      for (int position = events.start(user); position < events.end(user); position++) {
        scores[offset + events.item(position)] = Float.NEGATIVE_INFINITY;
      }
    }
  }

  /** Takes out what lies between the items of a user's list. */
  private static void restrictTo(CandidateLists lists, int user, float[] scores, int offset) {
    int next = offset;
    for (int position = lists.start(user); position < lists.end(user); position++) {
      int candidate = offset + lists.item(position);
      Arrays.fill(scores, next, candidate, Float.NEGATIVE_INFINITY);
      next = candidate + 1;
    }
    Arrays.fill(scores, next, offset + lists.items(), Float.NEGATIVE_INFINITY);
  }

  @Override
  public String toString() {
    return definition() + ": " + userCounts().summary();
  }
}
