package org.recsys4j.eval.tuning;

import com.google.inject.Binder;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
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
import org.recsys4j.api.config.Check;
import org.recsys4j.api.config.Range;
import org.recsys4j.api.plugin.RecsysBindings;
import org.recsys4j.api.plugin.RecsysPlugin;
import org.recsys4j.api.store.ModelReader;
import org.recsys4j.api.store.ModelWriter;

/**
 * Models whose quality is a matter of their options: items are ranked by how near their index is to
 * a number, towards which the one that trains in epochs goes step by step.
 */
public final class Tunable implements RecsysPlugin {
  static final String DEFAULTS =
      """
      recsys.models.near { at = 19, size = 8, mode = plain, bonus = null, sizes = [1], nested { depth = 2 } }
      recsys.models.walking { at = 19, step = 0.5, epochs = 12, patience = 20, validate-every = 1 }
      """;

  /** How many epochs were trained by all models. */
  static final AtomicInteger EPOCHS = new AtomicInteger();

  /** What is to be done after every epoch. */
  static volatile Runnable afterEpoch = () -> {};

  /** Whether the machine has too little memory for models in the mode {@link Mode#HUNGRY}. */
  static volatile boolean shortOfMemory;

  @Override
  public void configure(Binder binder) {
    RecsysBindings.of(binder)
        .recommender("near", NearFactory.class)
        .recommender("walking", WalkingFactory.class);
  }

  enum Mode {
    PLAIN,
    FANCY,
    BROKEN,
    HUNGRY
  }

  record Nested(@Range(min = 1, max = 9) int depth) {}

  record Near(
      @Range(min = 0, max = 1000) double at,
      @Range(min = 1, max = 1000) int size,
      Mode mode,
      @Range(min = 0, minExclusive = true) Optional<Double> bonus,
      List<Integer> sizes,
      Nested nested) {
    Near {
      Check.components(Near.class, at, size, mode, bonus, sizes, nested);
      Check.argument(size != 13, "size", size, "a lucky number");
    }
  }

  record Walking(
      @Range(min = 0) double at,
      @Range(min = 0, minExclusive = true) double step,
      @Range(min = 1) int epochs,
      @Range(min = 0) int patience,
      @Range(min = 1) int validateEvery) {}

  /** The same list for everybody. */
  private record ByDistance(int items, double at) implements Recommender {
    @Override
    public void score(UserBatch users, ScoreBlock out) {
      for (int row = 0; row < users.size(); row++) {
        for (int item = 0; item < items; item++) {
          out.scores()[out.offset(row) + item] = (float) -Math.abs(item - at);
        }
      }
    }

    @Override
    public boolean scoresNewUsers() {
      return true;
    }

    @Override
    public long parameters() {
      return 1;
    }

    @Override
    public void save(ModelWriter out) throws IOException {
      out.ints("items", new int[] {items}, 1);
      out.doubles("at", new double[] {at}, 1);
    }
  }

  private abstract static class Factory<O extends Record> implements RecommenderFactory<O> {
    @Override
    public String summary() {
      return "near a number";
    }

    @Override
    public Recommender load(ModelReader in) throws IOException {
      return new ByDistance(in.ints("items", 1)[0], in.doubles("at", 1)[0]);
    }
  }

  static final class NearFactory extends Factory<Near> {
    @Override
    public Class<Near> optionsType() {
      return Near.class;
    }

    @Override
    public Recommender fit(TrainingData train, Near options, FitContext context) {
      if (options.mode() == Mode.BROKEN) {
        throw new TrainingDivergedException(context.label(), 2, "the loss of batch 17 is NaN");
      }
      if (options.mode() == Mode.HUNGRY && shortOfMemory) {
        throw new OutOfMemoryError("Java heap space");
      }
      return new ByDistance(train.items(), options.at() + options.bonus().orElse(0.0));
    }
  }

  /** Begins at 0 and ends at the epoch that was best. */
  static final class WalkingFactory extends Factory<Walking> {
    @Override
    public Class<Walking> optionsType() {
      return Walking.class;
    }

    @Override
    public Recommender fit(TrainingData train, Walking options, FitContext context) {
      double[] state = {0, 0, Double.NEGATIVE_INFINITY, 0}; // epochs, place, best value, best place
      context.checkpoints().load(in -> System.arraycopy(in.doubles("state", 4), 0, state, 0, 4));
      for (int epoch = 1; epoch <= options.epochs(); epoch++) {
        if (epoch > state[0]) {
          EPOCHS.incrementAndGet();
          state[0] = epoch;
          state[1] += options.step() * (options.at() - state[1]);
          if (options.patience() > 0 && epoch % options.validateEvery() == 0) {
            measure(train, context, state);
          }
          context.checkpoints().save(epoch, out -> out.doubles("state", state, 4));
        }
        boolean measured = options.patience() > 0 && epoch % options.validateEvery() == 0;
        context
            .epochs()
            .accept(
                new EpochReport(
                    epoch,
                    1,
                    measured ? OptionalDouble.of(state[2]) : OptionalDouble.empty(),
                    7,
                    0));
        afterEpoch.run();
      }
      return new ByDistance(train.items(), options.patience() > 0 ? state[3] : state[1]);
    }

    private static void measure(TrainingData train, FitContext context, double[] state) {
      ByDistance now = new ByDistance(train.items(), state[1]);
      double value = context.validation().orElseThrow().measure(now);
      if (value > state[2]) {
        state[2] = value;
        state[3] = state[1];
      }
    }
  }
}
