package org.recsys4j.api.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.recsys4j.api.Splitter;
import org.recsys4j.api.data.Dataset;
import org.recsys4j.api.data.EventLog;
import org.recsys4j.api.data.Interactions;
import org.recsys4j.api.data.InvalidDataException;
import org.recsys4j.api.data.Split;
import org.recsys4j.api.data.Split.Part;
import org.recsys4j.api.random.SeedTree;

/**
 * What every splitter must do with a data set, and what some promise. {@link SplitterContract}
 * tries it on data of its own; tests that generate data call it themselves.
 */
public final class SplitterChecks {
  private static final List<Part> PARTS =
      List.of(Part.TRAIN, Part.VALIDATION, Part.TEST, Part.FOLD_IN);

  private SplitterChecks() {}

  /**
   * Splits a data set and checks the outcome: parts hold events of the data set and none twice,
   * there is something to learn from and something to test, nobody has events to fold in for
   * validation and test at once, one seed gives one split, and the promises are kept.
   *
   * @param splitter the splitter under test
   * @param options its options
   * @param dataset events
   * @param seeds randomness
   * @param promises what else holds
   * @param <O> type of the options
   * @return the split, empty where the splitter refuses the data by an {@link InvalidDataException}
   */
  public static <O extends Record> Optional<Split> check(
      Splitter<O> splitter,
      O options,
      Dataset dataset,
      SeedTree seeds,
      Set<SplitPromise> promises) {
    Optional<Split> found = split(splitter, options, dataset, seeds);
    assertThat(split(splitter, options, dataset, seeds))
        .as("split again with the same seed")
        .isEqualTo(found);
    if (found.isPresent()) {
      holdsWhatAllPromise(dataset, found.get());
      promises.forEach(promise -> holds(promise, dataset, found.get()));
      if (promises.contains(SplitPromise.ORDER_OF_USERS_DOES_NOT_MATTER)) {
        Dataset other = select(dataset, user -> true, Comparator.reverseOrder());
        split(splitter, options, other, seeds)
            .ifPresent(
                split ->
                    assertThat(lines(split, user -> true))
                        .as("parts of the events with the users in reverse order")
                        .isEqualTo(lines(found.get(), user -> true)));
      }
      if (promises.contains(SplitPromise.USERS_ARE_INDEPENDENT)) {
        IntPredicate even = user -> user % 2 == 0;
        Dataset half = select(dataset, even, Comparator.naturalOrder());
        split(splitter, options, half, seeds)
            .ifPresent(
                split ->
                    assertThat(lines(split, user -> true))
                        .as("parts of the events of half of the users, without the other half")
                        .isEqualTo(lines(found.get(), even)));
      }
    }
    return found;
  }

  private static <O extends Record> Optional<Split> split(
      Splitter<O> splitter, O options, Dataset dataset, SeedTree seeds) {
    try {
      return Optional.of(splitter.split(dataset, options, seeds));
    } catch (InvalidDataException e) {
      assertThat(e).as("what the splitter refuses the data with").hasMessageMatching("\\S.*");
      return Optional.empty();
    }
  }

  private static void holdsWhatAllPromise(Dataset dataset, Split split) {
    assertThat(split.catalogue()).as("catalogue").isEqualTo(dataset.catalogue());
    Interactions all = dataset.interactions();
    for (Part part : PARTS) {
      assertThat(List.of(of(split, part).users(), of(split, part).items()))
          .as("users and items of %s", part)
          .containsExactly(all.users(), all.items());
    }
    TreeMap<String, Integer> left = new TreeMap<>();
    events(split.catalogue().users().size(), all).forEach(it -> left.merge(it, 1, Integer::sum));
    for (Part part : PARTS) {
      for (String event : events(all.users(), of(split, part))) {
        assertThat(left.merge(event, -1, Integer::sum))
            .as("how often event [%s] of %s is there beside those used before", event, part)
            .isNotNegative();
      }
    }
    assertThat(split.train().size()).as("training events").isPositive();
    assertThat(split.test().size()).as("test events").isPositive();
    for (int user = 0; user < all.users(); user++) {
      boolean both = split.validation().count(user) > 0 && split.test().count(user) > 0;
      assertThat(both && split.foldIn().count(user) > 0)
          .as("user %d has fold-in events for validation and test at once", user)
          .isFalse();
    }
  }

