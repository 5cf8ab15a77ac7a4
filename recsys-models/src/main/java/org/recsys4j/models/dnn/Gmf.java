package org.recsys4j.models.dnn;

import java.io.IOException;
import java.util.List;
import org.recsys4j.api.FitContext;
import org.recsys4j.api.Recommender;
import org.recsys4j.api.RecommenderFactory;
import org.recsys4j.api.TrainingData;
import org.recsys4j.api.config.Check;
import org.recsys4j.api.config.Flat;
import org.recsys4j.api.config.Range;
import org.recsys4j.api.store.ModelReader;
import org.recsys4j.models.fit.NegativeOptions;
import org.recsys4j.models.nn.optimizer.StepOptions;

/**
 * GMF: generalised matrix factorisation, the linear half of {@link NeuMf} (He et al., "Neural
 * collaborative filtering", WWW 2017).
 *
 * <p>The element-wise product of a user's and an item's embedding feeds one sigmoid unit, whose
 * weights, unlike those of matrix factorisation, are learnt. Trained by binary cross-entropy and
 * Adam on every pair of the training events with {@code negatives} items that the user has not had,
 * drawn anew in each epoch. The unit begins with weights of 1.
 *
 * <p>Memory: {@code (users + items) factors} floats, three to five times as many while it is
 * fitted.
 */
public final class Gmf {
  private Gmf() {}

  /**
   * The hyper-parameters.
   *
   * @param factors width of the embeddings whose products are taken
   * @param negatives how many items that the user has not had are drawn for each pair
   * @param sampling how these are drawn
   * @param batchSize examples of a training step, negatives included
   * @param steps how parameters are moved
   * @param regularisation weight of the L2 penalty on the embeddings of each example
   * @param epochs most passes over the training data
   * @param patience measurements without improvement after which training stops; 0 never stops
   *     early
   * @param validateEvery epochs from one measurement on the validation part to the next
   */
  public record Options(
      @Range(min = 1, max = 4096) int factors,
      @Range(min = 1, max = 1000) int negatives,
      @Flat NegativeOptions sampling,
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
          negatives,
          sampling,
          batchSize,
          steps,
          regularisation,
          epochs,
          patience,
          validateEvery);
    }

    PairOptions training() {
      return new PairOptions(
          0,
          negatives,
          sampling,
          batchSize,
          steps,
          regularisation,
          epochs,
          patience,
          validateEvery);
    }
  }

  /** Fits and loads {@link Gmf}. */
  public static final class Factory implements RecommenderFactory<Options> {
    /** Does nothing yet. */
    public Factory() {}

    @Override
    public Class<Options> optionsType() {
      return Options.class;
    }

    @Override
    public String summary() {
      return "matrix factorisation with a learnt output unit, trained by cross-entropy";
    }

    @Override
    public String reference() {
      return "Xiangnan He et al., \"Neural Collaborative Filtering\", WWW 2017";
    }

    @Override
    public Recommender fit(TrainingData train, Options options, FitContext context) {
      PairShape shape =
          new PairShape(train.users(), train.items(), options.factors(), 0, List.of());
      return PairTraining.fit("gmf", train, shape, options.training(), context);
    }

    @Override
    public Recommender load(ModelReader in) throws IOException {
      return PairModel.load("gmf", in);
    }
  }
}
