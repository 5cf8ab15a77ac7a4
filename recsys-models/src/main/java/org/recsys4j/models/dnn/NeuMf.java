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
 * NeuMF: neural matrix factorisation (He et al., "Neural collaborative filtering", WWW 2017).
 *
 * <p>Users and items have two embeddings each. The element-wise product of one pair ({@link Gmf})
 * and the last layer of a perceptron over the other pair ({@link Mlp}), concatenated, feed one
 * sigmoid unit: the probability of an interaction. It is trained on every pair of the training
 * events with {@code negatives} items that the user has not had, drawn anew in each epoch, by
 * binary cross-entropy and Adam.
 *
 * <p>With {@code pretrainEpochs} the halves are trained alone first, each like the model of its
 * name and with early stopping of its own; the whole begins with their parameters and a share of
 * the weights of each one's output unit, half of them as in the paper, or more of those of the
 * better half. Without, the output unit begins with weights of 1 for the products.
 *
 * <p>Differences from the paper: Adam goes on after pre-training, with new moments and steps that
 * are smaller or larger by {@code fineTuning}, where the paper changes to plain gradient descent;
 * it moves only the embeddings of users and items that a batch holds; these have an L2 penalty; and
 * the perceptron may have dropout between its layers.
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
public final class NeuMf {
  private NeuMf() {}

  /**
   * The hyper-parameters.
   *
   * @param factors width of the embeddings whose products are taken
   * @param mlpFactors width of the embeddings that the perceptron sees
   * @param hiddenLayers units of the perceptron's layers, from the first on
   * @param dropout share of the units that are dropped in training between the perceptron's layers
   * @param pretrainEpochs most epochs of training each half alone before both; 0 begins with random
   *     numbers
   * @param balance share of the first half in the output unit as both begin together after
   *     pre-training: the paper's alpha; the second half has the rest
   * @param fineTuning by which factor steps differ from those of the halves when both go on
   *     together after pre-training
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
      @Range(min = 1, max = 4096) int mlpFactors,
      @Range(min = 1, max = 4096) List<Integer> hiddenLayers,
      @Range(min = 0, max = 1, maxExclusive = true) double dropout,
      @Range(min = 0) int pretrainEpochs,
      @Range(min = 0, max = 1) double balance,
      @Range(min = 0, minExclusive = true) double fineTuning,
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
      hiddenLayers = List.copyOf(hiddenLayers);
      Check.components(
          Options.class,
          factors,
          mlpFactors,
          hiddenLayers,
          dropout,
          pretrainEpochs,
          balance,
          fineTuning,
          negatives,
          sampling,
          batchSize,
          steps,
          regularisation,
          epochs,
          patience,
          validateEvery);
      Check.notEmpty("hiddenLayers", hiddenLayers);
    }

    PairOptions training() {
      return new PairOptions(
          dropout,
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
    public Recommender fit(TrainingData train, Options options, FitContext context) {
      PairShape shape =
          new PairShape(
              train.users(),
              train.items(),
              options.factors(),
              options.mlpFactors(),
              options.hiddenLayers());
      return options.pretrainEpochs() == 0
          ? PairTraining.fit("neumf", train, shape, options.training(), context)
          : Pretraining.fit(train, shape, options, context);
    }

    @Override
    public Recommender load(ModelReader in) throws IOException {
      return PairModel.load("neumf", in);
    }
  }
}
