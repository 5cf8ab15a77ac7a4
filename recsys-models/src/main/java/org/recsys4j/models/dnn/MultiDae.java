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
import org.recsys4j.models.fit.EpochPlan;
import org.recsys4j.models.nn.optimizer.StepOptions;

/**
 * Mult-DAE: a denoising autoencoder (Liang et al., "Variational autoencoders for collaborative
 * filtering", WWW 2018).
 *
 * <p>A user's items, as a row of length 1 of which some are left out at random in training, pass
 * through hyperbolic tangents to a code, and through the same layers in reverse to a softmax over
 * all items, the likelihood of all of the user's items.
 *
 * <p>Strengths: takes a user from the history alone, so that new users are like any others, and
 * learns a whole row at a time. Weaknesses: two vectors of an item are as long as the first layer
 * is wide, and every step moves all of them, so that it suits catalogues of up to some 50,000
 * items. Events count once for each pair, values and times are not used. An empty history gets the
 * scores of the biases.
 *
 * <p>Memory: {@code 2 items (first layer)} floats, three times as many for Adam while it is fitted,
 * and once more for each of two shards of a batch.
 */
public final class MultiDae {
  private MultiDae() {}

  /**
   * The hyper-parameters.
   *
   * @param hiddenLayers units of the encoder's layers, from the items on; the decoder has them in
   *     reverse; may be empty
   * @param code width of the code
   * @param dropout with which probability an item is left out of the input in training
   * @param batchSize users of a training step
   * @param steps how parameters are moved
   * @param epochs most passes over the training data
   * @param patience measurements without improvement after which training stops; 0 never stops
   *     early
   * @param validateEvery epochs from one measurement on the validation part to the next
   */
  public record Options(
      @Range(min = 1, max = 65_536) List<Integer> hiddenLayers,
      @Range(min = 1, max = 65_536) int code,
      @Range(min = 0, max = 1, maxExclusive = true) double dropout,
      @Range(min = 1, max = 1_000_000) int batchSize,
      @Flat StepOptions steps,
      @Range(min = 1) int epochs,
      @Range(min = 0) int patience,
      @Range(min = 1) int validateEvery) {
    /** Checks the ranges. */
    public Options {
      hiddenLayers = List.copyOf(hiddenLayers);
      Check.components(
          Options.class,
          hiddenLayers,
          code,
          dropout,
          batchSize,
          steps,
          epochs,
          patience,
          validateEvery);
    }
  }

  /** Fits and loads {@link MultiDae}. */
  public static final class Factory implements RecommenderFactory<Options> {
    /** Does nothing yet. */
    public Factory() {}

    @Override
    public Class<Options> optionsType() {
      return Options.class;
    }

    @Override
    public String summary() {
      return "denoising autoencoder of sets of items with a multinomial likelihood";
    }

    @Override
    public String reference() {
      return "Dawen Liang et al., \"Variational Autoencoders for Collaborative Filtering\", WWW 2018";
    }

    @Override
    public Recommender fit(TrainingData train, Options options, FitContext context) {
      AutoencoderShape shape =
          new AutoencoderShape(
              train.items(),
              options.hiddenLayers(),
              options.code(),
              1 - options.dropout(),
              false,
              0,
              0);
      EpochPlan plan = new EpochPlan(options.epochs(), options.patience(), options.validateEvery());
      return AutoencoderTraining.fit(
          shape, train, options.batchSize(), options.steps(), plan, context);
    }

    @Override
    public Recommender load(ModelReader in) throws IOException {
      return AutoencoderModel.load(in);
    }
  }
}