  private static void holds(SplitPromise promise, Dataset dataset, Split split) {
    switch (promise) {
      case COMPLETE ->
          assertThat(PARTS.stream().mapToInt(part -> of(split, part).size()).sum())
              .as("events in all parts")
              .isEqualTo(dataset.interactions().size());
      case EVERY_USER_TRAINS -> everyUserTrains(dataset, split);
      case ORDERED_BY_TIME -> ordered(split);
      case USERS_ORDERED_BY_TIME -> usersOrdered(split);
      case EQUAL_TIMES_OF_A_USER_TOGETHER -> together(split);
      case USERS_ARE_INDEPENDENT, ORDER_OF_USERS_DOES_NOT_MATTER -> {
        return; // they take other splits to check
      }
    }
  }

  private static void everyUserTrains(Dataset dataset, Split split) {
    for (int user = 0; user < dataset.interactions().users(); user++) {
      if (dataset.interactions().count(user) > 0) {
        assertThat(split.train().count(user)).as("training events of user %d", user).isPositive();
      }
    }
  }

  private static void ordered(Split split) {
    long newest = Long.MIN_VALUE;
    for (Interactions part : List.of(split.train(), split.validation(), split.test())) {
      long before = newest;
      for (int position = 0; part.hasTimes() && position < part.size(); position++) {
        assertThat(part.time(position))
            .as("time of an event, later than all of the parts before")
            .isGreaterThan(before);
        newest = Math.max(newest, part.time(position));
      }
    }
  }

  private static void usersOrdered(Split split) {
    for (int user = 0; user < split.train().users(); user++) {
      long newest = Long.MIN_VALUE;
      for (Interactions part : List.of(split.train(), split.validation(), split.test())) {
        if (part.hasTimes() && part.count(user) > 0) {
          assertThat(part.time(part.start(user)))
              .as("time of user %d's first event, none of the parts before is later", user)
              .isGreaterThanOrEqualTo(newest);
          newest = part.time(part.end(user) - 1);
        }
      }
    }
  }

  private static void together(Split split) {
    for (int user = 0; user < split.train().users(); user++) {
      Set<Long> seen = new HashSet<>();
      for (Interactions part : List.of(split.train(), split.validation(), split.test())) {
        Set<Long> times = new HashSet<>();
        for (int i = part.start(user); part.hasTimes() && i < part.end(user); i++) {
          times.add(part.time(i));
        }
        assertThat(Collections.disjoint(times, seen))
            .as(
                "of the times %s and %s of user %d's events none is in two parts",
                seen, times, user)
            .isTrue();
        seen.addAll(times);
      }
    }
  }

  private static Interactions of(Split split, Part part) {
    return switch (part) {
      case TRAIN -> split.train();
      case VALIDATION -> split.validation();
      case TEST -> split.test();
      case FOLD_IN -> split.foldIn();
      case NONE -> throw new IllegalArgumentException("what is left out is nowhere");
    };
  }

  private static String event(Interactions part, int position) {
    String time = part.hasTimes() ? " at " + part.time(position) : "";
    return " value " + part.value(position) + time;
  }

  private static List<String> events(int users, Interactions part) {
    List<String> events = new ArrayList<>();
    for (int user = 0; user < users; user++) {
      for (int i = part.start(user); i < part.end(user); i++) {
        events.add("user " + user + " item " + part.item(i) + event(part, i));
      }
    }
    return events;
  }

  /** Every event with its part, by ids, so that splits with other indices can be compared. */
  private static List<String> lines(Split split, IntPredicate users) {
    List<String> lines = new ArrayList<>();
    for (Part part : PARTS) {
      Interactions events = of(split, part);
      for (int user = 0; user < events.users(); user++) {
        for (int i = events.start(user); users.test(user) && i < events.end(user); i++) {
          lines.add(
              split.catalogue().users().id(user)
                  + " "
                  + split.catalogue().items().id(events.item(i))
                  + event(events, i)
                  + " in "
                  + part);
        }
      }
    }
    lines.sort(Comparator.naturalOrder());
    return lines;
  }

  /** Some users' events, with the users in another order. */
  private static Dataset select(Dataset dataset, IntPredicate users, Comparator<Integer> order) {
    Interactions events = dataset.interactions();
    EventLog.Builder log = new EventLog.Builder(events.hasTimes());
    boolean told = dataset.given().parts().isPresent();
    IntStream.range(0, events.users())
        .filter(users)
        .boxed()
        .sorted(order)
        .forEach(
            user -> {
              for (int i = events.start(user); i < events.end(user); i++) {
                if (told) {
                  log.part(dataset.given().parts().orElseThrow().part(i));
                }
                log.add(
                    dataset.catalogue().users().id(user),
                    dataset.catalogue().items().id(events.item(i)),
                    events.value(i),
                    events.hasTimes() ? events.time(i) : 0);
              }
            });
    return Dataset.of(log.build());
  }
}
