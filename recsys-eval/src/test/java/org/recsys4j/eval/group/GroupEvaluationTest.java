package org.recsys4j.eval.group;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.recsys4j.api.Metric;
import org.recsys4j.api.Progress;
import org.recsys4j.api.concurrent.Workers;
import org.recsys4j.api.data.Attributes;
import org.recsys4j.api.data.Catalogue;
import org.recsys4j.api.data.IdIndex;
import org.recsys4j.api.data.Interactions;
import org.recsys4j.api.data.InvalidDataException;
import org.recsys4j.api.data.Split;
import org.recsys4j.eval.metric.Auc;
import org.recsys4j.eval.metric.Coverage;
import org.recsys4j.eval.metric.Cutoff;
import org.recsys4j.eval.metric.NoOptions;
import org.recsys4j.eval.metric.Recall;
import org.recsys4j.eval.protocol.ColdItems;
import org.recsys4j.eval.protocol.ColdUsers;
import org.recsys4j.eval.protocol.Evaluator;
import org.recsys4j.eval.protocol.FixedScores;
import org.recsys4j.eval.protocol.HistoryPart;
import org.recsys4j.eval.protocol.Mask;
import org.recsys4j.eval.protocol.Protocol;
import org.recsys4j.eval.protocol.Rules;

/** Groups worked by hand, on four users and six items. */
class GroupEvaluationTest {
  private static final Groups NONE = groups(0, false, List.of(), Optional.empty(), List.of(), 0);

  /** Item 0 has three training users, item 1 one: the head is 0, the tail all others. */
  private static final int[][] TRAIN = {{0, 0}, {0, 1}, {1, 0}, {2, 0}};

  /** User, item, time. */
  private static final int[][] TEST = {
    {0, 2, 100}, {0, 4, 300}, {1, 1, 100}, {1, 5, 200}, {2, 3, 300}, {3, 0, 200}, {3, 2, 400}
  };

  /** The same for all: items 5, 4, 3, 2, 1, 0. */
  private static final FixedScores MODEL = new FixedScores(6, (user, item) -> item);

  private static Groups groups(
      int activity,
      boolean cold,
      List<String> userColumns,
      Optional<Double> head,
      List<String> itemColumns,
      int time) {
    return new Groups(activity, cold, userColumns, head, itemColumns, "|", time);
  }

  private static Interactions events(int[][] rows, boolean times) {
    int n = rows.length;
    return Interactions.of(
        4,
        6,
        IntStream.range(0, n).map(i -> rows[i][0]).toArray(),
        IntStream.range(0, n).map(i -> rows[i][1]).toArray(),
        new float[n],
        times ? IntStream.range(0, n).mapToLong(i -> rows[i][2]).toArray() : new long[0],
        n);
  }

  private static Split split(boolean times) {
    Attributes.Builder cities = new Attributes.Builder(List.of("city"));
    cities.add("u0", List.of("Rome")).add("u1", List.of("Bonn")).add("u2", List.of("Rome"));
    Attributes.Builder genres = new Attributes.Builder(List.of("genres"));
    genres.add("i2", List.of("a|b")).add("i4", List.of("b"));
    Catalogue catalogue =
        new Catalogue(
            IdIndex.of(List.of("u0", "u1", "u2", "u3")),
            IdIndex.of(List.of("i0", "i1", "i2", "i3", "i4", "i5")),
            cities.build(),
            genres.build());
    return new Split(catalogue, events(TRAIN, false), Interactions.none(4, 6), events(TEST, times));
  }

  private static List<GroupedResults> results(Groups groups, Split split) {
    Rules rules = new Rules(Mask.TRAIN, HistoryPart.TRAIN, ColdItems.SCORE, ColdUsers.KEEP);
    Protocol protocol = Protocol.test(split, rules);
    Map<String, Metric> metrics = new LinkedHashMap<>();
    metrics.put("recall@2", new Recall().create(new Cutoff(2)));
    metrics.put("auc", new Auc().create(new NoOptions()));
    metrics.put("coverage@2", new Coverage().create(new Cutoff(2)));
    GroupEvaluation evaluation = GroupEvaluation.of(groups, split, protocol, metrics);
    List<Metric> all = new ArrayList<>(metrics.values());
    all.addAll(evaluation.metrics());
    try (Workers workers = new Workers(1)) {
      return evaluation.results(
          new Evaluator(protocol, all, 1, workers).evaluate("m", MODEL, Progress.SILENT));
    }
  }

  private static GroupedResults one(Groups groups) {
    List<GroupedResults> results = results(groups, split(true));
    assertThat(results).hasSize(1);
    return results.get(0);
  }

