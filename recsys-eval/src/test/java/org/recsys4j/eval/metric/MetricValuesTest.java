package org.recsys4j.eval.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.recsys4j.api.Accumulator;
import org.recsys4j.api.EvaluationContext;
import org.recsys4j.api.Metric;
import org.recsys4j.api.MetricFactory;
import org.recsys4j.api.UserRanking;
import org.recsys4j.api.UserRanking.TieGroup;
import org.recsys4j.api.contract.Rankings;
import org.recsys4j.api.data.ItemSet;

/** Values worked by hand, and the textbook definitions over every order of equal scores. */
class MetricValuesTest {
  private static final Map<String, MetricFactory<Cutoff>> ACCURACY =
      Map.of(
          "nDCG", new Ndcg(),
          "Recall", new Recall(),
          "Precision", new Precision(),
          "F1", new F1(),
          "HitRate", new HitRate(),
          "MRR", new Mrr(),
          "MAP", new MeanAveragePrecision());

  private static double of(String name, int k, UserRanking ranking) {
    Metric metric = ACCURACY.get(name).create(new Cutoff(k));
    assertThat(metric.label()).isEqualTo(name + "@" + k);
    assertThat(metric.depth()).isEqualTo(k);
    return metric.start(new EvaluationContext(1, ItemSet.all(100))).add(ranking);
  }

  private static void assertValues(
      UserRanking ranking,
      int k,
      double ndcg,
      double recall,
      double precision,
      double f1,
      double hitRate,
      double mrr,
      double map) {
    assertThat(of("nDCG", k, ranking)).as("nDCG").isCloseTo(ndcg, within(5e-7));
    assertThat(of("Recall", k, ranking)).as("Recall").isCloseTo(recall, within(1e-12));
    assertThat(of("Precision", k, ranking)).as("Precision").isCloseTo(precision, within(1e-12));
    assertThat(of("F1", k, ranking)).as("F1").isCloseTo(f1, within(1e-12));
    assertThat(of("HitRate", k, ranking)).as("HitRate").isCloseTo(hitRate, within(1e-12));
    assertThat(of("MRR", k, ranking)).as("MRR").isCloseTo(mrr, within(1e-12));
    assertThat(of("MAP", k, ranking)).as("MAP").isCloseTo(map, within(1e-12));
  }

  /** Relevant at ranks 1 and 3, a third one not found: DCG 1 + 1/2, ideal 1 + 0.6309298 + 1/2. */
  @Test
  void twoOfThreeFound() {
    UserRanking ranking = Rankings.of(3, true, false, true, false, false);
    assertValues(ranking, 5, 0.7039181, 2 / 3.0, 2 / 5.0, 1 / 2.0, 1, 1, 5 / 9.0);
  }

  /** The same list at a cut-off above the first miss: all that the list can hold. */
  @Test
  void shortCutoffHasAShortIdeal() {
    UserRanking ranking = Rankings.of(3, true, false, true, false, false);
    assertValues(ranking, 1, 1, 1 / 3.0, 1, 1 / 2.0, 1, 1, 1);
  }

  /** One relevant item at rank 2: DCG 0.6309298, ideal 1. */
  @Test
  void ranksOneAndTwoWeighDifferently() {
    UserRanking ranking = Rankings.of(1, false, true);
    assertValues(ranking, 2, 0.6309298, 1, 1 / 2.0, 2 / 3.0, 1, 1 / 2.0, 1 / 2.0);
  }

  /** A list of one item, relevant, where two are relevant and ten places are looked at. */
  @Test
  void shortListIsPaddedWithMisses() {
    UserRanking ranking = Rankings.of(2, true);
    assertValues(ranking, 10, 0.6131472, 1 / 2.0, 1 / 10.0, 1 / 6.0, 1, 1, 1 / 2.0);
  }

  @Test
  void nothingIsShown() {
    assertValues(Rankings.of(4), 10, 0, 0, 0, 0, 0, 0, 0);
  }

  @Test
  void nothingIsFound() {
    assertValues(Rankings.uniform(4, 10, false), 10, 0, 0, 0, 0, 0, 0, 0);
  }

  @Test
  void hitBelowTheCutoffDoesNotCount() {
    assertValues(Rankings.of(1, false, false, true), 2, 0, 0, 0, 0, 0, 0, 0);
  }

  /** More relevant items than places: recall cannot reach 1; nDCG, precision and MAP can. */
  @Test
  void everythingShownIsRelevant() {
    UserRanking ranking = Rankings.uniform(8, 2, true);
    assertValues(ranking, 2, 1, 1 / 4.0, 1, 2 / 5.0, 1, 1, 1);
  }

