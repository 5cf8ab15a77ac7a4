package org.recsys4j.data.split;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.recsys4j.api.data.Dataset;
import org.recsys4j.api.data.EventLog;
import org.recsys4j.api.data.Interactions;
import org.recsys4j.api.data.InvalidDataException;
import org.recsys4j.api.data.Split;
import org.recsys4j.api.random.SeedTree;
import org.recsys4j.data.split.FoldInUsers.Predict;

/** Splits that hold users, items or sessions out, on data worked by hand. */
class HeldOutSplittersTest {
  private static final SeedTree SEEDS = new SeedTree(42);

  private static String events(Split split, Interactions part) {
    List<String> events = new ArrayList<>();
    for (int user = 0; user < part.users(); user++) {
      for (int position = part.start(user); position < part.end(user); position++) {
        String item = split.catalogue().items().id(part.item(position));
        events.add(split.catalogue().users().id(user) + item);
      }
    }
    return String.join(" ", events);
  }

  /** Users u0, u1, ... with so many events each, one second after the other. */
  private static Dataset users(int count, int events) {
    EventLog.Builder log = new EventLog.Builder(true);
    for (int user = 0; user < count; user++) {
      for (int i = 0; i < events; i++) {
        log.add("u" + user, "i" + i, 1, 100L * user + i);
      }
    }
    return Dataset.of(log.build());
  }

  /** Words such as {@code a1@5}: user, item, time. */
  private static Dataset data(String words) {
    EventLog.Builder log = new EventLog.Builder(true);
    for (String word : words.split(" ", -1)) {
      log.add(word.substring(0, 1), word.substring(1, 2), 1, Long.parseLong(word.substring(3)));
    }
    return Dataset.of(log.build());
  }

  @Test
  void foldInUsersHasThePublishedProportions() {
    FoldInUsers.Options options =
        new FoldInUsers.Options(new Shares(0.1, 0.2), 0.8, Predict.RANDOM, Rounding.DOWN);
    Split split = new FoldInUsers().split(users(50, 12), options, SEEDS);

    int training = 0;
    int validation = 0;
    int test = 0;
    for (int user = 0; user < 50; user++) {
      if (split.train().count(user) > 0) {
        assertThat(split.train().count(user)).isEqualTo(12);
        training++;
      } else {
        assertThat(split.foldIn().count(user)).isEqualTo(10);
        assertThat(split.isFoldedIn(user)).isTrue();
        validation += split.validation().count(user) == 2 ? 1 : 0;
        test += split.test().count(user) == 2 ? 1 : 0;
      }
    }
    assertThat(List.of(training, validation, test)).containsExactly(35, 5, 10);
    assertThat(split.trainingData().interactions().size()).isEqualTo(35 * 12);
  }

  @Test
  void foldInUsersMayPredictTheLatest() {
    FoldInUsers.Options options =
        new FoldInUsers.Options(new Shares(0, 0.5), 0.5, Predict.LATEST, Rounding.UP);
    Split split = new FoldInUsers().split(users(2, 5), options, SEEDS);

    assertThat(events(split, split.foldIn()) + " | " + events(split, split.test()))
        .isIn("u0i0 u0i1 | u0i2 u0i3 u0i4", "u1i0 u1i1 | u1i2 u1i3 u1i4");
  }

  @Test
  void aHeldOutUserOfOneEventHasNothingToPredict() {
    FoldInUsers.Options options =
        new FoldInUsers.Options(new Shares(0, 0.5), 0.5, Predict.LATEST, Rounding.UP);

    assertThatThrownBy(() -> new FoldInUsers().split(users(2, 1), options, SEEDS))
        .isInstanceOf(InvalidDataException.class)
        .hasMessage("fold-in-users: the test part of 2 events of 2 users is empty");
    assertThatThrownBy(() -> new FoldInUsers().split(users(1, 9), Ways.FOLD_IN.options(), SEEDS))
        .hasMessage("fold-in-users: a share of 0.3 of 1 users is none");
  }

  @Test
  void whoIsHeldOutDependsOnTheSeed() {
    Dataset data = users(50, 3);
    assertThat(new FoldInUsers().split(data, Ways.FOLD_IN.options(), SEEDS).test())
        .isNotEqualTo(
            new FoldInUsers().split(data, Ways.FOLD_IN.options(), new SeedTree(1)).test());
  }

  @Test
  void coldUsersAreThoseWhoArriveLast() {
    // First events: a at 1, b at 5, c at 5, d at 2.
    Dataset data = data("a1@1 b1@5 a2@9 c1@5 d1@2 c2@6");
    ColdUsers.Options one = new ColdUsers.Options(new Shares(0, 0.25), Choice.LATEST);
    Split split = new ColdUsers().split(data, one, SEEDS);
    assertThat(events(split, split.test())).as("b and c arrive together").isEqualTo("b1 c1 c2");
    assertThat(events(split, split.train())).isEqualTo("a1 a2 d1");

    ColdUsers.Options two = new ColdUsers.Options(new Shares(0.25, 0.5), Choice.LATEST);
    split = new ColdUsers().split(data, two, SEEDS);
    assertThat(events(split, split.validation())).isEqualTo("d1");
  }

