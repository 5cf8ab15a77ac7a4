package org.recsys4j.models.rnn;

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
import org.recsys4j.models.nn.kernel.Activation;
import org.recsys4j.models.nn.layer.DenseSpec;
import org.recsys4j.models.nn.layer.DropoutSpec;
import org.recsys4j.models.nn.layer.EmbeddingSpec;
import org.recsys4j.models.nn.layer.EmbeddingTable;
import org.recsys4j.models.nn.layer.Graphs;
import org.recsys4j.models.nn.layer.GruSpec;
import org.recsys4j.models.nn.layer.LayerSpec;
import org.recsys4j.models.nn.layer.LstmSpec;
import org.recsys4j.models.nn.layer.SpecLayer;
import org.recsys4j.models.nn.optimizer.StepOptions;
import org.recsys4j.models.sequence.SequenceLoss;
import org.recsys4j.models.sequence.SequenceModel;
import org.recsys4j.models.sequence.SequenceObjective;
import org.recsys4j.models.sequence.SequenceTraining;

/**
 * GRU4Rec: a recurrent network over a user's items (Hidasi, Karatzoglou, Baltrunas and Tikk,
 * "Session-based recommendations with recurrent neural networks", ICLR 2016; losses BPR-max and
 * TOP1-max: Hidasi and Karatzoglou, CIKM 2018).
 *
 * <p>The vectors of the items pass through recurrent layers in the order of time; the state after
 * each item, brought to the width of the vectors by a dense layer where it has another one, is
 * multiplied with all items' vectors, the same ones as at the input. Every event of a user but the
 * first is predicted once an epoch, from at most {@code length} events before it.
 *
 * <p>Differences from the papers: a batch holds whole windows of histories and back-propagation
 * runs through all their steps, not through one; drawn items are shared by the sequences of a
 * quarter of a batch (in-batch sampling takes, as the first paper does, what comes next in the
 * other sequences, but of all their steps); Adam in place of Adagrad.
 *
 * <p>Strengths: order counts, users are known by their histories alone, so new ones and new events
 * count at once; scoring costs little. Weaknesses: learns slowly from few events, several options
 * to tune. An empty history scores 0 for all items; values are not used, times order events.
 *
 * <p>Memory: {@code items x factors} floats and {@code 3 hidden (factors + hidden)} a layer; while
 * it is fitted five times as much, and the activations of a batch: some {@code batchSize x length x
 * (2 factors + 6 hidden layers)} floats.
 */
public final class Gru4Rec {
  private Gru4Rec() {}

  /**
   * The hyper-parameters.
   *
   * @param cell what the recurrent layers are made of
   * @param loss what is made small; not {@code binary}
   * @param factors width of the items' vectors
   * @param hidden width of the state
   * @param layers how many recurrent layers there are
   * @param dropout share of numbers that are dropped in front of each recurrent layer and behind
   *     the last
   * @param length how many of the last items count
   * @param negatives items that are drawn for each sequence, where the loss samples
   * @param sampling how these are drawn; in-batch takes targets of the other sequences
   * @param logQ whether the sampled softmax is corrected for how likely they are drawn
   * @param bprPenalty weight of the squared scores of drawn items in BPR-max
   * @param batchSize sequences of a training step
   * @param steps how parameters are moved
   * @param epochs most passes over the training data
   * @param patience measurements without improvement after which training stops; 0 never stops
   *     early
   * @param validateEvery epochs from one measurement on the validation part to the next
   */
  public record Options(
      RecurrentCell cell,
      SequenceLoss loss,
      @Range(min = 1, max = 4096) int factors,
      @Range(min = 1, max = 4096) int hidden,
      @Range(min = 1, max = 16) int layers,
      @Range(min = 0, max = 1, maxExclusive = true) double dropout,
      @Range(min = 1, max = 10_000) int length,
      @Range(min = 1, max = 100_000) int negatives,
      @Flat NegativeOptions sampling,
      boolean logQ,
      @Range(min = 0) double bprPenalty,
      @Range(min = 1, max = 1_000_000) int batchSize,
      @Flat StepOptions steps,
      @Range(min = 1) int epochs,
      @Range(min = 0) int patience,
      @Range(min = 1) int validateEvery) {
    /** Checks the ranges. */
    public Options {
      Check.components(
          Options.class,
          cell,
          loss,
          factors,
          hidden,
          layers,
          dropout,
          length,
          negatives,
          sampling,
          logQ,
          bprPenalty,
          batchSize,
          steps,
          epochs,
          patience,
          validateEvery);
      Check.argument(
          loss != SequenceLoss.BINARY, "loss", "binary", "one that this model is trained by");
    }

    /**
     * What the network learns from.
     *
     * @return the loss and its examples
     */
    public SequenceObjective objective() {
      return new SequenceObjective(loss, length, negatives, sampling, logQ, bprPenalty);
    }

    /**
     * The network and how it is trained.
     *
     * @param items number of items
     * @param seeds where the items' first vectors come from
     * @return the plan
     */
    public NetworkPlan plan(int items, SeedTree seeds) {
      EmbeddingTable table = objective().table(items, factors, 1 / Math.sqrt(factors), seeds);
      return new NetworkPlan(
          graph(), List.of(table), steps, epochs, 0, batchSize, NetworkPlan.SHARDS);
    }

    private ComputationGraphConfiguration graph() {
      ComputationGraphConfiguration.GraphBuilder graph = Graphs.builder().addInputs("history");
      graph.addLayer(
          "vectors", new SpecLayer(new EmbeddingSpec(SequenceObjective.ITEMS, factors)), "history");
      String top = dropped(graph, "vectors", 0);
      for (int layer = 0; layer < layers; layer++) {
        String name = "recurrent-" + layer;
        graph.addLayer(name, new SpecLayer(recurrent(layer == 0 ? factors : hidden)), top);
        top = dropped(graph, name, layer + 1);
      }
      if (hidden != factors) {
        graph.addLayer(
            "projection", new SpecLayer(new DenseSpec(hidden, factors, Activation.IDENTITY)), top);
        top = "projection";
      }
      graph.addLayer("loss", new SpecLayer(objective().layer()), top);
      return graph.setOutputs("loss").build();
    }

    private LayerSpec recurrent(int in) {
      return switch (cell) {
        case GRU -> new GruSpec(in, hidden);
        case LSTM -> new LstmSpec(in, hidden);
      };
    }

    private String dropped(
        ComputationGraphConfiguration.GraphBuilder graph, String below, int place) {
      if (dropout == 0) {
        return below;
      }
      String name = "dropout-" + place;
      graph.addLayer(name, new SpecLayer(new DropoutSpec(dropout, place)), below);
      return name;
    }
  }

  /** Fits and loads {@link Gru4Rec}. */
  public static final class Factory implements RecommenderFactory<Options> {
    /** Does nothing yet. */
    public Factory() {}

    @Override
    public Class<Options> optionsType() {
      return Options.class;
    }

    @Override
    public String summary() {
      return "a recurrent network over the history, on Deeplearning4j";
    }

    @Override
    public String reference() {
      return "Balázs Hidasi and Alexandros Karatzoglou, \"Recurrent Neural Networks with Top-k"
          + " Gains for Session-based Recommendations\", CIKM 2018";
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