  /**
   * Two queries of trec_eval's own test (its {@code out.test.aqcM}): the judgements of the first
   * ten documents ({@code relstring}), the number of relevant ones, and what trec_eval 9 prints, to
   * four decimals. {@code map_cut_K} divides by all relevant documents, MAP@K by at most K.
   */
  @Test
  void agreesWithTrecEvalWhereDefinitionsCoincide() {
    UserRanking query301 = judged(474, "0000011000");
    assertPrinted(query301, 10, "nDCG", 0.1518);
    assertPrinted(query301, 10, "Precision", 0.2000);
    assertPrinted(query301, 10, "Recall", 0.0042);
    assertPrinted(query301, 10, "MRR", 0.1667);
    assertPrinted(query301, 10, "HitRate", 1.0000);
    assertPrinted(query301, 5, "nDCG", 0.0000);
    assertPrinted(query301, 5, "HitRate", 0.0000);
    assertThat(of("MAP", 10, query301) * 10 / 474).isCloseTo(0.0010, within(5e-5));

    UserRanking query303 = judged(10, "0011101000");
    assertPrinted(query303, 10, "nDCG", 0.3633);
    assertPrinted(query303, 5, "nDCG", 0.4469);
    assertPrinted(query303, 10, "Precision", 0.4000);
    assertPrinted(query303, 5, "Precision", 0.6000);
    assertPrinted(query303, 10, "Recall", 0.4000);
    assertPrinted(query303, 5, "Recall", 0.3000);
    assertPrinted(query303, 10, "MRR", 0.3333);
    assertPrinted(query303, 10, "MAP", 0.2005);
    assertPrinted(query303, 1, "HitRate", 0.0000);
    assertThat(of("MAP", 5, query303) * 5 / 10).isCloseTo(0.1433, within(5e-5));
  }

  private static UserRanking judged(int relevantCount, String judgements) {
    boolean[] relevant = new boolean[judgements.length()];
    for (int place = 0; place < relevant.length; place++) {
      relevant[place] = judgements.charAt(place) == '1';
    }
    return Rankings.of(relevantCount, relevant);
  }

  private static void assertPrinted(UserRanking ranking, int k, String name, double printed) {
    assertThat(of(name, k, ranking)).as(name + "@" + k).isCloseTo(printed, within(5e-5));
  }

  /** A coin decides which of two items, one relevant, is the one that is shown. */
  @Test
  void tieOfTwoForOnePlace() {
    UserRanking ranking = Rankings.tied(1, 1, List.of(new TieGroup(0, 2, 1)));
    assertValues(ranking, 1, .5, .5, .5, .5, .5, .5, .5);
  }

  /**
   * Four equal scores, two relevant, two places. Expected hits: 1. No hit in 1 of 6 draws. First
   * relevant item at rank 1 in 3 of 6, at rank 2 in 2 of 6 draws. AP is 1 in 1, 1/2 in 2, and 1/4
   * in 2 of 6 draws.
   */
  @Test
  void tieOfFourForTwoPlaces() {
    UserRanking ranking = Rankings.tied(2, 2, List.of(new TieGroup(0, 4, 2)));
    assertValues(ranking, 2, .5, .5, .5, .5, 5 / 6.0, 2 / 3.0, 2.5 / 6);
  }

  /**
   * A hit, then three equal scores with one relevant for two places: DCG 1 + (0.63093 + 0.5) / 3.
   */
  @Test
  void tieBehindAHit() {
    UserRanking ranking =
        Rankings.tied(2, 3, List.of(new TieGroup(0, 1, 1), new TieGroup(1, 3, 1)));
    double ap = (1 + (2 / 2.0 + 2 / 3.0) / 3) / 2;
    assertValues(ranking, 3, 0.8442893, 5 / 6.0, 5 / 9.0, 2 / 3.0, 1, 1, ap);
  }

  /** Every item has the same score: a random list. N = 40, R = 3, K = 10. */
  @Test
  void constantScoresAreARandomList() {
    UserRanking ranking = Rankings.tied(3, 10, List.of(new TieGroup(0, 40, 3)));
    double share = 3 / 40.0;
    double discounts = 0;
    double ideal = 0;
    double precisionAtHits = 0;
    double firstAt = 0;
    double noneBefore = 1;
    for (int rank = 1; rank <= 10; rank++) {
      discounts += Math.log(2) / Math.log(rank + 1);
      ideal += rank <= 3 ? Math.log(2) / Math.log(rank + 1) : 0;
      precisionAtHits += share * (1 + (rank - 1) * 2 / 39.0) / rank;
      double hitHere = 3.0 / (40 - (rank - 1));
      firstAt += noneBefore * hitHere / rank;
      noneBefore *= 1 - hitHere;
    }
    assertValues(
        ranking,
        10,
        share * discounts / ideal,
        10 * share / 3,
        share,
        2 * 10 * share / (10 + 3),
        1 - noneBefore,
        firstAt,
        precisionAtHits / 3);
    // No hit in the first 10 = all 3 among the last 30.
    assertThat(noneBefore).isCloseTo(30.0 * 29 * 28 / (40.0 * 39 * 38), within(1e-12));
  }

