package org.recsys4j.eval.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.recsys4j.api.Metric;
import org.recsys4j.api.NonFiniteScoreException;
import org.recsys4j.api.Progress;
import org.recsys4j.api.Recommender;
import org.recsys4j.api.concurrent.Workers;
import org.recsys4j.api.contract.SmallData;
import org.recsys4j.api.data.CandidateLists;
import org.recsys4j.api.data.Interactions;
import org.recsys4j.api.data.ItemSet;
import org.recsys4j.api.data.Split;
import org.recsys4j.eval.metric.Coverage;
import org.recsys4j.eval.metric.Cutoff;
import org.recsys4j.eval.metric.F1;
import org.recsys4j.eval.metric.HitRate;
import org.recsys4j.eval.metric.MeanAveragePrecision;
import org.recsys4j.eval.metric.Mrr;
import org.recsys4j.eval.metric.Ndcg;
import org.recsys4j.eval.metric.Precision;
import org.recsys4j.eval.metric.Recall;

class EvaluatorTest {
  private static final List<Metric> METRICS = metrics(3);

  private static List<Metric> metrics(int k) {
    Cutoff cutoff = new Cutoff(k);
    return List.of(
        new Ndcg().create(cutoff),
        new Recall().create(cutoff),
        new Precision().create(cutoff),
        new F1().create(cutoff),
        new HitRate().create(cutoff),
        new Mrr().create(cutoff),
        new MeanAveragePrecision().create(cutoff),
        new Coverage().create(cutoff));
  }

  private static Evaluation evaluate(Protocol protocol, List<Metric> metrics, Recommender model) {
    try (Workers workers = new Workers(1)) {
      return new Evaluator(protocol, metrics, 1, workers).evaluate("model", model, Progress.SILENT);
    }
  }

  private static Interactions events(int users, int items, int[]... pairs) {
    return SmallData.of(users, items, pairs);
  }

  /** Two users, five items, all warm. User 0 had item 0, wants 2 and 3; user 1 had 4, wants 1. */
  private static Split small() {
    Interactions train =
        events(
            3,
            5,
            new int[] {0, 0},
            new int[] {1, 4},
            new int[] {2, 1},
            new int[] {2, 2},
            new int[] {2, 3});
    Interactions test = events(3, 5, new int[] {0, 2}, new int[] {0, 3}, new int[] {1, 1});
    return Splits.of(train, Interactions.none(3, 5), test);
  }

