package org.recsys4j.data.feature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.recsys4j.data.feature.Rows.extract;
import static org.recsys4j.data.feature.Rows.had;
import static org.recsys4j.data.feature.Rows.pair;
import static org.recsys4j.data.feature.Rows.row;
import static org.recsys4j.data.feature.Rows.rows;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.recsys4j.api.FeatureExtractor;
import org.recsys4j.api.FeatureRows;
import org.recsys4j.api.data.FeatureSchema.Feature;
import org.recsys4j.api.data.FeatureSchema.Kind;
import org.recsys4j.api.data.Interactions;
import org.recsys4j.api.data.InvalidDataException;
import org.recsys4j.data.feature.Statistics.Statistic;

class ExtractorValuesTest {
  private static final Optional<String> NONE = Optional.empty();

  @Test
  void bucketsByQuantilesOrGivenEdges() {
    FeatureExtractor learned =
        new Bucketize()
            .fit(
                rows("1", "2", "3", "4", "5", "6", "7", "8", "9", ""),
                new Bucketize.Options("x", List.of(), 4)); // edges 3, 5, 7
    FeatureExtractor given =
        new Bucketize().fit(rows(), new Bucketize.Options("x", List.of(0.0, 10.0), 4));

    assertThat(extract(learned, "2.9")).containsExactly(1);
    assertThat(extract(learned, "3")).containsExactly(2);
    assertThat(extract(learned, "100")).containsExactly(4);
    assertThat(extract(learned, "")).containsExactly(0);
    assertThat(extract(given, "-5")).containsExactly(1);
    assertThat(extract(given, "10")).containsExactly(3);
    assertThat(learned.schema().features())
        .containsExactly(new Feature("x.bucket", Kind.CATEGORICAL, 1, 5, OptionalInt.of(0)));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Bucketize.Options("x", List.of(2.0, 2.0), 4));
  }

  @Test
  void hashesToTheSamePlaceAlways() {
    Hashing.Options plain = new Hashing.Options("x", Optional.of("|"), 1_000, false, 1);
    Hashing.Options signed = new Hashing.Options("x", Optional.of("|"), 1_000, true, 1);
    float[] both = extract(new Hashing().fit(rows(), plain), "Drama|War");
    float[] drama = extract(new Hashing().fit(rows(), plain), "Drama");
    float[] war = extract(new Hashing().fit(rows(), plain), "War");
    float[] withSigns = extract(new Hashing().fit(rows(), signed), "Drama|War");
    float sum = 0;
    for (int i = 0; i < both.length; i++) {
      assertThat(both[i]).isEqualTo(Math.max(drama[i], war[i]));
      assertThat(Math.abs(withSigns[i])).isEqualTo(both[i]);
      sum += both[i];
    }
    assertThat(sum).isEqualTo(2);
    Hashing.Options other = new Hashing.Options("x", Optional.of("|"), 1_000, false, 2);
    assertThat(extract(new Hashing().fit(rows(), other), "Drama|War")).isNotEqualTo(both);
  }

  /** Of 2,000 categories, about half count as -1, and places are hit evenly. */
  @Test
  void hashSpreadsAndSigns() {
    FeatureExtractor hashing =
        new Hashing().fit(rows(), new Hashing.Options("x", NONE, 4, true, 9));
    int negative = 0;
    int[] hits = new int[4];
    for (int i = 0; i < 2_000; i++) {
      float[] places = extract(hashing, "category " + i);
      for (int place = 0; place < 4; place++) {
        hits[place] += places[place] != 0 ? 1 : 0;
        negative += places[place] < 0 ? 1 : 0;
      }
    }
    assertThat(negative).isBetween(900, 1_100);
    for (int count : hits) {
      assertThat(count).isBetween(400, 600);
    }
  }

  @Test
  void crossesWhatOccursTogether() {
    FeatureExtractor crossed =
        new Crossed()
            .fit(
                FeatureRows.of(List.of(pair("DE", "m"), pair("NO", "f"), pair("DE", "f"))),
                new Crossed.Options(List.of("x", "y"), 1));

    assertThat(extract(crossed, pair("DE", "f"))).containsExactly(1);
    assertThat(extract(crossed, pair("DE", "m"))).containsExactly(2);
    assertThat(extract(crossed, pair("NO", "f"))).containsExactly(3);
    assertThat(extract(crossed, pair("NO", "m"))).containsExactly(0);
    assertThat(extract(crossed, pair("DE", ""))).containsExactly(0);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Crossed.Options(List.of("x", "x"), 1));
  }

  /** 2024-02-29 18:00 in Paris, a Thursday, is 17:00 UTC: 1,709,226,000 s. */
  @Test
  void readsTimesInTheirZone() {
    DateTime.Options options =
        new DateTime.Options(
            Optional.of("x"),
            NONE,
            "Europe/Paris",
            List.of(TimePart.values()),
            Optional.of("2024-03-01T18:00:00+01:00"));
    FeatureExtractor time = new DateTime().fit(rows(), options);

    float[] expected = {
      1,
      19,
      4,
      2,
      -1,
      0, // three quarters of a turn
      (float) Math.sin(2 * Math.PI * 3.75 / 7),
      (float) Math.cos(2 * Math.PI * 3.75 / 7),
      (float) Math.sin(2 * Math.PI * 59.75 / 366),
      (float) Math.cos(2 * Math.PI * 59.75 / 366)
    };
    for (String text : List.of("1709226000", "2024-02-29T17:00:00Z", "2024-02-29T18:00:00")) {
      assertThat(extract(time, text)).as(text).containsExactly(expected, within(1e-6f));
    }
    assertThat(extract(time, "2024-02-29")[1]).isEqualTo(1);
    assertThat(extract(time, "")).containsOnly(0);
  }

  @Test
  void readsYearsAndPatterns() {
    DateTime.Options options =
        new DateTime.Options(
            Optional.of("x"), NONE, "UTC", List.of(TimePart.RECENCY), Optional.empty());
    FeatureExtractor year = new DateTime().fit(rows("1970", "1972", ""), options);

    assertThat(extract(year, "1972")).containsExactly(0);
    assertThat(extract(year, "1970")).containsExactly(730);
    assertThat(extract(year, "")).containsExactly(365); // the mean of 730 and 0
    DateTime.Options pattern =
        new DateTime.Options(
            Optional.of("x"),
            Optional.of("dd-MMM-uuuu"),
            "UTC",
            List.of(TimePart.MONTH),
            Optional.empty());
    assertThat(extract(new DateTime().fit(rows("30-Jun-1995"), pattern), "01-Jan-1995"))
        .containsExactly(1);
    assertThatThrownBy(() -> new DateTime().fit(rows("30-Jun-1995"), options))
        .isInstanceOf(InvalidDataException.class)
        .hasMessageContaining("\"30-Jun-1995\" is no time");
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                new DateTime.Options(NONE, NONE, "Mars", List.of(TimePart.HOUR), Optional.empty()))
        .withMessageStartingWith("zone: Mars");
  }

  @Test
  void withoutAColumnTheLastEventCounts() {
    DateTime.Options options =
        new DateTime.Options(NONE, NONE, "UTC", List.of(TimePart.RECENCY), Optional.empty());
    FeatureExtractor time = new DateTime().fit(FeatureRows.of(List.of(had(1, 2), had(3))), options);

    assertThat(extract(time, had(3))[0]).isCloseTo(1 / 86_400f, within(1e-9f));
    assertThat(extract(time, had(1, 2))).containsExactly(0);
  }

  @Test
  void countsAndAveragesEvents() {
    Interactions events =
        Interactions.of(
            2,
            5,
            new int[] {0, 0, 1},
            new int[] {1, 2, 1},
            new float[] {2, 5, 4},
            new long[] {1, 2, 3},
            3);
    FeatureRows training =
        FeatureRows.of(List.of(Rows.of(events.history(0)), Rows.of(events.history(1))));
    FeatureExtractor statistics =
        new Statistics().fit(training, new Statistics.Options(List.of(Statistic.values())));

    assertThat(extract(statistics, training.rows().get(0)))
        .containsExactly(2, (float) Math.log(3), 3.5f, 2, 5);
    // Means of 3.5 and 4, of 2 and 4, of 5 and 4.
    assertThat(extract(statistics, row(""))).containsExactly(0, 0, 3.75f, 3, 4.5f);
    assertThat(statistics.schema().features().get(1).name()).isEqualTo("events.log-count");
  }

  @Test
  void keepsTheLastItems() {
    FeatureExtractor sequence =
        new Sequence().fit(FeatureRows.of(List.of(had(3, 0), had(1))), new Sequence.Options(3));

    assertThat(extract(sequence, had(0, 1, 2, 3))).containsExactly(3, 1, 5);
    assertThat(extract(sequence, had(1))).containsExactly(3, 0, 0);
    assertThat(sequence.schema().features())
        .containsExactly(new Feature("events.last", Kind.SEQUENCE, 3, 6, OptionalInt.of(1)));
  }
}
