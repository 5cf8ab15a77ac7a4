package org.recsys4j.models.fit;

import java.io.IOException;
import java.util.Locale;
import java.util.OptionalDouble;
import org.recsys4j.api.EpochReport;
import org.recsys4j.api.FitContext;
import org.recsys4j.api.Progress;
import org.recsys4j.api.TrainingDivergedException;
import org.recsys4j.api.Validation;
import org.recsys4j.api.store.ModelWriter;

/**
 * Runs a training epoch by epoch.
 *
 * <p>After each epoch the loss and the parameters are checked, {@link FitContext#epochs()} gets its
 * report, and, where {@link EpochPlan} says so, a snapshot is measured on the validation part. The
 * parameters of the best measurement are kept; of equal ones the earliest counts. When {@code
 * patience} measurements in a row were no better, training ends. The model is left with the
 * parameters of its best epoch, or of its last one where nothing was measured.
 *
 * <p>After each epoch the whole state goes to {@link FitContext#checkpoints()}: what {@link
 * Trainable#save} writes, and the reports of all epochs, from which early stopping follows. Where
 * there is a checkpoint at the beginning, training goes on from it, the epochs behind it are
 * reported again, and the result is the same, bit for bit, as without the interruption.
 */
public final class EpochLoop {
  private static final String RECORD = "record";
  private static final String MODEL = "model";

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
    TrainingRecord record =
        new TrainingRecord(context.validation().map(Validation::higherIsBetter).orElse(true));
    try (Progress.Task task = context.progress().start(context.label(), plan.epochs(), "epochs")) {
      goOn(model, record, task);
      while (record.epochs() < plan.epochs() && (record.worse() < plan.patience() || !measures)) {
        int epoch = record.epochs() + 1;
        long began = System.nanoTime();
        EpochMeter meter = train(model, epoch, task);
        double seconds = (System.nanoTime() - began) / 1e9;
        OptionalDouble validation =
            measures && plan.measuresAfter(epoch) ? measure(model) : OptionalDouble.empty();
        EpochReport report =
            new EpochReport(epoch, meter.loss(), validation, meter.examples(), seconds);
        if (record.add(report)) {
          model.keep();
        }
        context.checkpoints().save(epoch, out -> save(model, record, out));
        context.epochs().accept(report);
        task.note(note(report, record));
        task.advance(1);
      }
    }
    if (record.bestEpoch() < record.epochs()) {
      model.restore();
    }
    return new TrainingOutcome(record.epochs(), record.bestEpoch(), record.best());
  }

  /** Goes back to where an earlier process was, if there was one. */
  private void goOn(Trainable model, TrainingRecord record, Progress.Task task) {
    boolean goesOn =
        context
            .checkpoints()
            .load(
                in -> {
                  record.load(in.part(RECORD));
                  model.load(in.part(MODEL));
                });
    if (goesOn) {
      record.reports().forEach(context.epochs());
      task.advance(record.epochs());
    }
  }

  private static void save(Trainable model, TrainingRecord record, ModelWriter out)
      throws IOException {
    record.save(out.part(RECORD));
    model.save(out.part(MODEL));
  }

  private EpochMeter train(Trainable model, int epoch, Progress.Task task) {
    EpochMeter meter = new EpochMeter(context.label(), epoch, task, context.epochs());
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

  private String note(EpochReport report, TrainingRecord record) {
    String loss = String.format(Locale.ROOT, "loss %.4f", report.loss());
    if (record.best().isEmpty()) {
      return loss;
    }
    String label = context.validation().orElseThrow().label();
    String now =
        report.validation().isPresent()
            ? String.format(Locale.ROOT, "%.4f, ", report.validation().getAsDouble())
            : "";
    return String.format(
        Locale.ROOT,
        "%s, %s %sbest %.4f in epoch %d",
        loss,
        label,
        now,
        record.best().getAsDouble(),
        record.bestEpoch());
  }
}
