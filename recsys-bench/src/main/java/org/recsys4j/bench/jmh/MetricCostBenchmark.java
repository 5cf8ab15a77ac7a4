package org.recsys4j.bench.jmh;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import org.recsys4j.api.Accumulator;
import org.recsys4j.api.EvaluationContext;
import org.recsys4j.api.FitContext;
import org.recsys4j.api.Metric;
import org.recsys4j.api.MetricFactory;
import org.recsys4j.api.MetricNeed;
import org.recsys4j.api.Progress;
import org.recsys4j.api.Recommender;
import org.recsys4j.api.RecommenderFactory;
import org.recsys4j.api.ScoreBlock;
import org.recsys4j.api.TrainingData;
import org.recsys4j.api.UserBatch;
import org.recsys4j.api.UserRanking;
import org.recsys4j.api.concurrent.Workers;
import org.recsys4j.api.data.Interactions;
import org.recsys4j.api.data.ItemSet;
import org.recsys4j.api.data.Split;
import org.recsys4j.api.plugin.Configured;
import org.recsys4j.api.plugin.PluginKind;
import org.recsys4j.api.plugin.Plugins;
import org.recsys4j.eval.protocol.ColdItems;
import org.recsys4j.eval.protocol.ColdUsers;
import org.recsys4j.eval.protocol.Evaluator;
import org.recsys4j.eval.protocol.HistoryPart;
import org.recsys4j.eval.protocol.Mask;
import org.recsys4j.eval.protocol.Protocol;
import org.recsys4j.eval.protocol.Rules;

