package org.recsys4j.data.candidate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.recsys4j.api.data.CandidateLists;
import org.recsys4j.api.data.Dataset;
import org.recsys4j.api.data.EventLog;
import org.recsys4j.api.data.IdIndex;
import org.recsys4j.api.data.InvalidDataException;
import org.recsys4j.api.data.ItemSet;
import org.recsys4j.api.data.Split;
import org.recsys4j.api.data.Split.Part;
import org.recsys4j.api.random.SeedTree;
import org.recsys4j.data.Events;

class CandidatePoliciesTest {
  private static final SeedTree SEEDS = new SeedTree(7);

  @Provide
  Arbitrary<Dataset> datasets() {
    return Events.datasets();
  }

  /** Of three events, the second is for validation, the third for the test. */
  private static Split split(Dataset dataset) {
    List<Part> parts = List.of(Part.TRAIN, Part.VALIDATION, Part.TEST);
    return Split.assign(dataset, position -> parts.get(position % 3));
  }

  private static CandidateLists uniform(Dataset dataset, Split split, int count, SeedTree seeds) {
    return new UniformSample()
        .draw(dataset, split, new UniformSample.Options(count), seeds)
        .orElseThrow();
  }

  @Property(tries = 200)
  void negativesAreUnseenAndAsManyAsThereAre(
      @ForAll("datasets") Dataset dataset, @ForAll @IntRange(min = 1, max = 15) int count) {
    Split split = split(dataset);
    CandidateLists lists = uniform(dataset, split, count, SEEDS);
    int items = dataset.catalogue().items().size();
    for (int user = 0; user < lists.users(); user++) {
      ItemSet had = ItemSet.of(items, dataset.interactions().history(user));
      ItemSet heldOut = ItemSet.of(items, split.test().history(user));
      int negatives = 0;
      for (int position = lists.start(user); position < lists.end(user); position++) {
        int item = lists.item(position);
        assertThat(heldOut.contains(item) || !had.contains(item)).isTrue();
        negatives += heldOut.contains(item) ? 0 : 1;
      }
      boolean evaluated = heldOut.size() > 0;
      assertThat(lists.count(user) - negatives).isEqualTo(heldOut.size());
      assertThat(negatives).isEqualTo(evaluated ? Math.min(count, items - had.size()) : 0);
    }
  }

  /** 200 items, so that both ways to draw are taken: 4 negatives, and 190. */
  @Test
  void everyUnseenItemIsDrawnEquallyOften() {
    int users = 4_000;
    EventLog.Builder log = new EventLog.Builder(false);
    for (int item = 0; item < 200; item++) {
      log.add("all", "i" + item, 1, 0);
    }
    for (int user = 0; user < users; user++) {
      log.add("u" + user, "i0", 1, 0).add("u" + user, "i1", 1, 0);
    }
    Dataset dataset = Dataset.of(log.build());
    Split split =
        Split.assign(
            dataset, position -> position >= 200 && position % 2 == 1 ? Part.TEST : Part.TRAIN);
    for (int count : new int[] {4, 190}) {
      CandidateLists lists = uniform(dataset, split, count, SEEDS);
      int[] drawn = new int[200];
      for (int position = 0; position < lists.size(); position++) {
        drawn[lists.item(position)]++;
      }
      assertThat(drawn[0]).as("had in training").isZero();
      assertThat(drawn[1]).as("held out").isEqualTo(users);
      double share = count / 198.0;
      double deviation = Math.sqrt(users * share * (1 - share));
      for (int item = 2; item < 200; item++) {
        assertThat((double) drawn[item]).isCloseTo(users * share, within(5 * deviation));
      }
    }
  }

  @Test
  void aDrawDependsOnSeedAndUserAlone() {
    EventLog.Builder first = new EventLog.Builder(false);
    EventLog.Builder second = new EventLog.Builder(false);
    for (int item = 0; item < 50; item++) {
      first.add("all", "i" + item, 1, 0);
      second.add("all", "i" + item, 1, 0);
    }
    first.add("ann", "i1", 1, 0).add("ann", "i2", 1, 0).add("bob", "i3", 1, 0);
    second.add("zoe", "i9", 1, 0).add("ann", "i1", 1, 0).add("ann", "i2", 1, 0);
    Dataset alone = Dataset.of(first.build());
    assertThat(listOf("ann", alone, SEEDS))
        .hasSize(11)
        .isEqualTo(listOf("ann", Dataset.of(second.build()), SEEDS))
        .isNotEqualTo(listOf("ann", alone, new SeedTree(8)));
  }

