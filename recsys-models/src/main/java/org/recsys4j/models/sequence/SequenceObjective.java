package org.recsys4j.models.sequence;

import org.recsys4j.api.data.Interactions;
import org.recsys4j.api.random.SeedTree;
import org.recsys4j.models.fit.ItemSampler;
import org.recsys4j.models.fit.NegativeOptions;
import org.recsys4j.models.fit.NegativeSampling;
import org.recsys4j.models.fit.UniformNegatives;
import org.recsys4j.models.nn.layer.EmbeddingTable;
import org.recsys4j.models.nn.layer.LossSpec;
import org.recsys4j.models.nn.loss.BprMaxSpec;
import org.recsys4j.models.nn.loss.PairwiseBinarySpec;
import org.recsys4j.models.nn.loss.SampledLabels;
import org.recsys4j.models.nn.loss.SampledSoftmaxSpec;
import org.recsys4j.models.nn.loss.SoftmaxSpec;
import org.recsys4j.models.nn.loss.Top1MaxSpec;

/**
 * A loss with what it needs to be trained: the layer at the end of the graph and the examples that
 * fit it.
 *
 * @param loss which loss
 * @param length how many items the network reads
 * @param negatives items that are drawn for each sequence, for losses over shared samples
 * @param sampling how these are drawn
 * @param logQ whether the sampled softmax is corrected for how likely they are drawn
 * @param penalty weight of the squared scores of samples in BPR-max
 */
public record SequenceObjective(
    SequenceLoss loss,
    int length,
    int negatives,
    NegativeOptions sampling,
    boolean logQ,
    double penalty) {
  /** Name of the table of the items' vectors. */
  public static final String ITEMS = "items";

  private SampledLabels labels() {
    return new SampledLabels(
        negatives,
        logQ && loss == SequenceLoss.SAMPLED_SOFTMAX,
        sampling.negativeSampling() == NegativeSampling.IN_BATCH);
  }

  /** Whether every item takes part in every step. */
  private boolean whole() {
    return loss == SequenceLoss.SOFTMAX;
  }

  /**
   * The items' vectors as training begins: normal numbers around 0.
   *
   * @param items number of items
   * @param width length of a vector
   * @param deviation of the numbers
   * @param seeds where randomness comes from
   * @return the table {@link #ITEMS}
   */
  public EmbeddingTable table(int items, int width, double deviation, SeedTree seeds) {
    return EmbeddingTable.normal(
        ITEMS, items, width, whole(), deviation, seeds.child("items").random());
  }

  /**
   * The layer at the end of the graph.
   *
   * @return a loss over the table {@link #ITEMS}
   */
  public LossSpec layer() {
    return switch (loss) {
      case SOFTMAX -> new SoftmaxSpec(ITEMS);
      case SAMPLED_SOFTMAX -> new SampledSoftmaxSpec(ITEMS, labels());
      case BPR_MAX -> new BprMaxSpec(ITEMS, labels(), penalty);
      case TOP1_MAX -> new Top1MaxSpec(ITEMS, labels());
      case BINARY -> new PairwiseBinarySpec(ITEMS);
    };
  }

  /**
   * The examples.
   *
   * @param train the training events
   * @return windows of histories with the labels that the loss wants
   */
  public NextItemExamples examples(Interactions train) {
    Negatives drawn =
        switch (loss) {
          case SOFTMAX -> Negatives.NONE;
          case BINARY -> new UnseenItems(new UniformNegatives(train));
          default ->
              new SharedSamples(new ItemSampler(train.itemCounts(), sampling.power()), labels());
        };
    return new NextItemExamples(train, length, drawn);
  }
}
