package org.recsys4j.bench.jmh;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
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
import org.openjdk.jmh.annotations.Warmup;
import org.recsys4j.api.FitContext;
import org.recsys4j.api.Recommender;
import org.recsys4j.api.RecommenderFactory;
import org.recsys4j.api.ScoreBlock;
import org.recsys4j.api.TrainingData;
import org.recsys4j.api.UserBatch;
import org.recsys4j.api.concurrent.Workers;
import org.recsys4j.api.plugin.Configured;
import org.recsys4j.api.plugin.PluginKind;
import org.recsys4j.api.plugin.Plugins;

/**
 * How long does a model take to score all items for one user, and which size of block is best?
 *
 * <p>2,048 users, 3,706 items (those of MovieLens-1M), 340,000 events; one thread, default options,
 * save that iterative models train for one epoch, since scoring does not depend on what was
 * learned.
 *
 * <pre>{@code
 * java -cp 'recsys-bench/target/recsys/lib/*' org.openjdk.jmh.Main BlockScoring
 * }</pre>
 *
 * <p>Two forks, since the compiler's choices in one process last for all of it, and fitting is part
 * of each; 2 GiB of heap, several times the largest model.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(
    value = 2,
    jvmArgs = {"-Xms2g", "-Xmx2g"})
public class BlockScoringBenchmark {
  private static final int USERS = 2048;
  private static final int ITEMS = 3706;
  private static final int EVENTS = 340_000;

  /** Which model. */
  @Param({"popularity", "item-knn", "ease", "ials", "bpr-mf", "neumf"})
  public String model = "";

  /** How many users are scored together. */
  @Param({"1", "16", "64", "256"})
  public int rows;

  private final List<UserBatch> batches = new ArrayList<>();
  private ScoreBlock block = new ScoreBlock(0, 0);
  private @Nullable Recommender fitted;

  /** Made by JMH. */
  public BlockScoringBenchmark() {}

  /** Fits the model and cuts the users into blocks. */
  @Setup
  public void fit() {
    TrainingData train = new ZipfData(ITEMS, 1).trainingData(USERS, EVENTS);
    Configured<RecommenderFactory<?>> found =
        Plugins.load().configured(PluginKind.MODEL, model, shortTraining());
    try (Workers workers = new Workers(1)) {
      fitted = fit(found.plugin(), found.options(), train, FitContext.of(1, workers));
    }
    block = new ScoreBlock(rows, ITEMS);
    batches.clear();
    int[] users = IntStream.range(0, USERS).toArray();
    for (int from = 0; from < USERS; from += rows) {
      batches.add(UserBatch.of(users, from, from + rows, train.interactions()));
    }
  }

  private String shortTraining() {
    return switch (model) {
      case "ials" -> "iterations = 1";
      case "bpr-mf", "neumf" -> "epochs = 1";
      default -> "";
    };
  }

  private static <O extends Record> Recommender fit(
      RecommenderFactory<O> factory, Record options, TrainingData train, FitContext context) {
    return factory.fit(train, factory.optionsType().cast(options), context);
  }

  /**
   * Scores all {@value #USERS} users, block by block; the time is that of one user.
   *
   * @return one of the scores
   */
  @Benchmark
  @OperationsPerInvocation(USERS)
  public float score() {
    Recommender scoring = Objects.requireNonNull(fitted);
    float sum = 0;
    for (UserBatch batch : batches) {
      scoring.score(batch, block);
      sum += block.scores()[ITEMS - 1];
    }
    return sum;
  }
}
