package org.recsys4j.models.dnn;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.recsys4j.api.Recommender;
import org.recsys4j.api.ScoreBlock;
import org.recsys4j.api.UserBatch;
import org.recsys4j.api.data.UserHistory;
import org.recsys4j.api.store.ModelReader;
import org.recsys4j.api.store.ModelWriter;
import org.recsys4j.models.nn.kernel.Activation;
import org.recsys4j.models.nn.kernel.Blas;
import org.recsys4j.models.nn.kernel.BlasProviders;
import org.recsys4j.models.nn.kernel.Matrix;
import org.recsys4j.models.nn.layer.BagSpec;
import org.recsys4j.models.nn.layer.DenseSpec;
import org.recsys4j.models.nn.layer.EmbeddingTable;
import org.recsys4j.models.nn.layer.GaussianSampleSpec;
import org.recsys4j.models.nn.layer.LayerSpec;

/**
 * A fitted autoencoder: the items of a history go in, a score of every item comes out, so that a
 * new user is one like any other. Scores are the logits of the softmax; a variational code is taken
 * at its mean.
 */
final class AutoencoderModel implements Recommender {
  private final AutoencoderShape shape;
  private final AutoencoderParameters parameters;
  private final String network;

  AutoencoderModel(AutoencoderShape shape, AutoencoderParameters parameters, String network) {
    this.shape = shape;
    this.parameters = parameters;
    this.network = network;
  }

  @Override
  public int items() {
    return shape.items();
  }

  @Override
  public void score(UserBatch users, ScoreBlock out) {
    Blas blas = BlasProviders.blas();
    float[] rows = new float[0];
    int width = 0;
    int at = 0;
    for (LayerSpec layer : shape.layers()) {
      if (layer instanceof BagSpec bag) {
        rows = encode(users, bag);
        activate(rows, users.size(), bag.out(), at, bag.activation());
        width = bag.out();
        at += bag.out();
      } else if (layer instanceof DenseSpec dense) {
        float[] next = new float[users.size() * dense.out()];
        Matrix weights = Matrix.of(parameters.layers(), at, dense.in(), dense.out(), dense.out());
        blas.multiply(
            Matrix.of(rows, users.size(), dense.in()),
            weights,
            Matrix.of(next, users.size(), dense.out()));
        at += dense.in() * dense.out();
        activate(next, users.size(), dense.out(), at, dense.activation());
        rows = next;
        width = dense.out();
        at += dense.out();
      } else if (layer instanceof GaussianSampleSpec sample) {
        rows = means(rows, users.size(), sample.out());
        width = sample.out();
      }
    }
    decode(blas, rows, users.size(), width, at, out);
  }

  /** The sum of the vectors of a history's distinct items, over the root of their number. */
  private float[] encode(UserBatch users, BagSpec bag) {
    int width = bag.out();
    float[] table = parameters.encoder().values();
    float[] rows = new float[users.size() * width];
    float[] sum = new float[width];
    float[] vector = new float[width];
    for (int row = 0; row < users.size(); row++) {
      int[] items = distinct(users.history(row));
      Arrays.fill(sum, 0);
      for (int item : items) {
        System.arraycopy(table, item * width, vector, 0, width);
        for (int k = 0; k < width; k++) {
          sum[k] += vector[k];
        }
      }
      float factor = items.length == 0 ? 0 : (float) (1 / Math.sqrt(items.length));
      for (int k = 0; k < width; k++) {
        rows[row * width + k] = factor * sum[k];
      }
    }
    return rows;
  }

  private static int[] distinct(UserHistory history) {
    int[] items = new int[history.size()];
    history.copyItems(items, 0);
    return IntStream.of(items).sorted().distinct().toArray();
  }

  private void activate(float[] rows, int count, int width, int bias, Activation activation) {
    for (int row = 0; row < count; row++) {
      for (int k = 0; k < width; k++) {
        float x = rows[row * width + k] + parameters.layers()[bias + k];
        rows[row * width + k] = activation == Activation.TANH ? (float) Math.tanh(x) : x;
      }
    }
  }

  private static float[] means(float[] rows, int count, int width) {
    float[] means = new float[count * width];
    for (int row = 0; row < count; row++) {
      System.arraycopy(rows, 2 * row * width, means, row * width, width);
    }
    return means;
  }

  private void decode(Blas blas, float[] rows, int count, int width, int at, ScoreBlock out) {
    int bias = at + items() * width;
    for (int row = 0; row < count; row++) {
      System.arraycopy(parameters.layers(), bias, out.scores(), out.offset(row), items());
    }
    blas.multiplyAdd(
        Matrix.of(rows, count, width),
        Matrix.of(parameters.layers(), at, items(), width, width).transpose(),
        Matrix.of(out.scores(), count, items()));
  }

  @Override
  public boolean scoresNewUsers() {
    return true;
  }

  @Override
  public long parameters() {
    return parameters.count();
  }

  /**
   * Writes the table, the dense parameters ({@code layers}, in the order of {@code
   * ComputationGraph.params()}, matrices row-major with a row for each input) and the graph's
   * configuration as Deeplearning4j's JSON ({@code network}).
   */
  @Override
  public void save(ModelWriter out) throws IOException {
    int[] hidden = shape.hidden().stream().mapToInt(units -> units).toArray();
    out.ints("hidden-layers", hidden, hidden.length);
    int[] sizes = {shape.items(), shape.code(), shape.variational() ? 1 : 0};
    out.ints("sizes", sizes, sizes.length);
    for (EmbeddingTable table : parameters.tables()) {
      out.floats(table.name(), table.values(), table.rows(), table.width());
    }
    out.floats("layers", parameters.layers(), parameters.layers().length);
    out.text("network", network);
  }

  /** Reads what {@link #save} wrote; starts nothing of Deeplearning4j. */
  static AutoencoderModel load(ModelReader in) throws IOException {
    int[] sizes = in.ints("sizes", 3);
    List<Integer> hidden = IntStream.of(in.ints("hidden-layers", -1)).boxed().toList();
    if (sizes[0] < 1 || sizes[1] < 1 || hidden.stream().anyMatch(units -> units < 1)) {
      throw new IOException("no autoencoder of the sizes " + Arrays.toString(sizes) + hidden);
    }
    AutoencoderShape shape =
        new AutoencoderShape(sizes[0], hidden, sizes[1], 1, sizes[2] == 1, 0, 0);
    int dense = shape.layerParameters() + shape.items() * (shape.last() + 1);
    return new AutoencoderModel(
        shape,
        new AutoencoderParameters(
            table(in, AutoencoderShape.ENCODER, shape.items(), shape.first()),
            in.floats("layers", dense)),
        in.text("network"));
  }

  private static EmbeddingTable table(ModelReader in, String name, int rows, int width)
      throws IOException {
    return new EmbeddingTable(name, rows, width, in.floats(name, rows, width), true);
  }
}
