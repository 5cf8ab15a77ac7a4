package org.recsys4j.eval.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.recsys4j.api.Accumulator;
import org.recsys4j.api.EvaluationContext;
import org.recsys4j.api.Metric;
import org.recsys4j.api.MetricNeed;
import org.recsys4j.api.RelevantItems;
import org.recsys4j.api.UserRanking;
import org.recsys4j.api.contract.SmallData;
import org.recsys4j.api.data.Catalogue;
import org.recsys4j.api.data.InvalidDataException;
import org.recsys4j.api.data.ItemSet;
import org.recsys4j.api.data.Split;
import org.recsys4j.api.random.SeedTree;
import org.recsys4j.eval.protocol.Evaluation;
import org.recsys4j.eval.protocol.FixedScores;
import org.recsys4j.eval.protocol.MetricResult;

/** What holds for every metric of the plug-in. A new one adds its line to {@link #METRICS}. */
class EveryMetricTest {
  /** Of accuracy: in expectation over ties, never worse when a relevant item moves up. */
  private static final boolean ACCURACY = true;

  private static final boolean OTHER = false;
  private static final double UP = Double.POSITIVE_INFINITY;

  /** A metric with options, and its range. */
  private record Line(String text, boolean accuracy, double lowest, double highest) {
    Metric metric() {
      return Measured.metric(text);
    }

    String name() {
      return text.split("[@ ]", 2)[0];
    }
  }

  private static final List<Line> METRICS =
      List.of(
          new Line("ndcg@3", ACCURACY, 0, 1),
          new Line("ndcg-exp@3", ACCURACY, 0, 1),
          new Line("ndcg-linear@3", ACCURACY, 0, 1),
          new Line("dcg@3", ACCURACY, 0, 2.14),
          new Line("recall@3", ACCURACY, 0, 1),
          new Line("precision@3", ACCURACY, 0, 1),
          new Line("r-precision", ACCURACY, 0, 1),
          new Line("f1@3", ACCURACY, 0, 1),
          new Line("f-beta@3 beta = 2", ACCURACY, 0, 1),
          new Line("hit-rate@3", ACCURACY, 0, 1),
          new Line("mrr@3", ACCURACY, 0, 1),
          new Line("map@3", ACCURACY, 0, 1),
          new Line("rbp@3 persistence = 0.5", ACCURACY, 0, 0.875),
          new Line("err@3", ACCURACY, 0, 1),
          new Line("err@3 max-grade = 5", ACCURACY, 0, 1),
          new Line("auc", ACCURACY, 0, 1),
          new Line("gauc", ACCURACY, 0, 1),
          new Line("limited-auc@3", ACCURACY, 0, 1),
          new Line("average-rank", ACCURACY, 1, UP),
          new Line("coverage@3", OTHER, 0, 1),
          new Line("user-coverage@3", OTHER, 0, 1),
          new Line("gini@3", OTHER, 0, 1),
          new Line("entropy@3", OTHER, 0, UP),
          new Line("arp@3", OTHER, 0, UP),
          new Line("aplt@3", OTHER, 0, 1),
          new Line("aclt@3", OTHER, 0, 3),
          new Line("epc@3", OTHER, 0, 1),
          new Line("efd@3", OTHER, 0, UP),
          new Line("novelty@3", OTHER, 0, UP),
          new Line("diversity@3 column = genres", OTHER, 0, 1),
          new Line("co-occurrence-diversity@3", OTHER, 0, 1),
          new Line("personalisation@3", OTHER, 0, 1),
          new Line("serendipity@3", OTHER, 0, 1),
          new Line("unexpectedness@3", OTHER, 0, 1),
          new Line("calibration@3 column = genres", OTHER, 0, Math.log(100)),
          new Line("reo@3", OTHER, 0, 1),
          new Line("reo@3 column = genres", OTHER, 0, UP),
          new Line("rsp@3", OTHER, 0, 1),
          new Line("exposure-gini@3 column = genres", OTHER, 0, 1),
          new Line("user-gap@3", OTHER, 0, 1),
          new Line("user-gap@3 column = gender, metric = hit-rate", OTHER, 0, 1),
          new Line("rmse", OTHER, 0, UP),
          new Line("mse", OTHER, 0, UP),
          new Line("mae", OTHER, 0, UP),
          new Line("r2", OTHER, -UP, 1),
          new Line("fcp", OTHER, 0, 1),
          new Line("log-loss threshold = 3, link = sigmoid", OTHER, 0, UP),
          new Line("calibration-error threshold = 3, link = sigmoid", OTHER, 0, 1),
          new Line("accuracy threshold = 3, link = sigmoid", OTHER, 0, 1),
          new Line("ips@3", OTHER, 0, UP),
          new Line("snips@3", OTHER, 0, 5),
          new Line("doubly-robust@3", OTHER, -UP, UP));

