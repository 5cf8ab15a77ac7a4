package org.recsys4j.eval.tuning;

import java.util.Map;
import java.util.Optional;
import org.recsys4j.api.Metric;
import org.recsys4j.api.MetricFactory;
import org.recsys4j.api.config.Check;
import org.recsys4j.api.config.Range;
import org.recsys4j.api.plugin.Configured;

/**
 * The {@code tune} block of an experiment file. The components are its keys.
 *
 * @param searcher who proposes what to try
 * @param scheduler who stops trials early
 * @param metric what is made as good as possible on the validation part; the early stopping metric
 *     where it is left out
 * @param trials most trials of a model
 * @param seconds after how many seconds of trials of a model, added up, no new work on it begins
 * @param epochs after how many epochs of trials of a model, added up, no new work on it begins
 * @param unequal budgets of models, by label, that differ from that of all others
 * @param parallel how many trials run at once
 * @param batch how many pieces of work are decided upon at once, by what is known then
 * @param allowTest whether trials may be measured on the test part where nobody can be evaluated on
 *     the validation part
 * @param grid options of the searcher {@code grid}
 * @param tpe options of the searcher {@code tpe}
 * @param asha options of the scheduler {@code asha}
 */
public record Tune(
    SearcherName searcher,
    SchedulerName scheduler,
    Optional<Configured<MetricFactory<?>>> metric,
    @Range(min = 1, max = 100_000) int trials,
    @Range(min = 0, minExclusive = true) Optional<Double> seconds,
    @Range(min = 1) Optional<Long> epochs,
    Map<String, Unequal> unequal,
    @Range(min = 1, max = 256) int parallel,
    @Range(min = 1, max = 256) int batch,
    boolean allowTest,
    Grid grid,
    Tpe tpe,
    Asha asha) {
  /** Checks the ranges. */
  public Tune {
    Check.components(
        Tune.class,
        searcher,
        scheduler,
        metric,
        trials,
        seconds,
        epochs,
        unequal,
        parallel,
        batch,
        allowTest,
        grid,
        tpe,
        asha);
    unequal = Map.copyOf(unequal);
  }

  /** Who proposes what to try. */
  public enum SearcherName {
    /** {@link GridSearcher}. */
    GRID,
    /** {@link RandomSearcher}. */
    RANDOM,
    /** {@link TpeSearcher}. */
    TPE
  }

  /** Who stops trials early. */
  public enum SchedulerName {
    /** {@link Completion}. */
    NONE,
    /** {@link AshaScheduler}. */
    ASHA
  }

  /**
   * A budget of one model that differs from that of the others. What is left out is as there.
   *
   * @param trials most trials
   * @param seconds after how many seconds no new work begins
   * @param epochs after how many epochs no new work begins
   */
  public record Unequal(
      @Range(min = 1, max = 100_000) Optional<Integer> trials,
      @Range(min = 0, minExclusive = true) Optional<Double> seconds,
      @Range(min = 1) Optional<Long> epochs) {
    /** Checks the ranges. */
    public Unequal {
      Check.components(Unequal.class, trials, seconds, epochs);
    }
  }

  /**
   * Options of {@link GridSearcher}.
   *
   * @param steps how many values of a range a grid has
   */
  public record Grid(@Range(min = 1, max = 1000) int steps) {
    /** Checks the range. */
    public Grid {
      Check.components(Grid.class, steps);
    }
  }

  /**
   * Options of {@link TpeSearcher}.
   *
   * @param startup how many trials are drawn at random before any is modelled
   * @param good which share of the trials, the best ones, counts as good
   * @param candidates how many values are drawn for an option, of which the most promising is taken
   */
  public record Tpe(
      @Range(min = 1, max = 100_000) int startup,
      @Range(min = 0, minExclusive = true, max = 1, maxExclusive = true) double good,
      @Range(min = 1, max = 100_000) int candidates) {
    /** Checks the ranges. */
    public Tpe {
      Check.components(Tpe.class, startup, good, candidates);
    }
  }

  /**
   * Options of {@link AshaScheduler}.
   *
   * @param minEpochs how many epochs every trial gets
   * @param reduction one of how many trials goes on, with so many times the epochs
   */
  public record Asha(
      @Range(min = 1, max = 100_000) int minEpochs, @Range(min = 2, max = 100) int reduction) {
    /** Checks the ranges. */
    public Asha {
      Check.components(Asha.class, minEpochs, reduction);
    }
  }

  /**
   * What the trials of one model may cost.
   *
   * @param trials most trials
   * @param seconds after how many seconds of trials, added up, no new work begins
   * @param epochs after how many epochs, added up, no new work begins
   */
  public record Budget(int trials, Optional<Double> seconds, Optional<Long> epochs) {
    /**
     * Whether nothing but the number of trials ends the search.
     *
     * @return whether neither seconds nor epochs are limited
     */
    public boolean trialsAlone() {
      return seconds.isEmpty() && epochs.isEmpty();
    }
  }

  /**
   * The budget of a model.
   *
   * @param label its label
   * @return that of all models, unless the model has one of its own
   */
  public Budget budget(String label) {
    Unequal own = unequal.get(label);
    return own == null
        ? new Budget(trials, seconds, epochs)
        : new Budget(
            own.trials().orElse(trials),
            own.seconds().or(() -> seconds),
            own.epochs().or(() -> epochs));
  }

  /**
   * The metric that the block names.
   *
   * @return a new metric, empty where the block names none
   */
  public Optional<Metric> namedMetric() {
    return metric.map(it -> create(it.plugin(), it.options()));
  }

  private static <O extends Record> Metric create(MetricFactory<O> factory, Record options) {
    return factory.create(factory.optionsType().cast(options));
  }
}
