package org.recsys4j.eval.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.recsys4j.api.UserBatch;
import org.recsys4j.api.contract.SmallData;
import org.recsys4j.api.data.CandidateLists;
import org.recsys4j.api.data.Interactions;
import org.recsys4j.api.data.ItemSet;
import org.recsys4j.api.data.Split;

class ProtocolTest {
  private static final int USERS = 6;
  private static final int ITEMS = 6;

  /**
   * Item 4 occurs in validation and test alone, item 5 in the test part alone. User 0 comes back to
   * items 0 (of training) and 1 (of validation); user 1 to item 0 alone; user 2 has no test event;
   * user 3 no training event; user 4 wants a cold item alone; user 5 does nothing.
   */
  private static final Split SPLIT =
      Splits.of(
          events(new int[][] {{0, 0}, {1, 0}, {2, 1}, {4, 2}, {2, 3}}),
          events(new int[][] {{0, 1}, {2, 4}, {3, 0}}),
          events(
              new int[][] {
                {0, 0}, {0, 1}, {0, 2}, {0, 2}, {1, 0}, {3, 2}, {3, 4}, {4, 5}, {0, 4}
              }));

  private static Interactions events(int[][] pairs) {
    return SmallData.of(USERS, ITEMS, pairs);
  }

  private static int[] users(Protocol protocol) {
    return IntStream.range(0, protocol.users()).map(protocol::user).toArray();
  }

  @Test
  void maskedItemsAreNotRelevant() {
    Protocol both = Protocol.test(SPLIT, Splits.with(Mask.TRAIN_AND_VALIDATION));
    assertThat(users(both)).containsExactly(0, 3, 4);
    assertThat(both.relevant(0)).containsExactly(2, 4);
    assertThat(both.relevantCount(0)).isEqualTo(2);
    assertThat(both.relevant(1)).containsExactly(2, 4);
    assertThat(both.relevant(2)).containsExactly(5);
    assertThat(both.userCounts()).isEqualTo(new UserCounts(3, 2, 0, 1, 1, 0));
    assertThat(both.userCounts().excluded()).isEqualTo(3);
    assertThat(both.pairCounts()).isEqualTo(new PairCounts(5, 3, 3, 0));

    Protocol train = Protocol.test(SPLIT, Splits.with(Mask.TRAIN));
    assertThat(train.relevant(0)).containsExactly(1, 2, 4);
    assertThat(train.pairCounts()).isEqualTo(new PairCounts(6, 3, 2, 0));
  }

  @Test
  void withoutMaskRepeatedConsumptionIsRelevant() {
    Protocol none = Protocol.test(SPLIT, Splits.with(Mask.NONE));
    assertThat(users(none)).containsExactly(0, 1, 3, 4);
    assertThat(none.relevant(0)).containsExactly(0, 1, 2, 4);
    assertThat(none.relevant(1)).containsExactly(0);
    assertThat(none.pairCounts()).isEqualTo(new PairCounts(8, 3, 0, 0));
  }

  @Test
  void removedColdItemsAreNeitherCandidatesNorRelevant() {
    Protocol protocol = Protocol.test(SPLIT, Splits.with(ColdItems.REMOVE));
    assertThat(protocol.candidates()).isEqualTo(ItemSet.of(ITEMS, 0, 1, 2, 3));
    assertThat(users(protocol)).containsExactly(0, 3);
    assertThat(protocol.relevant(0)).containsExactly(2);
    assertThat(protocol.relevant(1)).containsExactly(2);
    assertThat(protocol.userCounts()).isEqualTo(new UserCounts(2, 2, 0, 2, 1, 0));
    assertThat(protocol.pairCounts()).isEqualTo(new PairCounts(2, 0, 2 + 1, 3));
  }

  @Test
  void removedColdUsersAreCounted() {
    Rules rules = new Rules(Mask.NONE, HistoryPart.TRAIN, ColdItems.RANK_LAST, ColdUsers.REMOVE);
    Protocol protocol = Protocol.test(SPLIT, rules);
    assertThat(users(protocol)).containsExactly(0, 1, 4);
    assertThat(protocol.userCounts()).isEqualTo(new UserCounts(3, 2, 1, 0, 0, 0));
    assertThat(protocol.userCounts().summary())
        .isEqualTo(
            "3 users evaluated (0 without training event); left out: 2 without held-out event,"
                + " 1 cold, 0 whose held-out items are masked or removed");
  }