  private static Stream<DynamicTest> each(Consumer<Line> test) {
    return METRICS.stream().map(line -> dynamicTest(line.text(), () -> test.accept(line)));
  }

  private static Stream<DynamicTest> eachOfAccuracy(Consumer<Line> test) {
    return each(test)
        .filter(
            it ->
                METRICS.stream()
                    .anyMatch(line -> line.accuracy() && line.text().equals(it.getDisplayName())));
  }

  @Test
  void theTableIsComplete() {
    assertThat(METRICS.stream().map(Line::name).distinct())
        .containsExactlyInAnyOrderElementsOf(Measured.PLUGINS.metrics().names());
    assertThat(METRICS.stream().map(it -> it.metric().label())).doesNotHaveDuplicates();
  }

  @Test
  void everyNameIsInTheDocumentation() throws IOException {
    Path page = Path.of("..", "docs", "evaluation.md");
    String text = Files.readString(page, StandardCharsets.UTF_8);
    TreeSet<String> missing = new TreeSet<>(Measured.PLUGINS.metrics().names());
    missing.removeIf(name -> text.contains("| `" + name + "` |"));
    assertThat(missing).as("metrics without a row in evaluation.md").isEmpty();
  }

  /** Five candidates, of which two are relevant; a sixth item was had. */
  private static Split five() {
    return Measured.split(
        List.of("a", "b", "a|b", "c", "b|c", "a"),
        List.of("f", "m"),
        new double[][] {{0, 5, 3}, {1, 0, 2}, {1, 1, 5}},
        new double[][] {{0, 1, 5, 0.5}, {0, 3, 2, 0.25}});
  }

  private static FixedScores ranked(int[] order) {
    return new FixedScores(
        6,
        (user, item) ->
            item == 5
                ? 0
                : 10
                    - IntStream.range(0, 5)
                        .filter(p -> order[p] == item)
                        .findFirst()
                        .orElseThrow());
  }

  private static void forEachOrder(int[] items, int from, Consumer<int[]> visitor) {
    if (from == items.length) {
      visitor.accept(items.clone());
      return;
    }
    for (int i = from; i < items.length; i++) {
      swap(items, from, i);
      forEachOrder(items, from + 1, visitor);
      swap(items, from, i);
    }
  }

  private static void swap(int[] items, int i, int j) {
    int item = items[i];
    items[i] = items[j];
    items[j] = item;
  }

  private static double meanOverOrders(Metric metric, int[] items, int first, int last) {
    List<Double> values = new ArrayList<>();
    int[] tied = Arrays.copyOfRange(items, first, last);
    forEachOrder(
        tied,
        0,
        order -> {
          int[] all = items.clone();
          System.arraycopy(order, 0, all, first, order.length);
          values.add(Measured.value(five(), ranked(all), metric));
        });
    return values.stream().mapToDouble(it -> it).average().orElseThrow();
  }

  /** A constant scorer gets what a random one gets in the mean: here over all 120 orders. */
  @TestFactory
  Stream<DynamicTest> aConstantScorerEqualsTheRandomOne() {
    return eachOfAccuracy(
        line ->
            assertThat(Measured.value(five(), new FixedScores(6, (u, i) -> 1), line.metric()))
                .isCloseTo(
                    meanOverOrders(line.metric(), new int[] {0, 1, 2, 3, 4}, 0, 5), within(1e-12)));
  }

