package org.recsys4j.models.fit;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.recsys4j.api.EpochReport;
import org.recsys4j.api.store.ModelReader;
import org.recsys4j.api.store.ModelWriter;

/**
 * The epochs that are behind, and which of them was best. All that early stopping knows follows
 * from the reports, so they alone are kept.
 */
final class TrainingRecord {
  private final boolean higherIsBetter;
  private final List<EpochReport> reports = new ArrayList<>();
  private OptionalDouble best = OptionalDouble.empty();
  private int bestEpoch;
  private int worse;

  TrainingRecord(boolean higherIsBetter) {
    this.higherIsBetter = higherIsBetter;
  }

  /** Adds the next epoch; returns whether it is the best one measured. */
  boolean add(EpochReport report) {
    reports.add(report);
    if (report.validation().isEmpty()) {
      return false;
    }
    if (!better(report.validation().getAsDouble())) {
      worse++;
      return false;
    }
    best = report.validation();
    bestEpoch = report.epoch();
    worse = 0;
    return true;
  }

  private boolean better(double value) {
    return best.isEmpty()
        || (higherIsBetter ? value > best.getAsDouble() : value < best.getAsDouble());
  }

  List<EpochReport> reports() {
    return List.copyOf(reports);
  }

  /** How many epochs are behind. */
  int epochs() {
    return reports.size();
  }

  /** The best measurement. */
  OptionalDouble best() {
    return best;
  }

  /** The epoch of the best measurement; the last one where nothing was measured. */
  int bestEpoch() {
    return best.isPresent() ? bestEpoch : epochs();
  }

  /** How many measurements since the best one were no better. */
  int worse() {
    return worse;
  }

  void save(ModelWriter out) throws IOException {
    int n = reports.size();
    double[] losses = new double[n];
    double[] validations = new double[n]; // NaN where nothing was measured, since none is NaN
    long[] examples = new long[n];
    double[] seconds = new double[n];
    for (int i = 0; i < n; i++) {
      EpochReport report = reports.get(i);
      losses[i] = report.loss();
      validations[i] = report.validation().orElse(Double.NaN);
      examples[i] = report.examples();
      seconds[i] = report.seconds();
    }
    out.doubles("loss", losses, n);
    out.doubles("validation", validations, n);
    out.longs("examples", examples, n);
    out.doubles("seconds", seconds, n);
  }

  /** Adds the epochs that were saved; there must be none yet. */
  void load(ModelReader in) throws IOException {
    double[] losses = in.doubles("loss", -1);
    int n = losses.length;
    double[] validations = in.doubles("validation", n);
    long[] examples = in.longs("examples", n);
    double[] seconds = in.doubles("seconds", n);
    for (int i = 0; i < n; i++) {
      OptionalDouble validation =
          Double.isNaN(validations[i]) ? OptionalDouble.empty() : OptionalDouble.of(validations[i]);
      add(new EpochReport(i + 1, losses[i], validation, examples[i], seconds[i]));
    }
  }
}
