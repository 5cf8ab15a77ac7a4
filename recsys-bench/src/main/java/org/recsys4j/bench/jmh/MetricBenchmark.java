package org.recsys4j.bench.jmh;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
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
import org.recsys4j.api.Accumulator;
import org.recsys4j.api.EvaluationContext;
import org.recsys4j.api.Metric;
import org.recsys4j.api.MetricFactory;
import org.recsys4j.api.UserRanking;
import org.recsys4j.api.UserRanking.TieGroup;
import org.recsys4j.api.data.ItemSet;
import org.recsys4j.api.plugin.Configured;
import org.recsys4j.api.plugin.PluginKind;
import org.recsys4j.api.plugin.Plugins;

/**
 * How long does a metric take for one user, without ties and with many?
 *
 * <pre>{@code
 * java -cp 'recsys-bench/target/recsys/lib/*' org.openjdk.jmh.Main MetricBenchmark
 * }</pre>
 *
 * <p>Three forks, since the compiler's choices in one process last for all of it; 512 MiB of heap,
 * many times what is used.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(
    value = 3,
    jvmArgs = {"-Xms512m", "-Xmx512m"})
public class MetricBenchmark {
  private static final int USERS = 1024;
  private static final int ITEMS = 3706;

  /** Which metric. */
  @Param({"ndcg@10", "recall@10", "mrr@10", "map@10", "coverage@10", "ndcg@100", "err@100"})
  public String metric = "";

  /** How many candidates have each score: 1 means no ties. */
  @Param({"1", "7"})
  public int tied;

  private final List<UserRanking> rankings = new ArrayList<>();
  private Metric measured = Metric.perUser("none", 1, true, ranking -> 0);

  /** Made by JMH. */
  public MetricBenchmark() {}

  /** Draws lists in which hits grow rare from the top, as Zipf's law has it. */
  @Setup
  public void draw() {
    Configured<MetricFactory<?>> found = Plugins.load().configured(PluginKind.METRIC, metric);
    measured = create(found.plugin(), found.options());
    SplittableRandom random = new SplittableRandom(1);
    ZipfData data = new ZipfData(ITEMS, 1);
    rankings.clear();
    for (int user = 0; user < USERS; user++) {
      rankings.add(ranking(user, measured.depth(), data, random));
    }
  }

  private static <O extends Record> Metric create(MetricFactory<O> factory, Record options) {
    return factory.create(factory.optionsType().cast(options));
  }

  private UserRanking ranking(int user, int depth, ZipfData data, SplittableRandom random) {
    int[] items = new int[depth];
    Arrays.setAll(items, place -> data.item());
    boolean[] relevant = new boolean[depth];
    List<TieGroup> groups = new ArrayList<>();
    int found = 0;
    for (int start = 0; start < depth; start += tied) {
      int hits = 0;
      for (int place = start; place < Math.min(depth, start + tied); place++) {
        relevant[place] = random.nextDouble() < 0.5 / (place + 1);
        hits += relevant[place] ? 1 : 0;
      }
      groups.add(new TieGroup(start, tied, hits));
      found += hits;
    }
    return new UserRanking(user, items, relevant, groups, found + 1 + random.nextInt(20));
  }

  /**
   * Counts {@value #USERS} users; the time is that of one.
   *
   * @return the metric of all
   */
  @Benchmark
  @OperationsPerInvocation(USERS)
  public double count() {
    Accumulator accumulator = measured.start(new EvaluationContext(USERS, ItemSet.all(ITEMS)));
    for (UserRanking ranking : rankings) {
      accumulator.add(ranking);
    }
    return accumulator.result();
  }
}
