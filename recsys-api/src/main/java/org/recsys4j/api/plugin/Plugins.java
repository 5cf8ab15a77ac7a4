package org.recsys4j.api.plugin;

import com.google.inject.Injector;
import com.google.inject.Key;
import com.google.inject.util.Types;
import com.typesafe.config.ConfigObject;
import com.typesafe.config.ConfigValueFactory;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.recsys4j.api.CandidatePolicy;
import org.recsys4j.api.Configurable;
import org.recsys4j.api.DatasetSource;
import org.recsys4j.api.FeatureExtractorFactory;
import org.recsys4j.api.MetricFactory;
import org.recsys4j.api.Preparation;
import org.recsys4j.api.RecommenderFactory;
import org.recsys4j.api.Splitter;
import org.recsys4j.api.config.ConfigFiles;
import org.recsys4j.api.config.InvalidConfigException;
import org.recsys4j.api.config.Problems;
import org.recsys4j.api.config.RecordReader;
import org.recsys4j.api.config.ReferenceConfig;

/**
 * All plug-ins there are, by kind and name, with the defaults of their options. Immutable and safe
 * for many threads.
 */
public final class Plugins {
  private static final String OPTIONS = "options";

  private final Injector injector;
  private final ReferenceConfig reference;
  private final Map<PluginKind<?>, NamedRegistry<?>> registries = new HashMap<>();

  private Plugins(Injector injector, ReferenceConfig reference) {
    this.injector = injector;
    this.reference = reference;
    PluginKind.all().forEach(kind -> registries.put(kind, registry(injector, kind)));
  }

  @SuppressWarnings("unchecked") // the type parameters of a Key made from types are not checked
  private static <T extends Configurable<?>> NamedRegistry<T> registry(
      Injector injector, PluginKind<T> kind) {
    Key<?> key = Key.get(Types.mapOf(String.class, kind.contract().getType()));
    return new NamedRegistry<>(kind, (Map<String, T>) injector.getInstance(key));
  }

  /**
   * Finds the plug-ins on the class path: those that the thread's context class loader sees, or, if
   * it has none, the loader of this class.
   *
   * @return the plug-ins
   * @throws InvalidPluginException if a name is bound twice or a plug-in is damaged
   * @throws InvalidConfigException if a {@code reference.conf} is malformed
   */
  public static Plugins load() {
    return load(defaultLoader());
  }

  /**
   * Finds the plug-ins on the class path and in jars.
   *
   * @param jarsOrFolders jars, and folders that hold jars; see {@link PluginFolder}
   * @return the plug-ins
   * @throws InvalidPluginException if a name is bound twice or a plug-in is damaged
   * @throws InvalidConfigException if a {@code reference.conf} is malformed
   */
  public static Plugins load(List<Path> jarsOrFolders) {
    return load(PluginFolder.loader(jarsOrFolders, defaultLoader()));
  }

  /**
   * Finds the plug-ins that a class loader sees.
   *
   * @param loader where to look
   * @return the plug-ins
   * @throws InvalidPluginException if a name is bound twice or a plug-in is damaged
   * @throws InvalidConfigException if a {@code reference.conf} is malformed
   */
  public static Plugins load(ClassLoader loader) {
    return of(PluginModules.find(loader), ReferenceConfig.load(loader));
  }

  /**
   * Takes just these plug-ins, with the defaults on the class path.
   *
   * @param plugins the plug-ins
   * @return the plug-ins, by name
   * @throws InvalidPluginException if a name is bound twice
   * @throws InvalidConfigException if a {@code reference.conf} is malformed
   */
  public static Plugins of(List<? extends RecsysPlugin> plugins) {
    return of(plugins, ReferenceConfig.load(defaultLoader()));
  }

  /**
   * Takes just these plug-ins and defaults.
   *
   * @param plugins the plug-ins
   * @param reference the defaults of their options
   * @return the plug-ins, by name
   * @throws InvalidPluginException if a name is bound twice
   */
  public static Plugins of(List<? extends RecsysPlugin> plugins, ReferenceConfig reference) {
    return new Plugins(PluginModules.injector(plugins), reference);
  }

  private static ClassLoader defaultLoader() {
    ClassLoader context = Thread.currentThread().getContextClassLoader();
    return context != null ? context : Plugins.class.getClassLoader();
  }

  /**
   * The models.
   *
   * @return their factories by name
   */
  public NamedRegistry<RecommenderFactory<?>> recommenders() {
    return registry(PluginKind.MODEL);
  }

  /**
   * The metrics.
   *
   * @return their factories by name
   */
  public NamedRegistry<MetricFactory<?>> metrics() {
    return registry(PluginKind.METRIC);
  }

  /**
   * The sources of data.
   *
   * @return the sources by name
   */
  public NamedRegistry<DatasetSource<?>> sources() {
    return registry(PluginKind.SOURCE);
  }

  /**
   * The steps that clean or filter data.
   *
   * @return the preparations by name
   */
  public NamedRegistry<Preparation<?>> preparations() {
    return registry(PluginKind.PREPARATION);
  }

  /**
   * The strategies for splitting data.
   *
   * @return the splitters by name
   */
  public NamedRegistry<Splitter<?>> splitters() {
    return registry(PluginKind.SPLIT);
  }

  /**
   * The feature extractors.
   *
   * @return their factories by name
   */
  public NamedRegistry<FeatureExtractorFactory<?>> extractors() {
    return registry(PluginKind.EXTRACTOR);
  }

