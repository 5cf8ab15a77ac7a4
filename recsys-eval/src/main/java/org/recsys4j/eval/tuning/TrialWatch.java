package org.recsys4j.eval.tuning;

import java.io.IOException;
import java.io.Serial;
import java.util.Collection;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;
import org.recsys4j.api.EpochReport;
import org.recsys4j.api.Recommender;
import org.recsys4j.api.TrainingListener;
import org.recsys4j.api.Validation;
import org.recsys4j.api.concurrent.Workers;
import org.recsys4j.api.store.Checkpoints;
import org.recsys4j.api.store.ModelReader;
import org.recsys4j.api.store.ModelWriter;
import org.recsys4j.eval.protocol.Evaluation;

/**
 * Watches one training: notes the metric by epoch, ends the training when it was measured after
 * enough epochs, and keeps its notes in the checkpoints, so that a training which goes on, in this
 * process or another, has them. For the training's thread.
 */
final class TrialWatch implements TrainingListener {
  private static final double NANOS = 1e9;
  private static final String EPOCHS = "measured-epochs";
  private static final String VALUES = "measured-values";
  private static final String TIMES = "measured-seconds";
  private static final String SECONDS = "trial-seconds";
  private static final String TRAINING = "training";

  private final Objective objective;
  private final String label;
  private final Workers workers;
  private final int target;
  private final SortedMap<Integer, Trial.Measurement> curve = new TreeMap<>();
  private final long start = System.nanoTime();
  private double secondsBefore;
  private int epochs;
  private OptionalDouble last = OptionalDouble.empty();
  private boolean paused;

  /**
   * A watch.
   *
   * @param target after how many epochs to end the training
   * @param secondsBefore how long processes before this one worked on the trial
   */
  TrialWatch(Objective objective, String label, Workers workers, int target, double secondsBefore) {
    this.objective = objective;
    this.label = label;
    this.workers = workers;
    this.target = target;
    this.secondsBefore = secondsBefore;
  }

  /** Ends a training that is to go on later. */
  private static final class Pause extends RuntimeException {
    @Serial private static final long serialVersionUID = 1L;

    Pause() {
      super("enough epochs for now", null, false, false);
    }
  }

  /** Whether the watch has ended the training. */
  boolean isPaused() {
    return paused;
  }

  SortedMap<Integer, Trial.Measurement> curve() {
    return curve;
  }

  int epochs() {
    return epochs;
  }

  double seconds() {
    return secondsBefore + (System.nanoTime() - start) / NANOS;
  }

  @Override
  public void accept(EpochReport report) {
    epochs = Math.max(epochs, report.epoch());
    if (report.validation().isPresent()) {
      note(report.epoch());
    }
    last = OptionalDouble.empty();
    if (report.epoch() >= target && curve.containsKey(report.epoch())) {
      paused = true;
      throw new Pause();
    }
  }

  private void note(int epoch) {
    last.ifPresent(value -> curve.putIfAbsent(epoch, new Trial.Measurement(value, seconds())));
  }

  /** What models look at to stop early; the metric of the trial is noted on the way. */
  Validation validation() {
    return new Validation() {
      @Override
      public String label() {
        return objective.watched().label();
      }

      @Override
      public boolean higherIsBetter() {
        return objective.watched().higherIsBetter();
      }

      @Override
      public double measure(Recommender snapshot) {
        Evaluation evaluation = objective.evaluate(label, snapshot, workers);
        last = OptionalDouble.of(evaluation.value(objective.metric().label()));
        return evaluation.value(objective.watched().label());
      }
    };
  }

  /** Checkpoints that hold the notes, too. */
  Checkpoints checkpoints(Checkpoints kept) {
    return new Checkpoints() {
      @Override
      public boolean load(Source state) {
        return kept.load(
            in -> {
              read(in);
              state.read(in.part(TRAINING));
            });
      }

      @Override
      public void save(int epoch, Content state) {
        note(epoch);
        kept.save(
            epoch,
            out -> {
              write(out);
              state.write(out.part(TRAINING));
            });
      }

      @Override
      public Checkpoints part(String name) {
        return kept.part(name); // whose epochs are not those of the model
      }
    };
  }

  private void read(ModelReader in) throws IOException {
    int[] at = in.ints(EPOCHS, -1);
    double[] values = in.doubles(VALUES, at.length);
    double[] times = in.doubles(TIMES, at.length);
    for (int i = 0; i < at.length; i++) {
      curve.put(at[i], new Trial.Measurement(values[i], times[i]));
    }
    secondsBefore = Math.max(secondsBefore, in.doubles(SECONDS, 1)[0]);
  }

  private void write(ModelWriter out) throws IOException {
    int count = curve.size();
    Collection<Trial.Measurement> notes = curve.values();
    out.ints(EPOCHS, curve.keySet().stream().mapToInt(it -> it).toArray(), count);
    out.doubles(VALUES, notes.stream().mapToDouble(Trial.Measurement::value).toArray(), count);
    out.doubles(TIMES, notes.stream().mapToDouble(Trial.Measurement::seconds).toArray(), count);
    out.doubles(SECONDS, new double[] {seconds()}, 1);
  }
}
