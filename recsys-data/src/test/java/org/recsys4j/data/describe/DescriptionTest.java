package org.recsys4j.data.describe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.recsys4j.api.data.Dataset;
import org.recsys4j.api.data.EventLog;
import org.recsys4j.api.data.Split;
import org.recsys4j.api.data.Split.Part;

class DescriptionTest {
  private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
  private static final long DAY = 1_000_000_000;

  private static Dataset data() {
    return Dataset.of(
        new EventLog.Builder(true)
            .add("ann", "tea", 5, DAY)
            .add("ann", "cup", 3, DAY)
            .add("ann", "tea", 4, DAY + 50)
            .add("bob", "tea", 5, DAY + 86_400)
            .build());
  }

  @Test
  void countsByHand() {
    Description data = Description.of(data().interactions());
    assertThat(data.events()).isEqualTo(4);
    assertThat(data.pairs()).isEqualTo(3);
    assertThat(data.repeats()).isEqualTo(1);
    assertThat(data.users().size()).isEqualTo(2);
    assertThat(data.items().size()).isEqualTo(2);
    assertThat(data.density()).isEqualTo(0.75);
    assertThat(data.times()).isEqualTo(Optional.of(new Description.Times(DAY, DAY + 86_400, 1)));
    assertThat(data.sharedTimes()).contains(0.25);
    assertThat(data.values().bins())
        .containsExactly(
            new ValueHistogram.Bin(3, 3, 1),
            new ValueHistogram.Bin(4, 4, 1),
            new ValueHistogram.Bin(5, 5, 2));
  }

  @Test
  void withoutTimesThereAreNone() {
    Dataset data = Dataset.of(new EventLog.Builder(false).add("a", "b", 1, 0).build());
    Description description = Description.of(data.interactions());
    assertThat(description.times()).isEmpty();
    assertThat(description.sharedTimes()).isEmpty();
    assertThat(description.density()).isEqualTo(1);
  }

  @Test
  void manyValuesAreClassed() {
    EventLog.Builder log = new EventLog.Builder(false);
    for (int i = 0; i <= 100; i++) {
      log.add("a", "i" + i, i, 0);
    }
    List<ValueHistogram.Bin> bins =
        Description.of(Dataset.of(log.build()).interactions()).values().bins();
    assertThat(bins).hasSize(10);
    assertThat(bins.get(0)).isEqualTo(new ValueHistogram.Bin(0, 10, 10));
    assertThat(bins.get(9)).isEqualTo(new ValueHistogram.Bin(90, 100, 11));
  }

  @Test
  void activityByHand() {
    Activity activity = Activity.of(new int[] {1, 0, 4, 1, 2, 2});
    assertThat(activity.size()).isEqualTo(5);
    assertThat(activity.total()).isEqualTo(10);
    assertThat(activity.mean()).isEqualTo(2);
    assertThat(activity.count(0)).isEqualTo(4);
    assertThat(activity.count(4)).isEqualTo(1);
    assertThat(activity.quantile(0)).isEqualTo(1);
    assertThat(activity.quantile(0.4)).isEqualTo(1);
    assertThat(activity.quantile(0.5)).isEqualTo(2);
    assertThat(activity.quantile(0.8)).isEqualTo(2);
    assertThat(activity.quantile(0.81)).isEqualTo(4);
    assertThat(activity.quantile(1)).isEqualTo(4);
    assertThat(activity.shareOfTop(0.2)).isEqualTo(0.4);
    assertThat(activity.shareOfTop(0.21)).isEqualTo(0.6);
    assertThat(activity.neededFor(0.4)).isEqualTo(1);
    assertThat(activity.neededFor(0.41)).isEqualTo(2);
    assertThat(activity.neededFor(1)).isEqualTo(5);
    assertThat(activity.between(1, 1)).isEqualTo(2);
    assertThat(activity.between(2, 3)).isEqualTo(2);
    assertThat(activity.between(3, 3)).isZero();
    // sum over all pairs of |x - y| = 28; by 2 n^2 mean = 100
    assertThat(activity.gini()).isCloseTo(0.28, within(1e-12));
  }

  @Test
  void giniOfTheExtremes() {
    assertThat(Activity.of(new int[] {3, 3, 3}).gini()).isCloseTo(0, within(1e-12));
    int[] one = new int[1000];
    Arrays.fill(one, 1);
    one[7] = 1_000_000;
    assertThat(Activity.of(one).gini()).isGreaterThan(0.99).isLessThan(1 - 1e-3);
  }

