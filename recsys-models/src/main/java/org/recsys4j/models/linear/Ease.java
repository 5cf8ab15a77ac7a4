package org.recsys4j.models.linear;

import java.io.IOException;
import java.util.Arrays;
import java.util.Locale;
import org.recsys4j.api.FitContext;
import org.recsys4j.api.Progress;
import org.recsys4j.api.Recommender;
import org.recsys4j.api.RecommenderFactory;
import org.recsys4j.api.ScoreBlock;
import org.recsys4j.api.TrainingData;
import org.recsys4j.api.UserBatch;
import org.recsys4j.api.concurrent.Workers;
import org.recsys4j.api.config.Check;
import org.recsys4j.api.config.Range;
import org.recsys4j.api.data.Interactions;
import org.recsys4j.api.data.UserHistory;
import org.recsys4j.api.store.ModelReader;
import org.recsys4j.api.store.ModelWriter;
import org.recsys4j.models.nn.kernel.BlasProviders;
import org.recsys4j.models.nn.kernel.SymmetricMatrix;

/**
 * EASE: a linear autoencoder whose weights have a closed form (Steck, "Embarrassingly shallow
 * autoencoders for sparse data", WWW 2019).
 *
 * <p>Of the binary user x item matrix X, it learns the item x item weights B that reproduce X best
 * from itself, where no item may explain itself: minimise {@code |X - XB|^2 + regularisation |B|^2}
 * subject to {@code diag(B) = 0}. With {@code P = (X'X + regularisation I)^-1} the solution is
 * {@code B[i][j] = -P[i][j] / P[j][j]} off the diagonal. A user's scores are the sum of the rows of
 * B that belong to the distinct items of the history; values and times are not used. Users unseen
 * in training are scored in the same way, items without training events score 0 for everybody.
 *
 * <p>Strengths: one option, no randomness, seconds to fit, among the best models on many implicit
 * data sets. Weakness: for n items it takes {@code n^3} multiplications in double precision (1 s
 * for 3,000 items on one core) and {@code 8 n^2 + 4 n^2} bytes, of which {@code 4 n^2} remain.
 */
public final class Ease implements Recommender {
  /** Rows that one thread takes at a time: a constant, though no sum runs over it. */
  private static final int ROWS = 64;

  /** Most weights in one array of a saved model: 256 MiB. */
  private static final int PART = 1 << 26;

  private final float[][] weights;

  private Ease(float[][] weights) {
    this.weights = weights;
  }

  /**
   * The hyper-parameters.
   *
   * @param regularisation weight of the L2 penalty on B, in users: an item pair's weight counts
   *     from about as many common users on; above 0
   */
  public record Options(@Range(min = 0, minExclusive = true) double regularisation) {
    /** Checks the range. */
    public Options {
      Check.components(Options.class, regularisation);
    }
  }

  /** Fits and loads {@link Ease}. */
  public static final class Factory implements RecommenderFactory<Options> {
    /** Does nothing yet. */
    public Factory() {}

    @Override
    public Class<Options> optionsType() {
      return Options.class;
    }

    @Override
    public String summary() {
      return "linear autoencoder of items with a closed-form solution";
    }

    @Override
    public String reference() {
      return "Harald Steck, \"Embarrassingly Shallow Autoencoders for Sparse Data\", WWW 2019";
    }

    /**
     * Solves for the weights.
     *
     * @throws IllegalArgumentException if the regularisation is lost in the rounding errors of an
     *     inversion in double precision
     */
    @Override
    public Ease fit(TrainingData train, Options options, FitContext context) {
      return new Ease(
          solve(train.interactions(), options.regularisation(), context.workers(), context));
    }

    @Override
    public Ease load(ModelReader in) throws IOException {
      return new Ease(read(in));
    }
  }

  private static float[][] solve(
      Interactions train, double regularisation, Workers workers, FitContext context) {
    int n = train.items();
    float[][] weights = new float[n][];
    if (n == 0) {
      return weights;
    }
    checkPrecision(train, regularisation);
    int shards = (n + ROWS - 1) / ROWS;
    try (Progress.Task task = context.progress().start(context.label(), 3, "steps");
        SymmetricMatrix matrix = BlasProviders.blas().symmetric(n)) {
      CooccurrenceCounts counts = new CooccurrenceCounts(train);
      workers.run(
          shards,
          shard -> {
            double[] row = new double[n];
            for (int item = shard * ROWS; item < Math.min(n, (shard + 1) * ROWS); item++) {
              counts.row(item, row);
              row[item] += regularisation;
              matrix.setRow(item, row);
            }
          });
      task.advance(1);
      task.note("inverting " + n + " x " + n);
      matrix.invert();
      task.advance(1);
      double[] diagonal = matrix.diagonal();
      workers.run(
          shards,
          shard -> {
            double[] row = new double[n];
            for (int item = shard * ROWS; item < Math.min(n, (shard + 1) * ROWS); item++) {
              matrix.getRow(item, row);
              weights[item] = weightsOf(item, row, diagonal);
            }
          });
      task.advance(1);
    }
    return weights;
  }

