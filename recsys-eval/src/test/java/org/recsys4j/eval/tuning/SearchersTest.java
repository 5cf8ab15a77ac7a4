package org.recsys4j.eval.tuning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigValueFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;
import org.recsys4j.api.random.SeedTree;

/** Searchers on spaces and objectives that are known. */
class SearchersTest {
  private static final Tune.Tpe TPE = new Tune.Tpe(10, 0.15, 24);
  private static final double NONE = Double.NaN;

  private static Domain choice(String... values) {
    return new Choice(Arrays.stream(values).map(ConfigValueFactory::fromAnyRef).toList());
  }

  private static Dimension dimension(String key, Domain domain, Dimension.Condition... when) {
    return new Dimension(List.of(key), domain, List.of(when));
  }

  /** The options "kind", and "width" where kind is b. */
  private static SearchSpace tree() {
    return new SearchSpace(
        List.of(
            dimension("kind", choice("a", "b")),
            dimension(
                "width",
                new Interval(1, 3, false, true),
                new Dimension.Condition(0, Set.of("b"), false)),
            dimension("last", choice("x", "y"))));
  }

  private static Searcher tpe(SearchSpace space) {
    return new TpeSearcher(space, TPE);
  }

  @Test
  void gridsChangeTheLastOptionFirstAndLeaveOutWhatDoesNotCount() {
    Searcher grid = new GridSearcher(tree(), 5);
    List<Point> points = new ArrayList<>();
    Optional<Point> next = grid.propose(List.of(), new SplittableRandom(1), 0);
    while (next.isPresent()) {
      points.add(next.get());
      next = grid.propose(List.of(), new SplittableRandom(1), 0);
    }
    assertThat(points)
        .containsExactly(
            new Point(0, NONE, 0),
            new Point(0, NONE, 1),
            new Point(1, 1, 0),
            new Point(1, 1, 1),
            new Point(1, 2, 0),
            new Point(1, 2, 1),
            new Point(1, 3, 0),
            new Point(1, 3, 1));
    assertThat(grid.propose(List.of(), new SplittableRandom(1), 0)).isEmpty();
    assertThat(grid.learns()).isFalse();
  }

  @Test
  void optionsWhoseConditionFailsAreAbsent() {
    SearchSpace space = tree();
    for (Searcher searcher : List.of(new RandomSearcher(space), tpe(space))) {
      SplittableRandom random = new SplittableRandom(5);
      List<Observation> seen = new ArrayList<>();
      for (int i = 0; i < 60; i++) {
        Point point = searcher.propose(seen, random, 0).orElseThrow();
        assertThat(point.has(1)).isEqualTo(point.get(0) == 1);
        assertThat(space.apply(ConfigFactory.empty().root(), point).containsKey("width"))
            .isEqualTo(point.has(1));
        seen.add(new Observation(point, i % 7));
      }
      assertThat(seen).anyMatch(it -> it.point().has(1)).anyMatch(it -> !it.point().has(1));
    }
  }

  @Test
  void conditionsOnOptionsThatDoNotCountLookAtTheDefault() {
    SearchSpace space =
        new SearchSpace(
            List.of(
                dimension("kind", choice("a", "b")),
                dimension("mode", choice("p", "q"), new Dimension.Condition(0, Set.of("b"), false)),
                dimension(
                    "depth", choice("1", "2"), new Dimension.Condition(1, Set.of("q"), true))));

    assertThat(space.active(2, new Point(0, NONE, NONE))).isTrue(); // q by default
    assertThat(space.active(2, new Point(1, 0, NONE))).isFalse();
    assertThat(space.active(2, new Point(1, 1, NONE))).isTrue();
  }