  /** Equal scores of the items at some places, wherever these are. */
  @TestFactory
  Stream<DynamicTest> tiesCountAsTheMeanOverAllOrders() {
    int[] items = {2, 1, 0, 3, 4};
    return eachOfAccuracy(
        line -> {
          for (int[] tied : new int[][] {{0, 2}, {1, 4}, {2, 5}, {0, 4}, {3, 5}}) {
            FixedScores strict = ranked(items);
            float same = strict.cell().score(0, items[tied[0]]);
            List<Integer> among = Arrays.stream(items, tied[0], tied[1]).boxed().toList();
            FixedScores model =
                new FixedScores(
                    6, (u, item) -> among.contains(item) ? same : strict.cell().score(u, item));
            assertThat(Measured.value(five(), model, line.metric()))
                .as("places %d to %d", tied[0], tied[1])
                .isCloseTo(meanOverOrders(line.metric(), items, tied[0], tied[1]), within(1e-12));
          }
        });
  }

  @TestFactory
  Stream<DynamicTest> isNeverWorseWhenARelevantItemMovesUp() {
    return eachOfAccuracy(
        line -> {
          Metric metric = line.metric();
          double sign = metric.higherIsBetter() ? 1 : -1;
          forEachOrder(
              new int[] {0, 1, 2, 3, 4},
              0,
              order -> {
                double before = sign * Measured.value(five(), ranked(order), metric);
                for (int place = 1; place < 5; place++) {
                  if (order[place] % 2 == 1 && order[place - 1] % 2 == 0) { // 1, 3 are relevant
                    int[] better = order.clone();
                    swap(better, place, place - 1);
                    assertThat(sign * Measured.value(five(), ranked(better), metric))
                        .isGreaterThanOrEqualTo(before - 1e-12);
                  }
                }
              });
        });
  }

  /** Users, items, and events of value 1 to 5, with all that any metric needs. */
  private static Split random(int users, int items, int perUser, long seed) {
    return renamed(users, items, perUser, seed, user -> user, item -> item);
  }

  private interface Renaming {
    int of(int index);
  }

  private static Split renamed(
      int users, int items, int perUser, long seed, Renaming user, Renaming item) {
    SplittableRandom random = new SplittableRandom(seed);
    String[] genres = new String[items];
    String[] genders = new String[users];
    for (int i = 0; i < items; i++) {
      genres[item.of(i)] = "g" + random.nextInt(6) + "|g" + random.nextInt(6);
    }
    List<double[]> train = new ArrayList<>();
    List<double[]> test = new ArrayList<>();
    for (int u = 0; u < users; u++) {
      genders[user.of(u)] = u % 3 == 0 ? "f" : u % 3 == 1 ? "m" : "";
      TreeSet<Integer> had = new TreeSet<>();
      for (int e = 0; e < perUser; e++) {
        int i = (int) (items * Math.pow(random.nextDouble(), 2));
        if (had.add(i)) {
          double[] event = {
            user.of(u), item.of(i), 1 + random.nextInt(5), (1 + random.nextInt(8)) / 8.0
          };
          (random.nextInt(3) == 0 ? test : train).add(event);
        }
      }
    }
    return Measured.split(
        List.of(genres),
        List.of(genders),
        train.toArray(double[][]::new),
        test.toArray(double[][]::new));
  }

  private static List<Metric> all() {
    return METRICS.stream().map(Line::metric).toList();
  }

  private static FixedScores hashed(int items, Renaming user, Renaming item) {
    return new FixedScores(
        items,
        (u, i) -> {
          long hash = SeedTree.mix(SeedTree.mix(5L + user.of(u)) ^ 1_000_003L * item.of(i));
          return (hash >>> 40) * 0x1p-22f; // 0 to 4, hardly a tie
        });
  }

