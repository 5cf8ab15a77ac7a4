package org.recsys4j.eval.experiment;

import java.io.IOException;
import java.util.OptionalDouble;
import java.util.concurrent.atomic.AtomicInteger;
import org.recsys4j.api.EpochReport;
import org.recsys4j.api.FitContext;
import org.recsys4j.api.Recommender;
import org.recsys4j.api.RecommenderFactory;
import org.recsys4j.api.ScoreBlock;
import org.recsys4j.api.TrainingData;
import org.recsys4j.api.TrainingDivergedException;
import org.recsys4j.api.UserBatch;
import org.recsys4j.api.random.SeedTree;
import org.recsys4j.api.store.ModelReader;
import org.recsys4j.api.store.ModelWriter;

/** Models that take no time. */
final class FakeModels {
  private FakeModels() {}

  record None() {}

  record Scale(double scale) {}

  /** One score an item, whoever the user is. */
  static final class ItemScores implements Recommender {
    private final float[] scores;

    ItemScores(float[] scores) {
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

  /** A factory that loads item scores. */
  abstract static class Factory<O extends Record> implements RecommenderFactory<O> {
    private final Class<O> type;

    Factory(Class<O> type) {
      this.type = type;
    }

    @Override
    public Class<O> optionsType() {
      return type;
    }

    @Override
    public String summary() {
      return "a fake";
    }

    @Override
    public Recommender load(ModelReader in) throws IOException {
      return new ItemScores(in.floats("scores", -1));
    }
  }

  /** Random scores, by the seed. */
  static final class NoiseFactory extends Factory<Scale> {
    NoiseFactory() {
      super(Scale.class);
    }

    @Override
    public Recommender fit(TrainingData train, Scale options, FitContext context) {
      float[] scores = new float[train.items()];
      for (int item = 0; item < scores.length; item++) {
        long bits = SeedTree.mix(context.seeds().child("item", item).seed());
        scores[item] = (float) (options.scale() * (bits >>> 40) / (1 << 24));
      }
      return new ItemScores(scores);
    }
  }

  /** Counts, told in three epochs, each of them validated. */
  static final class EpochsFactory extends Factory<None> {
    EpochsFactory() {
      super(None.class);
    }

    @Override
    public Recommender fit(TrainingData train, None options, FitContext context) {
      float[] scores = new float[train.items()];
      int[] counts = train.interactions().itemCounts();
      for (int item = 0; item < scores.length; item++) {
        scores[item] = counts[item];
      }
      ItemScores model = new ItemScores(scores);
      for (int epoch = 1; epoch <= 3; epoch++) {
        OptionalDouble validation =
            context.validation().stream().mapToDouble(it -> it.measure(model)).findFirst();
        context.epochs().accept(new EpochReport(epoch, 1.0 / epoch, validation, 7, 0.5));
      }
      return model;
    }
  }

  /** Trains four epochs, each of which depends on those before, with checkpoints. */
  static final class KeptFactory extends Factory<None> {
    /** How many epochs were run by all models. */
    static final AtomicInteger EPOCHS = new AtomicInteger();

    KeptFactory() {
      super(None.class);
    }

    @Override
    public Recommender fit(TrainingData train, None options, FitContext context) {
      float[] scores = new float[train.items()];
      int[] behind = {0};
      context
          .checkpoints()
          .load(
              in -> {
                behind[0] = in.ints("epoch")[0];
                System.arraycopy(in.floats("scores", -1), 0, scores, 0, scores.length);
              });
      for (int epoch = 1; epoch <= 4; epoch++) {
        if (epoch > behind[0]) {
          EPOCHS.incrementAndGet();
          train(scores, context.seeds().child("epoch", epoch).seed());
          int done = epoch;
          context
              .checkpoints()
              .save(
                  epoch,
                  out -> {
                    out.ints("epoch", new int[] {done});
                    out.floats("scores", scores, scores.length);
                  });
        }
        context.epochs().accept(new EpochReport(epoch, 1.0, OptionalDouble.empty(), 7, 0.5));
        context.progress().start("epoch " + epoch, -1, "").close();
      }
      return new ItemScores(scores);
    }

    private static void train(float[] scores, long seed) {
      for (int item = 0; item < scores.length; item++) {
        scores[item] = 0.5f * scores[item] + (SeedTree.mix(seed + item) >>> 40);
      }
    }
  }

  /** One score is NaN. */
  static final class NanFactory extends Factory<None> {
    NanFactory() {
      super(None.class);
    }

    @Override
    public Recommender fit(TrainingData train, None options, FitContext context) {
      float[] scores = new float[train.items()];
      scores[3] = Float.NaN;
      return new ItemScores(scores);
    }
  }

  /** Diverges in its second epoch. */
  static final class DivergingFactory extends Factory<None> {
    DivergingFactory() {
      super(None.class);
    }

    @Override
    public Recommender fit(TrainingData train, None options, FitContext context) {
      context.epochs().accept(new EpochReport(1, 0.7, OptionalDouble.empty(), 7, 0.5));
      throw new TrainingDivergedException(context.label(), 2, "the loss of batch 17 is NaN");
    }
  }

  /** Has a defect. */
  static final class ThrowingFactory extends Factory<None> {
    ThrowingFactory() {
      super(None.class);
    }

    @Override
    public Recommender fit(TrainingData train, None options, FitContext context) {
      throw new IllegalStateException("no luck", new ArithmeticException("/ by zero"));
    }
  }

  /** Its file does not fit the disk. */
  static final class UnsaveableFactory extends Factory<None> {
    UnsaveableFactory() {
      super(None.class);
    }

    @Override
    public Recommender fit(TrainingData train, None options, FitContext context) {
      ItemScores scores = new ItemScores(new float[train.items()]);
      return new Recommender() {
        @Override
        public int items() {
          return scores.items();
        }

        @Override
        public void score(UserBatch users, ScoreBlock out) {
          scores.score(users, out);
        }

        @Override
        public boolean scoresNewUsers() {
          return true;
        }

        @Override
        public long parameters() {
          return scores.parameters();
        }

        @Override
        public void save(ModelWriter out) throws IOException {
          scores.save(out);
          throw new IOException("No space left on device");
        }
      };
    }
  }

  /** Trains until the gate opens. */
  static final class WaitingFactory extends Factory<None> {
    WaitingFactory() {
      super(None.class);
    }

    @Override
    public Recommender fit(TrainingData train, None options, FitContext context) {
      FakePlugin.Gate.reached.countDown();
      try {
        FakePlugin.Gate.open.await();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
      return new ItemScores(new float[train.items()]);
    }
  }
}
