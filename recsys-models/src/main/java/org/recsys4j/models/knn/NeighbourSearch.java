package org.recsys4j.models.knn;

import java.util.Arrays;
import org.recsys4j.api.FitContext;
import org.recsys4j.api.Progress;
import org.recsys4j.api.random.SeedTree;
import org.recsys4j.models.sparse.SparseMatrix;

/**
 * Finds the nearest items of every item. For item i, the items of all users of i are counted in a
 * row of counters as long as the catalogue; the counts become similarities, and the best k stay.
 * That takes one step for every pair of events of one user, {@code sum of n_u^2} in all, and a row
 * of counters for each thread.
 *
 * <p>Rows are independent of each other, so how they are shared among threads changes nothing.
 */
final class NeighbourSearch {
  /** Shards of about equal work: enough that threads end together, few for what each allocates. */
  private static final int SHARDS = 64;

  private final SparseMatrix users;
  private final SparseMatrix items;
  private final ItemKnn.Options options;
  private final FitContext context;
  private final int k;
  private final float[] sizes; // how many users an item has
  private final float[] inverseNorms; // 1 / sqrt(size)
  private final int[] found;
  private final int[] neighbours;
  private final float[] similarities;

  NeighbourSearch(SparseMatrix users, ItemKnn.Options options, FitContext context) {
    this.users = users;
    this.items = users.transpose();
    this.options = options;
    this.context = context;
    int n = items.rows();
    this.k = Math.max(1, Math.min(options.neighbours(), n - 1));
    this.sizes = new float[n];
    this.inverseNorms = new float[n];
    for (int item = 0; item < n; item++) {
      sizes[item] = items.count(item);
      inverseNorms[item] = (float) (1 / Math.sqrt(Math.max(1, sizes[item])));
    }
    this.found = new int[n];
    this.neighbours = new int[Math.multiplyExact(n, k)];
    this.similarities = new float[neighbours.length];
  }

  /** Searches, and lists for every item those whose neighbour it is. */
  Neighbourhoods run() {
    int[] bounds = boundsOfShards();
    try (Progress.Task task = context.progress().start(context.label(), items.rows(), "items")) {
      context
          .workers()
          .run(
              SHARDS,
              shard -> {
                search(bounds[shard], bounds[shard + 1]);
                task.advance(bounds[shard + 1] - bounds[shard]);
              });
    }
    return Neighbourhoods.byNeighbour(found, k, neighbours, similarities);
  }

  /** Cuts the items into ranges of about equal work. */
  private int[] boundsOfShards() {
    long[] work = new long[items.rows() + 1];
    for (int item = 0; item < items.rows(); item++) {
      work[item + 1] = work[item] + steps(item) + items.rows() / 4;
    }
    int[] bounds = new int[SHARDS + 1];
    for (int shard = 1; shard <= SHARDS; shard++) {
      long until = work[items.rows()] / SHARDS * shard;
      int at = Arrays.binarySearch(work, until);
      bounds[shard] = Math.max(bounds[shard - 1], at < 0 ? -at - 2 : at);
    }
    bounds[SHARDS] = items.rows();
    return bounds;
  }

  private long steps(int item) {
    long steps = 0;
    for (int cell = items.starts()[item]; cell < items.starts()[item + 1]; cell++) {
      steps += users.count(items.columnOf()[cell]);
    }
    return steps;
  }

  private void search(int from, int to) {
    int[] common = new int[items.rows()];
    int[] touched = new int[items.rows()];
    NearestItems nearest = new NearestItems(k);
    for (int item = from; item < to; item++) {
      nearest.clear((int) SeedTree.mix(item) & Integer.MAX_VALUE);
      if (steps(item) < items.rows() / 2) {
        int count = countFew(item, common, touched);
        for (int i = 0; i < count; i++) {
          offer(item, touched[i], common[touched[i]], nearest);
          common[touched[i]] = 0;
        }
      } else {
        count(item, common);
        for (int other = 0; other < common.length; other++) {
          offer(item, other, common[other], nearest);
        }
        Arrays.fill(common, 0);
      }
      found[item] = nearest.size();
      nearest.drain(neighbours, similarities, item * k);
    }
  }

  private void count(int item, int[] common) {
    int[] starts = users.starts();
    int[] itemOf = users.columnOf();
    for (int cell = items.starts()[item]; cell < items.starts()[item + 1]; cell++) {
      int user = items.columnOf()[cell];
      int end = starts[user + 1];
      for (int i = starts[user]; i < end; i++) {
        common[itemOf[i]]++;
      }
    }
  }

  /** Counts as well, and lists the counters above zero, for rows that touch few of them. */
  private int countFew(int item, int[] common, int[] touched) {
    int[] starts = users.starts();
    int[] itemOf = users.columnOf();
    int count = 0;
    for (int cell = items.starts()[item]; cell < items.starts()[item + 1]; cell++) {
      int user = items.columnOf()[cell];
      for (int i = starts[user]; i < starts[user + 1]; i++) {
        if (common[itemOf[i]]++ == 0) {
          touched[count++] = itemOf[i];
        }
      }
    }
    return count;
  }

  private void offer(int item, int other, int common, NearestItems nearest) {
    if (common == 0 || other == item) {
      return;
    }
    float similarity = similarity(item, other, common);
    if (similarity >= nearest.threshold()) {
      nearest.offer(other, similarity);
    }
  }

  private float similarity(int item, int other, int common) {
    float shrinkage = (float) options.shrinkage();
    if (options.similarity() == Similarity.JACCARD) {
      return common / (sizes[item] + sizes[other] - common + shrinkage);
    }
    if (shrinkage == 0) {
      return common * (inverseNorms[item] * inverseNorms[other]);
    }
    return common / ((float) Math.sqrt(sizes[item] * sizes[other]) + shrinkage);
  }
}