  /** Lists: 0: 2 (hit), 1, 4; 1: 0, 2, then a tie of 1 (hit) and 3. Items 0, 1, 2, 4 and 1 or 3. */
  @Test
  void measuresAHandWorkedSplit() {
    FixedScores model =
        FixedScores.of(new float[] {9, 3, 4, 1, 2}, new float[] {5, 2, 4, 2, 9}, new float[5]);
    List<String> lists = new ArrayList<>();
    Evaluation evaluation;
    try (Workers workers = new Workers(1)) {
      evaluation =
          new Evaluator(Protocol.test(small(), Splits.USUAL), METRICS, 1, workers)
              .evaluate(
                  "model", model, Progress.SILENT, (user, list) -> lists.add(user + ":" + list));
    }
    assertThat(evaluation.model()).isEqualTo("model");
    assertThat(evaluation.protocol().users()).isEqualTo(2);
    double ideal = 1 + Math.log(2) / Math.log(3);
    assertPerUser(evaluation, "nDCG@3", 1 / ideal, 0.25);
    assertPerUser(evaluation, "Recall@3", 1 / 2.0, 1 / 2.0);
    assertPerUser(evaluation, "Precision@3", 1 / 3.0, 1 / 6.0);
    assertPerUser(evaluation, "F1@3", 2 / 5.0, 1 / 4.0);
    assertPerUser(evaluation, "HitRate@3", 1, 1 / 2.0);
    assertPerUser(evaluation, "MRR@3", 1, 1 / 6.0);
    assertPerUser(evaluation, "MAP@3", 1 / 2.0, 1 / 6.0);
    assertThat(evaluation.result("Coverage@3").hasPerUser()).isFalse();
    assertThat(evaluation.result("Coverage@3").perUser(0)).isNaN();
    assertThat(lists.get(0)).isEqualTo("0:RankedItems[2, 1, 4]");
    assertThat(lists.get(1)).isIn("1:RankedItems[0, 2, 1]", "1:RankedItems[0, 2, 3]");
    assertThat(evaluation.value("Coverage@3"))
        .isEqualTo(lists.get(1).endsWith("3]") ? 1.0 : 4 / 5.0);
    assertThat(evaluation.results().stream().map(MetricResult::label))
        .isEqualTo(METRICS.stream().map(Metric::label).toList());
    assertThatThrownBy(() -> evaluation.result("nDCG@10"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("no metric \"nDCG@10\" was measured, only [nDCG@3, Recall@3");
  }

  /**
   * User 0: 3 (hit), then a tie of 1 and 2 (hit), without 0 and 4. User 1: 2, then 1 (hit). The
   * model of {@link #measuresAHandWorkedSplit}, but for one score, on a sample.
   */
  @Test
  void ranksNothingButTheListsOfTheSplit() {
    CandidateLists.Builder lists = new CandidateLists.Builder();
    for (int[] pair : new int[][] {{0, 1}, {0, 2}, {0, 3}, {1, 1}, {1, 2}}) {
      lists.add(pair[0], pair[1]);
    }
    Split split = small().withCandidates(Optional.of(lists.build(3, 5)));
    FixedScores model =
        FixedScores.of(new float[] {9, 3, 3, 4, 2}, new float[] {5, 2, 4, 2, 9}, new float[5]);
    List<Metric> sampled = new ArrayList<>();
    METRICS.forEach(metric -> sampled.add(new SampledMetric(metric, "uniform-1")));

    Evaluation evaluation = evaluate(Protocol.test(split, Splits.USUAL), sampled, model);

    double third = Math.log(2) / Math.log(4);
    double second = Math.log(2) / Math.log(3);
    double ideal = 1 + second;
    assertPerUser(evaluation, "nDCG@3[uniform-1]", (1 + (second + third) / 2) / ideal, second);
    assertPerUser(evaluation, "MRR@3[uniform-1]", 1, 1 / 2.0);
    assertPerUser(evaluation, "HitRate@3[uniform-1]", 1, 1);
    assertPerUser(evaluation, "Recall@3[uniform-1]", 1, 1);
    assertThat(evaluation.value("Coverage@3[uniform-1]")).isEqualTo(1);
  }

  /** Whatever the model, the threads and the size of the lists: they are all that is ranked. */
  @Test
  void sampledNumbersAreTheSameForAnyNumberOfThreads() {
    Split split = Splits.random(400, 300, 6_000, 5);
    CandidateLists.Builder lists = new CandidateLists.Builder();
    for (int user = 0; user < 400; user++) {
      for (int item : split.test().distinctItems(user)) {
        lists.add(user, item);
      }
      for (int i = 0; i < user % 30; i++) {
        lists.add(user, (user * 7 + i * 11) % 300);
      }
    }
    CandidateLists built = lists.build(400, 300);
    Protocol protocol =
        Protocol.test(split.withCandidates(Optional.of(built)), Splits.with(Mask.NONE));
    FixedScores model = FixedScores.hashed(300, 9, 40);
    List<List<Double>> values = new ArrayList<>();
    for (int threads : new int[] {1, 2, 4}) {
      try (Workers workers = new Workers(threads)) {
        Evaluation evaluation =
            new Evaluator(protocol, METRICS, 1, workers)
                .evaluate(
                    "model",
                    model,
                    Progress.SILENT,
                    (user, list) -> {
                      for (int place = 0; place < list.size(); place++) {
                        assertThat(built.contains(user, list.item(place))).isTrue();
                      }
                    });
        values.add(evaluation.results().stream().map(MetricResult::value).toList());
      }
    }
    assertThat(values.get(1)).isEqualTo(values.get(0));
    assertThat(values.get(2)).isEqualTo(values.get(0));
    assertThat(values.get(0).get(0)).isBetween(0.01, 0.99);
  }

  private static void assertPerUser(Evaluation evaluation, String label, double... expected) {
    MetricResult result = evaluation.result(label);
    assertThat(result.higherIsBetter()).isTrue();
    assertThat(result.hasPerUser()).isTrue();
    assertThat(result.perUser()).as(label).containsExactly(expected, within(1e-12));
    assertThat(result.perUser(1)).isEqualTo(result.perUser()[1]);
    assertThat(result.value())
        .isCloseTo(Arrays.stream(expected).average().orElseThrow(), within(1e-12));
  }

  /** Blocks of 208 users, more of them than one thread works ahead; each has several groups. */
  @Test
  void doesNotDependOnTheNumberOfThreads() {
    Split split = Splits.random(4000, 10_000, 140_000, 3);
    Protocol protocol = Protocol.test(split, Splits.USUAL);
    FixedScores model = FixedScores.hashed(10_000, 8, 5000);
    assertThat(protocol.users()).isGreaterThan(17 * Evaluator.rowsOfBlock(10_000));
    assertThat(Evaluator.rowsOfBlock(10_000)).isGreaterThan(Evaluator.usersOfGroup(10_000));
    List<String> one = everything(protocol, model, 1);
    assertThat(one).hasSize(8 + 8 + protocol.users());
    assertThat(everything(protocol, model, 2)).isEqualTo(one);
    assertThat(everything(protocol, model, 5)).isEqualTo(one);
  }

  private static List<String> everything(Protocol protocol, Recommender model, int threads) {
    List<String> all = new ArrayList<>();
    AtomicLong done = new AtomicLong();
    try (Workers workers = new Workers(threads)) {
      Evaluation evaluation =
          new Evaluator(protocol, metrics(20), 4, workers)
              .evaluate(
                  "model",
                  model,
                  (name, total, unit) -> counting(done),
                  (user, list) -> all.add(user + ":" + list));
      for (MetricResult result : evaluation.results()) {
        all.add(Double.toHexString(result.value()));
        all.add(Arrays.toString(result.perUser()));
      }
    }
    assertThat(done).hasValue(protocol.users());
    return all;
  }

  private static Progress.Task counting(AtomicLong done) {
    return new Progress.Task() {
      @Override
      public void advance(long units) {
        done.addAndGet(units);
      }

      @Override
      public void note(String text) {}

      @Override
      public void close() {}
    };
  }

  @Test
  void blocksAndGroupsHaveConstantSizes() {
    assertThat(Evaluator.usersOfGroup(0)).isEqualTo(256);
    assertThat(Evaluator.rowsOfBlock(0)).isEqualTo(256);
    assertThat(Evaluator.rowsOfBlock(4096)).isEqualTo(256);
    assertThat(Evaluator.usersOfGroup(20_000)).isEqualTo(48);
    assertThat(Evaluator.rowsOfBlock(20_000)).isEqualTo(5 * 48);
    assertThat(Evaluator.usersOfGroup(50_000)).isEqualTo(16);
    assertThat(Evaluator.rowsOfBlock(50_000)).isEqualTo(10 * 16);
    assertThat(Evaluator.usersOfGroup(10_000_000)).isEqualTo(8);
    assertThat(Evaluator.rowsOfBlock(10_000_000)).isEqualTo(8);
  }

  /** Items get other indices, and users too: each user's numbers are the same to the last bit. */
  @Test
  void doesNotDependOnTheOrderOfItemsAndUsers() {
    int users = 80;
    int items = 60;
    Split split = Splits.random(users, items, 1500, 11);
    Split renamed =
        Splits.of(renamed(split.train()), renamed(split.validation()), renamed(split.test()));
    FixedScores model = FixedScores.hashed(items, 9, 12);
    FixedScores renamedModel =
        new FixedScores(
            items,
            (user, item) -> model.cell().score(users - 1 - user, Math.floorMod(item * 43, items)));
    Evaluation plain = evaluate(Protocol.test(split, Splits.USUAL), METRICS.subList(0, 7), model);
    Evaluation other =
        evaluate(Protocol.test(renamed, Splits.USUAL), METRICS.subList(0, 7), renamedModel);
    int evaluated = plain.protocol().users();
    assertThat(evaluated).isGreaterThan(50).isEqualTo(other.protocol().users());
    for (Metric metric : METRICS.subList(0, 7)) {
      MetricResult result = plain.result(metric.label());
      for (int row = 0; row < evaluated; row++) {
        assertThat(other.result(metric.label()).perUser(evaluated - 1 - row))
            .as(metric.label())
            .isEqualTo(result.perUser(row));
      }
      assertThat(other.value(metric.label())).isCloseTo(result.value(), within(1e-12));
    }
  }

  /** Item 43 i mod 60 becomes item i, since 43 x 7 = 1 mod 60; the last user becomes the first. */
  private static Interactions renamed(Interactions events) {
    List<int[]> pairs = new ArrayList<>();
    for (int user = 0; user < events.users(); user++) {
      for (int position = events.start(user); position < events.end(user); position++) {
        int item = Math.floorMod(events.item(position) * 7, events.items());
        pairs.add(new int[] {events.users() - 1 - user, item});
      }
    }
    return events(events.users(), events.items(), pairs.toArray(int[][]::new));
  }

  /** A constant scorer gets what random ones get on average, within 4.5 standard errors. */
  @Test
  void constantScoresScoreLikeRandomOnes() {
    Split split = Splits.random(150, 50, 3000, 21);
    Protocol protocol = Protocol.test(split, Splits.with(ColdItems.SCORE));
    Evaluation constant = evaluate(protocol, METRICS, new FixedScores(50, (user, item) -> 3f));
    List<Evaluation> random =
        IntStream.range(0, 200)
            .mapToObj(i -> evaluate(protocol, METRICS, FixedScores.hashed(50, i, 1 << 24)))
            .toList();
    for (Metric metric : METRICS.subList(0, 7)) {
      double[] values = random.stream().mapToDouble(it -> it.value(metric.label())).toArray();
      double mean = Arrays.stream(values).average().orElseThrow();
      double variance =
          Arrays.stream(values).map(it -> (it - mean) * (it - mean)).sum() / (values.length - 1);
      double expected = constant.value(metric.label());
      assertThat(expected).as(metric.label()).isBetween(0.01, 0.5);
      assertThat(Math.abs(mean - expected))
          .as(metric.label())
          .isLessThan(4.5 * Math.sqrt(variance / values.length));
    }
  }

  /** 2 relevant among 5 candidates of equal score, one of them masked, 3 places. */
  @Test
  void constantScoresEqualTheClosedForm() {
    Evaluation evaluation =
        evaluate(
            Protocol.test(small(), Splits.USUAL),
            METRICS,
            new FixedScores(5, (user, item) -> user));
    assertThat(evaluation.result("Recall@3").perUser(0)).isEqualTo(3 / 4.0);
    assertThat(evaluation.result("HitRate@3").perUser(1)).isEqualTo(3 / 4.0);
    assertThat(evaluation.result("MRR@3").perUser(1))
        .isCloseTo((1 + 1 / 2.0 + 1 / 3.0) / 4, within(1e-12));
  }

  @Test
  void aPerfectModelReachesOne() {
    Split split = Splits.random(100, 40, 1200, 2);
    for (Mask mask : Mask.values()) {
      Protocol protocol = Protocol.test(split, Splits.with(mask));
      boolean[][] wanted = new boolean[100][40];
      for (int row = 0; row < protocol.users(); row++) {
        for (int item : protocol.relevant(row)) {
          wanted[protocol.user(row)][item] = true;
        }
      }
      FixedScores oracle =
          new FixedScores(40, (user, item) -> wanted[user][item] ? 1f + item : -item);
      Evaluation evaluation = evaluate(protocol, metrics(40), oracle);
      assertThat(evaluation.value("nDCG@40")).as("mask " + mask).isEqualTo(1);
      assertThat(evaluation.value("Recall@40")).isEqualTo(1);
      assertThat(evaluation.value("MAP@40")).isCloseTo(1, within(1e-12));
      assertThat(evaluation.value("MRR@40")).isEqualTo(1);
    }
  }

  private static List<Integer> list(Protocol protocol, Recommender model, int user) {
    List<Integer> items = new ArrayList<>();
    try (Workers workers = new Workers(1)) {
      new Evaluator(protocol, metrics(5), 1, workers)
          .evaluate(
              "model",
              model,
              Progress.SILENT,
              (of, list) -> {
                for (int place = 0; of == user && place < list.size(); place++) {
                  items.add(list.item(place));
                }
              });
    }
    return items;
  }

  /** Items 3 and 4 are cold; user 0 had item 0 in training and item 1 in validation. */
  private static Split withColdItems() {
    Interactions train = events(2, 5, new int[] {0, 0}, new int[] {1, 1}, new int[] {1, 2});
    Interactions test = events(2, 5, new int[] {0, 2}, new int[] {0, 4}, new int[] {1, 0});
    return Splits.of(train, events(2, 5, new int[] {0, 1}), test);
  }

  @Test
  void masksWhatTheRulesSay() {
    FixedScores model = new FixedScores(5, (user, item) -> -item);
    Split split = withColdItems();
    assertThat(list(Protocol.test(split, Splits.with(Mask.NONE)), model, 0))
        .containsExactly(0, 1, 2, 3, 4);
    assertThat(list(Protocol.test(split, Splits.with(Mask.TRAIN)), model, 0))
        .containsExactly(1, 2, 3, 4);
    assertThat(list(Protocol.test(split, Splits.with(Mask.TRAIN_AND_VALIDATION)), model, 0))
        .containsExactly(2, 3, 4);
  }

  @Test
  void treatsColdItemsAsTheRulesSay() {
    FixedScores model = new FixedScores(5, (user, item) -> item);
    Split split = withColdItems();
    assertThat(list(Protocol.test(split, Splits.with(ColdItems.SCORE)), model, 0))
        .containsExactly(4, 3, 2);
    assertThat(list(Protocol.test(split, Splits.with(ColdItems.REMOVE)), model, 0))
        .containsExactly(2);
    Protocol last = Protocol.test(split, Splits.with(ColdItems.RANK_LAST));
    assertThat(list(last, model, 0).get(0)).isEqualTo(2);
    assertThat(list(last, model, 0)).containsExactlyInAnyOrder(2, 3, 4);
    Evaluation evaluation = evaluate(last, metrics(2), model);
    // A hit, then one of two equally cold items, one of them relevant.
    assertThat(evaluation.result("Recall@2").perUser(0)).isEqualTo(3 / 4.0);
  }

  @Test
  void coldItemsRankBehindTheLeastScoreThereIs() {
    FixedScores model = new FixedScores(5, (user, item) -> -Float.MAX_VALUE);
    Protocol last = Protocol.test(withColdItems(), Splits.with(ColdItems.RANK_LAST));
    assertThat(list(last, model, 0).get(0)).isEqualTo(2);
    assertThat(evaluate(last, metrics(1), model).result("HitRate@1").perUser(0)).isEqualTo(1);
  }

  @Test
  void ranksTheCandidatesAlone() {
    Protocol protocol =
        Protocol.of(small(), Split.Part.TEST, Splits.with(Mask.NONE), ItemSet.of(5, 1, 3));
    FixedScores model = new FixedScores(5, (user, item) -> item);
    assertThat(list(protocol, model, 0)).containsExactly(3, 1);
    assertThat(evaluate(protocol, METRICS, model).value("Coverage@3")).isEqualTo(1);
  }

  @Test
  void nobodyToEvaluateMakesNoNumber() {
    Interactions train = events(2, 3, new int[] {0, 1});
    Split split = Splits.of(train, Interactions.none(2, 3), Interactions.none(2, 3));
    Evaluation evaluation =
        evaluate(Protocol.test(split, Splits.USUAL), METRICS, FixedScores.hashed(3, 1, 9));
    assertThat(evaluation.results())
        .hasSize(8)
        .allSatisfy(it -> assertThat(it.value()).isNaN())
        .noneMatch(MetricResult::hasPerUser);
  }

  @Test
  void namesModelUserAndItemOfAScoreThatIsNoNumber() {
    for (float bad : new float[] {Float.NaN, Float.NEGATIVE_INFINITY, Float.POSITIVE_INFINITY}) {
      FixedScores model = new FixedScores(5, (user, item) -> user == 1 && item == 4 ? bad : item);
      assertThatThrownBy(() -> evaluate(Protocol.test(small(), Splits.USUAL), METRICS, model))
          .isInstanceOf(NonFiniteScoreException.class)
          .hasMessage("model \"model\" gave the score %s for user \"u1\" and item \"i4\"", bad);
    }
  }

  @Test
  void refusesAModelOfOtherItems() {
    assertThatThrownBy(
            () ->
                evaluate(
                    Protocol.test(small(), Splits.USUAL), METRICS, FixedScores.hashed(4, 1, 9)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("model \"model\" scores 4 items, the split has 5");
  }

  @Test
  void refusesEqualLabelsAndNoMetric() {
    Protocol protocol = Protocol.test(small(), Splits.USUAL);
    try (Workers workers = new Workers(1)) {
      List<Metric> twice = List.of(METRICS.get(0), METRICS.get(1), METRICS.get(0));
      assertThatThrownBy(() -> new Evaluator(protocol, twice, 1, workers))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage("two metrics have the label \"nDCG@3\"");
      assertThatThrownBy(() -> new Evaluator(protocol, List.of(), 1, workers))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage("no metric is given");
    }
  }

  @Test
  void stopsWhenInterrupted() {
    Protocol protocol = Protocol.test(small(), Splits.USUAL);
    Thread.currentThread().interrupt();
    try {
      assertThatThrownBy(() -> evaluate(protocol, METRICS, FixedScores.hashed(5, 1, 9)))
          .isInstanceOf(CancellationException.class);
      assertThat(Thread.currentThread().isInterrupted()).isTrue();
    } finally {
      Thread.interrupted();
    }
  }
}
