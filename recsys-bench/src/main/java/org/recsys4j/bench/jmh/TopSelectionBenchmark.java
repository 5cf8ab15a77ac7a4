package org.recsys4j.bench.jmh;

import java.util.Arrays;
import java.util.PriorityQueue;
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
import org.recsys4j.api.ScoreBlock;
import org.recsys4j.api.rank.TopSelector;

/**
 * How long does it take to select the n best of one user's scores, and what would a plainer way
 * take?
 *
 * <p>{@code SELECTOR} is {@link TopSelector}; {@code SORT} sorts all scores; {@code HEAP} keeps the
 * n best in the JDK's heap. The other two break ties by index, which is less work than the seeded
 * hash of the selector. {@code COUNTS} has many equal scores, {@code REAL} hardly any.
 *
 * <pre>{@code
 * java -cp 'recsys-bench/target/recsys/lib/*' org.openjdk.jmh.Main TopSelection
 * }</pre>
 *
 * <p>Three forks, since the compiler's choices in one process last for all of it; 1 GiB of heap,
 * many times what is used, so that collections do not decide.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(
    value = 3,
    jvmArgs = {"-Xms1g", "-Xmx1g"})
public class TopSelectionBenchmark {
  /** Rows that take turns, so that no branch predictor learns one by heart. */
  private static final int ROWS = 64;

  /** How the best are selected. */
  @Param({"SELECTOR", "SORT", "HEAP"})
  public Way way = Way.SELECTOR;

  /** What the scores look like. */
  @Param({"REAL", "COUNTS"})
  public Scores scores = Scores.REAL;

  /** How many items have a score: those of MovieLens-1M, and a large catalogue. */
  @Param({"3706", "100000"})
  public int items;

  /** How many are selected. */
  @Param({"10", "100"})
  public int n;

  private ScoreBlock block = new ScoreBlock(0, 0);
  private TopSelector selector = new TopSelector(1, 0);

  /** Made by JMH. */
  public TopSelectionBenchmark() {}

  /** The implementations compared. */
  public enum Way {
    /** The library's. */
    SELECTOR,
    /** All scores, sorted. */
    SORT,
    /** A heap of the n best. */
    HEAP
  }

  /** The shapes of scores. */
  public enum Scores {
    /** As factor models give them. */
    REAL,
    /** As counting models give them. */
    COUNTS
  }

  /** Draws the scores. */
  @Setup
  public void draw() {
    ZipfData data = new ZipfData(items, 1);
    block = new ScoreBlock(ROWS, items);
    if (scores == Scores.REAL) {
      data.fillWithRealScores(block.scores());
    } else {
      data.fillWithCounts(block.scores());
    }
    selector = new TopSelector(n, 42);
  }

  /**
   * Selects once for each of {@value #ROWS} rows; the time is that of one.
   *
   * @return something of each selection
   */
  @Benchmark
  @OperationsPerInvocation(ROWS)
  public float select() {
    float sum = 0;
    for (int row = 0; row < ROWS; row++) {
      sum +=
          switch (way) {
            case SELECTOR -> selected(row);
            case SORT -> sorted(row);
            case HEAP -> heaped(row);
          };
    }
    return sum;
  }

  private float selected(int row) {
    selector.select(block, row, row);
    return selector.score(n - 1);
  }

  private float sorted(int row) {
    float[] all = Arrays.copyOfRange(block.scores(), block.offset(row), block.offset(row + 1));
    Arrays.sort(all);
    return all[items - n];
  }

  private float heaped(int row) {
    PriorityQueue<Float> best = new PriorityQueue<>(n);
    int from = block.offset(row);
    float worst = Float.NEGATIVE_INFINITY;
    for (int i = from; i < from + items; i++) {
      float score = block.scores()[i];
      if (best.size() < n || score > worst) {
        if (best.size() == n) {
          best.remove();
        }
        best.add(score);
        worst = best.element();
      }
    }
    return worst;
  }
}