  /** The definitions, word for word, averaged over every order of equal scores. */
  @Property(tries = 400)
  void expectedValueIsTheMeanOverAllOrders(
      @ForAll @Size(min = 1, max = 5) List<@IntRange(min = 1, max = 4) Integer> sizes,
      @ForAll @IntRange(min = 0, max = Integer.MAX_VALUE) int choice,
      @ForAll @IntRange(min = 0, max = 3) int missed,
      @ForAll @IntRange(min = 1, max = 12) int k) {
    TieGroup[] groups = new TieGroup[sizes.size()];
    int start = 0;
    int found = 0;
    int digits = choice;
    for (int g = 0; g < groups.length; g++) {
      int relevant = digits % (sizes.get(g) + 1);
      digits /= 5;
      groups[g] = new TieGroup(start, sizes.get(g), relevant);
      start += sizes.get(g);
      found += relevant;
    }
    int size = Math.min(start, groups[groups.length - 1].start() + 1 + choice % 4);
    UserRanking tied = Rankings.tied(Math.max(1, found + missed), size, Arrays.asList(groups));
    ACCURACY.forEach(
        (name, factory) -> {
          double[] sum = new double[2];
          Rankings.forEachOrder(
              tied,
              order -> {
                sum[0] += definition(name, order, k);
                sum[1]++;
              });
          int cut = Math.min(k, size); // what lies beyond the list is known by its group alone
          if (cut == k || size == tied.groups().get(tied.groups().size() - 1).end()) {
            assertThat(of(name, k, tied)).as(name).isCloseTo(sum[0] / sum[1], within(1e-12));
          }
        });
  }

  private static double definition(String name, UserRanking list, int k) {
    double hits = 0;
    double dcg = 0;
    double ideal = 0;
    double precisionAtHits = 0;
    int first = Integer.MAX_VALUE;
    for (int rank = 1; rank <= k; rank++) {
      if (rank <= list.size() && list.isRelevant(rank - 1)) {
        hits++;
        dcg += Math.log(2) / Math.log(rank + 1);
        precisionAtHits += hits / rank;
        first = Math.min(first, rank);
      }
      if (rank <= list.relevantCount()) {
        ideal += Math.log(2) / Math.log(rank + 1);
      }
    }
    double precision = hits / k;
    double recall = hits / list.relevantCount();
    return switch (name) {
      case "nDCG" -> dcg / ideal;
      case "Recall" -> recall;
      case "Precision" -> precision;
      case "F1" -> hits == 0 ? 0 : 2 * precision * recall / (precision + recall);
      case "HitRate" -> hits > 0 ? 1 : 0;
      case "MRR" -> hits > 0 ? 1.0 / first : 0;
      case "MAP" -> precisionAtHits / Math.min(k, list.relevantCount());
      default -> throw new IllegalArgumentException(name);
    };
  }

  @Test
  void coverageCountsItemsOfAnybodysList() {
    Metric metric = new Coverage().create(new Cutoff(2));
    assertThat(metric.label()).isEqualTo("Coverage@2");
    EvaluationContext context = new EvaluationContext(3, ItemSet.of(20, 1, 2, 3, 4, 5, 6, 7, 8));
    Accumulator first = metric.start(context);
    assertThat(first.add(listOf(0, 1, 2, 3))).isNaN();
    first.add(listOf(1, 2, 1));
    assertThat(first.result()).isEqualTo(2 / 8.0);
    Accumulator second = metric.start(context);
    second.add(listOf(2, 8));
    second.add(listOf(3));
    first.merge(second);
    assertThat(first.result()).isEqualTo(3 / 8.0);
  }

  private static UserRanking listOf(int user, int... items) {
    UserRanking.TieGroup[] groups = new TieGroup[items.length];
    for (int place = 0; place < items.length; place++) {
      groups[place] = new TieGroup(place, 1, 0);
    }
    return new UserRanking(user, items, new boolean[items.length], List.of(groups), 1);
  }

  @Test
  void refusesACutoffBelowOne() {
    assertThatThrownBy(() -> new Cutoff(0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("k: 0");
  }
}