  @Test
  void conditionsAskForEarlierOptionsAlone() {
    assertThatThrownBy(
            () ->
                new SearchSpace(
                    List.of(
                        dimension("a", choice("x"), new Dimension.Condition(1, Set.of("y"), false)),
                        dimension("b", choice("y")))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("a comes before");
  }

  @Test
  void pointsAreWrittenIntoOptionsOfAnyDepth() {
    SearchSpace space =
        new SearchSpace(
            List.of(
                new Dimension(List.of("nested", "depth"), choice("7"), List.of()),
                dimension("rate", new Interval(0, 1, false, false))));

    assertThat(
            space.apply(
                ConfigFactory.parseString("a = 1, nested { b = 2 }").root(), new Point(0, 0.25)))
        .isEqualTo(
            ConfigFactory.parseString("a = 1, rate = 0.25, nested { b = 2, depth = \"7\" }")
                .root());
  }

  /** The best value that a search finds within a budget. */
  private static double best(
      Searcher searcher, int trials, long seed, ToDoubleFunction<Point> objective) {
    List<Observation> seen = new ArrayList<>();
    for (int trial = 1; trial <= trials; trial++) {
      SplittableRandom random = new SeedTree(seed).child("trial", trial).random();
      Point point = searcher.propose(seen, random, 0).orElseThrow();
      seen.add(new Observation(point, objective.applyAsDouble(point)));
    }
    return seen.stream().mapToDouble(Observation::loss).min().orElseThrow();
  }

  private static double median(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return sorted[sorted.length / 2];
  }

  private record Medians(double tpe, double random) {}

  private static Medians medians(SearchSpace space, int trials, ToDoubleFunction<Point> objective) {
    int seeds = 31;
    double[] tpe = new double[seeds];
    double[] random = new double[seeds];
    for (int seed = 0; seed < seeds; seed++) {
      tpe[seed] = best(tpe(space), trials, seed, objective);
      random[seed] = best(new RandomSearcher(space), trials, seed, objective);
    }
    return new Medians(median(tpe), median(random));
  }

  @Test
  void tpeBeatsRandomSearchOnAQuadratic() {
    SearchSpace space =
        new SearchSpace(
            List.of(
                dimension("rate", new Interval(1e-5, 1, true, false)),
                dimension("size", new Interval(1, 500, false, true)),
                dimension("share", new Interval(0, 1, false, false))));

    Medians medians =
        medians(
            space,
            50,
            it ->
                Math.pow(Math.log10(it.get(0)) + 2.3, 2)
                    + Math.pow((it.get(1) - 333) / 100, 2)
                    + Math.pow(4 * (it.get(2) - 0.7), 2));

    assertThat(medians.tpe()).isLessThan(0.5 * medians.random());
  }

  /** One branch of a tree is better, and within it one place. */
  @Test
  void tpeFindsTheBranchOfATree() {
    SearchSpace space =
        new SearchSpace(
            List.of(
                dimension("kind", choice("a", "b", "c", "d")),
                dimension(
                    "width",
                    new Interval(0, 10, false, false),
                    new Dimension.Condition(0, Set.of("c"), false)),
                dimension(
                    "height",
                    new Interval(0, 10, false, false),
                    new Dimension.Condition(0, Set.of("a", "b"), false))));

    Medians medians =
        medians(
            space,
            40,
            it ->
                it.has(1)
                    ? Math.pow(it.get(1) - 8, 2)
                    : it.has(2) ? 20 + Math.pow(it.get(2) - 1, 2) : 30);

    assertThat(medians.tpe()).isLessThan(0.5 * medians.random());
  }

  @Test
  void theSameSeedGivesTheSameSearch() {
    SearchSpace space = tree();
    ToDoubleFunction<Point> objective = it -> it.get(0) + it.get(2);
    assertThat(points(tpe(space), objective)).isEqualTo(points(tpe(space), objective));
    List<Point> random = points(new RandomSearcher(space), objective);
    assertThat(points(tpe(space), objective).subList(0, 10)).isEqualTo(random.subList(0, 10));
    assertThat(points(tpe(space), objective)).isNotEqualTo(random);
  }

  private static List<Point> points(Searcher searcher, ToDoubleFunction<Point> objective) {
    List<Observation> seen = new ArrayList<>();
    for (int trial = 1; trial <= 30; trial++) {
      Point point =
          searcher.propose(seen, new SeedTree(7).child("t", trial).random(), 0).orElseThrow();
      seen.add(new Observation(point, objective.applyAsDouble(point)));
    }
    return seen.stream().map(Observation::point).toList();
  }

  @Test
  void tpeStaysAwayFromWhatFails() {
    SearchSpace space =
        new SearchSpace(List.of(dimension("rate", new Interval(0, 1, false, false))));
    Searcher searcher = new TpeSearcher(space, new Tune.Tpe(1, 0.3, 24));
    List<Observation> seen = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      double rate = i / 20.0;
      seen.add(new Observation(new Point(rate), rate > 0.4 ? Double.POSITIVE_INFINITY : 1 - rate));
    }
    for (int i = 0; i < 50; i++) {
      Point point = searcher.propose(seen, new SplittableRandom(i), 0).orElseThrow();
      assertThat(point.get(0)).isBetween(0.0, 0.55);
    }
  }

  /** The defaults may be outside of the domain, and so may be all that is known of an option. */
  @Test
  void tpeKnowsNothingOfAnOptionWithoutCoordinates() {
    SearchSpace space = new SearchSpace(List.of(dimension("kind", choice("a", "b"))));
    Searcher searcher = new TpeSearcher(space, new Tune.Tpe(1, 0.3, 24));

    assertThat(
            searcher.propose(
                List.of(new Observation(new Point(NONE), 1)), new SplittableRandom(1), 0))
        .isPresent();
  }

  @Test
  void tpeDrawsAtRandomWhereItIsTurnedDown() {
    SearchSpace space = new SearchSpace(List.of(dimension("kind", choice("a", "b", "c", "d"))));
    Searcher searcher = new TpeSearcher(space, new Tune.Tpe(1, 0.3, 100));
    List<Observation> seen =
        List.of(new Observation(new Point(2), 0), new Observation(new Point(1), 1));

    assertThat(searcher.propose(seen, new SplittableRandom(1), 0)).contains(new Point(2));
    Point[] drawn = new Point[40];
    for (int i = 0; i < drawn.length; i++) {
      drawn[i] = searcher.propose(seen, new SplittableRandom(i), 20).orElseThrow();
    }
    assertThat(drawn).contains(new Point(0), new Point(1), new Point(3));
  }
}
