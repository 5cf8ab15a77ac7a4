package org.recsys4j.models.cnn;

import java.io.IOException;
import org.recsys4j.api.FitContext;
import org.recsys4j.api.Recommender;
import org.recsys4j.api.RecommenderFactory;
import org.recsys4j.api.TrainingData;
import org.recsys4j.api.config.Check;
import org.recsys4j.api.config.Flat;
import org.recsys4j.api.config.Range;
import org.recsys4j.api.store.ModelReader;
import org.recsys4j.models.fit.EpochLoop;
import org.recsys4j.models.fit.EpochPlan;
import org.recsys4j.models.fit.NegativeOptions;
import org.recsys4j.models.nn.optimizer.StepOptions;

/**
 * Caser: convolutional sequence embedding (Tang and Wang, "Personalized top-N sequential
 * recommendation via convolutional sequence embedding", WSDM 2018).
 *
 * <p>The vectors of the last {@code length} items are the rows of an image. Horizontal filters of
 * every height from 1 to {@code length} slide over it and keep their largest value; vertical
 * filters are weighted sums of its rows. A dense layer makes one vector of both, which is joined
 * with a vector of the user, and the score of an item is the inner product with an output vector of
 * the item's own, plus a bias.
 *
 * <p>An example is a window of {@code length} items, the {@code targets} items that follow and as
 * many {@code negatives} as wanted that the user has not had; the loss is binary cross-entropy, the
 * optimiser Adam. Windows advance by one event; histories that are too short are filled up at the
 * front. Repeated events stay where they are; values are not used.
 *
 * <p>With {@code userEmbedding} users unseen in training cannot be scored, and a user without
 * training events has the zero vector. Without it, users are known by their last items alone, and
 * anybody can be scored.
 *
 * <p>Strengths: quick, and sees patterns of several items together. Weakness: blind for all but the
 * last few items, save for the user's vector. Memory: {@code 4 factors} bytes a user and 12 to 16
 * an item and factor, three times that while it is fitted, and 8 bytes an event.
 */
public final class Caser {
  private Caser() {}

  /**
   * The hyper-parameters.
   *
   * @param factors length of the vectors of items and users
   * @param length how many items the network sees
   * @param targets how many items that follow are to be predicted
   * @param negatives how many items that the user has not had each window brings along
   * @param sampling how these are drawn
   * @param horizontalFilters filters of each height
   * @param verticalFilters weighted sums
   * @param userEmbedding whether users have a vector
   * @param dropout share of what the filters say that is left out in training
   * @param batchSize windows of a training step
   * @param steps how parameters are moved
   * @param regularisation weight of the L2 penalty on the vectors of each window
   * @param epochs most passes over the training data
   * @param patience measurements without improvement after which training stops; 0 never stops
   *     early
   * @param validateEvery epochs from one measurement on the validation part to the next
   */
  public record Options(
      @Range(min = 1, max = 4096) int factors,
      @Range(min = 1, max = 1000) int length,
      @Range(min = 1, max = 1000) int targets,
      @Range(min = 1, max = 1000) int negatives,
      @Flat NegativeOptions sampling,
      @Range(min = 1, max = 4096) int horizontalFilters,
      @Range(min = 1, max = 4096) int verticalFilters,
      boolean userEmbedding,
      @Range(min = 0, max = 0.99) double dropout,
      @Range(min = 1, max = 1_000_000) int batchSize,
      @Flat StepOptions steps,
      @Range(min = 0) double regularisation,
      @Range(min = 1) int epochs,
      @Range(min = 0) int patience,
      @Range(min = 1) int validateEvery) {
    /** Checks the ranges. */
    public Options {
      Check.components(
          Options.class,
          factors,
          length,
          targets,
          negatives,
          sampling,
          horizontalFilters,
          verticalFilters,
          userEmbedding,
          dropout,
          batchSize,
          steps,
          regularisation,
          epochs,
          patience,
          validateEvery);
    }
  }

  /** Fits and loads {@link Caser} models. */
  public static final class Factory implements RecommenderFactory<Options> {
    /** Does nothing yet. */
    public Factory() {}

    @Override
    public Class<Options> optionsType() {
      return Options.class;
    }

    @Override
    public String summary() {
      return "horizontal and vertical filters over the last items, on Deeplearning4j";
    }

    @Override
    public String reference() {
      return "Jiaxi Tang and Ke Wang, \"Personalized Top-N Sequential Recommendation via"
          + " Convolutional Sequence Embedding\", WSDM 2018";
    }

    @Override
    public Recommender fit(TrainingData train, Options options, FitContext context) {
      CaserTraining training = new CaserTraining(train.interactions(), options, context);
      EpochPlan plan = new EpochPlan(options.epochs(), options.patience(), options.validateEvery());
      new EpochLoop(plan, context).run(training.trainable());
      return training.model();
    }

    @Override
    public Recommender load(ModelReader in) throws IOException {
      return CaserModel.load(in);
    }
  }
}
