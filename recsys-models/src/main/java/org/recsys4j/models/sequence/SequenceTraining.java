package org.recsys4j.models.sequence;

import java.io.IOException;
import org.recsys4j.api.FitContext;
import org.recsys4j.api.store.ModelReader;
import org.recsys4j.api.store.ModelWriter;
import org.recsys4j.models.fit.EpochLoop;
import org.recsys4j.models.fit.EpochMeter;
import org.recsys4j.models.fit.EpochPlan;
import org.recsys4j.models.fit.Examples;
import org.recsys4j.models.fit.NetworkPlan;
import org.recsys4j.models.fit.NetworkTraining;
import org.recsys4j.models.fit.Trainable;
import org.recsys4j.models.nn.layer.NetworkReplica;

/** The training of a network of sequences, whose only table holds the items' vectors. */
public final class SequenceTraining implements Trainable {
  private final NetworkPlan plan;
  private final float[] dense;
  private final NetworkTraining network;
  private final int length;

  private SequenceTraining(NetworkPlan plan, Examples examples, FitContext context) {
    this.plan = plan;
    dense = NetworkReplica.initialParameters(plan.graph(), context.seeds().child("layers"));
    network = new NetworkTraining(plan, dense, examples, context);
    length = examples.inputWidths()[0];
  }

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
    SequenceTraining training = new SequenceTraining(plan, examples, context);
    new EpochLoop(epochs, context).run(training);
    return training.snapshot();
  }

  @Override
  public SequenceModel snapshot() {
    return new SequenceModel(plan.graph(), dense, plan.tables().get(0), length);
  }

  @Override
  public void train(EpochMeter meter) {
    network.train(meter);
  }

  @Override
  public void keep() {
    network.copy().keep();
  }

  @Override
  public void restore() {
    network.copy().restore();
    network.refresh();
  }

  @Override
  public void save(ModelWriter out) throws IOException {
    network.save(out);
  }

  @Override
  public void load(ModelReader in) throws IOException {
    network.load(in);
  }

  @Override
  public boolean finite() {
    return network.copy().finite();
  }
}
