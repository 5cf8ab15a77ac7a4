package org.recsys4j.api.plugin;

import com.google.inject.Binder;
import com.typesafe.config.ConfigFactory;
import java.nio.file.Path;
import org.recsys4j.api.FitContext;
import org.recsys4j.api.Metric;
import org.recsys4j.api.MetricFactory;
import org.recsys4j.api.Preparation;
import org.recsys4j.api.Recommender;
import org.recsys4j.api.RecommenderFactory;
import org.recsys4j.api.Splitter;
import org.recsys4j.api.TrainingData;
import org.recsys4j.api.config.Check;
import org.recsys4j.api.config.Range;
import org.recsys4j.api.config.ReferenceConfig;
import org.recsys4j.api.data.Dataset;
import org.recsys4j.api.data.EventLog;
import org.recsys4j.api.data.Split;
import org.recsys4j.api.random.SeedTree;
import org.recsys4j.api.store.ModelReader;

/** Plug-ins that can be named and configured, and do nothing. */
final class Samples {
  private Samples() {}

  static final ReferenceConfig REFERENCE =
      ReferenceConfig.of(
          ConfigFactory.parseString(
              """
              recsys {
                models {
                  ease {
                    # Weight of the L2 penalty
                    regularisation = 200
                  }
                  bpr-mf {
                    # Length of the vectors
                    factors = 64
                    # Step of the descent
                    learning-rate = 0.05
                  }
                }
                metrics {
                  ndcg {
                    # Length of the list
                    k = 10
                  }
                  rmse {}
                }
                splits {
                  holdout {
                    # Share of the events held out
                    test = 0.1
                  }
                }
                preparations {
                  k-core {
                    # Least number of events of a user
                    users = 5
                    # Where to log what is dropped; not at all if null
                    log = null
                  }
                }
              }
              """));

  record EaseOptions(@Range(min = 0, minExclusive = true) double regularisation) {
    EaseOptions {
      Check.components(EaseOptions.class, regularisation);
    }
  }

  record BprOptions(
      @Range(min = 1, max = 10_000) int factors,
      @Range(min = 0, minExclusive = true, max = 1) double learningRate) {
    BprOptions {
      Check.components(BprOptions.class, factors, learningRate);
    }
  }

  record Cut(@Range(min = 1, max = 10_000) int k) {
    Cut {
      Check.components(Cut.class, k);
    }
  }

  record NoOptions() {}

  record HoldoutOptions(@Range(min = 0, minExclusive = true, max = 1) double test) {
    HoldoutOptions {
      Check.components(HoldoutOptions.class, test);
    }
  }

  static final class Holdout implements Splitter<HoldoutOptions> {
    @Override
    public Class<HoldoutOptions> optionsType() {
      return HoldoutOptions.class;
    }

    @Override
    public String summary() {
      return "a sample";
    }

    @Override
    public Split split(Dataset dataset, HoldoutOptions options, SeedTree seeds) {
      throw new UnsupportedOperationException();
    }
  }

  record CoreOptions(@Range(min = 1) int users, java.util.Optional<Path> log) {
    CoreOptions {
      Check.components(CoreOptions.class, users, log);
    }
  }

  private abstract static class Model<O extends Record> implements RecommenderFactory<O> {
    @Override
    public String summary() {
      return "a sample";
    }

    @Override
    public Recommender fit(TrainingData train, O options, FitContext context) {
      throw new UnsupportedOperationException();
    }

    @Override
    public Recommender load(ModelReader in) {
      throw new UnsupportedOperationException();
    }
  }

  static final class Ease extends Model<EaseOptions> {
    @Override
    public Class<EaseOptions> optionsType() {
      return EaseOptions.class;
    }
  }

  static final class Bpr extends Model<BprOptions> {
    @Override
    public Class<BprOptions> optionsType() {
      return BprOptions.class;
    }
  }

  private abstract static class Measure<O extends Record> implements MetricFactory<O> {
    @Override
    public String summary() {
      return "a sample";
    }

    @Override
    public Metric create(O options) {
      throw new UnsupportedOperationException();
    }
  }

  static final class Ndcg extends Measure<Cut> {
    @Override
    public Class<Cut> optionsType() {
      return Cut.class;
    }
  }

  static final class Rmse extends Measure<NoOptions> {
    @Override
    public Class<NoOptions> optionsType() {
      return NoOptions.class;
    }
  }

  static final class KCore implements Preparation<CoreOptions> {
    @Override
    public Class<CoreOptions> optionsType() {
      return CoreOptions.class;
    }

    @Override
    public String summary() {
      return "a sample";
    }

    @Override
    public EventLog prepare(EventLog log, CoreOptions options, SeedTree seeds) {
      throw new UnsupportedOperationException();
    }
  }

  /** Binds all of them. */
  public static final class SamplePlugin implements RecsysPlugin {
    @Override
    public void configure(Binder binder) {
      RecsysBindings.of(binder)
          .recommender("ease", Ease.class)
          .recommender("bpr-mf", Bpr.class)
          .metric("ndcg", Ndcg.class)
          .metric("rmse", Rmse.class)
          .splitter("holdout", Holdout.class)
          .preparation("k-core", KCore.class);
    }
  }

  /** Binds two names that the other one binds too. */
  public static final class RivalPlugin implements RecsysPlugin {
    @Override
    public void configure(Binder binder) {
      RecsysBindings.of(binder).recommender("ease", Ease.class).metric("rmse", Rmse.class);
    }
  }
}
