package org.recsys4j.models.cnn;

import java.io.IOException;
import java.util.List;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration;
import org.recsys4j.api.FitContext;
import org.recsys4j.api.Recommender;
import org.recsys4j.api.RecommenderFactory;
import org.recsys4j.api.TrainingData;
import org.recsys4j.api.config.Check;
import org.recsys4j.api.config.Flat;
import org.recsys4j.api.config.Range;
import org.recsys4j.api.random.SeedTree;
import org.recsys4j.api.store.ModelReader;
import org.recsys4j.models.fit.EpochPlan;
import org.recsys4j.models.fit.NegativeOptions;
import org.recsys4j.models.fit.NetworkPlan;
import org.recsys4j.models.nn.layer.EmbeddingTable;
import org.recsys4j.models.nn.optimizer.StepOptions;
import org.recsys4j.models.sequence.SequenceLoss;
import org.recsys4j.models.sequence.SequenceModel;
import org.recsys4j.models.sequence.SequenceObjective;
import org.recsys4j.models.sequence.SequenceTraining;

/**
 * NextItNet: a generative network of dilated convolutions (Yuan, Karatzoglou, Arapakis, Jose and
 * He, "A simple convolutional generative network for next item recommendation", WSDM 2019).
 *
 * <p>The vectors of a user's items pass through residual blocks, each of two causal convolutions,
 * the second one with twice the dilation of the first, both followed by layer normalisation and a
 * rectifier. So every block doubles and more what a step sees of the past, at the same cost. What
 * stands at each step is multiplied with all items' vectors, the same ones as at the input, and the
 * next item is predicted at every step at once, by a softmax over all items or over drawn ones.
 *
 * <p>Differences from the paper: items have one vector, not one at the input and another at the
 * output; drawn items are shared by the sequences of a quarter of a batch, with correction for how
 * likely they are drawn.
 *
 * <p>Strengths: all steps in parallel, a long memory, users known by their histories alone, so that
 * new ones and new events count at once. Weakness: a fixed view; what lies further back does not
 * count. An empty history scores 0 for all items; values are not used, times order events.
 *
 * <p>Memory: {@code items x factors} floats and {@code 2 kernelSize factors^2} a block; while it is
 * fitted five times as much, and the activations of a batch: some {@code batchSize x length x
 * factors (8 + 2 kernelSize)} floats a block.
 */
public final class NextItNet {
  /** Of the items' first vectors, as in the authors' code. */
  private static final double DEVIATION = 0.02;

  private NextItNet() {}

  /**
   * The hyper-parameters.
   *
   * @param factors width of the items' vectors and of every layer
   * @param kernelSize how many steps a filter sees
   * @param dilations distance between these in the first convolution of each block
   * @param length how many of the last items count
   * @param negatives items that are drawn for each sequence; 0 for a softmax over all items
   * @param sampling how these are drawn; in-batch takes targets of the other sequences
   * @param batchSize sequences of a training step
   * @param steps how parameters are moved
   * @param epochs most passes over the training data
   * @param patience measurements without improvement after which training stops; 0 never stops
   *     early
   * @param validateEvery epochs from one measurement on the validation part to the next
   */
  public record Options(
      @Range(min = 1, max = 4096) int factors,
      @Range(min = 1, max = 100) int kernelSize,
      @Range(min = 1, max = 10_000) List<Integer> dilations,
      @Range(min = 1, max = 10_000) int length,
      @Range(min = 0, max = 1_000_000) int negatives,
      @Flat NegativeOptions sampling,
      @Range(min = 1, max = 1_000_000) int batchSize,
      @Flat StepOptions steps,
      @Range(min = 1) int epochs,
      @Range(min = 0) int patience,
      @Range(min = 1) int validateEvery) {
    /** Checks the ranges. */
    public Options {
      dilations = List.copyOf(dilations);
      Check.components(
          Options.class,
          factors,
          kernelSize,
          dilations,
          length,
          negatives,
          sampling,
          batchSize,
          steps,
          epochs,
          patience,
          validateEvery);
      Check.notEmpty("dilations", dilations);
    }

    /**
     * What the network is trained on.
     *
     * @return the loss and its examples
     */
    public SequenceObjective objective() {
      SequenceLoss loss = negatives == 0 ? SequenceLoss.SOFTMAX : SequenceLoss.SAMPLED_SOFTMAX;
      return new SequenceObjective(loss, length, negatives, sampling, true, 0);
    }

    /**
     * The network and how it is trained.
     *
     * @param items number of items
     * @param seeds where the items' first vectors come from
     * @return the plan
     */
    public NetworkPlan plan(int items, SeedTree seeds) {
      EmbeddingTable table = objective().table(items, factors, DEVIATION, seeds);
      return new NetworkPlan(
          graph(), List.of(table), steps, epochs, 0, batchSize, NetworkPlan.SHARDS);
    }

    ComputationGraphConfiguration graph() {
      return NextItNetGraph.build(this);
    }
  }

  /** Fits and loads {@link NextItNet}. */
  public static final class Factory implements RecommenderFactory<Options> {
    /** Does nothing yet. */
    public Factory() {}

    @Override
    public Class<Options> optionsType() {
      return Options.class;
    }

    @Override
    public String summary() {
      return "dilated causal convolutions over the history, on Deeplearning4j";
    }

    @Override
    public String reference() {
      return "Fajie Yuan et al., \"A Simple Convolutional Generative Network for Next Item"
          + " Recommendation\", WSDM 2019";
    }

    @Override
    public Recommender fit(TrainingData train, Options options, FitContext context) {
      return SequenceTraining.run(
          options.plan(train.items(), context.seeds()),
          new EpochPlan(options.epochs(), options.patience(), options.validateEvery()),
          options.objective().examples(train.interactions()),
          context);
    }

    @Override
    public Recommender load(ModelReader in) throws IOException {
      return SequenceModel.load(in, SequenceObjective.ITEMS);
    }
  }
}