  /** What is added to the diagonal must not drown in the rounding errors of the inversion. */
  private static void checkPrecision(Interactions train, double regularisation) {
    double largest = Arrays.stream(train.itemCounts()).max().orElse(0);
    double least = largest * train.items() * Math.ulp(1.0);
    if (regularisation < least) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "regularisation: %s is too small for %s, at least %s is needed",
              regularisation,
              train,
              least));
    }
  }

  private static float[] weightsOf(int item, double[] inverse, double[] diagonal) {
    float[] row = new float[inverse.length];
    for (int j = 0; j < row.length; j++) {
      row[j] = (float) (0 - inverse[j] / diagonal[j]); // 0 - x, since -x would give -0
    }
    row[item] = 0;
    return row;
  }

  @Override
  public int items() {
    return weights.length;
  }

  /** The weight with which one item of a history speaks for another item. */
  float weight(int from, int to) {
    return weights[from][to];
  }

  @Override
  public void score(UserBatch users, ScoreBlock out) {
    for (int user = 0; user < users.size(); user++) {
      int[] items = distinct(users.history(user));
      int start = out.offset(user);
      Arrays.fill(out.scores(), start, start + weights.length, 0f);
      int i = 0;
      for (; i + 3 < items.length; i += 4) {
        addFour(items, i, out.scores(), start);
      }
      for (; i < items.length; i++) {
        float[] row = weights[items[i]];
        for (int j = 0; j < row.length; j++) {
          out.scores()[start + j] += row[j];
        }
      }
    }
  }

  /** Four rows in one pass: the sum is loaded and stored a fourth as often. */
  private void addFour(int[] items, int at, float[] sums, int start) {
    float[] a = weights[items[at]];
    float[] b = weights[items[at + 1]];
    float[] c = weights[items[at + 2]];
    float[] d = weights[items[at + 3]];
    for (int j = 0; j < a.length; j++) {
      sums[start + j] += (a[j] + b[j]) + (c[j] + d[j]);
    }
  }

  /** The items of a history, each once, ascending: the sum does not depend on the events' order. */
  private static int[] distinct(UserHistory history) {
    int[] items = new int[history.size()];
    history.copyItems(items, 0);
    Arrays.sort(items);
    int count = 0;
    for (int i = 0; i < items.length; i++) {
      if (i == 0 || items[i] != items[i - 1]) {
        items[count++] = items[i];
      }
    }
    return Arrays.copyOf(items, count);
  }

  @Override
  public boolean scoresNewUsers() {
    return true;
  }

  /** The weights off the diagonal. */
  @Override
  public long parameters() {
    return (long) weights.length * Math.max(0, weights.length - 1);
  }

  /** Writes B in parts of whole rows, because one array holds no more than 2^31 bytes. */
  @Override
  public void save(ModelWriter out) throws IOException {
    int n = weights.length;
    int rows = rowsOfPart(n);
    out.ints("items", new int[] {n}, 1);
    for (int from = 0; from < n; from += rows) {
      int count = Math.min(rows, n - from);
      float[] part = new float[count * n];
      for (int row = 0; row < count; row++) {
        System.arraycopy(weights[from + row], 0, part, row * n, n);
      }
      out.floats("weights-" + from / rows, part, count, n);
    }
  }

  private static float[][] read(ModelReader in) throws IOException {
    int n = in.ints("items", 1)[0];
    if (n < 0) {
      throw new IOException("a saved model of " + n + " items");
    }
    int rows = rowsOfPart(n);
    float[][] weights = new float[n][];
    for (int from = 0; from < n; from += rows) {
      int count = Math.min(rows, n - from);
      float[] part = in.floats("weights-" + from / rows, count, n);
      for (int row = 0; row < count; row++) {
        weights[from + row] = Arrays.copyOfRange(part, row * n, (row + 1) * n);
      }
    }
    return weights;
  }

  private static int rowsOfPart(int items) {
    return Math.max(1, PART / Math.max(1, items));
  }
}
