package org.recsys4j.models.dnn;

import org.deeplearning4j.nn.conf.ComputationGraphConfiguration;
import org.recsys4j.api.FitContext;
import org.recsys4j.api.TrainingData;
import org.recsys4j.models.fit.EpochLoop;
import org.recsys4j.models.fit.EpochPlan;
import org.recsys4j.models.fit.NetworkPlan;
import org.recsys4j.models.fit.NetworkTrainable;
import org.recsys4j.models.fit.NetworkTraining;
import org.recsys4j.models.nn.layer.NetworkReplica;
import org.recsys4j.models.nn.optimizer.StepOptions;

/** Trains an autoencoder of sets of items. */
final class AutoencoderTraining {
  /** Two, since each holds, clears and adds a gradient of every item's two vectors. */
  private static final int SHARDS = 2;

  private final AutoencoderShape shape;
  private final AutoencoderParameters parameters;
  private final NetworkTraining training;
  private final String json;

  private AutoencoderTraining(
      AutoencoderShape shape,
      TrainingData train,
      int batchSize,
      StepOptions steps,
      EpochPlan plan,
      FitContext context) {
    ComputationGraphConfiguration graph = shape.graph();
    float[] layers = NetworkReplica.initialParameters(graph, context.seeds().child("layers"));
    this.shape = shape;
    this.parameters = AutoencoderParameters.random(shape, layers, context.seeds());
    this.json = graph.toJson();
    this.training =
        new NetworkTraining(
            new NetworkPlan(graph, parameters.tables(), steps, plan.epochs(), 0, batchSize, SHARDS),
            layers,
            new UserExamples(train.interactions()),
            context);
  }

  /** Trains to the end. */
  static AutoencoderModel fit(
      AutoencoderShape shape,
      TrainingData train,
      int batchSize,
      StepOptions steps,
      EpochPlan plan,
      FitContext context) {
    AutoencoderTraining training =
        new AutoencoderTraining(shape, train, batchSize, steps, plan, context);
    new EpochLoop(plan, context).run(new NetworkTrainable(training.training, training::model));
    return training.model();
  }

  private AutoencoderModel model() {
    return new AutoencoderModel(shape, parameters, json);
  }
}