  /** The last event of ann is for the test. */
  private static List<Integer> listOf(String user, Dataset dataset, SeedTree seeds) {
    int index = dataset.catalogue().users().indexOf(user);
    int last = dataset.interactions().end(index) - 1;
    Split split = Split.assign(dataset, position -> position == last ? Part.TEST : Part.TRAIN);
    CandidateLists lists = uniform(dataset, split, 10, seeds);
    return IntStream.range(lists.start(index), lists.end(index)).mapToObj(lists::item).toList();
  }

  private static CandidateLists popular(
      Dataset dataset, Split split, int count, double alpha, SeedTree seeds) {
    return new PopularitySample()
        .draw(dataset, split, new PopularitySample.Options(count, alpha), seeds)
        .orElseThrow();
  }

  @Property(tries = 200)
  void popularNegativesAreUnseenTrainingItems(
      @ForAll("datasets") Dataset dataset, @ForAll @IntRange(min = 1, max = 15) int count) {
    Split split = split(dataset);
    CandidateLists lists = popular(dataset, split, count, 1, SEEDS);
    int items = dataset.catalogue().items().size();
    ItemSet trained = ItemSet.of(split.train());
    for (int user = 0; user < lists.users(); user++) {
      ItemSet had = ItemSet.of(items, dataset.interactions().history(user));
      ItemSet heldOut = ItemSet.of(items, split.test().history(user));
      int drawable = 0;
      int negatives = 0;
      for (int item = 0; item < items; item++) {
        drawable += trained.contains(item) && !had.contains(item) ? 1 : 0;
        if (lists.contains(user, item) && !heldOut.contains(item)) {
          assertThat(trained.contains(item) && !had.contains(item)).isTrue();
          negatives++;
        }
      }
      boolean evaluated = heldOut.size() > 0;
      assertThat(lists.count(user) - negatives).isEqualTo(heldOut.size());
      assertThat(negatives).isEqualTo(evaluated ? Math.min(count, drawable) : 0);
    }
  }

  /**
   * Items 2, 3 and 4 have 1, 2 and 5 training events, item 0 is had, item 1 is held out, item 5 has
   * none. Of two negatives without replacement: P(4) = 5/8 + 1/8 * 5/7 + 2/8 * 5/6.
   */
  @Test
  void popularNegativesFollowPopularityWithoutReplacement() {
    EventLog.Builder log = new EventLog.Builder(false);
    for (int item : new int[] {2, 3, 3, 4, 4, 4, 4, 4, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0}) {
      log.add("all", "i" + item, 1, 0);
    }
    int users = 6_000;
    for (int user = 0; user < users; user++) {
      log.add("u" + user, "i0", 1, 0).add("u" + user, "i1", 1, 0);
    }
    log.add("other", "i5", 1, 0);
    Dataset dataset = Dataset.of(log.build());
    IdIndex ids = dataset.catalogue().items();
    int heldOut = ids.indexOf("i1");
    int untrained = ids.indexOf("i5");
    Split split =
        Split.assign(
            dataset,
            position -> {
              int item = dataset.interactions().item(position);
              return item == heldOut ? Part.TEST : item == untrained ? Part.NONE : Part.TRAIN;
            });
    CandidateLists lists = popular(dataset, split, 2, 1, SEEDS);
    int[] drawn = new int[ids.size()];
    for (int position = 0; position < lists.size(); position++) {
      drawn[lists.item(position)]++;
    }
    assertThat(drawn[ids.indexOf("i0")]).as("had in training").isZero();
    assertThat(drawn[untrained]).as("without training event").isZero();
    assertThat(drawn[heldOut]).isEqualTo(users);
    double share = 5 / 8.0 + 1 / 8.0 * 5 / 7 + 2 / 8.0 * 5 / 6;
    assertThat(drawn[ids.indexOf("i4")] / (double) users)
        .isCloseTo(share, within(5 * Math.sqrt(share * (1 - share) / users)));
    double least = 1 / 8.0 + 2 / 8.0 * 1 / 6 + 5 / 8.0 * 1 / 3;
    assertThat(drawn[ids.indexOf("i2")] / (double) users)
        .isCloseTo(least, within(5 * Math.sqrt(least * (1 - least) / users)));
  }

