package org.recsys4j.bench.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.recsys4j.bench.report.Section.Block;
import org.recsys4j.bench.report.Section.Choice;
import org.recsys4j.eval.experiment.Leaderboard.Column;
import org.recsys4j.eval.experiment.ModelResult;
import org.recsys4j.eval.group.GroupedResults;
import org.recsys4j.eval.group.GroupedResults.Group;
import org.recsys4j.eval.statistics.GroupGap;
import org.recsys4j.eval.statistics.TestResult;

class GroupSectionTest {
  private static final Column NDCG = new Column("ndcg@3", "nDCG@3", true);
  private static final Column RANK = new Column("rank", "Rank", false);
  private static final Column COVERAGE = new Column("coverage@3", "Coverage@3", true);

  private static ModelView model(int place, GroupedResults... groups) {
    ModelResult result =
        new ModelResult("m" + place, "m", "m", Map.of(), 0, 1, 1, 0, 0, Optional.empty());
    return new ModelView(result, place, List.of(), Optional.empty(), List.of(groups));
  }

  private static Group group(String name, int users, double ndcg) {
    return new Group(name, users, Map.of("ndcg@3", ndcg, "rank", 10 * ndcg));
  }

  private static GroupedResults gender(double women, double men, double p) {
    TestResult test = new TestResult(2, p, 3 * p, 2 * p);
    Map<String, GroupGap> gaps = new LinkedHashMap<>();
    gaps.put("ndcg@3", new GroupGap("F", "M", women - men, test));
    gaps.put("rank", new GroupGap("M", "F", 10 * (men - women), test));
    return new GroupedResults("gender", List.of(group("F", 7, women), group("M", 1005, men)), gaps);
  }

  private static GroupedResults time() {
    return new GroupedResults("time", List.of(group("2020", 9, 0.125)), Map.of());
  }

  private static Choice choice(ModelView... models) {
    Section section = GroupSection.of(List.of(NDCG, RANK, COVERAGE), List.of(models)).orElseThrow();
    return section.blocks().stream()
        .flatMap(it -> Optional.ofNullable(it.choice()).stream())
        .findFirst()
        .orElseThrow();
  }

  private static List<List<String>> rows(Table table) {
    return table.rows().stream()
        .map(row -> row.cells().stream().map(Table.Cell::text).toList())
        .toList();
  }

  @Test
  void everyKindHasAChartAndThoseOfUsersHaveGaps() {
    Choice choice =
        choice(
            model(0, gender(0.5, 0.25, 0.02), time()), model(1, gender(0.25, 0.125, 1e-9), time()));

    assertThat(choice.options()).map(Section.Option::name).containsExactly("nDCG@3", "Rank");
    List<Block> blocks = choice.options().get(0).blocks();
    assertThat(blocks).hasSize(3);
    assertThat(blocks.get(0).figure().svg()).startsWith("<svg");
    Table means = blocks.get(0).figure().table();
    assertThat(means.caption()).isEqualTo("nDCG@3 by gender");
    assertThat(means.columns())
        .map(Table.Column::name)
        .containsExactly("nDCG@3", "F (7 users)", "M (1,005 users)");
    assertThat(rows(means))
        .containsExactly(List.of("m0", "0.5000", "0.2500"), List.of("m1", "0.2500", "0.1250"));
    assertThat(rows(blocks.get(1).table()))
        .containsExactly(
            List.of("m0", "F", "M", "+0.2500", "0.0200", "0.0600"),
            List.of("m1", "F", "M", "+0.1250", "< 0.0001", "< 0.0001"));
    assertThat(blocks.get(2).figure().caption()).isEqualTo("nDCG@3 by time");
    assertThat(rows(choice.options().get(1).blocks().get(1).table()).get(0))
        .as("of ranks the lower is better")
        .containsExactly("m0", "M", "F", "\u22122.5000", "0.0200", "0.0600");
  }

  @Test
  void ofManyGroupsTheLargestAreShown() {
    List<Group> groups =
        IntStream.range(0, 1000)
            .mapToObj(i -> group("zip " + i, i % 50 == 7 ? 9 : 1, 0.5))
            .toList();
    Table means =
        choice(model(0, new GroupedResults("zip", groups, Map.of())))
            .options()
            .get(0)
            .blocks()
            .get(0)
            .figure()
            .table();

    assertThat(means.caption()).isEqualTo("nDCG@3 by zip, the 20 groups of most users of 1,000");
    List<String> heads = new ArrayList<>(List.of("nDCG@3"));
    IntStream.range(0, 20).forEach(i -> heads.add("zip " + (50 * i + 7) + " (9 users)"));
    assertThat(means.columns()).map(Table.Column::name).isEqualTo(heads);
  }

  @Test
  void groupsWithoutUsersHaveNoNumber() {
    GroupedResults cold =
        new GroupedResults(
            "cold",
            List.of(group("no training event", 0, Double.NaN), group("known", 3, 0.5)),
            Map.of());
    Table means = choice(model(0, cold)).options().get(0).blocks().get(0).figure().table();

    assertThat(rows(means)).containsExactly(List.of("m0", "\u2013", "0.5000"));
  }

  @Test
  void nothingIsShownWhereNoGroupsWereAskedFor() {
    assertThat(GroupSection.of(List.of(NDCG), List.of(model(0)))).isEmpty();
    assertThat(GroupSection.of(List.of(COVERAGE), List.of(model(0, time()))))
        .as("a metric that lists have only together")
        .isEmpty();
    assertThat(GroupSection.of(List.of(NDCG), List.of())).isEmpty();
  }
}