  @Test
  void randomColdUsersAreAShareOfThem() {
    ColdUsers.Options options = new ColdUsers.Options(new Shares(0.1, 0.3), Choice.RANDOM);
    Split split = new ColdUsers().split(users(40, 3), options, SEEDS);
    assertThat(split.test().size()).isEqualTo(12 * 3);
    assertThat(split.validation().size()).isEqualTo(4 * 3);
    assertThat(split.foldIn().size()).isZero();
  }

  @Test
  void coldItemsAreThoseThatArriveLast() {
    // First events: item 1 at 1, item 2 at 6, item 3 at 4.
    Dataset data = data("a1@1 b2@7 a2@6 c3@4 c1@9");
    ColdItems.Options options = new ColdItems.Options(new Shares(0.33, 0.33), Choice.LATEST);
    Split split = new ColdItems().split(data, options, SEEDS);
    assertThat(events(split, split.test())).isEqualTo("a2 b2");
    assertThat(events(split, split.validation())).isEqualTo("c3");
    assertThat(events(split, split.train())).isEqualTo("a1 c1");

    Split random =
        new ColdItems()
            .split(users(4, 10), new ColdItems.Options(new Shares(0, 0.3), Choice.RANDOM), SEEDS);
    assertThat(random.test().size()).isEqualTo(3 * 4);
  }

  @Test
  void eachUserIsASessionThatEndsWithItsLastEvent() {
    // Ends: a at 2, b at 9, c at 5, d at 7.
    Dataset data = data("a1@1 a2@2 b1@1 b2@8 b3@9 c1@4 c2@5 d1@7");
    SessionSplit.Options options =
        new SessionSplit.Options(new Shares(0.25, 0.25), 1, Optional.empty());
    assertThatThrownBy(() -> new SessionSplit().split(data, options, SEEDS))
        .as("d has one event")
        .hasMessage("session: the validation part of 8 events of 4 users is empty");

    Split split =
        new SessionSplit()
            .split(
                data, new SessionSplit.Options(new Shares(0.5, 0.25), 1, Optional.empty()), SEEDS);
    assertThat(events(split, split.train())).isEqualTo("a1 a2");
    assertThat(events(split, split.foldIn())).isEqualTo("b1 b2 c1");
    assertThat(events(split, split.validation())).as("d1 is left out").isEqualTo("c2");
    assertThat(events(split, split.test())).isEqualTo("b3");
  }

  @Test
  void severalEventsOfASessionMayBePredicted() {
    Dataset data = data("a1@1 a2@2 b1@5 b2@8 b3@9 c1@8 c2@9");
    SessionSplit.Options options =
        new SessionSplit.Options(new Shares(0, 0.34), 2, Optional.empty());
    Split split = new SessionSplit().split(data, options, SEEDS);
    assertThat(events(split, split.test())).as("at least one is to fold in").isEqualTo("b2 b3 c2");
    assertThat(events(split, split.foldIn())).isEqualTo("b1 c1");
  }

  /** Sessions: a 1-2, 10, 20-21, 30-31; b 1-2, 21; c 5, 31. */
  @Test
  void gapsEndSessionsAndTheLastOneOfAUserIsPredicted() {
    Dataset data = data("a1@1 a2@2 a3@10 a4@20 a5@21 a6@30 a7@31 b1@1 b2@2 b3@21 c1@5 c2@31");
    // Nine sessions: ends at 2, 2, 5, 10, 21, 21, 31, 31; the last 2 of 8 end at 31.
    SessionSplit.Options options =
        new SessionSplit.Options(new Shares(0.25, 0.25), 1, Optional.of(3L));
    Split split = new SessionSplit().split(data, options, SEEDS);
    assertThat(events(split, split.train())).isEqualTo("a1 a2 a3 b1 b2 c1");
    assertThat(events(split, split.test())).isEqualTo("a7 c2");
    assertThat(events(split, split.validation()))
        .as("a single event of a known user")
        .isEqualTo("b3");
    assertThat(events(split, split.foldIn()))
        .as("the validation session of a is known when a's test session is scored")
        .isEqualTo("a4 a5 a6");
    assertThat(split.isFoldedIn(0)).isFalse();
  }

  @Test
  void sessionsNeedTimes() {
    Dataset data = Dataset.of(new EventLog.Builder(false).add("a", "1", 1, 0).build());
    assertThatThrownBy(() -> new SessionSplit().split(data, Ways.SESSION.options(), SEEDS))
        .isInstanceOf(InvalidDataException.class)
        .hasMessage("session: these events have no times");
    assertThatThrownBy(() -> new ColdUsers().split(data, Ways.LATEST_USERS.options(), SEEDS))
        .hasMessage("cold-users: these events have no times");
    assertThatThrownBy(() -> new ColdItems().split(data, Ways.LATEST_ITEMS.options(), SEEDS))
        .hasMessage("cold-items: these events have no times");
  }
}