  /** Each alone: a metric that looks at what it has not declared fails. */
  @TestFactory
  Stream<DynamicTest> staysInItsRangeWithWhatItDeclares() {
    Split split = random(60, 50, 12, 3);
    return each(
        line -> {
          Metric metric = line.metric();
          for (int different : new int[] {1, 3, 1000}) {
            FixedScores model = FixedScores.hashed(50, 2, different);
            MetricResult result =
                Measured.evaluate(split, model, 1, List.of(metric)).results().get(0);
            assertThat(result.value()).isBetween(line.lowest() - 1e-12, line.highest() + 1e-12);
            if (result.hasPerUser()) {
              double[] known =
                  Arrays.stream(result.perUser()).filter(it -> !Double.isNaN(it)).toArray();
              for (double number : known) {
                assertThat(number).isBetween(line.lowest() - 1e-12, line.highest() + 1e-12);
              }
              assertThat(result.value())
                  .isCloseTo(Arrays.stream(known).average().orElseThrow(), within(1e-12));
            }
          }
        });
  }

  /** Three blocks of several groups each, with scores of 17 values: many ties. */
  @Test
  void areEqualToTheLastBitForAnyNumberOfThreads() {
    Split split = random(600, 9000, 20, 4);
    FixedScores model =
        new FixedScores(9000, (u, i) -> (SeedTree.mix(u * 10_007L + i) >>> 40) % 17);
    List<String> one = bits(Measured.evaluate(split, model, 1, all()));
    assertThat(bits(Measured.evaluate(split, model, 2, all()))).isEqualTo(one);
    assertThat(bits(Measured.evaluate(split, model, 5, all()))).isEqualTo(one);
    assertThat(one).doesNotContain("NaN");
  }

  private static List<String> bits(Evaluation evaluation) {
    return evaluation.results().stream().map(it -> Double.toHexString(it.value())).toList();
  }

  @Test
  void doNotDependOnTheNamesOfUsersAndItems() {
    int users = 90;
    int items = 70;
    Renaming user = u -> (u * 7 + 3) % users;
    Renaming item = i -> (i * 9 + 5) % items;
    Renaming userBack = inverse(user, users);
    Renaming itemBack = inverse(item, items);
    Split split = random(users, items, 15, 6);
    Split renamed = renamed(users, items, 15, 6, user, item);
    Evaluation before = Measured.evaluate(split, hashed(items, u -> u, i -> i), 1, all());
    Evaluation after = Measured.evaluate(renamed, hashed(items, userBack, itemBack), 1, all());
    for (int m = 0; m < METRICS.size(); m++) {
      assertThat(after.results().get(m).value())
          .as(METRICS.get(m).text())
          .isCloseTo(before.results().get(m).value(), within(1e-11));
    }
  }

  private static Renaming inverse(Renaming renaming, int size) {
    int[] back = new int[size];
    for (int i = 0; i < size; i++) {
      back[renaming.of(i)] = i;
    }
    return index -> back[index];
  }

  /** Cuts the users of each accumulator into blocks, and merges these. */
  private record InBlocks(Metric metric, int size) implements Metric {
    @Override
    public String label() {
      return metric.label();
    }

    @Override
    public boolean higherIsBetter() {
      return metric.higherIsBetter();
    }

    @Override
    public int depth() {
      return metric.depth();
    }

    @Override
    public Set<MetricNeed> needs() {
      return metric.needs();
    }

    @Override
    public Accumulator start(EvaluationContext context) {
      return new Blocks(() -> metric.start(context), size);
    }
  }

  private static final class Blocks implements Accumulator {
    private final Supplier<Accumulator> empty;
    private final int size;
    private final Accumulator whole;
    private Accumulator block;
    private int users;

    Blocks(Supplier<Accumulator> empty, int size) {
      this.empty = empty;
      this.size = size;
      this.whole = empty.get();
      this.block = empty.get();
    }

    private void flush() {
      whole.merge(block);
      block = empty.get();
    }

    @Override
    public double add(UserRanking ranking) {
      double number = block.add(ranking);
      users++;
      if (users % size == 0) {
        flush();
      }
      return number;
    }

    @Override
    public void merge(Accumulator other) {
      Blocks that = (Blocks) other;
      that.flush();
      flush();
      whole.merge(that.whole);
    }

    @Override
    public double result() {
      flush();
      return whole.result();
    }
  }

