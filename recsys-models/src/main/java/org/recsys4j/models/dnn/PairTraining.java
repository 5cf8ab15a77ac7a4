package org.recsys4j.models.dnn;

import org.deeplearning4j.nn.conf.ComputationGraphConfiguration;
import org.recsys4j.api.FitContext;
import org.recsys4j.api.TrainingData;
import org.recsys4j.api.data.Interactions;
import org.recsys4j.models.fit.EpochLoop;
import org.recsys4j.models.fit.EpochPlan;
import org.recsys4j.models.fit.NetworkPlan;
import org.recsys4j.models.fit.NetworkTrainable;
import org.recsys4j.models.fit.NetworkTraining;
import org.recsys4j.models.nn.layer.NetworkReplica;

/** Trains a network over pairs of user and item. */
final class PairTraining {
  private final String model;
  private final Interactions train;
  private final PairParameters parameters;
  private final NetworkTraining training;
  private final String json;

  /** Begins with random parameters. */
  PairTraining(
      String model, Interactions train, PairShape shape, PairOptions options, FitContext context) {
    ComputationGraphConfiguration graph = shape.graph(options.dropout());
    float[] layers = NetworkReplica.initialParameters(graph, context.seeds().child("layers"));
    this.model = model;
    this.train = train;
    this.parameters = PairParameters.random(shape, layers, context.seeds().child("parameters"));
    this.json = graph.toJson();
    this.training =
        new NetworkTraining(
            new NetworkPlan(
                graph,
                parameters.tables(),
                options.steps(),
                options.epochs(),
                options.regularisation(),
                Math.max(1, options.batchSize() / (1 + options.negatives())),
                NetworkPlan.SHARDS),
            layers,
            new PairExamples(train, options.negatives(), options.sampling()),
            context);
  }

  /**
   * The parameters, which training changes; who changes them from outside calls {@link
   * NetworkTraining#refresh} through {@link #changed}.
   */
  PairParameters parameters() {
    return parameters;
  }

  /** Takes parameters that were changed from outside. */
  void changed() {
    training.refresh();
  }

  /** Trains to the end. */
  static PairModel fit(
      String model, TrainingData train, PairShape shape, PairOptions options, FitContext context) {
    PairTraining training = new PairTraining(model, train.interactions(), shape, options, context);
    training.parameters.tower().trustProducts();
    training.changed();
    return training.run(options, context);
  }

  /** Trains from where the parameters are. */
  PairModel run(PairOptions options, FitContext context) {
    EpochPlan plan = new EpochPlan(options.epochs(), options.patience(), options.validateEvery());
    new EpochLoop(plan, context).run(new NetworkTrainable(training, this::model));
    return model();
  }

  private PairModel model() {
    parameters.fillUntrainedUsers(train);
    return new PairModel(model, parameters, json);
  }
}
