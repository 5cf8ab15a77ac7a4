package org.recsys4j.models.gnn;

import java.io.IOException;
import org.recsys4j.api.FitContext;
import org.recsys4j.api.Recommender;
import org.recsys4j.api.RecommenderFactory;
import org.recsys4j.api.ScoreBlock;
import org.recsys4j.api.TrainingData;
import org.recsys4j.api.UserBatch;
import org.recsys4j.api.config.Check;
import org.recsys4j.api.config.Flat;
import org.recsys4j.api.config.Range;
import org.recsys4j.api.store.ModelReader;
import org.recsys4j.api.store.ModelWriter;
import org.recsys4j.models.fit.EpochLoop;
import org.recsys4j.models.fit.EpochPlan;
import org.recsys4j.models.fit.NegativeOptions;
import org.recsys4j.models.fit.NetworkTrainable;
import org.recsys4j.models.fit.NetworkTraining;
import org.recsys4j.models.fit.PositiveSampling;
import org.recsys4j.models.nn.optimizer.StepOptions;
import org.recsys4j.models.sparse.SparseMatrix;

/**
 * LightGCN (He, Deng, Wang, Li, Zhang and Wang, "LightGCN: simplifying and powering graph
 * convolution network for recommendation", SIGIR 2020).
 *
 * <p>Each user and item has a vector. One layer replaces every vector by a weighted sum of those of
 * its neighbours in the graph of interactions, with weights {@code 1 / sqrt(degree of the one *
 * degree of the other)}; what a node ends up with is the mean over the layers 0 to {@code layers},
 * and scores are inner products of these. There are no other parameters. Training is by Bayesian
 * personalised ranking on triples of a user, an item that the user had and one drawn from those
 * that the user had not, with Adam and an L2 penalty on the vectors of layer 0 that a triple uses.
 * Events count once for each pair, values and times are not used.
 *
 * <p>Each pair comes once an epoch, or, as in the authors' code, as many are drawn of users who are
 * all as likely, {@link PositiveSampling}.
 *
 * <p>Strengths: among the most accurate models of vectors, with few options. Weaknesses: each step
 * propagates the vectors of all nodes, forwards and back, so that large batches with a larger
 * learning rate are by far the quicker way; and users unseen in training cannot be scored. A user
 * without training events has the zero vector and so equal scores for all items.
 *
 * <p>Memory: {@code 4 factors} bytes a user and item, nine times that while it is fitted, and 24
 * bytes a pair.
 */
public final class LightGcn implements Recommender {
  private final NodeVectors vectors;
  private final String network;

  LightGcn(NodeVectors vectors, String network) {
    this.vectors = vectors;
    this.network = network;
  }

  /**
   * The hyper-parameters.
   *
   * @param factors length of the vectors
   * @param layers how often vectors are propagated
   * @param positiveSampling which pairs of user and item an epoch has
   * @param sampling how the items are drawn that the user had not
   * @param steps how parameters are moved
   * @param regularisation weight of the L2 penalty on the vectors of each triple
   * @param batchSize triples of a training step
   * @param epochs most passes over the training data
   * @param patience measurements without improvement after which training stops; 0 never stops
   *     early
   * @param validateEvery epochs from one measurement on the validation part to the next
   */
  public record Options(
      @Range(min = 1, max = 4096) int factors,
      @Range(min = 1, max = 16) int layers,
      PositiveSampling positiveSampling,
      @Flat NegativeOptions sampling,
      @Flat StepOptions steps,
      @Range(min = 0) double regularisation,
      @Range(min = 1, max = 10_000_000) int batchSize,
      @Range(min = 1) int epochs,
      @Range(min = 0) int patience,
      @Range(min = 1) int validateEvery) {
    /** Checks the ranges. */
    public Options {
      Check.components(
          Options.class,
          factors,
          layers,
          positiveSampling,
          sampling,
          steps,
          regularisation,
          batchSize,
          epochs,
          patience,
          validateEvery);
    }
  }

  /** Fits and loads {@link LightGcn}. */
  public static final class Factory implements RecommenderFactory<Options> {
    /** Does nothing yet. */
    public Factory() {}

    @Override
    public Class<Options> optionsType() {
      return Options.class;
    }

    @Override
    public String summary() {
      return "vectors averaged over the graph of users and items, on Deeplearning4j";
    }

    @Override
    public String reference() {
      return "Xiangnan He et al., \"LightGCN: Simplifying and Powering Graph Convolution Network for"
          + " Recommendation\", SIGIR 2020";
    }

    @Override
    public Recommender fit(TrainingData train, Options options, FitContext context) {
      SparseMatrix pairs = SparseMatrix.of(train.interactions());
      LightGcnNetwork network = new LightGcnNetwork(options);
      NetworkTraining training = network.training(pairs, context);
      NetworkTrainable model =
          new NetworkTrainable(
              training,
              () ->
                  new LightGcn(
                      NodeVectors.of(training, pairs.rows(), pairs.columns()), network.json()));
      EpochPlan plan = new EpochPlan(options.epochs(), options.patience(), options.validateEvery());
      new EpochLoop(plan, context).run(model);
      return model.snapshot();
    }

    /** Needs no class of Deeplearning4j. */
    @Override
    public LightGcn load(ModelReader in) throws IOException {
      return new LightGcn(NodeVectors.read(in), in.text("network"));
    }
  }

  @Override
  public int items() {
    return vectors.itemCount();
  }

  @Override
  public void score(UserBatch users, ScoreBlock out) {
    users.requireKnownUsers("lightgcn");
    vectors.score(users, out);
  }

  @Override
  public boolean scoresNewUsers() {
    return false;
  }

  @Override
  public long parameters() {
    return (long) vectors.users().length + vectors.items().length;
  }

  /**
   * Writes the vectors after propagation, and the graph's configuration as Deeplearning4j's JSON
   * ({@code network}).
   */
  @Override
  public void save(ModelWriter out) throws IOException {
    vectors.save(out);
    out.text("network", network);
  }
}
