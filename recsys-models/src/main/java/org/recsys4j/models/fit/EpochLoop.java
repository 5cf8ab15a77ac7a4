package org.recsys4j.models.fit;

import java.util.Locale;
import java.util.OptionalDouble;
import org.recsys4j.api.EpochReport;
import org.recsys4j.api.FitContext;
import org.recsys4j.api.Progress;
import org.recsys4j.api.TrainingDivergedException;
import org.recsys4j.api.Validation;

/**
 * Runs a training epoch by epoch.
 *
 * <p>After each epoch the loss and the parameters are checked, {@link FitContext#epochs()} gets its
 * report, and, where {@link EpochPlan} says so, a snapshot is measured on the validation part. The
 * parameters of the best measurement are kept; of equal ones the earliest counts. When {@code
 * patience} measurements in a row were no better, training ends. The model is left with the
 * parameters of its best epoch, or of its last one where nothing was measured.
 */
public final class EpochLoop {
  private final EpochPlan plan;
  private final FitContext context;

  /**
   * A loop for one training.
   *
   * @param plan how long to train
   * @param context label, validation and listeners
   */
  public EpochLoop(EpochPlan plan, FitContext context) {
    this.plan = plan;
    this.context = context;
  }

  /**
   * Trains.
   *
   * @param model begins with its initial parameters and ends with those of the best epoch
   * @return how it went
   * @throws TrainingDivergedException if the loss or a parameter is NaN or infinite
   */
  public TrainingOutcome run(Trainable model) {
    boolean measures = plan.patience() > 0 && context.validation().isPresent();
    OptionalDouble best = OptionalDouble.empty();
    int bestEpoch = 0;
    int worse = 0;
    int epoch = 0;
    try (Progress.Task task = context.progress().start(context.label(), plan.epochs(), "epochs")) {
      while (epoch < plan.epochs() && (worse < plan.patience() || !measures)) {
        epoch++;
        long began = System.nanoTime();
        EpochMeter meter = train(model, epoch, task);
        double seconds = (System.nanoTime() - began) / 1e9;
        OptionalDouble validation =
            measures && plan.measuresAfter(epoch) ? measure(model) : OptionalDouble.empty();
        if (validation.isPresent()) {
          if (better(validation.getAsDouble(), best)) {
            best = validation;
            bestEpoch = epoch;
            worse = 0;
            model.keep();
          } else {
            worse++;
          }
        }
        context
            .epochs()
            .accept(new EpochReport(epoch, meter.loss(), validation, meter.examples(), seconds));
        task.note(note(meter, validation, best, bestEpoch));
        task.advance(1);
      }
    }
    if (best.isPresent() && bestEpoch < epoch) {
      model.restore();
    }
    return new TrainingOutcome(epoch, best.isPresent() ? bestEpoch : epoch, best);
  }

  private EpochMeter train(Trainable model, int epoch, Progress.Task task) {
    EpochMeter meter = new EpochMeter(context.label(), epoch, task);
    model.train(meter);
    if (!model.finite()) {
      throw new TrainingDivergedException(
          context.label(), epoch, "a parameter is NaN or infinite at its end");
    }
    return meter;
  }

  private OptionalDouble measure(Trainable model) {
    Validation validation = context.validation().orElseThrow();
    double value = validation.measure(model.snapshot());
    if (Double.isNaN(value)) {
      throw new IllegalStateException(validation.label() + " of the validation part is NaN");
    }
    return OptionalDouble.of(value);
  }

  private boolean better(double value, OptionalDouble best) {
    if (best.isEmpty()) {
      return true;
    }
    boolean higher = context.validation().orElseThrow().higherIsBetter();
    return higher ? value > best.getAsDouble() : value < best.getAsDouble();
  }

  private String note(
      EpochMeter meter, OptionalDouble validation, OptionalDouble best, int bestEpoch) {
    String loss = String.format(Locale.ROOT, "loss %.4f", meter.loss());
    if (best.isEmpty()) {
      return loss;
    }
    String label = context.validation().orElseThrow().label();
    String now =
        validation.isPresent()
            ? String.format(Locale.ROOT, "%.4f, ", validation.getAsDouble())
            : "";
    return String.format(
        Locale.ROOT,
        "%s, %s %sbest %.4f in epoch %d",
        loss,
        label,
        now,
        best.getAsDouble(),
        bestEpoch);
  }
}
