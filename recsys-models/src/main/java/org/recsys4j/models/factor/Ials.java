package org.recsys4j.models.factor;

import java.io.IOException;
import java.util.Locale;
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
 * Implicit alternating least squares (Hu, Koren and Volinsky, "Collaborative filtering for implicit
 * feedback datasets", ICDM 2008).
 *
 * <p>Users and items are vectors x and y whose inner product shall be 1 where the user had the item
 * and 0 elsewhere. All cells of the user x item matrix count: minimise the sum of {@code c (p - x
 * y)^2} over all of them plus {@code regularisation} times the squared length of all vectors, where
 * p is 1 and the confidence c above 1 for the cells that were observed ({@link Confidence}), and p
 * is 0 and c is 1 for the others. With one side fixed the other has a closed form, so both are
 * solved for in turn; a few steps of conjugate gradients from the vectors before are as good as an
 * exact solution and much cheaper ({@link ConjugateGradients}).
 *
 * <p>A user unseen in training is folded in: the vector is solved for from the history, the items
 * fixed. A user without training events has the zero vector and equal scores for all items, an item
 * without them scores 0 for everybody. Times are not used.
 *
 * <p>Strengths: no learning rate, few iterations, no sampling. Weakness: the best regularisation
 * and alpha differ much from data set to data set. Holds {@code 4 factors} bytes a user and {@code
 * 8 factors} an item, the same again while training.
 */
public final class Ials implements Recommender {
  private final Equations equations;
  private final float[] users;
  private final float[] items;
  private final InnerProducts products;
  private final FoldIn foldIn;

  /**
   * What is needed to solve for a user.
   *
   * @param factors length of the vectors
   * @param regularisation weight of the penalty
   * @param alpha weight of the confidence
   * @param confidence what makes a cell confident
   */
  record Equations(int factors, double regularisation, double alpha, Confidence confidence) {}

  Ials(Equations equations, float[] users, float[] items) {
    this.equations = equations;
    this.users = users;
    this.items = items;
    this.products = new InnerProducts(equations.factors(), items, new float[0]);
    this.foldIn = new FoldIn(equations, items);
  }

  /**
   * The hyper-parameters.
   *
   * @param factors length of the vectors
   * @param regularisation weight of the L2 penalty on the vectors, above 0
   * @param alpha how much the confidence in an observed cell exceeds 1, per unit
   * @param confidence what makes a cell confident
   * @param iterations how many times users and items are solved for in turn
   * @param cgSteps steps of conjugate gradients that solve for one vector
   * @param patience how many measurements without a better one end training; 0 runs all iterations
   */
  public record Options(
      @Range(min = 1, max = 10_000) int factors,
      @Range(min = 0, minExclusive = true) double regularisation,
      @Range(min = 0, minExclusive = true) double alpha,
      Confidence confidence,
      @Range(min = 1) int iterations,
      @Range(min = 1, max = 1000) int cgSteps,
      @Range(min = 0) int patience) {
    /** Checks the ranges. */
    public Options {
      Check.components(
          Options.class, factors, regularisation, alpha, confidence, iterations, cgSteps, patience);
    }
  }

  /** Fits and loads {@link Ials}. */
  public static final class Factory implements RecommenderFactory<Options> {
    /** Does nothing yet. */
    public Factory() {}

    @Override
    public Class<Options> optionsType() {
      return Options.class;
    }

    @Override
    public String summary() {
      return "matrix factorisation by weighted least squares over all cells";
    }

    @Override
    public String reference() {
      return "Yifan Hu, Yehuda Koren and Chris Volinsky, \"Collaborative Filtering for Implicit"
          + " Feedback Datasets\", ICDM 2008; solved as in Gábor Takács, István Pilászy and"
          + " Domonkos Tikk, RecSys 2011";
    }

    @Override
    public Ials fit(TrainingData train, Options options, FitContext context) {
      IalsTraining training =
          new IalsTraining(SparseMatrix.of(train.interactions()), options, context);
      EpochPlan plan = new EpochPlan(options.iterations(), options.patience(), 1);
      new EpochLoop(plan, context).run(training);
      return training.model();
    }

    @Override
    public Ials load(ModelReader in) throws IOException {
      float[] weights = in.floats("regularisation-and-alpha", 2);
      int factors = in.ints("factors", 1)[0];
      Confidence confidence;
      try {
        confidence = Confidence.valueOf(in.text("confidence").toUpperCase(Locale.ROOT));
      } catch (IllegalArgumentException e) {
        throw new IOException("a saved ials of an unknown confidence", e);
      }
      if (factors < 1) {
        throw new IOException("a saved ials of " + factors + " factors");
      }
      return new Ials(
          new Equations(factors, weights[0], weights[1], confidence),
          in.floats("user-factors", -1, factors),
          in.floats("item-factors", -1, factors));
    }
  }

  @Override
  public int items() {
    return products.items();
  }

  @Override
  public void score(UserBatch batch, ScoreBlock out) {
    int d = equations.factors();
    float[] rows = new float[batch.size() * d];
    for (int row = 0; row < batch.size(); row++) {
      if (batch.user(row) != UserBatch.NEW_USER) {
        System.arraycopy(users, batch.user(row) * d, rows, row * d, d);
      }
    }
    foldIn.solve(batch, rows);
    products.score(rows, batch.size(), out);
  }

  @Override
  public boolean scoresNewUsers() {
    return true;
  }

  @Override
  public long parameters() {
    return (long) users.length + items.length;
  }

  @Override
  public void save(ModelWriter out) throws IOException {
    int d = equations.factors();
    out.ints("factors", new int[] {d}, 1);
    float[] weights = {(float) equations.regularisation(), (float) equations.alpha()};
    out.floats("regularisation-and-alpha", weights, 2);
    out.text("confidence", equations.confidence().name().toLowerCase(Locale.ROOT));
    out.floats("user-factors", users, users.length / d, d);
    out.floats("item-factors", items, items.length / d, d);
  }
}