  @Test
  void doNotDependOnTheSizeOfBlocks() {
    Split split = random(150, 80, 15, 8);
    FixedScores model = FixedScores.hashed(80, 3, 200);
    Evaluation whole = Measured.evaluate(split, model, 1, all());
    for (int size : new int[] {1, 7, 64}) {
      List<Metric> cut = all().stream().<Metric>map(metric -> new InBlocks(metric, size)).toList();
      Evaluation merged = Measured.evaluate(split, model, 1, cut);
      for (int m = 0; m < METRICS.size(); m++) {
        assertThat(merged.results().get(m).value())
            .as("%s in blocks of %d", METRICS.get(m).text(), size)
            .isCloseTo(whole.results().get(m).value(), within(1e-11));
      }
    }
  }

  /** Nobody's list has an item: what is a mean over lists has no value, what counts hits is 0. */
  @TestFactory
  Stream<DynamicTest> takesAnEmptyListAndNoUsers() {
    Split split = five();
    UserRanking empty =
        new UserRanking(
            0,
            new int[0],
            new boolean[0],
            List.of(),
            2,
            5,
            new RelevantItems(
                new int[] {1, 3},
                new int[] {3, 3},
                new int[] {2, 2},
                new float[] {5, 2},
                new float[] {1, 1}));
    return each(
        line -> {
          Metric metric = line.metric();
          EvaluationContext.Evidence evidence =
              new EvaluationContext.Evidence(
                  metric.needs(),
                  split.catalogue(),
                  split.train(),
                  split.train(),
                  split.test(),
                  (visitor, user) -> visitor.accept(5));
          EvaluationContext context = new EvaluationContext(1, ItemSet.all(6), evidence);
          assertThat(metric.start(context).result()).as("without users").isNaN();
          Accumulator accumulator = metric.start(context);
          accumulator.add(empty);
          double value = accumulator.result();
          assertThat(Double.isNaN(value) || (value >= line.lowest() && value <= line.highest()))
              .as("value %s of an empty list", value)
              .isTrue();
        });
  }

  @Test
  void sayWhatTheDataLack() {
    Split bare =
        new Split(
            new Catalogue(five().catalogue().users(), five().catalogue().items()),
            five().train(),
            five().validation(),
            SmallData.of(2, 6, new int[] {0, 1}));
    FixedScores model = new FixedScores(6, (u, i) -> i);
    refused(
        bare,
        "diversity@3 column = genres",
        "metric ILD(genres, jaccard)@3 needs attributes of items, and the data have none");
    refused(
        bare,
        "user-gap@3 column = gender",
        "metric Gap(nDCG@3, gender) needs attributes of users, and the data have none");
    refused(
        bare,
        "ips@3",
        "metric IPS@3: option column: the events have no attribute \"propensity\" with propensities, only []");
    refused(
        five(),
        "calibration@3 column = brand",
        "metric KL-calibration(brand, 0.01)@3: option column: the items have no attribute \"brand\", only [genres]");
    assertThatThrownBy(() -> Measured.value(five(), model, Measured.metric("log-loss")))
        .isInstanceOf(InvalidDataException.class)
        .hasMessageContaining("is no probability; link = sigmoid makes it one");
    assertThatThrownBy(() -> Measured.value(five(), model, Measured.metric("err@3 max-grade = 4")))
        .isInstanceOf(InvalidDataException.class)
        .hasMessage("ERR: a held-out value of 5.0 is above max-grade = 4.0");
  }

  private static void refused(Split split, String metric, String message) {
    FixedScores model = new FixedScores(6, (u, i) -> i);
    assertThatThrownBy(() -> Measured.value(split, model, Measured.metric(metric)))
        .isInstanceOf(InvalidDataException.class)
        .hasMessage(message);
  }

  @Test
  void propensitiesAreProbabilities() {
    Split wrong =
        Measured.split(
            List.of("", "", ""),
            List.of("f"),
            new double[][] {{0, 0, 1}},
            new double[][] {{0, 1, 1, 1.5}});
    refused(
        wrong,
        "snips@2",
        "metric SNIPS@2: propensity: \"1.5\" of a held-out event is no propensity > 0 and <= 1");
  }
}
