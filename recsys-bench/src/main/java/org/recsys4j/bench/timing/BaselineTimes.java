package org.recsys4j.bench.timing;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import org.recsys4j.api.DatasetSource;
import org.recsys4j.api.FitContext;
import org.recsys4j.api.ReadContext;
import org.recsys4j.api.Recommender;
import org.recsys4j.api.RecommenderFactory;
import org.recsys4j.api.TrainingData;
import org.recsys4j.api.concurrent.Workers;
import org.recsys4j.api.data.Dataset;
import org.recsys4j.api.data.EventLog;
import org.recsys4j.api.plugin.Configured;
import org.recsys4j.api.plugin.PluginKind;
import org.recsys4j.api.plugin.Plugins;

/**
 * Times the fast models on MovieLens-1M, with one and with two threads, beside the figures that
 * implicit 0.7.3, a library in C++, reached on another machine.
 *
 * <p>A task runs {@value #WARM_UP} times, in which the JVM compiles it, and then {@value #ROUNDS}
 * times, of which the median counts. Reading the data is not part of it; what a model makes of the
 * data before its first step is.
 *
 * <pre>{@code
 * bench/baselines.sh DATA_FOLDER
 * }</pre>
 */
public final class BaselineTimes {
  private static final int WARM_UP = 2;
  private static final int ROUNDS = 5;
  private static final int[] THREADS = {1, 2};
  private static final int LIST = 10;

  /** Whose time nobody published. */
  private static final double UNKNOWN = Double.NaN;

  private final Plugins plugins = Plugins.load();
  private final TrainingData train;

  private BaselineTimes(Path file) throws IOException {
    Configured<DatasetSource<?>> source =
        plugins.configured(
            PluginKind.SOURCE,
            "delimited",
            Map.of(
                "file",
                file.toString(),
                "separator",
                " ",
                "header",
                false,
                "columns",
                Map.of("user", "1", "item", "2")));
    Dataset data = Dataset.of(read(source.plugin(), source.options()));
    this.train = new TrainingData(data.catalogue(), data.interactions());
  }

  /**
   * Prints the table.
   *
   * @param arguments the file, one event a line: user, space, item; plain or gzip
   * @throws IOException if it cannot be read
   */
  public static void main(String... arguments) throws IOException {
    if (arguments.length != 1) {
      throw new IllegalArgumentException("give one file; bench/baselines.sh finds it");
    }
    new BaselineTimes(Path.of(arguments[0])).run();
  }

  private void run() {
    print(
        "%,d users, %,d items, %,d events; median of %d rounds after %d%n%n",
        train.users(), train.items(), train.interactions().size(), ROUNDS, WARM_UP);
    print("%-28s %7s %9s %14s %6s%n", "task", "threads", "ours (s)", "implicit (s) *", "ratio");
    timeFit("item-knn, k 100", "item-knn", "neighbours = 100", 0.60, 0.30);
    timeFit("ials, d 64, 15 iterations", "ials", "factors = 64, iterations = 15", 2.1, 1.2);
    timeEpoch("bpr-mf sgd, d 64, 1 epoch", "sgd", 0.15, 0.11);
    timeEpoch("bpr-mf adagrad, 1 epoch", "adagrad", UNKNOWN, UNKNOWN);
    timeTopLists();
    print(
        "%n* published for implicit 0.7.3 on another machine: a ratio (ours / implicit) compares"
            + " machines too.%n  Its top %d is one figure, which does not say for how many"
            + " threads.%n",
        LIST);
  }

  private void timeFit(String task, String model, String options, double... published) {
    Configured<RecommenderFactory<?>> found = plugins.configured(PluginKind.MODEL, model, options);
    time(task, workers -> fit(found.plugin(), found.options(), workers), published);
  }

  /**
   * Times the epochs of one training, without what comes before the first. The published figure is
   * for gradient descent, which takes less work than the default optimizer.
   */
  private void timeEpoch(String task, String optimizer, double... published) {
    Configured<RecommenderFactory<?>> found =
        plugins.configured(
            PluginKind.MODEL,
            "bpr-mf",
            "factors = 64, item-bias = false, patience = 0, epochs = %d, optimizer = %s"
                .formatted(WARM_UP + ROUNDS, optimizer));
    for (int i = 0; i < THREADS.length; i++) {
      List<Double> seconds = new ArrayList<>();
      try (Workers workers = new Workers(THREADS[i])) {
        FitContext plain = FitContext.of(1, workers);
        FitContext context =
            new FitContext(
                task,
                plain.seeds(),
                workers,
                plain.validation(),
                plain.progress(),
                report -> seconds.add(report.seconds()));
        fit(found.plugin(), found.options(), context);
      }
      double[] counted = new double[ROUNDS];
      Arrays.setAll(counted, round -> seconds.get(WARM_UP + round));
      row(task, THREADS[i], median(counted), published[i]);
    }
  }

  private void timeTopLists() {
    Configured<RecommenderFactory<?>> found =
        plugins.configured(PluginKind.MODEL, "ials", "factors = 64, iterations = 1");
    Recommender model;
    try (Workers workers = new Workers(1)) {
      model = fit(found.plugin(), found.options(), workers);
    }
    TopLists lists = new TopLists(train.interactions(), LIST);
    time("everybody's top 10, d 64", workers -> lists.of(model, workers), 0.16, UNKNOWN);
  }

  /** Times a task with each number of threads; {@code published} has one figure for each. */
  private static void time(String task, Consumer<Workers> work, double... published) {
    for (int i = 0; i < THREADS.length; i++) {
      try (Workers workers = new Workers(THREADS[i])) {
        row(task, THREADS[i], median(() -> work.accept(workers)), published[i]);
      }
    }
  }

  private static void row(String task, int threads, double ours, double published) {
    boolean known = !Double.isNaN(published);
    print(
        "%-28s %7d %9.3f %14s %6s%n",
        task,
        threads,
        ours,
        known ? number("%.2f", published) : "-",
        known ? number("%.2f", ours / published) : "-");
  }

  /** Seconds that work takes. */
  private static double median(Runnable work) {
    double[] seconds = new double[ROUNDS];
    for (int round = -WARM_UP; round < ROUNDS; round++) {
      long start = System.nanoTime();
      work.run();
      if (round >= 0) {
        seconds[round] = (System.nanoTime() - start) / 1e9;
      }
    }
    return median(seconds);
  }

  private static double median(double[] seconds) {
    double[] sorted = seconds.clone();
    Arrays.sort(sorted);
    return sorted[sorted.length / 2];
  }

  private <O extends Record> Recommender fit(
      RecommenderFactory<O> factory, Record options, Workers workers) {
    return fit(factory, options, FitContext.of(1, workers));
  }

  private <O extends Record> Recommender fit(
      RecommenderFactory<O> factory, Record options, FitContext context) {
    return factory.fit(train, factory.optionsType().cast(options), context);
  }

  private static <O extends Record> EventLog read(DatasetSource<O> source, Record options)
      throws IOException {
    return source.read(source.optionsType().cast(options), ReadContext.SILENT);
  }

  private static String number(String format, double value) {
    return String.format(Locale.ROOT, format, value);
  }

  private static void print(String format, Object... values) {
    System.out.printf(Locale.ROOT, format, values);
    System.out.flush();
  }
}
