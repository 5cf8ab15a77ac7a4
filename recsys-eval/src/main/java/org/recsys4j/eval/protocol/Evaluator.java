package org.recsys4j.eval.protocol;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;
import org.recsys4j.api.Accumulator;
import org.recsys4j.api.Metric;
import org.recsys4j.api.NonFiniteScoreException;
import org.recsys4j.api.Progress;
import org.recsys4j.api.RankedItems;
import org.recsys4j.api.Recommender;
import org.recsys4j.api.UserRanking;
import org.recsys4j.api.concurrent.Workers;
import org.recsys4j.api.data.InvalidDataException;

/**
 * Measures models under one protocol by some metrics, all of them on the same rankings.
 *
 * <p>Users are cut into blocks. A block is scored as one matrix, each row is checked, restricted to
 * the user's candidates and reduced to its best places while it is in the cache, and every metric
 * takes the ranking into an accumulator of its group, a part of the block. Accumulators are merged
 * in the order of groups.
 *
 * <p><b>Repeatable.</b> The sizes of blocks and groups depend on the number of items alone, and the
 * merging order on nothing, so results are equal to the last bit for any number of threads.
 *
 * <p><b>Memory.</b> A block of scores for each thread: at most 32 MiB, or 32 bytes an item where
 * that is more; one number for each user and metric; the accumulators and, if they are asked for,
 * the lists of at most {@value #BLOCKS_AHEAD} blocks a thread. What metrics {@linkplain
 * Metric#needs need} comes on top: 4 bytes a relevant pair for values, 4 an item for popularity.
 *
 * <p>Immutable; one evaluator serves many models and threads.
 */
public final class Evaluator {
  private static final int BLOCK_BYTES = 32 << 20;
  private static final int GROUP_CELLS = 1 << 20;
  private static final int ROWS_STEP = 8;
  private static final int MOST_ROWS = 256;
  private static final int BLOCKS_AHEAD = 16;
  private static final RankedListSink NOWHERE = (user, list) -> {};

  private final Protocol protocol;
  private final List<Metric> metrics;
  private final long tieSeed;
  private final Workers workers;
  private final Gathered gathered;
  private final int depth;
  private final int group;
  private final int rows;

  /**
   * An evaluator.
   *
   * @param protocol who is ranked against what
   * @param metrics what to measure, at least one, with different labels
   * @param tieSeed seed of the order in which equal scores are shown; the same for all models that
   *     are compared
   * @param workers threads to compute on
   * @throws IllegalArgumentException if there is no metric, or two have one label
   * @throws InvalidDataException if the data lack what a metric needs, naming both
   */
  public Evaluator(Protocol protocol, List<Metric> metrics, long tieSeed, Workers workers) {
    this.protocol = protocol;
    this.metrics = List.copyOf(metrics);
    this.tieSeed = tieSeed;
    this.workers = workers;
    Set<String> labels = new HashSet<>();
    int deepest = 0;
    for (Metric metric : this.metrics) {
      if (!labels.add(metric.label())) {
        throw new IllegalArgumentException("two metrics have the label \"" + metric.label() + "\"");
      }
      deepest = Math.max(deepest, metric.depth());
    }
    if (labels.isEmpty()) {
      throw new IllegalArgumentException("no metric is given");
    }
    int items = protocol.candidates().universe();
    depth = Math.max(1, Math.min(deepest, items));
    group = usersOfGroup(items);
    rows = rowsOfBlock(items);
    gathered = new Gathered(protocol, this.metrics);
  }

  /**
   * How many users have one accumulator: a constant for a number of items, so that the last bits of
   * a mean stay what they are when blocks become larger or smaller.
   */
  static int usersOfGroup(int items) {
    int fitting = GROUP_CELLS / Math.max(1, items);
    return Math.max(ROWS_STEP, Math.min(MOST_ROWS, fitting / ROWS_STEP * ROWS_STEP));
  }

  /** How many users are scored together: some groups. */
  static int rowsOfBlock(int items) {
    int group = usersOfGroup(items);
    int fitting = BLOCK_BYTES / Float.BYTES / Math.max(1, items);
    return group * Math.max(1, Math.min(MOST_ROWS, fitting) / group);
  }

  /**
   * Who is ranked against what.
   *
   * @return the protocol
   */
  public Protocol protocol() {
    return protocol;
  }