  /** Of "name users recall" in the order of the groups. */
  private static void assertRecall(GroupedResults results, String... expected) {
    assertThat(results.groups())
        .extracting(
            it ->
                String.format(
                    Locale.ROOT, "%s %d %.4f", it.name(), it.users(), it.metrics().get("recall@2")))
        .containsExactly(expected);
    assertThat(results.groups())
        .allSatisfy(it -> assertThat(it.metrics()).containsOnlyKeys("recall@2", "auc"));
  }

  @Test
  void withoutGroupsNothingIsMeasured() {
    assertThat(results(NONE, split(true))).isEmpty();
  }

  /** In the first two places are 5 and 4: recall 1/2, 1/2, 0 and 0 of the users 0 to 3. */
  @Test
  void usersByActivity() {
    GroupedResults activity = one(groups(2, false, List.of(), Optional.empty(), List.of(), 0));
    assertRecall(activity, "1 to 1 2 0.2500", "2 to 2 1 0.5000");
    assertThat(activity.gaps().get("recall@2").best()).isEqualTo("2 to 2");
    assertThat(activity.gaps().get("recall@2").difference()).isEqualTo(0.25);
    assertThat(activity.gaps().get("recall@2").test().p()).as("one user").isNaN();
  }

  @Test
  void coldUsers() {
    GroupedResults cold = one(groups(0, true, List.of(), Optional.empty(), List.of(), 0));
    assertRecall(cold, "no training event 1 0.0000", "known 3 0.3333");
  }

  @Test
  void usersByAnAttribute() {
    GroupedResults city = one(groups(0, false, List.of("city"), Optional.empty(), List.of(), 0));
    assertRecall(city, "Bonn 1 0.5000", "Rome 2 0.2500");
  }

  /** The head is relevant to user 3 alone, who ranks it last of six: no pair is right. */
  @Test
  void headAndTail() {
    GroupedResults popularity = one(groups(0, false, List.of(), Optional.of(0.5), List.of(), 0));
    assertRecall(popularity, "head 1 0.0000", "tail 4 0.2500");
    assertThat(popularity.groups().get(0).metrics().get("auc")).isZero();
    // Candidates in front of relevant tail items: user 0 of 5 4 3 2, user 1 of 5 4 3 2 1, ...
    double first = 1 / 4.0;
    double second = 3 / 6.0;
    double third = 2 / 4.0;
    double fourth = 2 / 5.0;
    assertThat(popularity.groups().get(1).metrics().get("auc"))
        .isCloseTo((first + second + third + fourth) / 4, within(1e-12));
    assertThat(popularity.gaps()).as("users are in both").isEmpty();
  }

  /** Tag a: item 2 of the users 0 and 3. Tag b: items 2 and 4 of user 0, item 2 of user 3. */
  @Test
  void itemsByAnAttribute() {
    assertRecall(
        one(groups(0, false, List.of(), Optional.empty(), List.of("genres"), 0)),
        "a 2 0.0000",
        "b 2 0.2500");
  }

  /** Seven events at four times: equal times stay together. */
  @Test
  void slicesOfTime() {
    assertRecall(
        one(groups(0, false, List.of(), Optional.empty(), List.of(), 2)),
        "1970-01-01T00:01:40Z to 1970-01-01T00:03:20Z 3 0.1667",
        "1970-01-01T00:05:00Z to 1970-01-01T00:06:40Z 3 0.3333");
    Groups time = groups(0, false, List.of(), Optional.empty(), List.of(), 2);
    assertThatThrownBy(() -> results(time, split(false)))
        .isInstanceOf(InvalidDataException.class)
        .hasMessage("evaluate.groups.time: events have no times");
  }

  @Test
  void slicesOfDaysHaveShortNames() {
    int day = 86_400;
    int[][] later = {{0, 2, 0}, {1, 1, day}, {2, 3, 2 * day}, {3, 0, 2 * day + 1}};
    Split split =
        new Split(
            split(true).catalogue(),
            events(TRAIN, false),
            Interactions.none(4, 6),
            events(later, true));
    Groups time = groups(0, false, List.of(), Optional.empty(), List.of(), 2);
    assertRecall(
        results(time, split).get(0),
        "1970-01-01 to 1970-01-02 2 0.0000",
        "1970-01-03 to 1970-01-03 2 0.0000");
  }

  @Test
  void anAttributeThatIsNotThereIsRefused() {
    Groups age = groups(0, false, List.of("age"), Optional.empty(), List.of(), 0);
    assertThatThrownBy(() -> results(age, split(true)))
        .isInstanceOf(InvalidDataException.class)
        .hasMessage(
            "evaluate.groups.user-columns: the users have no attribute \"age\", only [city]");
  }
}
