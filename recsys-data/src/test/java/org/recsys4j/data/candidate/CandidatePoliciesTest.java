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

  @Test
  void namesOfSamplersHoldTheirParameters() {
    assertThat(new UniformSample().sampler(new UniformSample.Options(100))).contains("uniform-100");
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