  @Test
  void validationLooksAtTrainingAlone() {
    Protocol protocol = Protocol.validation(SPLIT, Splits.USUAL);
    assertThat(protocol.part()).isEqualTo(Split.Part.VALIDATION);
    assertThat(protocol.rules())
        .isEqualTo(new Rules(Mask.TRAIN, HistoryPart.TRAIN, ColdItems.RANK_LAST, ColdUsers.KEEP));
    assertThat(users(protocol)).containsExactly(0, 2, 3);
    assertThat(protocol.relevant(1)).containsExactly(4);
    assertThat(Splits.with(Mask.NONE).forValidation().mask()).isEqualTo(Mask.NONE);
  }

  @Test
  void historiesAreThoseOfTheRules() {
    Protocol train = Protocol.test(SPLIT, Splits.USUAL);
    assertThat(train.batch(0, 2).history(0).size()).isEqualTo(1);
    assertThat(train.batch(0, 2).history(1).size()).isZero();
    Rules rules =
        new Rules(Mask.NONE, HistoryPart.TRAIN_AND_VALIDATION, ColdItems.SCORE, ColdUsers.KEEP);
    Protocol both = Protocol.test(SPLIT, rules);
    assertThat(both.batch(0, 1).history(0).item(0)).isZero();
    assertThat(both.batch(0, 1).history(0).item(1)).isEqualTo(1);
    assertThat(both.batch(1, 3).history(1).item(0)).isZero();
  }

  @Test
  void otherCandidatesMakeAnotherDefinition() {
    ItemSet some = ItemSet.of(ITEMS, 0, 2, 4);
    Protocol protocol = Protocol.of(SPLIT, Split.Part.TEST, Splits.with(Mask.NONE), some);
    assertThat(protocol.relevant(0)).containsExactly(0, 2, 4);
    assertThat(protocol.pairCounts().removed()).isEqualTo(2);
    assertThat(Protocol.test(SPLIT, Splits.USUAL).definition())
        .isEqualTo(
            "relevant=test mask=train-and-validation history=train cold-items=rank-last"
                + " cold-users=keep candidates=all");
    assertThat(protocol.definition())
        .startsWith("relevant=test mask=none history=train cold-items=score")
        .matches(".*candidates=sha-256:[0-9a-f]{64}")
        .isNotEqualTo(
            Protocol.of(SPLIT, Split.Part.TEST, Splits.with(Mask.NONE), ItemSet.of(ITEMS, 0, 2, 5))
                .definition());
  }

  private static Split sampled(int[]... pairs) {
    CandidateLists.Builder lists = new CandidateLists.Builder();
    for (int[] pair : pairs) {
      lists.add(pair[0], pair[1]);
    }
    return SPLIT.withCandidates(Optional.of(lists.build(USERS, ITEMS)));
  }

  @Test
  void listsOfTheSplitAreTheCandidatesOfItsTestPart() {
    Split split = sampled(new int[][] {{0, 2}, {0, 3}, {3, 2}, {3, 4}, {4, 1}});
    Protocol test = Protocol.test(split, Splits.with(Mask.NONE));
    // User 0 loses items 0, 1 and 4, user 1 all for want of a list, user 4 the only held-out one.
    assertThat(users(test)).containsExactly(0, 3);
    assertThat(test.relevant(0)).containsExactly(2);
    assertThat(test.relevant(1)).containsExactly(2, 4);
    assertThat(test.pairCounts()).isEqualTo(new PairCounts(3, 1, 0, 3 + 1 + 1));
    assertThat(test.candidates()).isEqualTo(ItemSet.of(ITEMS, 1, 2, 3, 4));
    assertThat(Protocol.validation(split, Splits.USUAL).definition())
        .isEqualTo(Protocol.validation(SPLIT, Splits.USUAL).definition())
        .endsWith("candidates=all");
  }

  @Test
  void otherListsMakeAnotherDefinition() {
    int[][] pairs = {{0, 2}, {0, 3}, {3, 2}};
    String definition = Protocol.test(sampled(pairs), Splits.USUAL).definition();
    assertThat(definition)
        .matches(".* candidates=lists-sha-256:[0-9a-f]{64}")
        .isEqualTo(Protocol.test(sampled(pairs), Splits.USUAL).definition())
        .isNotEqualTo(
            Protocol.test(sampled(new int[][] {{0, 2}, {3, 3}, {3, 2}}), Splits.USUAL)
                .definition());
  }

