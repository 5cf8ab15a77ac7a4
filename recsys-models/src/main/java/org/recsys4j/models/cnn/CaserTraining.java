package org.recsys4j.models.cnn;

import java.util.SplittableRandom;
import org.recsys4j.api.FitContext;
import org.recsys4j.api.data.Interactions;
import org.recsys4j.api.data.InvalidDataException;
import org.recsys4j.models.fit.NetworkPlan;
import org.recsys4j.models.fit.NetworkTrainable;
import org.recsys4j.models.fit.NetworkTraining;
import org.recsys4j.models.fit.Trainable;
import org.recsys4j.models.nn.layer.NetworkReplica;

/** Trains the network of {@link Caser}. */
public final class CaserTraining {
  private final CaserParameters parameters;
  private final NetworkTraining training;

  /**
   * Begins with random parameters.
   *
   * @param train the training events
   * @param options of the model
   * @param context seeds and threads
   * @throws InvalidDataException if there is no event
   */
  public CaserTraining(Interactions train, Caser.Options options, FitContext context) {
    if (train.size() == 0) {
      throw new InvalidDataException("caser needs at least one training event");
    }
    CaserShape shape = CaserShape.of(train.users(), train.items(), options);
    SplittableRandom random = context.seeds().child("vectors").random();
    float[] layers =
        NetworkReplica.initialParameters(
            shape.graph(options.dropout(), options.targets()), context.seeds().child("layers"));
    parameters = CaserParameters.random(shape, layers, random);
    parameters.forgetUsersWithoutEvents(train);
    NetworkPlan plan =
        new NetworkPlan(
            shape.graph(options.dropout(), options.targets()),
            parameters.tables(),
            options.steps(),
            options.epochs(),
            options.regularisation(),
            options.batchSize(),
            NetworkPlan.SHARDS);
    training = new NetworkTraining(plan, layers, new CaserExamples(train, options), context);
  }

  /**
   * What trains the network, batch by batch.
   *
   * @return the training
   */
  public NetworkTraining network() {
    return training;
  }

  Trainable trainable() {
    return new NetworkTrainable(training, this::model);
  }

  CaserModel model() {
    return new CaserModel(parameters);
  }
}