  /**
   * Measures a model.
   *
   * @param model its label, for messages and the result
   * @param recommender the fitted model
   * @param progress shows how many users are done
   * @return the numbers
   * @throws NonFiniteScoreException if a score is NaN or infinite, naming model, user and item
   * @throws IllegalArgumentException if the model was fitted on another number of items
   * @throws CancellationException if the calling thread is interrupted
   */
  public Evaluation evaluate(String model, Recommender recommender, Progress progress) {
    return new Run(model, recommender, NOWHERE).measure(progress);
  }

  /**
   * Measures a model and hands the lists out that it produces.
   *
   * @param model its label, for messages and the result
   * @param recommender the fitted model
   * @param progress shows how many users are done
   * @param lists takes the list of each user, in the order of users
   * @return the numbers
   * @throws NonFiniteScoreException if a score is NaN or infinite, naming model, user and item
   * @throws IllegalArgumentException if the model was fitted on another number of items
   * @throws CancellationException if the calling thread is interrupted
   */
  public Evaluation evaluate(
      String model, Recommender recommender, Progress progress, RankedListSink lists) {
    return new Run(model, recommender, lists).measure(progress);
  }

  /** What one block came to. */
  private record Block(List<List<Accumulator>> groups, List<RankedItems> lists) {}

  /** One model on its way. */
  private final class Run {
    private final String model;
    private final Recommender recommender;
    private final RankedListSink sink;
    private final double[][] perUser = new double[metrics.size()][protocol.users()];
    private final Queue<BlockRanker> idle = new ConcurrentLinkedQueue<>();

    Run(String model, Recommender recommender, RankedListSink sink) {
      int items = protocol.candidates().universe();
      if (recommender.items() != items) {
        throw new IllegalArgumentException(
            String.format(
                Locale.ROOT,
                "model \"%s\" scores %d items, the split has %d",
                model,
                recommender.items(),
                items));
      }
      this.model = model;
      this.recommender = recommender;
      this.sink = sink;
    }

    Evaluation measure(Progress progress) {
      List<Accumulator> totals = start();
      int blocks = protocol.users() / rows + (protocol.users() % rows == 0 ? 0 : 1);
      int ahead = BLOCKS_AHEAD * workers.threads();
      try (Progress.Task task = progress.start("evaluate " + model, protocol.users(), "users")) {
        for (int first = 0; first < blocks; first += ahead) {
          if (Thread.currentThread().isInterrupted()) {
            throw new CancellationException("interrupted");
          }
          int from = first;
          @Nullable Block[] done = new Block[Math.min(ahead, blocks - first)];
          workers.run(done.length, i -> done[i] = block(from + i, task));
          for (int i = 0; i < done.length; i++) {
            take(done[i], totals, (from + i) * rows);
          }
        }
      }
      List<MetricResult> results = new ArrayList<>();
      for (int m = 0; m < metrics.size(); m++) {
        results.add(new MetricResult(metrics.get(m), totals.get(m).result(), perUser[m]));
      }
      return new Evaluation(model, protocol, results);
    }

    private List<Accumulator> start() {
      return metrics.stream().map(metric -> metric.start(gathered.context())).toList();
    }

    private Block block(int number, Progress.Task task) {
      BlockRanker pooled = idle.poll();
      BlockRanker ranker =
          pooled == null ? new BlockRanker(protocol, gathered, rows, depth, tieSeed) : pooled;
      int from = number * rows;
      int to = Math.min(protocol.users(), from + rows);
      ranker.score(recommender, from, to);
      List<List<Accumulator>> groups = new ArrayList<>();
      List<RankedItems> lists = new ArrayList<>();
      for (int row = from; row < to; row++) {
        if ((row - from) % group == 0) {
          groups.add(start());
        }
        add(ranker.rank(model, row), row, groups.get(groups.size() - 1));
        if (sink != NOWHERE) {
          lists.add(ranker.list());
        }
      }
      idle.add(ranker);
      task.advance(to - from);
      return new Block(groups, lists);
    }

    private void add(UserRanking ranking, int row, List<Accumulator> accumulators) {
      for (int m = 0; m < perUser.length; m++) {
        perUser[m][row] = accumulators.get(m).add(ranking);
      }
    }

    private void take(Block block, List<Accumulator> totals, int from) {
      for (List<Accumulator> accumulators : block.groups()) {
        for (int m = 0; m < totals.size(); m++) {
          totals.get(m).merge(accumulators.get(m));
        }
      }
      for (int i = 0; i < block.lists().size(); i++) {
        sink.accept(protocol.user(from + i), block.lists().get(i));
      }
    }
  }
}
