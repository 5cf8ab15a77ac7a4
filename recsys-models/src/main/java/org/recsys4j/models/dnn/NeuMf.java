package org.recsys4j.models.dnn;

import java.io.IOException;
import java.util.List;
import org.recsys4j.api.FitContext;
import org.recsys4j.api.Recommender;
import org.recsys4j.api.RecommenderFactory;
import org.recsys4j.api.ScoreBlock;
import org.recsys4j.api.TrainingData;
import org.recsys4j.api.UserBatch;
import org.recsys4j.api.config.Check;
import org.recsys4j.api.config.Range;
import org.recsys4j.api.store.ModelReader;
import org.recsys4j.api.store.ModelWriter;
import org.recsys4j.models.fit.EpochLoop;
import org.recsys4j.models.fit.EpochPlan;
import org.recsys4j.models.nn.kernel.Blas;
import org.recsys4j.models.nn.kernel.BlasProviders;
import org.recsys4j.models.nn.kernel.Matrix;

/**
 * NeuMF: neural matrix factorisation (He et al., "Neural collaborative filtering", WWW 2017).
 *
 * <p>Users and items have two embeddings each. The element-wise product of one pair (generalised
 * matrix factorisation) and the last layer of a perceptron over the other pair, concatenated, feed
 * one sigmoid unit: the probability of an interaction. It is trained on every pair of the training
 * events with {@code negatives} items that the user has not had, drawn anew in each epoch, by
 * binary cross-entropy and Adam. Scores are the unit's input, which orders items as the probability
 * does and does not saturate.
 *
 * <p>Differences from the paper: the two halves are not trained beforehand, instead the output unit
 * begins with weights of 1 for the products; Adam moves only the embeddings of users and items that
 * a batch holds; and these have an L2 penalty.
 *
 * <p>Strengths: combines a linear and a non-linear view. Weaknesses: some thirty times the work of
 * matrix factorisation for each score, several options to tune, and no better when both are tuned.
 * A user without training events gets the mean embedding of all others; users who are not in the
 * training data's catalogue cannot be scored. Events count once for each pair, values and times are
 * not used.
 *
 * <p>Memory: {@code (users + items) (factors + mlpFactors)} floats, three to five times as many
 * while it is fitted.
 */
public final class NeuMf implements Recommender {
  /** Items that pass through the perceptron together: a constant, and the rows fit the cache. */
  private static final int TILE = 512;

  private final NeuMfParameters parameters;
  private final String network;
  private final float[] itemPart; // what each item gives the first layer, items x units

  NeuMf(NeuMfParameters parameters, String network) {
    this.parameters = parameters;
    this.network = network;
    Tower tower = parameters.tower();
    int m = parameters.mlpFactors();
    int units = tower.width(1);
    itemPart = new float[Math.multiplyExact(parameters.items(), units)];
    Matrix embeddings = Matrix.of(parameters.mlpItems(), parameters.items(), m);
    BlasProviders.blas()
        .multiply(
            embeddings, tower.weights(1, m, m), Matrix.of(itemPart, parameters.items(), units));
  }

  /**
   * The hyper-parameters.
   *
   * @param factors width of the embeddings whose products are taken
   * @param mlpFactors width of the embeddings that the perceptron sees
   * @param hiddenLayers units of the perceptron's layers, from the first on
   * @param negatives how many items that the user has not had are drawn for each pair
   * @param batchSize examples of a training step, negatives included
   * @param learningRate step size of Adam
   * @param regularisation weight of the L2 penalty on the embeddings of each example
   * @param epochs most passes over the training data
   * @param patience measurements without improvement after which training stops; 0 never stops
   *     early
   * @param validateEvery epochs from one measurement on the validation part to the next
   */
  public record Options(
      @Range(min = 1, max = 4096) int factors,
      @Range(min = 1, max = 4096) int mlpFactors,
      @Range(min = 1, max = 4096) List<Integer> hiddenLayers,
      @Range(min = 1, max = 1000) int negatives,
      @Range(min = 1, max = 1_000_000) int batchSize,
      @Range(min = 0, minExclusive = true) double learningRate,
      @Range(min = 0) double regularisation,
      @Range(min = 1) int epochs,
      @Range(min = 0) int patience,
      @Range(min = 1) int validateEvery) {
    /** Checks the ranges. */
    public Options {
      hiddenLayers = List.copyOf(hiddenLayers);
      Check.components(
          Options.class,
          factors,
          mlpFactors,
          hiddenLayers,
          negatives,
          batchSize,
          learningRate,
          regularisation,
          epochs,
          patience,
          validateEvery);
      Check.notEmpty("hiddenLayers", hiddenLayers);
    }
  }

  /** Fits and loads {@link NeuMf}. */
  public static final class Factory implements RecommenderFactory<Options> {
    /** Does nothing yet. */
    public Factory() {}

    @Override
    public Class<Options> optionsType() {
      return Options.class;
    }

    @Override
    public String summary() {
      return "matrix factorisation and a perceptron over embeddings, on Deeplearning4j";
    }

    @Override
    public String reference() {
      return "Xiangnan He et al., \"Neural Collaborative Filtering\", WWW 2017";
    }

    @Override
    public NeuMf fit(TrainingData train, Options options, FitContext context) {
      NeuMfTraining training = new NeuMfTraining(train.interactions(), options, context);
      EpochPlan plan = new EpochPlan(options.epochs(), options.patience(), options.validateEvery());
      new EpochLoop(plan, context).run(training);
      return training.snapshot();
    }

    /** Needs no class of Deeplearning4j. */
    @Override
    public NeuMf load(ModelReader in) throws IOException {
      return new NeuMf(NeuMfParameters.read(in), in.text("network"));
    }
  }

  @Override
  public int items() {
    return parameters.items();
  }

  /**
   * Scores in two products for the whole batch and, for each user, a pass of all items through the
   * layers above the first one; the first layer's share of each item is known beforehand.
   */
  @Override
  public void score(UserBatch users, ScoreBlock out) {
    users.requireKnownUsers("neumf");
    Blas blas = BlasProviders.blas();
    multiplyFactors(blas, users, out);
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

  /** Overwrites the scores with the share of the products of embeddings, and the output's bias. */
  private void multiplyFactors(Blas blas, UserBatch users, ScoreBlock out) {
    int d = parameters.factors();
    float[] weighted = new float[users.size() * d];
    for (int row = 0; row < users.size(); row++) {
      for (int i = 0; i < d; i++) {
        weighted[row * d + i] =
            parameters.gmfUsers()[users.user(row) * d + i] * parameters.tower().outputWeight(i);
      }
    }
    Matrix items = Matrix.of(parameters.gmfItems(), items(), d).transpose();
    Matrix scores = Matrix.of(out.scores(), users.size(), items());
    blas.multiply(Matrix.of(weighted, users.size(), d), items, scores);
    float bias = parameters.tower().outputBias();
    for (int i = 0; i < users.size() * items(); i++) {
      out.scores()[i] += bias;
    }
  }

  /** What each user gives the first layer, with its biases. */
  private float[] userPart(Blas blas, UserBatch users) {
    int m = parameters.mlpFactors();
    int units = parameters.tower().width(1);
    float[] rows = new float[users.size() * m];
    for (int row = 0; row < users.size(); row++) {
      System.arraycopy(parameters.mlpUsers(), users.user(row) * m, rows, row * m, m);
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
   * ComputationGraph.params()}) and the graph's configuration as Deeplearning4j's JSON ({@code
   * network}), from which it can be restored there.
   */
  @Override
  public void save(ModelWriter out) throws IOException {
    parameters.save(out);
    out.text("network", network);
  }
}
