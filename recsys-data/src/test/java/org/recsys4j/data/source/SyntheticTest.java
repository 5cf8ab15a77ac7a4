package org.recsys4j.data.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.HashMap;
import java.util.Map;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.recsys4j.api.ReadContext;
import org.recsys4j.api.data.EventLog;
import org.recsys4j.api.plugin.PluginKind;
import org.recsys4j.data.Options;

class SyntheticTest {
  private static EventLog make(String options) {
    return new Synthetic()
        .read(
            Options.of(PluginKind.SOURCE, "synthetic", Synthetic.Options.class, options),
            ReadContext.SILENT);
  }

  private static int number(String id) {
    return Integer.parseInt(id.substring(1));
  }

  /** Events by number of the item, in rows from one to before another. */
  private static int[] counts(EventLog log, int items, int from, int to) {
    int[] counts = new int[items];
    for (int row = from; row < to; row++) {
      counts[number(log.items().id(log.item(row)))]++;
    }
    return counts;
  }

  @Property(tries = 30)
  void theSameSeedGivesTheSameBitsAndAnotherOneOthers(
      @ForAll long seed, @ForAll @IntRange(min = 1, max = 50) int items) {
    String options = "users = 40, events = 500, values = ratings, items = " + items + ", seed = ";

    EventLog log = make(options + seed);

    assertThat(make(options + seed).checksum()).isEqualTo(log.checksum());
    assertThat(make(options + (seed + 1)).checksum()).isNotEqualTo(log.checksum());
    assertThat(log.size()).isEqualTo(500);
    assertThat(log.users().size()).isLessThanOrEqualTo(40);
    assertThat(log.items().size()).isLessThanOrEqualTo(items);
  }

  /** The bits of today, so that a study can be repeated with tomorrow's version. */
  @Test
  void theBitsStay() {
    assertThat(make("users = 40, items = 30, events = 500, drift = 1, values = ratings").checksum())
        .isEqualTo("02f099ed2f7cea18af1160317073568d15c43a31243dc95e0c2612d82e5847d7");
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 0.5, 1, 2})
  void ranksFollowZipfsLaw(double exponent) {
    int n = 50;
    ZipfTable table = new ZipfTable(n, exponent);
    SplittableRandom random = new SplittableRandom(7);
    int draws = 2_000_000;
    int[] counts = new int[n];
    for (int i = 0; i < draws; i++) {
      counts[table.draw(random)]++;
    }

    double harmonic = 0;
    for (int r = 1; r <= n; r++) {
      harmonic += Math.pow(r, -exponent);
    }
    for (int r = 1; r <= n; r++) {
      double expected = draws * Math.pow(r, -exponent) / harmonic;
      assertThat((double) counts[r - 1])
          .as("rank %d", r)
          .isCloseTo(expected, within(5 * Math.sqrt(expected)));
    }
  }

  /** The slope of log count over log rank, by least squares over the 100 first ranks. */
  @ParameterizedTest
  @ValueSource(doubles = {0.6, 1, 1.4})
  void popularityHasTheSlopeThatWasAskedFor(double exponent) {
    EventLog log =
        make("users = 1000, items = 1000, events = 1000000, factors = 0, exponent = " + exponent);
    int[] counts = counts(log, 1000, 0, log.size());

    double xs = 0;
    double ys = 0;
    double xx = 0;
    double xy = 0;
    for (int r = 1; r <= 100; r++) {
      double x = Math.log(r);
      double y = Math.log(counts[r - 1]);
      xs += x;
      ys += y;
      xx += x * x;
      xy += x * y;
    }
    double slope = (100 * xy - xs * ys) / (100 * xx - xs * xs);

    assertThat(slope).isCloseTo(-exponent, within(0.03));
  }

  /** By the closed form: in the last events of a drift of 0.3, all items have slid by 29 ranks. */
  @Test
  void laterEventsHaveOtherItems() {
    EventLog log =
        make("users = 100, items = 100, events = 200000, factors = 0, exponent = 1, drift = 0.3");
    int[] first = counts(log, 100, 0, 4_000);
    int[] last = counts(log, 100, 196_000, 200_000);

    double harmonic = 0;
    for (int r = 1; r <= 100; r++) {
      harmonic += 1.0 / r;
    }
    assertThat((double) first[0]).isCloseTo(4_000 / harmonic, within(120.0));
    assertThat((double) last[71]).isCloseTo(4_000 / harmonic, within(120.0));
    assertThat((double) last[72]).isCloseTo(4_000 / harmonic / 2, within(90.0));
    assertThat((double) last[0]).isCloseTo(4_000 / harmonic / 30, within(30.0));
    assertThat(log.time(0)).isEqualTo(1_577_836_800);
    assertThat(log.time(log.size() - 1)).isBetween(1_609_372_400L, 1_609_372_800L);
  }

  @Test
  void withoutDriftNothingMoves() {
    EventLog log = make("users = 100, items = 10, events = 200000, factors = 0");
    int[] first = counts(log, 10, 0, 100_000);
    int[] last = counts(log, 10, 100_000, 200_000);

    for (int i = 0; i < 10; i++) {
      assertThat((double) last[i]).isCloseTo(first[i], within(6 * Math.sqrt(first[i])));
    }
  }

  /**
   * With one dimension, factors are 1 or -1, so each user prefers the items of one sign, with odds
   * of σ(affinity) to σ(-affinity).
   */
  @Test
  void usersPreferItemsOfTheirTaste() {
    EventLog log =
        make(
            "users = 20, items = 200, events = 400000, factors = 1, affinity = 1.5, exponent = 0,"
                + " user-exponent = 0");
    Map<String, int[]> byUser = new HashMap<>();
    for (int row = 0; row < log.size(); row++) {
      byUser
          .computeIfAbsent(log.users().id(log.user(row)), id -> new int[200])[
          number(log.items().id(log.item(row)))]++;
    }

    double odds = Math.exp(1.5); // σ(a) / σ(-a)
    for (int[] counts : byUser.values()) {
      double liked = 0;
      double others = 0;
      int likes = 0;
      for (int count : counts) {
        boolean like = count > 100; // of 100 on the average: 158 and 35, or the other way round
        likes += like ? 1 : 0;
        liked += like ? count : 0;
        others += like ? 0 : count;
      }
      assertThat(liked / likes / (others / (200 - likes))).isCloseTo(odds, within(0.25));
    }
    assertThat(byUser).hasSize(20);
  }

  @Test
  void ratingsAreHalfStarsThatFollowTastes() {
    EventLog plain = make("events = 20000, values = ratings, noise = 0, factors = 0");
    EventLog noisy = make("events = 20000, values = ratings, noise = 3");

    for (int row = 0; row < plain.size(); row++) {
      assertThat(plain.value(row)).isEqualTo(3);
      assertThat(noisy.value(row)).isBetween(0.5f, 5f);
      assertThat(2 * noisy.value(row) % 1).isZero();
    }
  }

  @Test
  void implicitValuesAre1AndRareUsersHaveNumbersToo() {
    EventLog log = make("users = 3, items = 1, events = 10, affinity = 20, factors = 2");

    assertThat(log.size()).isEqualTo(10);
    assertThat(log.value(9)).isEqualTo(1);
    assertThat(log.items().id(0)).isEqualTo("i0");
  }
}