  /**
   * The policies of what is ranked for each user.
   *
   * @return the policies by name
   */
  public NamedRegistry<CandidatePolicy<?>> candidates() {
    return registry(PluginKind.CANDIDATES);
  }

  /**
   * The plug-ins of a kind.
   *
   * @param kind which
   * @param <T> their contract
   * @return the plug-ins by name
   */
  @SuppressWarnings("unchecked") // a kind's registry is made with the kind's type
  public <T extends Configurable<?>> NamedRegistry<T> registry(PluginKind<T> kind) {
    return (NamedRegistry<T>) Objects.requireNonNull(registries.get(kind));
  }

  /**
   * The defaults.
   *
   * @return what all jars' {@code reference.conf} say
   */
  public ReferenceConfig reference() {
    return reference;
  }

  /**
   * The defaults of one plug-in.
   *
   * @param kind its kind
   * @param name its name
   * @return its object in {@code reference.conf}, empty if it has none
   */
  public ConfigObject defaults(PluginKind<?> kind, String name) {
    return reference.defaults(kind.section(), name);
  }

  /**
   * The injector, for whatever else plug-ins bind.
   *
   * @return the strict injector
   */
  public Injector injector() {
    return injector;
  }

  /**
   * Something that a plug-in binds by class.
   *
   * @param type the class, which must be bound explicitly
   * @param <T> its type
   * @return the bound instance
   */
  public <T> T instance(Class<T> type) {
    return injector.getInstance(type);
  }

  /**
   * Finds what a reference means: the plug-in, and its options over the defaults. For metrics,
   * {@code ndcg@10} is short for {@code ndcg} with the option {@code k = 10}.
   *
   * @param kind what the reference stands for
   * @param reference what a file says
   * @param problems takes whatever is wrong: an unknown name, all bad options
   * @param <T> the contract
   * @return the plug-in with its options, empty if and only if a problem was added
   */
  public <T extends Configurable<?>> Optional<Configured<T>> resolve(
      PluginKind<T> kind, PluginReference reference, Problems problems) {
    Optional<PluginReference> full =
        kind.equals(PluginKind.METRIC)
            ? Cutoff.expand(reference, metrics(), problems)
            : Optional.of(reference);
    return full.flatMap(it -> resolveFull(kind, it, problems));
  }

  private <T extends Configurable<?>> Optional<Configured<T>> resolveFull(
      PluginKind<T> kind, PluginReference reference, Problems problems) {
    String name = reference.name();
    T plugin;
    try {
      plugin = registry(kind).get(name);
    } catch (UnknownNameException e) {
      problems.add(reference.value(), reference.path(), String.valueOf(e.getMessage()));
      return Optional.empty();
    }
    return RecordReader.standard()
        .read(
            reference.options(),
            reference.optionsPath(),
            plugin.optionsType(),
            defaults(kind, name),
            problems)
        .map(options -> new Configured<>(reference.label().orElse(name), name, plugin, options));
  }

  /**
   * A reader of records that use plug-ins. A component may be, say, {@code
   * Configured<RecommenderFactory<?>>}, or a list of these; the forms are those of {@link
   * PluginReference}, and for splits also {@code { strategy = name, option = ... }}. In a list of
   * models or metrics no label may occur twice.
   *
   * @return a reader that knows {@link Configured} for each kind
   */
  public RecordReader reader() {
    RecordReader reader = RecordReader.standard();
    for (PluginKind<?> kind : PluginKind.all()) {
      reader = new PluginReader<>(this, kind).addTo(reader);
    }
    return reader;
  }

  /**
   * A plug-in with its default options.
   *
   * @param kind its kind
   * @param name its name; for metrics also {@code ndcg@10}
   * @param <T> the contract
   * @return the plug-in, ready to use
   * @throws InvalidConfigException if there is none of that name, or an option has no default
   */
  public <T extends Configurable<?>> Configured<T> configured(PluginKind<T> kind, String name) {
    return configured(kind, name, "");
  }

  /**
   * A plug-in with options.
   *
   * @param kind its kind
   * @param name its name; for metrics also {@code ndcg@10}
   * @param hocon options that differ from their defaults: {@code "regularisation = 500"}
   * @param <T> the contract
   * @return the plug-in, ready to use
   * @throws InvalidConfigException if there is none of that name, or an option is wrong
   */
  public <T extends Configurable<?>> Configured<T> configured(
      PluginKind<T> kind, String name, String hocon) {
    return configured(kind, name, ConfigFiles.parse(hocon, OPTIONS));
  }

  /**
   * A plug-in with options.
   *
   * @param kind its kind
   * @param name its name; for metrics also {@code ndcg@10}
   * @param options options that differ from their defaults, by key
   * @param <T> the contract
   * @return the plug-in, ready to use
   * @throws InvalidConfigException if there is none of that name, or an option is wrong
   */
  public <T extends Configurable<?>> Configured<T> configured(
      PluginKind<T> kind, String name, Map<String, ?> options) {
    return configured(kind, name, ConfigValueFactory.fromMap(options, OPTIONS));
  }

  private <T extends Configurable<?>> Configured<T> configured(
      PluginKind<T> kind, String name, ConfigObject options) {
    Problems problems = new Problems();
    Optional<Configured<T>> configured =
        resolve(
            kind, new PluginReference(name, Optional.empty(), options, "", "", options), problems);
    problems.throwIfAny();
    return configured.orElseThrow();
  }
}
