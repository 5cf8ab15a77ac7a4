package org.recsys4j.api.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.recsys4j.api.Accumulator;
import org.recsys4j.api.EvaluationContext;
import org.recsys4j.api.Metric;
import org.recsys4j.api.MetricFactory;
import org.recsys4j.api.UserRanking;
import org.recsys4j.api.UserRanking.TieGroup;
import org.recsys4j.api.data.ItemSet;

/**
 * What {@link Metric}, {@link MetricFactory} and {@link Accumulator} promise. A test class extends
 * this one and names a factory and options; values worked by hand stand beside it.
 *
 * @param <O> the metric's options
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class MetricContract<O extends Record> {
  private static final double ROUNDING = 1e-12;
  private static final int USERS = 60;

  /** For subclasses. */
  protected MetricContract() {}

  /**
   * The plug-in under test.
   *
   * @return its factory
   */
  protected abstract MetricFactory<O> factory();

  /**
   * Options that fix the metric, with a depth that is not tiny: 5 or 10.
   *
   * @return the parameters
   */
  protected abstract O options();

  /**
   * Whether this is a measure of accuracy: a number for each user, averaged over users, which
   * depends on the places of relevant items alone, is the mean over all orders of equal scores, is
   * best where all places are relevant and worst where none is. Catalogue coverage is none.
   *
   * @return true unless overridden
   */
  protected boolean accuracy() {
    return true;
  }

  /**
   * The smallest value there is.
   *
   * @return 0 unless overridden
   */
  protected double lowest() {
    return 0;
  }

  /**
   * The largest value there is.
   *
   * @return 1 unless overridden
   */
  protected double highest() {
    return 1;
  }

  private double best() {
    return metric().higherIsBetter() ? highest() : lowest();
  }

  private double worst() {
    return metric().higherIsBetter() ? lowest() : highest();
  }

  private Metric metric() {
    return factory().create(options());
  }

  private Accumulator start() {
    return metric().start(new EvaluationContext(USERS, ItemSet.all(items())));
  }

  private int items() {
    return 2 * metric().depth() + 20;
  }

  private double of(UserRanking ranking) {
    return start().add(ranking);
  }

  private void assumeAccuracy() {
    Assumptions.assumeTrue(accuracy(), "the metric is no measure of accuracy");
  }

  private List<UserRanking> randomRankings() {
    return IntStream.range(0, USERS)
        .mapToObj(user -> Rankings.random(user, user % (metric().depth() + 4), items(), user))
        .toList();
  }

  /** Options are a record, of the type that the factory names. */
  @Test
  public void optionsAreARecord() {
    ConfigurableChecks.optionsAreARecord(factory(), options());
  }

  /** {@code recsys list} prints the summary in one line. */
  @Test
  public void summaryIsOneLine() {
    ConfigurableChecks.summaryIsOneLine(factory());
  }

  /** Equal options make a metric of the same label, which is one short line. */
  @Test
  public void labelIsStable() {
    Metric metric = metric();
    String label = metric.label();
    assertThat(label)
        .as("label()")
        .isNotBlank()
        .doesNotContain("\n", "\t")
        .isEqualTo(label.strip());
    start().add(Rankings.uniform(1, 1, true));
    assertThat(metric.label()).as("label() when called again").isEqualTo(label);
    assertThat(metric().label()).as("label() of a second metric").isEqualTo(label);
    assertThat(metric().higherIsBetter())
        .as("higherIsBetter() of a second metric")
        .isEqualTo(metric.higherIsBetter());
  }

  /** At least one place is looked at. */
  @Test
  public void depthIsAtLeastOne() {
    assertThat(metric().depth()).as("depth()").isGreaterThanOrEqualTo(1);
  }

  /** Values of users, and of all users together, stay between the lowest and the highest. */
  @Test
  public void staysInItsRange() {
    Accumulator all = start();
    for (UserRanking ranking : randomRankings()) {
      double value = all.add(ranking);
      if (accuracy() || !Double.isNaN(value)) {
        assertThat(value)
            .as("value of user " + ranking.user())
            .isBetween(lowest() - ROUNDING, highest() + ROUNDING);
      }
    }
    assertThat(all.result()).as("result()").isBetween(lowest() - ROUNDING, highest() + ROUNDING);
  }

  /** Where no user was counted there is no number. */
  @Test
  public void isNotANumberWithoutUsers() {
    assertThat(start().result()).as("result() without users").isNaN();
  }

  /** An empty list is counted; for a measure of accuracy it is the worst there is. */
  @Test
  public void takesAnEmptyList() {
    UserRanking empty = Rankings.uniform(3, 0, false);
    Accumulator accumulator = start();
    double value = accumulator.add(empty);
    assertThat(accumulator.result())
        .as("result() after an empty list")
        .isBetween(lowest(), highest());
    if (accuracy()) {
      assertThat(value).as("value of an empty list").isEqualTo(worst());
    }
  }

  /** A list shorter than the depth counts as if misses followed. */
  @Test
  public void padsAShortListWithMisses() {
    assumeAccuracy();
    int depth = metric().depth();
    for (int size = 0; size < depth; size++) {
      boolean[] marks = new boolean[depth];
      for (int place = 0; place < size; place++) {
        marks[place] = place % 2 == 0;
      }
      int relevant = 1 + (size + 1) / 2;
      assertThat(of(Rankings.of(relevant, Arrays.copyOf(marks, size))))
          .as("value of a list of " + size)
          .isCloseTo(of(Rankings.of(relevant, marks)), within(ROUNDING));
    }
  }

  /** Places beyond the depth change nothing, since other metrics may ask for longer lists. */
  @Test
  public void looksAtTheFirstPlacesOnly() {
    int depth = metric().depth();
    boolean[] marks = new boolean[depth + 5];
    for (int place = 0; place < marks.length; place++) {
      marks[place] = place >= depth || place % 3 == 1;
    }
    Accumulator longer = start();
    Accumulator cut = start();
    double value = longer.add(Rankings.of(marks.length, marks));
    double expected = cut.add(Rankings.of(marks.length, Arrays.copyOf(marks, depth)));
    assertThat(value)
        .as("value of a list longer than the depth")
        .isEqualTo(Double.valueOf(expected));
    assertThat(longer.result()).as("result() of it").isEqualTo(cut.result());
  }

  /** A list of relevant items, all that there are, is the best; one of misses is the worst. */
  @Test
  public void isBestWhereAllAreRelevantAndWorstWhereNoneIs() {
    assumeAccuracy();
    int depth = metric().depth();
    assertThat(of(Rankings.uniform(depth, depth, true)))
        .as("value where all are relevant")
        .isCloseTo(best(), within(ROUNDING));
    assertThat(of(Rankings.uniform(depth, depth, false)))
        .as("value where none is relevant")
        .isEqualTo(worst());
  }

  /** To move a relevant item up one place never makes the value worse. */
  @Test
  public void isNeverWorseWhenARelevantItemMovesUp() {
    assumeAccuracy();
    int depth = Math.min(8, metric().depth());
    int sign = metric().higherIsBetter() ? 1 : -1;
    for (int subset = 1; subset < 1 << depth; subset++) {
      for (int place = 1; place < depth; place++) {
        if ((subset >> place & 1) == 1 && (subset >> (place - 1) & 1) == 0) {
          int moved = subset ^ (0b11 << (place - 1));
          double before = of(Rankings.of(depth, marks(subset, depth)));
          double after = of(Rankings.of(depth, marks(moved, depth)));
          assertThat(sign * after)
              .as("value when the item at place %d of %s moves up", place, subset)
              .isGreaterThanOrEqualTo(sign * before - ROUNDING);
        }
      }
    }
  }

  private static boolean[] marks(int subset, int size) {
    boolean[] marks = new boolean[size];
    for (int place = 0; place < size; place++) {
      marks[place] = (subset >> place & 1) != 0;
    }
    return marks;
  }

  /** Equal scores count as the mean over all orders, which are tried one by one. */
  @Test
  public void tiesCountAsTheMeanOverAllOrders() {
    assumeAccuracy();
    int depth = metric().depth();
    for (int untied = Math.max(0, depth - 4); untied <= depth; untied++) {
      for (int size = 2; size <= 5; size++) {
        for (int relevant = 0; relevant <= size; relevant++) {
          tiesCountAsTheMean(untied, size, relevant, depth);
          tiesCountAsTheMean(untied, size, relevant, depth + 2);
        }
      }
    }
  }

  private void tiesCountAsTheMean(int untied, int size, int relevant, int listSize) {
    List<TieGroup> groups = new ArrayList<>();
    for (int place = 0; place < untied; place++) {
      groups.add(new TieGroup(place, 1, place % 3 == 2 ? 1 : 0));
    }
    groups.add(new TieGroup(untied, size, relevant));
    groups.add(new TieGroup(untied + size, 3, 1));
    int shown = Math.min(listSize, untied + size + 3);
    int found = groups.stream().mapToInt(TieGroup::relevant).sum();
    for (int relevantCount : new int[] {found, found + 4}) {
      UserRanking tied = Rankings.tied(relevantCount, shown, groups);
      DoubleSummaryStatistics orders = new DoubleSummaryStatistics();
      Rankings.forEachOrder(tied, order -> orders.accept(of(order)));
      assertThat(of(tied))
          .as(
              "value with %d of %d equal scores relevant behind %d places, in a list of %d",
              relevant, size, untied, shown)
          .isCloseTo(orders.getAverage(), within(ROUNDING));
    }
  }

  /** All users together are the mean of each, where the metric is one of users. */
  @Test
  public void resultIsTheMeanOverUsers() {
    assumeAccuracy();
    Accumulator all = start();
    double mean = randomRankings().stream().mapToDouble(all::add).average().orElseThrow();
    assertThat(all.result()).as("result()").isCloseTo(mean, within(ROUNDING));
    assertThat(all.result()).as("result() when called again").isEqualTo(all.result());
  }

  /** Accumulators of blocks of users, merged in order, come to what a single one comes to. */
  @Test
  public void mergedAccumulatorsEqualASingleOne() {
    List<UserRanking> rankings = randomRankings();
    Accumulator single = start();
    rankings.forEach(single::add);
    for (int block : new int[] {1, 7, 59}) {
      Accumulator merged = start();
      for (int from = 0; from < rankings.size(); from += block) {
        Accumulator part = start();
        rankings.subList(from, Math.min(from + block, rankings.size())).forEach(part::add);
        merged.merge(part);
      }
      merged.merge(start());
      assertThat(merged.result())
          .as("result() merged from blocks of " + block)
          .isCloseTo(single.result(), within(ROUNDING));
    }
  }

  /** What one accumulator counts is none of another's business, in any thread. */
  @Test
  public void accumulatorsOfOneMetricAreIndependent() {
    List<UserRanking> rankings = randomRankings();
    List<List<UserRanking>> parts =
        IntStream.rangeClosed(1, 4).mapToObj(i -> rankings.subList(10 * i, 15 * i)).toList();
    Metric metric = metric();
    EvaluationContext context = new EvaluationContext(USERS, ItemSet.all(items()));
    List<Accumulator> together = parts.stream().map(part -> metric.start(context)).toList();
    AllAtOnce.run(parts.size(), thread -> parts.get(thread).forEach(together.get(thread)::add));
    for (int i = 0; i < parts.size(); i++) {
      Accumulator alone = start();
      parts.get(i).forEach(alone::add);
      assertThat(together.get(i).result())
          .as("result() beside other accumulators")
          .isEqualTo(alone.result());
    }
  }
}
