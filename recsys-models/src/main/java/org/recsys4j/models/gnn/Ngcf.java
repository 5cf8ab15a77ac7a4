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
 * NGCF: neural graph collaborative filtering (Wang, He, Wang, Feng and Chua, SIGIR 2019).
 *
 * <p>Each user and item has a vector. A layer sums, over the neighbours in the graph of
 * interactions and the node itself, what a weight matrix makes of their vectors, adds what another
 * matrix makes of the products of both ends of an edge, and bends the result by a leaky rectifier;
 * in training some of it is dropped. Side by side, the vectors of all layers are what inner
 * products are taken of. Training is by Bayesian personalised ranking as in {@link LightGcn}.
 *
 * <p>Differences from the paper: the graph has the weights of {@link LightGcn}, {@code 1 /
 * sqrt(degree of the one * degree of the other)}, and the vectors of a layer are used as they are,
 * as the paper's text says, where its code divides by the degree of one end and scales vectors to
 * length 1; vectors begin as normal numbers; dropout acts on a layer's output, as in the paper's
 * code, and there is none of whole nodes; and the L2 penalty is on the vectors of layer 0 that an
 * example uses.
 *
 * <p>Strengths: none that {@link LightGcn} has not, which came out of leaving the matrices out; it
 * is here to compare with. Weakness: twice the time a step. Users unseen in training cannot be
 * scored, and a user without training events has equal scores for items up to what the biases of
 * the layers make of the zero vector.
 *
 * <p>Memory: {@code 4 factors (layers + 1)} bytes a user and item, some forty times {@code factors
 * layers} bytes while it is fitted, and 24 bytes a pair.
 */
public final class Ngcf implements Recommender {
  private final NodeVectors vectors;
  private final String network;

  Ngcf(NodeVectors vectors, String network) {
    this.vectors = vectors;
    this.network = network;
  }

  /**
   * The hyper-parameters.
   *
   * @param factors length of the vectors of every layer
   * @param layers how often vectors are propagated
   * @param messageDropout share of each layer's output that is left out in training
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
      @Range(min = 0, max = 0.99) double messageDropout,
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
          messageDropout,
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

  /** Fits and loads {@link Ngcf}. */
  public static final class Factory implements RecommenderFactory<Options> {
    /** Does nothing yet. */
    public Factory() {}

    @Override
    public Class<Options> optionsType() {
      return Options.class;
    }

    @Override
    public String summary() {
      return "weight matrices and products of neighbours over the graph of users and items, on Deeplearning4j";
    }

    @Override
    public String reference() {
      return "Xiang Wang et al., \"Neural Graph Collaborative Filtering\", SIGIR 2019";
    }

    @Override
    public Recommender fit(TrainingData train, Options options, FitContext context) {
      SparseMatrix pairs = SparseMatrix.of(train.interactions());
      NgcfNetwork network = new NgcfNetwork(options);
      NetworkTraining training = network.training(pairs, context);
      NetworkTrainable model =
          new NetworkTrainable(
              training,
              () ->
                  new Ngcf(
                      NodeVectors.of(training, pairs.rows(), pairs.columns()), network.json()));
      EpochPlan plan = new EpochPlan(options.epochs(), options.patience(), options.validateEvery());
      new EpochLoop(plan, context).run(model);
      return model.snapshot();
    }

    /** Needs no class of Deeplearning4j. */
    @Override
    public Ngcf load(ModelReader in) throws IOException {
      return new Ngcf(NodeVectors.read(in), in.text("network"));
    }
  }

  @Override
  public int items() {
    return vectors.itemCount();
  }

  @Override
  public void score(UserBatch users, ScoreBlock out) {
    users.requireKnownUsers("ngcf");
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
