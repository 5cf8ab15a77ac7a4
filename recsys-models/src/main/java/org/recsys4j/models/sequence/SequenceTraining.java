package org.recsys4j.models.sequence;

import java.util.function.Supplier;
import org.recsys4j.api.FitContext;
import org.recsys4j.models.fit.EpochLoop;
import org.recsys4j.models.fit.EpochPlan;
import org.recsys4j.models.fit.Examples;
import org.recsys4j.models.fit.NetworkPlan;
import org.recsys4j.models.fit.NetworkTrainable;
import org.recsys4j.models.fit.NetworkTraining;
import org.recsys4j.models.nn.layer.NetworkReplica;

/** The training of a network of sequences, whose only table holds the items' vectors. */
public final class SequenceTraining {
  private SequenceTraining() {}

  /**
   * Trains a network.
   *
   * @param plan the network and how it is trained
   * @param epochs how long
   * @param examples on what; its first input says how many items the network reads
   * @param context seeds, threads, validation and listeners
   * @return the model of the best epoch
   */
  public static SequenceModel run(
      NetworkPlan plan, EpochPlan epochs, Examples examples, FitContext context) {
    float[] dense = NetworkReplica.initialParameters(plan.graph(), context.seeds().child("layers"));
    NetworkTraining network = new NetworkTraining(plan, dense, examples, context);
    int length = examples.inputWidths()[0];
    SequenceModel model = new SequenceModel(plan.graph(), dense, plan.tables().get(0), length);
    Supplier<SequenceModel> snapshot =
        () -> {
          model.update(dense);
          return model;
        };
    new EpochLoop(epochs, context).run(new NetworkTrainable(network, snapshot));
    return snapshot.get();
  }
}
