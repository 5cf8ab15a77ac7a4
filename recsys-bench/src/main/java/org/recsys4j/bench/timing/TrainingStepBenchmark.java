package org.recsys4j.bench.timing;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.recsys4j.api.EpochReport;
import org.recsys4j.api.FitContext;
import org.recsys4j.api.RecommenderFactory;
import org.recsys4j.api.TrainingData;
import org.recsys4j.api.TrainingListener;
import org.recsys4j.api.concurrent.Workers;
import org.recsys4j.api.data.Catalogue;
import org.recsys4j.api.data.IdIndex;
import org.recsys4j.api.data.Interactions;
import org.recsys4j.api.plugin.Configured;
import org.recsys4j.api.plugin.PluginKind;
import org.recsys4j.api.plugin.Plugins;
import org.recsys4j.api.random.SeedTree;

/**
 * Times training steps of the network models, one line a model: the median milliseconds of a step
 * in a training that the model itself runs, drawing its examples included. Shapes are those of
 * MovieLens-1M and of a script that times PyTorch's steps; {@code bench/compare-training.sh} runs
 * both in turn.
 *
 * <p>Not a JMH benchmark: a step is a part of an epoch, and what counts is a step among others,
 * with the caches and the collector as training leaves them.
 */
public final class TrainingStepBenchmark {
  private static final int USERS = 6040;
  private static final int ITEMS = 3706;
  private static final int LEAST_STEPS = 5;

  /** A model with the options of the shape, and with how many events each user comes. */
  private record Task(String name, String model, int events, String options) {}

  /** 151 events make three windows of 50 steps; with 166 there are as many as in MovieLens-1M. */
  private static final List<Task> TASKS =
      List.of(
          new Task("bpr", "bpr-mf", 166, "factors = 64, item-bias = false, batch-size = 2048"),
          new Task(
              "neumf",
              "neumf",
              166,
              "factors = 64, mlp-factors = 64, hidden-layers = [64, 32, 16], negatives = 3,"
                  + " batch-size = 2048, regularisation = 0"),
          new Task("lightgcn", "lightgcn", 166, "factors = 64, layers = 3, batch-size = 2048"),
          new Task(
              "gru4rec",
              "gru4rec",
              151,
              "factors = 64, hidden = 128, layers = 1, dropout = 0, length = 50, batch-size = 128,"
                  + " loss = softmax"),
          new Task(
              "sasrec",
              "sasrec",
              151,
              "factors = 64, blocks = 2, heads = 1, dropout = 0.2, length = 50, batch-size = 128,"
                  + " loss = softmax"),
          new Task(
              "caser",
              "caser",
              166,
              "factors = 64, length = 5, targets = 3, negatives = 3, batch-size = 512"),
          new Task(
              "multi_vae",
              "multi-vae",
              166,
              "hidden-layers = [600], code = 200, batch-size = 512, dropout = 0.5"));

  private final Plugins plugins = Plugins.load();
  private final double seconds;
  private final int threads;

  private TrainingStepBenchmark(double seconds, int threads) {
    this.seconds = seconds;
    this.threads = threads;
  }

  /**
   * Prints a line a model: name, milliseconds a step, number of steps.
   *
   * @param arguments threads; seconds for each model, of which the first half warms up; names,
   *     separated by commas, or nothing for all
   */
  public static void main(String... arguments) {
    if (arguments.length < 2 || arguments.length > 3) {
      throw new IllegalArgumentException("give threads, seconds and perhaps names of models");
    }
    TrainingStepBenchmark benchmark =
        new TrainingStepBenchmark(Double.parseDouble(arguments[1]), Integer.parseInt(arguments[0]));
    List<String> wanted =
        arguments.length == 3
            ? List.of(arguments[2].split(",", -1))
            : TASKS.stream().map(Task::name).toList();
    TASKS.stream().filter(task -> wanted.contains(task.name)).forEach(benchmark::run);
  }

