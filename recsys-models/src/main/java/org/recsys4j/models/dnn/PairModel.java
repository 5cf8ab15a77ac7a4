package org.recsys4j.models.dnn;

import java.io.IOException;
import java.util.Arrays;
import org.recsys4j.api.Recommender;
import org.recsys4j.api.ScoreBlock;
import org.recsys4j.api.UserBatch;
import org.recsys4j.api.store.ModelReader;
import org.recsys4j.api.store.ModelWriter;
import org.recsys4j.models.nn.kernel.Blas;
import org.recsys4j.models.nn.kernel.BlasProviders;
import org.recsys4j.models.nn.kernel.Matrix;

/**
 * A fitted network over pairs of user and item: {@link NeuMf} or one of its halves. Scores are the
 * last unit's input, which orders items as the probability does and does not saturate.
 */
final class PairModel implements Recommender {
  /** Items that pass through the perceptron together: a constant, and the rows fit the cache. */
  private static final int TILE = 512;

  private final String model;
  private final PairParameters parameters;
  private final PairShape shape;
  private final String network;
  private final float[] itemPart; // what each item gives the first layer, items x units

  /**
   * A model.
   *
   * @param model its name, for messages
   * @param parameters what it has learnt, shared
   * @param network the graph as Deeplearning4j writes it
   */
  PairModel(String model, PairParameters parameters, String network) {
    this.model = model;
    this.parameters = parameters;
    this.shape = parameters.shape();
    this.network = network;
    itemPart = shape.hasPerceptron() ? itemPart() : new float[0];
  }

  /** What the model has learnt. */
  PairParameters learnt() {
    return parameters;
  }

  private float[] itemPart() {
    Tower tower = parameters.tower();
    int m = shape.mlpFactors();
    int units = tower.width(1);
    float[] part = new float[Math.multiplyExact(shape.items(), units)];
    BlasProviders.blas()
        .multiply(
            Matrix.of(parameters.mlpItems().values(), shape.items(), m),
            tower.weights(1, m, m),
            Matrix.of(part, shape.items(), units));
    return part;
  }

  /** Reads what {@link #save} wrote; needs no class of Deeplearning4j. */
  static PairModel load(String model, ModelReader in) throws IOException {
    return new PairModel(model, PairParameters.read(in), in.text("network"));
  }

  @Override
  public int items() {
    return shape.items();
  }

  /**
   * Scores in two products for the whole batch and, for each user, a pass of all items through the
   * layers above the first one; the first layer's share of each item is known beforehand.
   */
  @Override
  public void score(UserBatch users, ScoreBlock out) {
    users.requireKnownUsers(model);
    Blas blas = BlasProviders.blas();
    Arrays.fill(out.scores(), 0, users.size() * items(), parameters.tower().outputBias());
    if (shape.hasProducts()) {
      addProducts(blas, users, out);
    }
    if (shape.hasPerceptron()) {
      addPerceptron(blas, users, out);
    }
  }

  private void addPerceptron(Blas blas, UserBatch users, ScoreBlock out) {
    Tower tower = parameters.tower();
    float[] userPart = userPart(blas, users);
    float[][] activations = new float[tower.layers() + 1][];
    for (int layer = 1; layer <= tower.layers(); layer++) {
      activations[layer] = new float[TILE * tower.width(layer)];
    }
    int units = tower.width(1);
    for (int row = 0; row < users.size(); row++) {
      for (int from = 0; from < items(); from += TILE) {
        int count = Math.min(TILE, items() - from);
        firstLayer(userPart, row * units, from, count, activations[1], units);
        tower.addOutputs(blas, activations, count, out.scores(), out.offset(row) + from);
      }
    }
  }

  /** Adds the share of the products of embeddings. */
  private void addProducts(Blas blas, UserBatch users, ScoreBlock out) {
    int d = shape.factors();
    float[] weighted = new float[users.size() * d];
    for (int row = 0; row < users.size(); row++) {
      for (int i = 0; i < d; i++) {
        weighted[row * d + i] =
            parameters.gmfUsers().values()[users.user(row) * d + i]
                * parameters.tower().outputWeight(i);
      }
    }
    Matrix items = Matrix.of(parameters.gmfItems().values(), items(), d).transpose();
    Matrix scores = Matrix.of(out.scores(), users.size(), items());
    blas.multiplyAdd(Matrix.of(weighted, users.size(), d), items, scores);
  }

  /** What each user gives the first layer, with its biases. */
  private float[] userPart(Blas blas, UserBatch users) {
    int m = shape.mlpFactors();
    int units = parameters.tower().width(1);
    float[] rows = new float[users.size() * m];
    for (int row = 0; row < users.size(); row++) {
      System.arraycopy(parameters.mlpUsers().values(), users.user(row) * m, rows, row * m, m);
    }
    float[] part = new float[users.size() * units];
    blas.multiply(
        Matrix.of(rows, users.size(), m),
        parameters.tower().weights(1, 0, m),
        Matrix.of(part, users.size(), units));
    parameters.tower().addBiases(1, part, users.size());
    return part;
  }

  private void firstLayer(
      float[] userPart, int user, int from, int count, float[] target, int units) {
    for (int item = 0; item < count; item++) {
      int source = (from + item) * units;
      int to = item * units;
      for (int i = 0; i < units; i++) {
        target[to + i] = Math.max(0f, userPart[user + i] + itemPart[source + i]);
      }
    }
  }

  @Override
  public boolean scoresNewUsers() {
    return false;
  }

  @Override
  public long parameters() {
    return parameters.count();
  }

  /**
   * Writes the tables, the dense layers ({@code tower}, in the order of {@code
   * ComputationGraph.params()}, matrices row-major with a row for each input) and the graph's
   * configuration as Deeplearning4j's JSON ({@code network}), from which it can be restored there.
   */
  @Override
  public void save(ModelWriter out) throws IOException {
    parameters.save(out);
    out.text("network", network);
  }
}
