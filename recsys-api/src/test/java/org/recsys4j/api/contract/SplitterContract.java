package org.recsys4j.api.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.recsys4j.api.Splitter;
import org.recsys4j.api.data.Dataset;
import org.recsys4j.api.data.EventLog;
import org.recsys4j.api.data.Split.Part;
import org.recsys4j.api.random.SeedTree;

/**
 * What every splitter must do, as tests. A test class names the splitter, its options and what it
 * promises, and inherits the checks; {@link SplitterChecks} says what they are.
 *
 * @param <O> the splitter's options
 */
public abstract class SplitterContract<O extends Record> {
  private static final int DATASETS = 60;
  private static final List<Part> TOLD = List.of(Part.TRAIN, Part.VALIDATION, Part.TEST);
  private static final SeedTree SEEDS = new SeedTree(13);

  /** For subclasses. */
  protected SplitterContract() {}

  /**
   * The splitter under test.
   *
   * @return an instance
   */
  protected abstract Splitter<O> splitter();

  /**
   * The options to test it with.
   *
   * @return legal options, by which 400 events of 30 users can be split
   */
  protected abstract O options();

  /**
   * What the splitter promises with these options, beyond what all must do.
   *
   * @return promises, perhaps none
   */
  protected abstract Set<SplitPromise> promises();

  /** Repeated pairs, many equal times, and parts that a source tells, at random. */
  private static Dataset dataset(int users, int items, int events, boolean times, long seed) {
    SplittableRandom random = SEEDS.child("data", seed).random();
    EventLog.Builder log = new EventLog.Builder(times);
    for (int i = 0; i < events; i++) {
      log.part(TOLD.get(random.nextInt(3)));
      String user = "u" + random.nextInt(users);
      log.add(user, "i" + random.nextInt(items), random.nextInt(1, 6), random.nextInt(events));
    }
    return Dataset.of(log.build());
  }

  /** Options are a record, the summary is one line. */
  @Test
  protected final void describesItself() {
    ConfigurableChecks.optionsAreARecord(splitter(), options());
    ConfigurableChecks.summaryIsOneLine(splitter());
  }

  /** Data of a usual kind are split, and every promise is kept. */
  @Test
  protected final void splitsUsualData() {
    Dataset usual = dataset(30, 40, 400, true, -1);
    assertThat(SplitterChecks.check(splitter(), options(), usual, SEEDS, promises()))
        .as("the split of 400 events of 30 users, with times")
        .isPresent();
  }

  /** Small data are split as promised, or refused. */
  @Test
  protected final void keepsItsPromisesOnSmallData() {
    for (int i = 0; i < DATASETS; i++) {
      Dataset small = dataset(1 + i % 12, 1 + i % 7, 1 + 2 * i, true, i);
      SplitterChecks.check(splitter(), options(), small, SEEDS.child("split", i), promises());
    }
  }

  /** Data without times are split as promised, or refused. */
  @Test
  protected final void keepsItsPromisesWithoutTimes() {
    for (int i = 0; i < DATASETS; i++) {
      Dataset small = dataset(1 + i % 12, 1 + i % 7, 1 + 2 * i, false, i);
      SplitterChecks.check(splitter(), options(), small, SEEDS.child("split", i), promises());
    }
  }
}
