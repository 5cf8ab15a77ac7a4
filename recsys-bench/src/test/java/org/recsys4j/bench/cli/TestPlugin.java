package org.recsys4j.bench.cli;

import com.google.inject.Binder;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.recsys4j.api.DatasetSource;
import org.recsys4j.api.FitContext;
import org.recsys4j.api.ReadContext;
import org.recsys4j.api.Recommender;
import org.recsys4j.api.RecommenderFactory;
import org.recsys4j.api.ScoreBlock;
import org.recsys4j.api.TrainingData;
import org.recsys4j.api.UserBatch;
import org.recsys4j.api.data.Download;
import org.recsys4j.api.data.EventLog;
import org.recsys4j.api.plugin.RecsysBindings;
import org.recsys4j.api.plugin.RecsysPlugin;
import org.recsys4j.api.store.ModelReader;
import org.recsys4j.api.store.ModelWriter;

/** Models for tests of the command line, found as those of any other jar. */
public final class TestPlugin implements RecsysPlugin {
  @Override
  public void configure(Binder binder) {
    RecsysBindings.of(binder)
        .source("test-broken", BrokenSource.class)
        .source("test-huge", HugeSource.class)
        .source("test-tiny", TinySource.class)
        .recommender("test-counts", CountsFactory.class)
        .recommender("test-fails", FailsFactory.class)
        .recommender("test-waits", WaitsFactory.class);
  }

  record NoOptions() {}

  /** Has a defect. */
  static class BrokenSource implements DatasetSource<NoOptions> {
    @Override
    public Class<NoOptions> optionsType() {
      return NoOptions.class;
    }

    @Override
    public String summary() {
      return "has a defect";
    }

    @Override
    public EventLog read(NoOptions options, ReadContext context) {
      throw new IllegalStateException("no events", new ArithmeticException("/ by zero"));
    }
  }

  /** Wants more memory than there is. */
  static final class HugeSource extends BrokenSource {
    @Override
    public EventLog read(NoOptions options, ReadContext context) {
      throw new OutOfMemoryError("Java heap space");
    }
  }

  /** Reads {@code events.csv} in a folder, and can download one. */
  static final class TinySource implements DatasetSource<TinySource.Options> {
    record Options(Path folder) {}

    @Override
    public Class<Options> optionsType() {
      return Options.class;
    }

    @Override
    public String summary() {
      return "is tiny";
    }

    @Override
    public EventLog read(Options options, ReadContext context) throws IOException {
      EventLog.Builder log = new EventLog.Builder(false);
      for (String line : Files.readAllLines(options.folder().resolve("events.csv"))) {
        int comma = line.indexOf(',');
        log.add(line.substring(0, comma), line.substring(comma + 1), 1, 0);
      }
      return log.build();
    }

    @Override
    public List<Download> downloads() {
      return List.of(
          new Download(
              "tiny-1",
              "two events",
              URI.create("https://localhost:1/tiny.zip"),
              DataFetchTest.ZIP.length,
              DataFetchTest.SHA256,
              "tiny",
              new Download.Terms("Somebody", "Be kind.", URI.create("https://localhost:1/terms"))));
    }
  }

  /** Scores items by their events. */
  static class CountsFactory implements RecommenderFactory<NoOptions> {
    @Override
    public Class<NoOptions> optionsType() {
      return NoOptions.class;
    }

    @Override
    public String summary() {
      return "counts events";
    }

    @Override
    public Recommender fit(TrainingData train, NoOptions options, FitContext context) {
      int[] counts = train.interactions().itemCounts();
      float[] scores = new float[counts.length];
      for (int item = 0; item < scores.length; item++) {
        scores[item] = counts[item];
      }
      return new Counts(scores);
    }

    @Override
    public Recommender load(ModelReader in) throws IOException {
      return new Counts(in.floats("scores", -1));
    }
  }

  /** Fails. */
  static final class FailsFactory extends CountsFactory {
    @Override
    public Recommender fit(TrainingData train, NoOptions options, FitContext context) {
      throw new IllegalStateException("it always does");
    }
  }

  /** Never comes to an end. */
  static final class WaitsFactory extends CountsFactory {
    @Override
    public Recommender fit(TrainingData train, NoOptions options, FitContext context) {
      try {
        new CountDownLatch(1).await();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
      return super.fit(train, options, context);
    }
  }

  private static final class Counts implements Recommender {
    private final float[] scores;

    Counts(float[] scores) {
      this.scores = scores;
    }

    @Override
    public int items() {
      return scores.length;
    }

    @Override
    public void score(UserBatch users, ScoreBlock out) {
      for (int row = 0; row < users.size(); row++) {
        System.arraycopy(scores, 0, out.scores(), out.offset(row), scores.length);
      }
    }

    @Override
    public boolean scoresNewUsers() {
      return true;
    }

    @Override
    public long parameters() {
      return scores.length;
    }

    @Override
    public void save(ModelWriter out) throws IOException {
      out.floats("scores", scores, scores.length);
    }
  }
}
