package org.recsys4j.eval.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.recsys4j.api.contract.SmallData;
import org.recsys4j.api.data.Dataset;
import org.recsys4j.api.data.EventLog;
import org.recsys4j.api.data.Interactions;
import org.recsys4j.api.data.Split;
import org.recsys4j.api.testing.BenchData;

class LeakageTest {
  private static Interactions at(long... times) {
    int[] zeros = new int[times.length];
    return Interactions.of(1, 1, zeros, zeros, new float[times.length], times, times.length);
  }

  /** Nine events lie before second 19 of ten, in the order 10, 11, ..., 19. */
  @Test
  void countsTestEventsBeforeTrainingEvents() {
    Split split = Splits.of(at(10, 12, 13, 15, 16, 18), at(14), at(11, 17, 19));
    Leakage leakage = Leakage.of(split).orElseThrow();
    assertThat(leakage).isEqualTo(new Leakage(3, 2, 2, 0));
    assertThat(leakage.any()).isTrue();
    assertThat(leakage.summary())
        .isEqualTo(
            "of 3 test events, 2 are older than the newest training event and 2 are older than"
                + " the time before which 90 % of all events lie");
  }

  @Test
  void thereIsNoneUnderAGlobalCut() {
    Split split = Splits.of(at(1, 2, 3, 4, 5, 6, 7, 8, 9), at(), at(9, 10));
    assertThat(Leakage.of(split)).contains(new Leakage(2, 0, 0, 0));
    assertThat(Leakage.of(split).orElseThrow().any()).isFalse();
    assertThat(Leakage.of(split).map(Leakage::summary))
        .contains("no test event is older than a training event");
  }

  /** Nobody learns from the future, but the history from which users are scored knows it. */
  @Test
  void countsTestEventsBeforeWhatIsKnownOfTheirUser() {
    Split split =
        new Split(
            Splits.of(at(1), at(), at()).catalogue(),
            at(1, 2, 3),
            at(),
            at(5, 8, 10),
            at(4, 9),
            Optional.empty());
    Leakage leakage = Leakage.of(split).orElseThrow();
    assertThat(leakage).isEqualTo(new Leakage(3, 0, 2, 2));
    assertThat(leakage.any()).isTrue();
    assertThat(leakage.summary())
        .endsWith("all events lie; 2 are older than a fold-in event of their user");
  }

  @Test
  void isUnknownWithoutTimes() {
    Interactions timeless = SmallData.withoutTimes(at(1, 2));
    assertThat(Leakage.of(Splits.of(timeless, at(), timeless))).isEmpty();
    assertThat(Leakage.of(Splits.of(at(1), at(), at()))).isEmpty();
  }

  /** The figure of MovieLens-100K with each user's last rating held out. */
  @Test
  void isLargeForLeaveOneOutOnMovieLens() throws IOException {
    Dataset dataset = Dataset.of(movieLens());
    Interactions events = dataset.interactions();
    boolean[] last = new boolean[events.size()];
    for (int user = 0; user < events.users(); user++) {
      last[events.end(user) - 1] = true;
    }
    Split split = Split.assign(dataset, event -> last[event] ? Split.Part.TEST : Split.Part.TRAIN);
    Leakage leakage = Leakage.of(split).orElseThrow();
    assertThat(leakage.testEvents()).isEqualTo(943);
    assertThat(leakage.olderThanNinetyPercent()).isEqualTo(777);
    assertThat(leakage.olderThanTraining()).isBetween(778, 943);
  }

  private static EventLog movieLens() throws IOException {
    Path file = BenchData.folder("ml-100k").resolve("u.data.gz");
    EventLog.Builder log = new EventLog.Builder(true);
    try (BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        String[] columns = line.split("\t", -1);
        log.add(columns[0], columns[1], Float.parseFloat(columns[2]), Long.parseLong(columns[3]));
      }
    }
    return log.build();
  }
}