  /** The definition: mean absolute difference of all pairs by twice the mean. */
  @Property(tries = 200)
  void giniIsHalfTheRelativeMeanDifference(
      @ForAll @Size(min = 1, max = 30) List<@IntRange(min = 1, max = 1000) Integer> counts) {
    double differences = 0;
    double sum = 0;
    for (int x : counts) {
      sum += x;
      for (int y : counts) {
        differences += Math.abs(x - y);
      }
    }
    double expected = differences / (2 * counts.size() * sum);
    Activity activity = Activity.of(counts.stream().mapToInt(Integer::intValue).toArray());
    assertThat(activity.gini()).isCloseTo(expected, within(1e-9));
    assertThat(activity.shareOfTop(1)).isEqualTo(1);
    assertThat(activity.neededFor(activity.shareOfTop(0.5)))
        .isLessThanOrEqualTo((counts.size() + 1) / 2);
  }

  @Test
  void coldUsersAndItemsAreCounted() {
    Dataset data =
        Dataset.of(
            new EventLog.Builder(false)
                .add("ann", "tea", 1, 0) // train
                .add("ann", "cup", 1, 0) // test: cold item
                .add("ann", "tea", 1, 0) // test: known
                .add("bob", "tea", 1, 0) // test: cold user
                .add("cid", "cup", 1, 0) // validation
                .build());
    Part[] parts = {Part.TRAIN, Part.TEST, Part.TEST, Part.TEST, Part.VALIDATION};
    Split split = Split.assign(data, position -> parts[position]);
    SplitDescription description = SplitDescription.of(split);
    assertThat(description).isEqualTo(new SplitDescription(1, 1, 3, 2, 1, 2, 1, 2));
    assertThat(description.coldShare()).isEqualTo(2.0 / 3);
  }

  private static List<String> suspicions(EventLog.Builder log) {
    Dataset data = Dataset.of(log.build());
    return Suspicions.of(data, Description.of(data.interactions()), NOW);
  }

  @Test
  void idsOfSeveralNumbersMayBeColumns() {
    assertThat(
            suspicions(
                new EventLog.Builder(false)
                    .add("187-958-967", "72-4083", 1, 0)
                    .add("187-958-967", "49-4082", 1, 0)))
        .containsExactly(
            "all ids of users are several numbers, such as 187-958-967; are they columns of their"
                + " own? The source delimited reads them so with a second-separator",
            "all ids of items are several numbers, such as 72-4083; are they columns of their own?"
                + " The source delimited reads them so with a second-separator");
    assertThat(
            suspicions(
                new EventLog.Builder(false)
                    .add("187-958-967", "B000-4083", 1, 0)
                    .add("u187", "72-4083", 1, 0)
                    .add("u187", "B000-4083", 1, 0)
                    .add("187-958-967", "72-4083", 1, 0)))
        .isEmpty();
  }

  @Test
  void soundDataAreNotSuspicious() {
    assertThat(
            suspicions(
                new EventLog.Builder(true)
                    .add("a", "x", 1, DAY)
                    .add("a", "y", 1, DAY + 1)
                    .add("b", "x", 1, DAY)
                    .add("b", "y", 1, DAY + 1)))
        .isEmpty();
  }

  @Test
  void repeatsLonelyUsersAndStrangeTimesAreTold() {
    assertThat(
            suspicions(
                new EventLog.Builder(true)
                    .add("a", "x", 1, 1_700_000_000_000L)
                    .add("a", "x", 1, 1_700_000_000_000L)
                    .add("a", "x", 1, 1_700_000_000_000L)
                    .add("b", "x", 1, 12)))
        .containsExactly(
            "2 events repeat a pair of user and item; the preparation deduplicate keeps one",
            "1 users (50.0 %) have one event: they can be trained on or tested, not both",
            "the latest time is in the future: are times milliseconds, not seconds?",
            "the earliest time is before 1990: are times seconds since 1970-01-01 UTC?");
  }

  @Test
  void programsAmongUsersAreTold() {
    EventLog.Builder hasty = new EventLog.Builder(true);
    EventLog.Builder patient = new EventLog.Builder(true);
    for (int i = 0; i < 1000; i++) {
      hasty.add("bot", "i" + i, 1, DAY + i * 86L);
      patient.add("fan", "i" + i, 1, DAY + i * 87L);
    }
    assertThat(suspicions(hasty))
        .containsExactly(
            "users with implausibly many events: 1, such as bot with 1,000; are they people?");
    assertThat(suspicions(patient)).isEmpty();
  }
}
