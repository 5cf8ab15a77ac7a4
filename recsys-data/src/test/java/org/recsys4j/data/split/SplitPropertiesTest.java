package org.recsys4j.data.split;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.recsys4j.api.data.Dataset;
import org.recsys4j.api.data.Interactions;
import org.recsys4j.api.data.InvalidDataException;
import org.recsys4j.api.data.Split;
import org.recsys4j.api.random.SeedTree;
import org.recsys4j.data.Events;
import org.recsys4j.data.split.RandomHoldout.Rounding;

class SplitPropertiesTest {
  private static final SeedTree SEEDS = new SeedTree(7);

  /** One way to split; empty where the data do not allow it. */
  private interface Way {
    Split of(Dataset dataset, SeedTree seeds);

    default Optional<Split> split(Dataset dataset, SeedTree seeds) {
      try {
        return Optional.of(of(dataset, seeds));
      } catch (InvalidDataException e) {
        return Optional.empty();
      }
    }
  }

  private static final Way GLOBAL =
      (data, seeds) -> new GlobalTime().split(data, new GlobalTime.Options(0.15, 0.2), seeds);
  private static final Way LAST =
      (data, seeds) -> new LeaveLastOut().split(data, new LeaveLastOut.Options(true), seeds);
  private static final Way RANDOM =
      (data, seeds) ->
          new RandomHoldout().split(data, new RandomHoldout.Options(0.2, 0.3, Rounding.UP), seeds);

  @Provide
  Arbitrary<Dataset> datasets() {
    return Events.datasets();
  }

  @Provide
  Arbitrary<Way> ways() {
    return Arbitraries.of(GLOBAL, LAST, RANDOM);
  }

  private static List<String> events(Interactions... parts) {
    List<String> events = new ArrayList<>();
    for (Interactions part : parts) {
      for (int user = 0; user < part.users(); user++) {
        for (int position = part.start(user); position < part.end(user); position++) {
          events.add(
              user
                  + " "
                  + part.item(position)
                  + " "
                  + part.value(position)
                  + " "
                  + part.time(position));
        }
      }
    }
    events.sort(null);
    return events;
  }

  private static LongStream times(Interactions part) {
    return LongStream.range(0, part.size()).map(position -> part.time((int) position));
  }

  @Property
  void noEventIsLostOrUsedTwice(@ForAll("datasets") Dataset data, @ForAll("ways") Way way) {
    way.split(data, SEEDS)
        .ifPresent(
            split -> {
              assertThat(events(split.train(), split.validation(), split.test()))
                  .isEqualTo(events(data.interactions()));
              assertThat(split.catalogue()).isEqualTo(data.catalogue());
            });
  }

  @Property
  void theSameSeedGivesTheSameSplit(@ForAll("datasets") Dataset data, @ForAll("ways") Way way) {
    assertThat(way.split(data, new SeedTree(3))).isEqualTo(way.split(data, new SeedTree(3)));
  }

  @Property
  void globalTimeOrdersPartsByTimeAndKeepsEqualTimesTogether(@ForAll("datasets") Dataset data) {
    GLOBAL
        .split(data, SEEDS)
        .ifPresent(
            split -> {
              assertThat(times(split.train()).max().orElseThrow())
                  .isLessThan(times(split.validation()).min().orElseThrow());
              assertThat(times(split.validation()).max().orElseThrow())
                  .isLessThan(times(split.test()).min().orElseThrow());
              assertThat(split.test().size())
                  .isGreaterThanOrEqualTo((int) Math.round(0.2 * data.interactions().size()));
            });
  }

  @Property
  void everyUserKeepsAnEventForTraining(@ForAll("datasets") Dataset data) {
    for (Way way : List.of(LAST, RANDOM)) {
      way.split(data, SEEDS)
          .ifPresent(
              split -> {
                for (int user = 0; user < split.train().users(); user++) {
                  assertThat(split.train().count(user)).isPositive();
                }
              });
    }
  }

  @Property
  void noEventOfAUserIsLaterThanTheOneLeftOut(@ForAll("datasets") Dataset data) {
    LAST.split(data, SEEDS)
        .ifPresent(
            split -> {
              for (int user = 0; user < split.test().users(); user++) {
                assertThat(split.test().count(user)).isLessThanOrEqualTo(1);
                if (split.test().count(user) == 1) {
                  assertThat(split.train().time(split.train().end(user) - 1))
                      .isLessThanOrEqualTo(split.validation().time(split.validation().start(user)));
                  assertThat(split.validation().time(split.validation().start(user)))
                      .isLessThanOrEqualTo(split.test().time(split.test().start(user)));
                }
              }
            });
  }

  @Property(tries = 100)
  void whatIsReadBackEqualsWhatWasWritten(@ForAll("datasets") Dataset data, @ForAll("ways") Way way)
      throws IOException {
    Optional<Split> split = way.split(data, SEEDS);
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
}