/**
 * Which share of the time that a factor model takes for its scores do all metrics of accuracy take,
 * at 10 and at 100?
 *
 * <p>{@code scoring} is what the model does, in the evaluator's blocks. {@code metrics} counts
 * rankings of the same users that were made before; {@code evaluation} is everything, with the
 * scores, the check, the mask and the best 100. The set {@code places} holds the metrics that need
 * the places of all relevant items, {@code none} one trivial metric of the same depth: what {@code
 * evaluation} takes longer with {@code places} than with {@code none} is the pass over the scores.
 *
 * <p>{@value #USERS} users of a log of 50,000 items, with 20 training and 5 test events each. Times
 * are of one user, so 100,000 users take 100,000 times as long.
 *
 * <pre>{@code
 * java -cp 'recsys-bench/target/recsys/lib/*' org.openjdk.jmh.Main MetricCost
 * }</pre>
 *
 * <p>1 GiB of heap; beside it lies the native memory of the products.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 2, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(
    value = 1,
    jvmArgs = {"-Xms1g", "-Xmx1g"})
public class MetricCostBenchmark {
  private static final int USERS = 1600;
  private static final int ROWS = 160;
  private static final int TRAINING_EVENTS = 20;
  private static final int TEST_EVENTS = 5;

  /** How many items are ranked. */
  @Param("50000")
  public int items;

  /** Length of the model's vectors. */
  @Param("64")
  public int factors;

  /** Which metrics. */
  @Param({"none", "lists", "places"})
  public String set = "";

  private final List<UserRanking> rankings = new ArrayList<>();
  private final Workers workers = new Workers(1);
  private List<Metric> metrics = List.of();
  private Interactions histories = Interactions.none(0, 0);
  private @Nullable Evaluator evaluator;
  private @Nullable Recommender fitted;
  private @Nullable ScoreBlock block;

  /** Made by JMH. */
  public MetricCostBenchmark() {}

  /** Draws the data, fits the model for one epoch, and ranks. */
  @Setup
  public void fit() {
    ZipfData data = new ZipfData(items, 1);
    TrainingData train = data.trainingData(USERS, TRAINING_EVENTS * USERS);
    histories = train.interactions();
    Split split =
        new Split(
            train.catalogue(), histories, Interactions.none(USERS, items), drawn(data, items));
    Rules rules = new Rules(Mask.TRAIN, HistoryPart.TRAIN, ColdItems.RANK_LAST, ColdUsers.KEEP);
    Protocol protocol = Protocol.test(split, rules);
    Configured<RecommenderFactory<?>> found =
        Plugins.load().configured(PluginKind.MODEL, "bpr-mf", "epochs = 1\nfactors = " + factors);
    fitted = fit(found.plugin(), found.options(), train, FitContext.of(1, workers));
    block = new ScoreBlock(ROWS, items);
    metrics = metrics(set);
    Metric keeping =
        Metric.perUser(
            "keep",
            100,
            true,
            Set.of(MetricNeed.FULL_RANKS, MetricNeed.VALUES),
            context -> ranking -> rankings.add(ranking) ? 1 : 0);
    new Evaluator(protocol, List.of(keeping), 1, workers)
        .evaluate("bpr-mf", Objects.requireNonNull(fitted), Progress.SILENT);
    evaluator = new Evaluator(protocol, metrics, 1, workers);
  }

  private static Interactions drawn(ZipfData data, int items) {
    int[] userOf = new int[USERS * TEST_EVENTS];
    int[] itemOf = new int[userOf.length];
    float[] values = new float[userOf.length];
    SplittableRandom random = new SplittableRandom(2);
    for (int event = 0; event < userOf.length; event++) {
      userOf[event] = event / TEST_EVENTS;
      itemOf[event] = data.item();
      values[event] = 1 + random.nextInt(5);
    }
    return Interactions.of(USERS, items, userOf, itemOf, values, new long[0], userOf.length);
  }

  private static List<Metric> metrics(String set) {
    Stream<String> names =
        switch (set) {
          case "none" -> Stream.of("precision@100");
          case "places" -> Stream.of("auc", "gauc", "average-rank", "r-precision");
          case "lists" ->
              Stream.of(
                      "ndcg",
                      "ndcg-linear",
                      "ndcg-exp",
                      "dcg",
                      "recall",
                      "precision",
                      "f1",
                      "f-beta",
                      "hit-rate",
                      "mrr",
                      "map",
                      "rbp",
                      "err",
                      "limited-auc")
                  .flatMap(name -> Stream.of(name + "@10", name + "@100"));
          default -> throw new IllegalArgumentException(set);
        };
    Plugins plugins = Plugins.load();
    return names
        .map(name -> plugins.configured(PluginKind.METRIC, name))
        .map(found -> create(found.plugin(), found.options()))
        .toList();
  }

  private static <O extends Record> Metric create(MetricFactory<O> factory, Record options) {
    return factory.create(factory.optionsType().cast(options));
  }

  private static <O extends Record> Recommender fit(
      RecommenderFactory<O> factory, Record options, TrainingData train, FitContext context) {
    return factory.fit(train, factory.optionsType().cast(options), context);
  }

  /** Ends the threads. */
  @TearDown
  public void close() {
    workers.close();
  }

  /**
   * The scores alone.
   *
   * @return one of them
   */
  @Benchmark
  @OperationsPerInvocation(USERS)
  public float scoring() {
    ScoreBlock out = Objects.requireNonNull(block);
    int[] users = new int[USERS];
    Arrays.setAll(users, user -> user);
    for (int from = 0; from < USERS; from += ROWS) {
      UserBatch batch = UserBatch.of(users, from, from + ROWS, histories, user -> false);
      Objects.requireNonNull(fitted).score(batch, out);
    }
    return out.scores()[0];
  }

  /**
   * The metrics alone.
   *
   * @return the sum of all
   */
  @Benchmark
  @OperationsPerInvocation(USERS)
  public double metrics() {
    EvaluationContext context = new EvaluationContext(USERS, ItemSet.all(items));
    List<Accumulator> started = metrics.stream().map(metric -> metric.start(context)).toList();
    for (UserRanking ranking : rankings) {
      for (Accumulator accumulator : started) {
        accumulator.add(ranking);
      }
    }
    return started.stream().mapToDouble(Accumulator::result).sum();
  }

  /**
   * The whole evaluation.
   *
   * @return a metric
   */
  @Benchmark
  @OperationsPerInvocation(USERS)
  public double evaluation() {
    return Objects.requireNonNull(evaluator)
        .evaluate("bpr-mf", Objects.requireNonNull(fitted), Progress.SILENT)
        .results()
        .get(0)
        .value();
  }
}
