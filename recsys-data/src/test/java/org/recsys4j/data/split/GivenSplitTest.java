package org.recsys4j.data.split;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.recsys4j.api.data.Dataset;
import org.recsys4j.api.data.EventLog;
import org.recsys4j.api.data.Interactions;
import org.recsys4j.api.data.InvalidDataException;
import org.recsys4j.api.data.Split;
import org.recsys4j.api.data.Split.Part;
import org.recsys4j.api.random.SeedTree;

class GivenSplitTest {
  private static Split split(EventLog.Builder log, double validation, long seed) {
    return new GivenSplit()
        .split(Dataset.of(log.build()), new GivenSplit.Options(validation), new SeedTree(seed));
  }

  /** User u has u + 1 training events, and all but user 0 one test event. */
  private static EventLog.Builder log() {
    EventLog.Builder log = new EventLog.Builder(false).part(Part.TRAIN);
    for (int user = 0; user < 40; user++) {
      for (int item = 0; item <= user; item++) {
        log.add("u" + user, "i" + item, 1, 0);
      }
    }
    log.part(Part.TEST);
    for (int user = 1; user < 40; user++) {
      log.add("u" + user, "i" + (user + 1) % 40, 1, 0);
    }
    return log;
  }

  @Test
  void everyEventGoesWhereTheSourceSays() {
    EventLog.Builder log = new EventLog.Builder(true).part(Part.TEST).add("ann", "tea", 1, 1);
    log.part(Part.VALIDATION).add("ann", "cup", 1, 2);
    log.part(Part.NONE).add("ann", "pot", 1, 3);
    log.part(Part.TRAIN).add("ann", "hat", 1, 4);
    Split split = split(log, 0, 1);
    assertThat(split.test().item(0)).isZero();
    assertThat(split.validation().item(0)).isEqualTo(1);
    assertThat(split.train().item(0)).isEqualTo(3);
    assertThat(split.train().size() + split.validation().size() + split.test().size()).isEqualTo(3);
    assertThat(split.candidates()).isEmpty();
  }

  @Test
  void withoutAShareThereIsNoValidationPart() {
    Split split = split(log(), 0, 1);
    assertThat(split.train().size()).isEqualTo(40 * 41 / 2);
    assertThat(split.validation().size()).isZero();
    assertThat(split.test().size()).isEqualTo(39);
  }

  @Test
  void aShareOfEachUsersTrainingIsDrawn() {
    Split split = split(log(), 0.1, 1);
    Interactions whole = split(log(), 0, 1).train();
    for (int user = 0; user < 40; user++) {
      int events = user + 1;
      int expected = events == 1 ? 0 : Math.max(1, events / 10);
      assertThat(split.validation().count(user)).as("user %d", user).isEqualTo(expected);
      assertThat(split.train().count(user)).isEqualTo(events - expected);
    }
    assertThat(split.test()).isEqualTo(split(log(), 0, 1).test());
    Interactions both = split.train().concat(split.validation());
    for (int user = 0; user < 40; user++) {
      assertThat(both.distinctItems(user)).isEqualTo(whole.distinctItems(user));
    }
    assertThat(split.validation()).isEqualTo(split(log(), 0.1, 1).validation());
    assertThat(split.validation()).isNotEqualTo(split(log(), 0.1, 2).validation());
  }

  @Test
  void refusesWhatTheSourceDoesNotTell() {
    assertThatThrownBy(() -> split(new EventLog.Builder(false).add("ann", "tea", 1, 0), 0, 1))
        .isInstanceOf(InvalidDataException.class)
        .hasMessage(
            "given: the source does not tell which part an event is in; sources such as lightgcn"
                + " and ncf do, any other needs another split");
  }

  @Test
  void refusesASecondValidationPart() {
    EventLog.Builder log = log().part(Part.VALIDATION).add("u3", "i39", 1, 0);
    assertThatThrownBy(() -> split(log, 0.1, 1))
        .isInstanceOf(InvalidDataException.class)
        .hasMessage("given: the source tells a validation part; set validation = 0 instead of 0.1");
  }

  @Test
  void refusesEmptyParts() {
    EventLog.Builder log = new EventLog.Builder(false).part(Part.TRAIN).add("ann", "tea", 1, 0);
    assertThatThrownBy(() -> split(log, 0, 1))
        .isInstanceOf(InvalidDataException.class)
        .hasMessage("given: the test part of 1 events of 1 users is empty");
  }
}
