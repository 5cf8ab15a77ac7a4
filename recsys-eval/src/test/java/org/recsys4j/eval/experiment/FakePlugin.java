package org.recsys4j.eval.experiment;

import com.google.inject.Binder;
import com.typesafe.config.ConfigFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.recsys4j.api.SplitStore;
import org.recsys4j.api.config.ReferenceConfig;
import org.recsys4j.api.plugin.Plugins;
import org.recsys4j.api.plugin.RecsysBindings;
import org.recsys4j.api.plugin.RecsysPlugin;
import org.recsys4j.eval.EvalPlugin;

/** Small data, a split and models that behave well or badly, for tests of the runner. */
public final class FakePlugin implements RecsysPlugin {
  static final String DEFAULTS =
      """
      recsys.sources.grid { users = 30, items = 20, folder = null, password = null, lines = [] }
      recsys.models.noise { scale = 1.0 }
      recsys.splits.every-fifth { validation = true, test = true }
      recsys.preparations.first-users { users = 30 }
      recsys.candidates.some { count = 5 }
      """;

  private final SplitStore store;

  FakePlugin(SplitStore store) {
    this.store = store;
  }

  /** The metrics and the fakes. */
  static Plugins plugins(SplitStore store) {
    return plugins(store, "", List.of());
  }

  /** The metrics, the fakes, and more of them with their defaults. */
  public static Plugins plugins(SplitStore store, String defaults, List<RecsysPlugin> more) {
    ReferenceConfig reference =
        ReferenceConfig.of(
            ConfigFactory.parseString(DEFAULTS + defaults)
                .withFallback(ConfigFactory.parseResources("reference.conf")));
    List<RecsysPlugin> all = new ArrayList<>(more);
    all.add(new EvalPlugin());
    all.add(new FakePlugin(store));
    return Plugins.of(all, reference);
  }

  static Plugins plugins() {
    return plugins(new MemorySplitStore());
  }

  /** What a model that waits waits for; made anew by whoever uses it. */
  static final class Gate {
    static volatile CountDownLatch reached = new CountDownLatch(1);
    static volatile CountDownLatch open = new CountDownLatch(1);

    private Gate() {}

    static void close() {
      reached = new CountDownLatch(1);
      open = new CountDownLatch(1);
    }
  }

  @Override
  public void configure(Binder binder) {
    binder.bind(SplitStore.class).toInstance(store);
    RecsysBindings.of(binder)
        .source("grid", FakeData.Grid.class)
        .preparation("first-users", FakeData.FirstUsers.class)
        .splitter("every-fifth", FakeData.EveryFifth.class)
        .splitter("held-out-users", FakeData.HeldOutUsers.class)
        .candidates("some", FakeData.Some.class)
        .recommender("noise", FakeModels.NoiseFactory.class)
        .recommender("epochs", FakeModels.EpochsFactory.class)
        .recommender("history", FoldInModels.HistoryFactory.class)
        .recommender("vectors", FoldInModels.VectorsFactory.class)
        .recommender("kept", FakeModels.KeptFactory.class)
        .recommender("nan", FakeModels.NanFactory.class)
        .recommender("diverging", FakeModels.DivergingFactory.class)
        .recommender("throwing", FakeModels.ThrowingFactory.class)
        .recommender("unsaveable", FakeModels.UnsaveableFactory.class)
        .recommender("waiting", FakeModels.WaitingFactory.class);
  }
}