  @Test
  void onlyTheListIsRankedMaskedAndWithColdItemsLast() {
    Split split = sampled(new int[][] {{0, 0}, {0, 2}, {0, 3}, {0, 4}, {3, 2}, {4, 5}});
    float out = Float.NEGATIVE_INFINITY;
    float[] scores = {7, 9, 9, 9, 9, 9, 9, 7}; // user 0's row begins at 1
    Protocol.test(split, Splits.with(Mask.TRAIN)).restrict(0, scores, 1);
    assertThat(scores).containsExactly(7, out, out, 9, 9, 9, out, 7);
    float[] cold = {9, 9, 9, 9, 9, 9};
    Protocol.test(split, Splits.USUAL).restrict(0, cold, 0);
    assertThat(cold).containsExactly(out, out, 9, 9, -Float.MAX_VALUE, out);
    float[] removed = {9, 9, 9, 9, 9, 9};
    Protocol.test(split, Splits.with(ColdItems.REMOVE)).restrict(0, removed, 0);
    assertThat(removed).containsExactly(out, out, 9, 9, out, out);
  }

  @Test
  void refusesToShowWhatIsToBePredicted() {
    ItemSet all = ItemSet.all(ITEMS);
    assertThatThrownBy(() -> Protocol.of(SPLIT, Split.Part.VALIDATION, Splits.USUAL, all))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("mask=train-and-validation");
    assertThatThrownBy(() -> Protocol.of(SPLIT, Split.Part.TRAIN, Splits.USUAL, all))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("TRAIN");
    assertThatThrownBy(() -> Protocol.of(SPLIT, Split.Part.TEST, Splits.USUAL, ItemSet.all(7)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("candidates out of 7 items for a split of 6");
  }

  /**
   * User 2 of {@link #SPLIT} is out; user 3 is known by items 1 and 4, user 1 by item 3 as well.
   */
  private static Split foldedIn() {
    return new Split(
        SPLIT.catalogue(),
        SPLIT.train(),
        SPLIT.validation(),
        SPLIT.test(),
        events(new int[][] {{3, 1}, {3, 4}, {1, 3}}),
        Optional.empty());
  }

  @Test
  void foldInEventsAreHistoryAndMaskedForValidationAndTest() {
    Protocol test = Protocol.test(foldedIn(), Splits.with(Mask.TRAIN));
    assertThat(users(test)).containsExactly(0, 3, 4);
    assertThat(test.relevant(1)).as("item 4 is known").containsExactly(2);
    UserBatch batch = test.batch(0, 3);
    assertThat(batch.user(0)).isZero();
    assertThat(batch.user(1)).as("met for the first time").isEqualTo(UserBatch.NEW_USER);
    assertThat(batch.user(2)).as("of whom nothing is known").isEqualTo(4);
    assertThat(batch.history(1).size()).isEqualTo(2);
    assertThat(batch.history(1).item(1)).isEqualTo(4);
    float[] scores = {1, 2, 3, 4, 5, 6};
    test.restrict(1, scores, 0);
    float out = Float.NEGATIVE_INFINITY;
    assertThat(scores).containsExactly(1, out, 3, 4, out, 6);

    Protocol validation = Protocol.validation(foldedIn(), Splits.USUAL);
    assertThat(users(validation)).containsExactly(0, 2, 3);
    assertThat(validation.batch(2, 3).user(0)).isEqualTo(UserBatch.NEW_USER);
    assertThat(validation.batch(2, 3).history(0).size()).isEqualTo(2);
    assertThat(Protocol.test(foldedIn(), Splits.with(Mask.NONE)).relevant(2)).containsExactly(2, 4);
  }

  @Test
  void historiesJoinAllThatIsKnown() {
    Rules rules =
        new Rules(Mask.NONE, HistoryPart.TRAIN_AND_VALIDATION, ColdItems.SCORE, ColdUsers.KEEP);
    UserBatch batch = Protocol.test(foldedIn(), rules).batch(0, 3);
    assertThat(batch.user(1)).isEqualTo(1);
    assertThat(batch.history(1).size()).as("training and fold-in").isEqualTo(2);
    assertThat(batch.history(2).size()).as("validation and fold-in").isEqualTo(3);
  }

  @Test
  void whoIsFoldedInIsNotCold() {
    Rules rules = new Rules(Mask.NONE, HistoryPart.TRAIN, ColdItems.RANK_LAST, ColdUsers.REMOVE);
    Protocol protocol = Protocol.test(foldedIn(), rules);
    assertThat(users(protocol)).containsExactly(0, 1, 3, 4);
    assertThat(protocol.userCounts()).isEqualTo(new UserCounts(4, 2, 0, 0, 1, 1));
    assertThat(protocol.userCounts().summary())
        .startsWith(
            "4 users evaluated (1 without training event, of whom 1 are known by fold-in events);");
  }

  @Test
  void aSplitWithoutFoldInHasTheDefinitionItHad() {
    assertThat(Protocol.test(foldedIn(), Splits.USUAL).definition())
        .as("the files of the split tell the two apart")
        .isEqualTo(Protocol.test(SPLIT, Splits.USUAL).definition());
  }
}
