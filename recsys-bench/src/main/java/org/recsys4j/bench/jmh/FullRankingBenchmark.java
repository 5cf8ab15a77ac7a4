package org.recsys4j.bench.jmh;

import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.openblas.global.openblas_nolapack;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import org.recsys4j.api.FitContext;
import org.recsys4j.api.Metric;
import org.recsys4j.api.Progress;
import org.recsys4j.api.Recommender;
import org.recsys4j.api.RecommenderFactory;
import org.recsys4j.api.TrainingData;
import org.recsys4j.api.concurrent.Workers;
import org.recsys4j.api.data.Interactions;
import org.recsys4j.api.data.Split;
import org.recsys4j.api.plugin.Configured;
import org.recsys4j.api.plugin.PluginKind;
import org.recsys4j.api.plugin.Plugins;
import org.recsys4j.eval.metric.Cutoff;
import org.recsys4j.eval.metric.HitRate;
import org.recsys4j.eval.metric.Ndcg;
import org.recsys4j.eval.protocol.ColdItems;
import org.recsys4j.eval.protocol.ColdUsers;
import org.recsys4j.eval.protocol.Evaluator;
import org.recsys4j.eval.protocol.HistoryPart;
import org.recsys4j.eval.protocol.Mask;
import org.recsys4j.eval.protocol.Protocol;
import org.recsys4j.eval.protocol.Rules;

/**
 * How much longer than its bare products does the full ranking of a factor model take?
 *
 * <p>{@code evaluation} is the library's evaluator with bpr-mf: scores, check for NaN, mask of the
 * seen items, top 10 with ties, nDCG@10 and hit rate@10. {@code products} multiplies the same
 * number of vectors on the same threads and does nothing else: operands lie in native memory, and
 * products go, in blocks of the fastest size, to memory that stays in the cache and is never read.
 *
 * <p>20 training events and one test event a user; the model is trained for one epoch, since the
 * time hardly depends on what was learned.
 *
 * <pre>{@code
 * java -cp 'recsys-bench/target/recsys/lib/*' org.openjdk.jmh.Main FullRanking
 * }</pre>
 *
 * <p>One shot takes 640 GFLOP at the default size, so few are taken, and the first does not count.
 * 1 GiB of heap; beside it lie the native memory of OpenBLAS and, for {@code products} alone, the
 * operands.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 1)
@Measurement(iterations = 3)
@Fork(
    value = 1,
    jvmArgs = {"-Xms1g", "-Xmx1g"})
public class FullRankingBenchmark {
  private static final int EVENTS_PER_USER = 20;
  private static final int ROWS = 256;
  private static final int COLUMNS = 512;

  /** How many users are evaluated. */
  @Param("100000")
  public int users;

  /** How many items are ranked for each of them. */
  @Param("50000")
  public int items;

  /** Length of the vectors. */
  @Param("64")
  public int factors;

  /** How many threads work. */
  @Param({"1", "2"})
  public int threads;

  private Workers workers = new Workers(1);
  private @Nullable Evaluator evaluator;
  private @Nullable Recommender fitted;

  /** Made by JMH. */
  public FullRankingBenchmark() {}

  /** Draws the data and fits the model. */
  @Setup
  public void fit() {
    workers = new Workers(threads);
    ZipfData data = new ZipfData(items, 1);
    TrainingData train = data.trainingData(users, EVENTS_PER_USER * users);
    Split split =
        new Split(
            train.catalogue(),
            train.interactions(),
            Interactions.none(users, items),
            unseen(train.interactions(), data));
    Rules rules =
        new Rules(
            Mask.TRAIN_AND_VALIDATION, HistoryPart.TRAIN, ColdItems.RANK_LAST, ColdUsers.KEEP);
    Cutoff cutoff = new Cutoff(10);
    List<Metric> metrics = List.of(new Ndcg().create(cutoff), new HitRate().create(cutoff));
    evaluator = new Evaluator(Protocol.test(split, rules), metrics, 1, workers);
    Configured<RecommenderFactory<?>> found =
        Plugins.load().configured(PluginKind.MODEL, "bpr-mf", "epochs = 1\nfactors = " + factors);
    fitted = fit(found.plugin(), found.options(), train, FitContext.of(1, workers));
  }

  /** One event of each user with an item that the user has not had. */
  private static Interactions unseen(Interactions train, ZipfData data) {
    int users = train.users();
    int[] userOf = new int[users];
    int[] itemOf = new int[users];
    for (int user = 0; user < users; user++) {
      userOf[user] = user;
      do {
        itemOf[user] = data.item();
      } while (hasHad(train, user, itemOf[user]));
    }
    float[] values = new float[users];
    long[] times = new long[users];
    return Interactions.of(users, train.items(), userOf, itemOf, values, times, users);
  }

  private static boolean hasHad(Interactions train, int user, int item) {
    for (int position = train.start(user); position < train.end(user); position++) {
      if (train.item(position) == item) {
        return true;
      }
    }
    return false;
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
   * The whole evaluation.
   *
   * @return a metric
   */
  @Benchmark
  public double evaluation() {
    return Objects.requireNonNull(evaluator)
        .evaluate("bpr-mf", Objects.requireNonNull(fitted), Progress.SILENT)
        .value("nDCG@10");
  }

  /** Operands and memory for the products of one block. */
  @State(Scope.Benchmark)
  public static class Operands {
    private FloatPointer users = new FloatPointer();
    private FloatPointer items = new FloatPointer();
    private final ThreadLocal<FloatPointer> out =
        ThreadLocal.withInitial(() -> new FloatPointer((long) ROWS * COLUMNS));

    /** Made by JMH. */
    public Operands() {}

    /**
     * Draws the vectors.
     *
     * @param sizes how many
     */
    @Setup
    public void draw(FullRankingBenchmark sizes) {
      users = drawn((long) sizes.users * sizes.factors);
      items = drawn((long) sizes.items * sizes.factors);
    }

    private static FloatPointer drawn(long size) {
      FloatPointer numbers = new FloatPointer(size);
      SplittableRandom random = new SplittableRandom(1);
      for (long i = 0; i < size; i++) {
        numbers.put(i, (float) random.nextDouble() - 0.5f);
      }
      return numbers;
    }
  }

  /**
   * The bare products.
   *
   * @param operands what to multiply
   */
  @Benchmark
  public void products(Operands operands) {
    workers.run((users + ROWS - 1) / ROWS, block -> multiply(operands, block * ROWS));
  }

  private void multiply(Operands operands, int from) {
    int rows = Math.min(ROWS, users - from);
    FloatPointer out = operands.out.get();
    FloatPointer left = operands.users.getPointer((long) from * factors);
    for (int item = 0; item < items; item += COLUMNS) {
      int columns = Math.min(COLUMNS, items - item);
      openblas_nolapack.cblas_sgemm(
          openblas_nolapack.CblasRowMajor,
          openblas_nolapack.CblasNoTrans,
          openblas_nolapack.CblasTrans,
          rows,
          columns,
          factors,
          1f,
          left,
          factors,
          operands.items.getPointer((long) item * factors),
          factors,
          0f,
          out,
          columns);
    }
  }
}