  private void run(Task task) {
    Configured<RecommenderFactory<?>> model =
        plugins.configured(
            PluginKind.MODEL, task.model, task.options + ", patience = 0, epochs = 1000000");
    Steps steps = new Steps(seconds);
    TrainingData data = data(task.events);
    try (Workers workers = new Workers(threads)) {
      FitContext plain = FitContext.of(1, workers);
      FitContext context =
          new FitContext(
              task.name, plain.seeds(), workers, plain.validation(), plain.progress(), steps);
      fit(model.plugin(), model.options(), data, context);
    } catch (EnoughException e) {
      System.out.printf(
          Locale.ROOT, "%-10s %9.2f ms a step   (%d steps)%n", task.name, e.median, e.steps);
      System.out.flush();
    }
  }

  private static <O extends Record> void fit(
      RecommenderFactory<O> factory, Record options, TrainingData data, FitContext context) {
    factory.fit(data, factory.optionsType().cast(options), context);
  }

  /** Each user has as many different items, drawn with the weights {@code 1 / rank^0.8}. */
  private static TrainingData data(int events) {
    double[] cumulated = new double[ITEMS];
    double sum = 0;
    for (int item = 0; item < ITEMS; item++) {
      sum += Math.pow(item + 1, -0.8);
      cumulated[item] = sum;
    }
    SplittableRandom random = new SeedTree(1).child("data").random();
    int size = USERS * events;
    int[] users = new int[size];
    int[] items = new int[size];
    float[] values = new float[size];
    long[] times = new long[size];
    Arrays.fill(values, 1);
    for (int user = 0; user < USERS; user++) {
      boolean[] had = new boolean[ITEMS];
      for (int event = user * events; event < (user + 1) * events; event++) {
        int item;
        do {
          int found = Arrays.binarySearch(cumulated, random.nextDouble() * sum);
          item = Math.min(found < 0 ? ~found : found, ITEMS - 1);
        } while (had[item]);
        had[item] = true;
        users[event] = user;
        items[event] = item;
        times[event] = event;
      }
    }
    return new TrainingData(
        new Catalogue(ids("u", USERS), ids("i", ITEMS)),
        Interactions.of(USERS, ITEMS, users, items, values, times, size));
  }

  private static IdIndex ids(String prefix, int count) {
    return IdIndex.of(IntStream.range(0, count).mapToObj(i -> prefix + i).toList());
  }

  /** Ends a training that was only begun to be timed. */
  private static final class EnoughException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final double median;
    private final int steps;

    EnoughException(double median, int steps) {
      super(null, null, false, false);
      this.median = median;
      this.steps = steps;
    }
  }

  /** Notes the time between the ends of batches. */
  private static final class Steps implements TrainingListener {
    private final double nanos;
    private long[] ends = new long[1024];
    private int count;

    Steps(double seconds) {
      this.nanos = seconds * 1e9;
    }

    @Override
    public void accept(EpochReport report) {
      // epochs do not matter
    }

    @Override
    public void batch(int epoch, int batch, double loss, long examples) {
      if (count == ends.length) {
        ends = Arrays.copyOf(ends, 2 * count);
      }
      ends[count++] = System.nanoTime();
      if (count > 2 * LEAST_STEPS && ends[count - 1] - ends[0] > nanos) {
        throw enough();
      }
    }

    /** The median over the second half of the time. */
    private EnoughException enough() {
      long middle = ends[0] + (ends[count - 1] - ends[0]) / 2;
      int first = 0;
      while (first < count - LEAST_STEPS - 1 && ends[first] < middle) {
        first++;
      }
      double[] times = new double[count - first - 1];
      for (int i = 0; i < times.length; i++) {
        times[i] = (ends[first + i + 1] - ends[first + i]) / 1e6;
      }
      Arrays.sort(times);
      return new EnoughException(times[times.length / 2], times.length);
    }
  }
}
