package org.recsys4j.models.factor;

import java.io.IOException;
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
import org.recsys4j.models.sparse.SparseMatrix;

/**
 * Matrix factorisation for Bayesian personalised ranking (Rendle, Freudenthaler, Gantner and
 * Schmidt-Thieme, "BPR: Bayesian personalized ranking from implicit feedback", UAI 2009).
 *
 * <p>The score of user u and item i is the inner product {@code u * i} of their vectors, plus a
 * bias of the item if wanted. A sample is a user, an item i that the user had and an item j, drawn
 * uniformly, that the user had not; i should score higher. With {@code x = score(i) - score(j)}
 * training goes uphill on {@code ln sigmoid(x) - regularisation / 2 * (|u|^2 + |i|^2 + |j|^2)}. One
 * epoch draws as many samples as there are pairs of user and item, spread evenly over them.
 * Repeated events count once; values and times are not used. Networks may draw j otherwise; here it
 * is always uniform, since samples are drawn many batches at a time, by threads that know of no
 * batch.
 *
 * <p>Within a batch users move sample by sample, items after all samples; with a batch size of 1
 * this is the algorithm of the paper. Larger batches let threads share the work, whose number does
 * not change a bit of the result.
 *
 * <p>A user without training events has the zero vector, and with it equal scores for all items, or
 * their biases. Users unseen in training cannot be scored. Holds {@code 4 factors} bytes a user and
 * item, twice that while training, and three times with {@link Optimizer#ADAGRAD}.
 */
public final class BprMf implements Recommender {
  private final int factors;
  private final float[] users;
  private final float[] items;
  private final float[] biases;
  private final InnerProducts products;

  BprMf(int factors, float[] users, float[] items, float[] biases) {
    this.factors = factors;
    this.users = users;
    this.items = items;
    this.biases = biases;
    this.products = new InnerProducts(factors, items, biases);
  }

  /**
   * The hyper-parameters.
   *
   * @param factors length of the vectors
   * @param learningRate size of a step, above 0
   * @param regularisation weight of the penalty on the vectors of each sample; 0 or more
   * @param optimizer how steps follow from gradients
   * @param itemBias whether items have a bias
   * @param epochs most epochs to train
   * @param batchSize after how many samples items move
   * @param patience how many measurements without a better one end training; 0 trains all epochs
   * @param validateEvery epochs from one measurement to the next
   */
  public record Options(
      @Range(min = 1, max = 10_000) int factors,
      @Range(min = 0, minExclusive = true) double learningRate,
      @Range(min = 0) double regularisation,
      Optimizer optimizer,
      boolean itemBias,
      @Range(min = 1) int epochs,
      @Range(min = 1, max = BprSamples.CAPACITY) int batchSize,
      @Range(min = 0) int patience,
      @Range(min = 1) int validateEvery) {
    /** Checks the ranges. */
    public Options {
      Check.components(
          Options.class,
          factors,
          learningRate,
          regularisation,
          optimizer,
          itemBias,
          epochs,
          batchSize,
          patience,
          validateEvery);
    }
  }

  /** Fits and loads {@link BprMf}. */
  public static final class Factory implements RecommenderFactory<Options> {
    /** Does nothing yet. */
    public Factory() {}

    @Override
    public Class<Options> optionsType() {
      return Options.class;
    }

    @Override
    public String summary() {
      return "matrix factorisation that ranks seen items above unseen ones, pair by pair";
    }

    @Override
    public String reference() {
      return "Steffen Rendle, Christoph Freudenthaler, Zeno Gantner and Lars Schmidt-Thieme,"
          + " \"BPR: Bayesian Personalized Ranking from Implicit Feedback\", UAI 2009";
    }

    @Override
    public BprMf fit(TrainingData train, Options options, FitContext context) {
      BprTraining training =
          new BprTraining(SparseMatrix.of(train.interactions()), options, context);
      EpochPlan plan = new EpochPlan(options.epochs(), options.patience(), options.validateEvery());
      new EpochLoop(plan, context).run(training);
      return training.model();
    }

    @Override
    public BprMf load(ModelReader in) throws IOException {
      int factors = in.ints("factors", 1)[0];
      if (factors < 1) {
        throw new IOException("a saved bpr-mf of " + factors + " factors");
      }
      return new BprMf(
          factors,
          in.floats("user-factors", -1, factors),
          in.floats("item-factors", -1, factors),
          in.floats("item-biases", -1));
    }
  }

  @Override
  public int items() {
    return products.items();
  }

  @Override
  public void score(UserBatch batch, ScoreBlock out) {
    batch.requireKnownUsers("bpr-mf");
    float[] rows = new float[batch.size() * factors];
    for (int row = 0; row < batch.size(); row++) {
      System.arraycopy(users, batch.user(row) * factors, rows, row * factors, factors);
    }
    products.score(rows, batch.size(), out);
  }

  @Override
  public boolean scoresNewUsers() {
    return false;
  }

  @Override
  public long parameters() {
    return (long) users.length + items.length + biases.length;
  }

  @Override
  public void save(ModelWriter out) throws IOException {
    out.ints("factors", new int[] {factors}, 1);
    out.floats("user-factors", users, users.length / factors, factors);
    out.floats("item-factors", items, items.length / factors, factors);
    out.floats("item-biases", biases, biases.length);
  }
}
