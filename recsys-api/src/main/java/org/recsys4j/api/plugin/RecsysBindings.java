package org.recsys4j.api.plugin;

import com.google.inject.Binder;
import com.google.inject.Singleton;
import com.google.inject.TypeLiteral;
import com.google.inject.multibindings.MapBinder;
import org.recsys4j.api.CandidatePolicy;
import org.recsys4j.api.Configurable;
import org.recsys4j.api.DatasetSource;
import org.recsys4j.api.FeatureExtractorFactory;
import org.recsys4j.api.MetricFactory;
import org.recsys4j.api.Preparation;
import org.recsys4j.api.RecommenderFactory;
import org.recsys4j.api.Splitter;
import org.recsys4j.api.config.Check;
import org.recsys4j.api.config.Keys;

/**
 * Binds plug-ins by name, in a {@link RecsysPlugin}.
 *
 * <p>Names are in kebab-case, such as {@code item-knn}. Each class becomes a singleton, which Guice
 * makes through its constructor without parameters or the one with {@code @Inject}. All bound
 * classes are made when any command starts, so their constructors do nothing, and their fields and
 * methods mention no class whose loading is slow.
 */
public final class RecsysBindings {
  private final Binder binder;

  private RecsysBindings(Binder binder) {
    this.binder = binder.skipSources(RecsysBindings.class);
  }

  /**
   * Starts binding.
   *
   * @param binder the plug-in's binder
   * @return bindings into it
   */
  public static RecsysBindings of(Binder binder) {
    return new RecsysBindings(binder);
  }

  /**
   * Binds a model.
   *
   * @param name its name in experiment files
   * @param factory fits it
   * @return this
   * @throws IllegalArgumentException if the name is not in kebab-case
   */
  public RecsysBindings recommender(String name, Class<? extends RecommenderFactory<?>> factory) {
    return bind(PluginKind.MODEL, name, factory);
  }

  /**
   * Binds a metric.
   *
   * @param name its name in experiment files
   * @param factory makes it
   * @return this
   * @throws IllegalArgumentException if the name is not in kebab-case
   */
  public RecsysBindings metric(String name, Class<? extends MetricFactory<?>> factory) {
    return bind(PluginKind.METRIC, name, factory);
  }

  /**
   * Binds a source of data.
   *
   * @param name its name in experiment files
   * @param source reads it
   * @return this
   * @throws IllegalArgumentException if the name is not in kebab-case
   */
  public RecsysBindings source(String name, Class<? extends DatasetSource<?>> source) {
    return bind(PluginKind.SOURCE, name, source);
  }

  /**
   * Binds a step that cleans or filters data.
   *
   * @param name its name in experiment files
   * @param preparation does it
   * @return this
   * @throws IllegalArgumentException if the name is not in kebab-case
   */
  public RecsysBindings preparation(String name, Class<? extends Preparation<?>> preparation) {
    return bind(PluginKind.PREPARATION, name, preparation);
  }

  /**
   * Binds a strategy for splitting data.
   *
   * @param name its name in experiment files
   * @param splitter does it
   * @return this
   * @throws IllegalArgumentException if the name is not in kebab-case
   */
  public RecsysBindings splitter(String name, Class<? extends Splitter<?>> splitter) {
    return bind(PluginKind.SPLIT, name, splitter);
  }

  /**
   * Binds a feature extractor.
   *
   * @param name its name in experiment files
   * @param factory fits it
   * @return this
   * @throws IllegalArgumentException if the name is not in kebab-case
   */
  public RecsysBindings extractor(
      String name, Class<? extends FeatureExtractorFactory<?>> factory) {
    return bind(PluginKind.EXTRACTOR, name, factory);
  }

  /**
   * Binds a policy of what is ranked for each user.
   *
   * @param name its name in experiment files
   * @param policy draws the lists
   * @return this
   * @throws IllegalArgumentException if the name is not in kebab-case
   */
  public RecsysBindings candidates(String name, Class<? extends CandidatePolicy<?>> policy) {
    return bind(PluginKind.CANDIDATES, name, policy);
  }

  private <T extends Configurable<?>> RecsysBindings bind(
      PluginKind<T> kind, String name, Class<? extends T> type) {
    Check.argument(Keys.isKebab(name), "name", "\"" + name + "\"", "in kebab-case");
    binder.bind(type).in(Singleton.class);
    mapBinder(binder, kind).addBinding(name).to(type);
    return this;
  }

  /** The map of all plug-ins of one kind, by name. */
  static <T extends Configurable<?>> MapBinder<String, T> mapBinder(
      Binder binder, PluginKind<T> kind) {
    return MapBinder.newMapBinder(binder, TypeLiteral.get(String.class), kind.contract());
  }
}
