package org.recsys4j.data.split;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.recsys4j.api.data.Dataset;
import org.recsys4j.api.data.Interactions;
import org.recsys4j.api.data.Split;
import org.recsys4j.api.random.SeedTree;
import org.recsys4j.data.Events;
import org.recsys4j.data.Options;
import org.recsys4j.data.split.Ways.Way;

/** What all splitters do and what some promise, on random data. */
class SplitPropertiesTest {
  private static final SeedTree SEEDS = new SeedTree(7);

  @Provide
  Arbitrary<Dataset> datasets() {
    return Events.datasets();
  }

  @Provide
  Arbitrary<Way<?>> ways() {
    return Arbitraries.of(Ways.all());
  }

  @Property(tries = 2_000)
  void everySplitterKeepsItsPromises(@ForAll("datasets") Dataset data, @ForAll("ways") Way<?> way) {
    way.check(data, SEEDS);
  }

  @Property(tries = 200)
  void whatIsReadBackEqualsWhatWasWritten(
      @ForAll("datasets") Dataset data, @ForAll("ways") Way<?> way) throws IOException {
    Optional<Split> split = way.check(data, SEEDS);
    if (split.isPresent()) {
      Path folder = Files.createTempDirectory("split");
      TsvSplitStore store = new TsvSplitStore();
      store.write(split.get(), folder);
      assertThat(store.read(folder)).isEqualTo(split.get());
      try (var files = Files.list(folder)) {
        for (Path file : files.toList()) {
          Files.delete(file);
        }
      }
      Files.delete(folder);
    }
  }

  @Test
  void everySplitterIsAmongTheWays() {
    Set<Class<?>> tried =
        Ways.all().stream().map(way -> way.splitter().getClass()).collect(Collectors.toSet());
    Set<String> names = new TreeSet<>(Options.plugins().splitters().names());
    assertThat(names)
        .allSatisfy(
            name ->
                assertThat(tried)
                    .as(name)
                    .contains(Options.plugins().splitters().get(name).getClass()));
  }

  @Property
  void aGlobalTestPartIsAtLeastAsLargeAsItsShare(@ForAll("datasets") Dataset data) {
    Ways.GLOBAL
        .check(data, SEEDS)
        .ifPresent(
            split ->
                assertThat(split.test().size())
                    .isGreaterThanOrEqualTo((int) Math.round(0.2 * data.interactions().size())));
  }

  @Property
  void everyEventIsInTheTestPartOfOneFold(@ForAll("datasets") Dataset data) {
    for (Among among : Among.values()) {
      int tested = 0;
      for (int fold = 1; fold <= 4; fold++) {
        Optional<Split> split =
            new Way<>("fold", new KFold(), new KFold.Options(4, fold, 0, among), Set.of())
                .check(data, SEEDS);
        tested += split.map(it -> it.test().size()).orElse(0);
        int sizes = data.interactions().size();
        if (among == Among.ALL && split.isPresent()) {
          assertThat(split.get().test().size()).isBetween(sizes / 4, (sizes + 3) / 4);
        }
      }
      assertThat(tested).isLessThanOrEqualTo(data.interactions().size());
      if (data.interactions().size() > 40) {
        assertThat(tested).isEqualTo(data.interactions().size());
      }
    }
  }

  /** Rolling windows lie one behind the other, and the last one is that of the plain split. */
  @Property
  void windowsRollOverTheData(@ForAll("datasets") Dataset data) {
    long newest = Long.MIN_VALUE;
    for (int fold = 1; fold <= 3; fold++) {
      GlobalTime.Options options = Ways.fold(0, 0.2, 3, fold);
      Optional<Split> split =
          new Way<>("fold", new GlobalTime(), options, Ways.ROLLING.promises()).check(data, SEEDS);
      if (split.isPresent()) {
        Interactions test = split.get().test();
        for (int position = 0; position < test.size(); position++) {
          assertThat(test.time(position)).isGreaterThan(newest);
        }
        newest = IntStream.range(0, test.size()).mapToLong(test::time).max().orElseThrow();
      }
      if (fold == 3) {
        assertThat(split)
            .isEqualTo(
                new Way<>("plain", new GlobalTime(), Ways.globalTime(0, 0.2), Set.of())
                    .check(data, SEEDS));
      }
    }
  }
}
