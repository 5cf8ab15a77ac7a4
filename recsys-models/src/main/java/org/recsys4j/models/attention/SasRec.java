package org.recsys4j.models.attention;

import java.io.IOException;
import java.util.List;
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
 * SASRec: self-attention over a user's items (Kang and McAuley, "Self-attentive sequential
 * recommendation", ICDM 2018).
 *
 * <p>Vectors of items, with one for the place of each step added, pass through blocks of causal
 * self-attention and a feed-forward network, each behind a layer normalisation and beside a path on
 * which what is normalised goes straight through. What the last block gives at each item,
 * normalised, is multiplied with all items' vectors, the same ones as at the input. Every event of
 * a user but the first is predicted once an epoch, from at most {@code length} events before it.
 *
 * <p>The paper's loss is {@code binary}, one drawn item for each step. With {@code softmax} the
 * same network ranks better by far (Klenitskiy and Vasilev, "Turning dross into gold loss: is
 * BERT4Rec really better than SASRec?", RecSys 2023).
 *
 * <p>Differences from the paper: the straight path begins behind the normalisation, as in the
 * authors' code, not before it as in the text; keys and values are normalised as queries are; long
 * histories are trained in windows, not by their last items alone.
 *
 * <p>Strengths: sees each earlier item directly, trains all steps at once; users are known by their
 * histories alone, so new ones and new events count at once. Weaknesses: cost grows with the square
 * of the length; needs many events. An empty history scores 0 for all items; values are not used,
 * times order events.
 *
 * <p>Memory: {@code items x factors} floats and {@code 6 factors^2} a block; while it is fitted
 * five times as much, and the activations of a batch: some {@code batchSize x length x blocks x (20
 * factors + heads length)} floats.
 */
public final class SasRec {
  /**
   * Of the items' first vectors, near that of the authors' code. Small, so that what is learned
   * soon outweighs what was drawn: Adam moves a number by about the rate in a step.
   */
  private static final double DEVIATION = 0.02;

  private SasRec() {}

  /**
   * The hyper-parameters.
   *
   * @param loss what is made small: {@code binary}, {@code softmax} or {@code sampled-softmax}
   * @param factors width of the items' vectors and of all layers
   * @param blocks how many blocks of attention and feed-forward network there are
   * @param heads into how many parts attention cuts the width, a divisor of it
   * @param dropout share of numbers that are dropped behind the places, in the attention and behind
   *     each layer of the feed-forward networks
   * @param length how many of the last items count
   * @param negatives items that are drawn for each sequence, where the softmax is sampled
   * @param sampling how these are drawn; in-batch takes targets of the other sequences
   * @param logQ whether the sampled softmax is corrected for how likely they are drawn
   * @param batchSize sequences of a training step
   * @param steps how parameters are moved
   * @param epochs most passes over the training data
   * @param patience measurements without improvement after which training stops; 0 never stops
   *     early
   * @param validateEvery epochs from one measurement on the validation part to the next
   */
  public record Options(
      SequenceLoss loss,
      @Range(min = 1, max = 4096) int factors,
      @Range(min = 1, max = 64) int blocks,
      @Range(min = 1, max = 64) int heads,
      @Range(min = 0, max = 1, maxExclusive = true) double dropout,
      @Range(min = 1, max = 10_000) int length,
      @Range(min = 1, max = 100_000) int negatives,
      @Flat NegativeOptions sampling,
      boolean logQ,
      @Range(min = 1, max = 1_000_000) int batchSize,
      @Flat StepOptions steps,
      @Range(min = 1) int epochs,
      @Range(min = 0) int patience,
      @Range(min = 1) int validateEvery) {
    /** Checks the ranges. */
    public Options {
      Check.components(
          Options.class,
          loss,
          factors,
          blocks,
          heads,
          dropout,
          length,
          negatives,
          sampling,
          logQ,
          batchSize,
          steps,
          epochs,
          patience,
          validateEvery);
      Check.argument(factors % heads == 0, "heads", heads, "a divisor of factors");
      Check.argument(
          loss != SequenceLoss.BPR_MAX && loss != SequenceLoss.TOP1_MAX,
          "loss",
          loss,
          "one that this model is trained by");
    }

    /**
     * What the network learns from.
     *
     * @return the loss and its examples
     */
    public SequenceObjective objective() {
      return new SequenceObjective(loss, length, negatives, sampling, logQ, 0);
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
          SasRecGraph.build(this), List.of(table), steps, epochs, 0, batchSize, NetworkPlan.SHARDS);
    }
  }

  /** Fits and loads {@link SasRec}. */
  public static final class Factory implements RecommenderFactory<Options> {
    /** Does nothing yet. */
    public Factory() {}

    @Override
    public Class<Options> optionsType() {
      return Options.class;
    }

    @Override
    public String summary() {
      return "self-attention over the history, on Deeplearning4j";
    }

    @Override
    public String reference() {
      return "Wang-Cheng Kang and Julian McAuley, \"Self-Attentive Sequential Recommendation\","
          + " ICDM 2018";
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
