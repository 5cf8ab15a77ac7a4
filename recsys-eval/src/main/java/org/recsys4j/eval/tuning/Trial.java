package org.recsys4j.eval.tuning;

import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * One trial of a model: which options, and what came of them.
 *
 * @param label the model's label
 * @param number of the trial among those of the model, from 1; the first one has the defaults
 * @param searched what the options that are searched have for values, as a table shows it
 * @param options all options, as JSON in one line
 * @param status how it stands
 * @param metric the metric on the validation part: of the fitted model, or the best one so far of a
 *     trial that did not come to its end; empty where there is none
 * @param curve the measurements by epoch
 * @param epochs how many epochs were trained
 * @param seconds how long it took
 * @param failure why it failed
 * @param again whether it is a trial that was made a second time, since it had failed for a reason
 *     that may pass
 */
public record Trial(
    String label,
    int number,
    List<String> searched,
    String options,
    Status status,
    OptionalDouble metric,
    SortedMap<Integer, Measurement> curve,
    int epochs,
    double seconds,
    Optional<Failure> failure,
    boolean again) {
  /** Copies list and map. */
  public Trial {
    searched = List.copyOf(searched);
    curve = Collections.unmodifiableSortedMap(new TreeMap<>(curve));
  }

  /**
   * A measurement after an epoch.
   *
   * @param value the metric on the validation part
   * @param seconds how long the trial had taken
   */
  public record Measurement(double value, double seconds) {}

  /**
   * Why a trial failed.
   *
   * @param message the reason, in a line
   * @param mayPass whether it lies with the machine, such as want of memory, so that another
   *     attempt may succeed; a trial that diverged, say, would do so again
   */
  public record Failure(String message, boolean mayPass) {}

  /** How a trial stands. */
  public enum Status {
    /** It came to its end. */
    DONE,
    /** It may go on, if it turns out to be good enough. */
    PAUSED,
    /** It was not good enough to go on. */
    STOPPED,
    /** The model failed. */
    FAILED;

    /**
     * Whether nothing more comes of it.
     *
     * @return whether it is done or failed
     */
    public boolean isOver() {
      return this == DONE || this == FAILED;
    }

    /**
     * The word in files.
     *
     * @return in lower case
     */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * Whether the trial was measured at some epochs, or ended with a result before.
   *
   * @param target a number of epochs
   * @return whether it has a value there
   */
  public boolean reached(int target) {
    return status == Status.DONE || (!curve.isEmpty() && curve.lastKey() >= target);
  }

  /**
   * The best measurement until the first measured epoch that reaches a number of epochs; for a
   * trial that ended before, its metric.
   *
   * @param target a number of epochs that was reached
   * @param higherIsBetter which values are better
   * @return the value
   */
  public double valueAt(int target, boolean higherIsBetter) {
    SortedMap<Integer, Measurement> later = curve.tailMap(target);
    if (later.isEmpty()) {
      return metric.orElseThrow();
    }
    return best(curve.headMap(later.firstKey() + 1), higherIsBetter).orElseThrow();
  }

  /** The best of some measurements. */
  static OptionalDouble best(SortedMap<Integer, Measurement> curve, boolean higherIsBetter) {
    return higherIsBetter
        ? curve.values().stream().mapToDouble(Measurement::value).max()
        : curve.values().stream().mapToDouble(Measurement::value).min();
  }

  /**
   * The trial as it stood when it was measured after enough epochs, and paused; the trial itself if
   * it ended before. A search that goes on sees its trials as they were when it decided.
   */
  Trial asOf(int target, boolean higherIsBetter) {
    SortedMap<Integer, Measurement> later = curve.tailMap(target);
    if (later.isEmpty()) {
      return this;
    }
    int epoch = later.firstKey();
    SortedMap<Integer, Measurement> until = curve.headMap(epoch + 1);
    return new Trial(
        label,
        number,
        searched,
        options,
        Status.PAUSED,
        best(until, higherIsBetter),
        until,
        epoch,
        Objects.requireNonNull(later.get(epoch)).seconds(),
        Optional.empty(),
        again);
  }

  /** The same, stopped for good. */
  Trial stopped() {
    return new Trial(
        label,
        number,
        searched,
        options,
        Status.STOPPED,
        metric,
        curve,
        epochs,
        seconds,
        failure,
        again);
  }

  /** Whether the trial failed for a reason that may pass. */
  boolean mayPass() {
    return failure.filter(Failure::mayPass).isPresent();
  }
}