  @Test
  void activeItemsHaveAnEventInTheDaysBeforeTheTest() {
    long day = 86_400;
    EventLog.Builder log = new EventLog.Builder(true);
    log.add("ann", "old", 1, 0).add("bob", "edge", 1, 3 * day).add("bob", "new", 1, 4 * day);
    log.add("ann", "cut", 1, 5 * day).add("bob", "late", 1, 6 * day).add("eve", "old", 1, 1);
    Dataset dataset = Dataset.of(log.build());
    Split split =
        Split.assign(
            dataset,
            position -> dataset.interactions().time(position) >= 5 * day ? Part.TEST : Part.TRAIN);
    CandidateLists lists =
        new ActiveItems().draw(dataset, split, new ActiveItems.Options(2), SEEDS).orElseThrow();
    IdIndex items = dataset.catalogue().items();
    CandidateLists.Builder expected = new CandidateLists.Builder();
    for (String item : List.of("edge", "new", "cut")) {
      expected.add(0, items.indexOf(item));
    }
    for (String item : List.of("edge", "new", "late")) {
      expected.add(1, items.indexOf(item));
    }
    assertThat(lists).isEqualTo(expected.build(3, items.size()));
    Dataset timeless = Dataset.of(new EventLog.Builder(false).add("a", "b", 1, 0).build());
    assertThatThrownBy(
            () -> new ActiveItems().draw(timeless, split, new ActiveItems.Options(2), SEEDS))
        .isInstanceOf(InvalidDataException.class)
        .hasMessage("time-window: these events have no times");
  }

  @Test
  void namesOfSamplersHoldTheirParameters() {
    assertThat(new UniformSample().sampler(new UniformSample.Options(100))).contains("uniform-100");
    PopularitySample popularity = new PopularitySample();
    assertThat(popularity.sampler(new PopularitySample.Options(100, 1))).contains("popularity-100");
    assertThat(popularity.sampler(new PopularitySample.Options(9, 0.75)))
        .contains("popularity-9-alpha-0.75");
    assertThat(new ActiveItems().sampler(new ActiveItems.Options(30))).contains("active-30d");
    assertThat(new ActiveItems().sampler(new ActiveItems.Options(0.5))).contains("active-0.5d");
    assertThat(new GivenCandidates().sampler(new GivenCandidates.Options())).contains("given");
  }

  private static Optional<CandidateLists> given(Dataset dataset) {
    return new GivenCandidates()
        .draw(dataset, split(dataset), new GivenCandidates.Options(), SEEDS);
  }

  @Test
  void givenListsGetTheTestItemsAndNothingElse() {
    EventLog.Builder log = new EventLog.Builder(false);
    log.add("ann", "tea", 1, 0).add("ann", "cup", 1, 0).add("ann", "pot", 1, 0);
    log.add("bob", "tea", 1, 0);
    log.candidate(0, log.items().add("hat")).candidate(0, 0).candidate(1, 0);
    assertThat(given(Dataset.of(log.build())))
        .contains(new CandidateLists.Builder().add(0, 0).add(0, 2).add(0, 3).build(2, 4));
  }

  @Test
  void givenListsMustBeThere() {
    EventLog.Builder log = new EventLog.Builder(false);
    log.add("ann", "tea", 1, 0).add("ann", "cup", 1, 0).add("ann", "pot", 1, 0);
    log.add("bob", "tea", 1, 0);
    Dataset none = Dataset.of(log.build());
    assertThatThrownBy(() -> given(none))
        .isInstanceOf(InvalidDataException.class)
        .hasMessage(
            "given: the source tells no candidates; ncf does, with any other source choose the"
                + " candidates all or uniform-sample");

    EventLog.Builder other = new EventLog.Builder(false);
    other.add("ann", "tea", 1, 0).add("ann", "cup", 1, 0).add("ann", "pot", 1, 0);
    other.add("bob", "tea", 1, 0).candidate(1, 1);
    assertThatThrownBy(() -> given(Dataset.of(other.build())))
        .isInstanceOf(InvalidDataException.class)
        .hasMessage(
            "given: user \"ann\" has a test event, but the source tells no candidates for this"
                + " user");
  }
}
