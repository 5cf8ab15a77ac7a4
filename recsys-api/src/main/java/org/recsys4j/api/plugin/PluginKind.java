package org.recsys4j.api.plugin;

import com.google.inject.TypeLiteral;
import java.util.List;
import java.util.Optional;
import org.recsys4j.api.CandidatePolicy;
import org.recsys4j.api.Configurable;
import org.recsys4j.api.DatasetSource;
import org.recsys4j.api.FeatureExtractorFactory;
import org.recsys4j.api.MetricFactory;
import org.recsys4j.api.Preparation;
import org.recsys4j.api.RecommenderFactory;
import org.recsys4j.api.Splitter;

/**
 * A kind of plug-in: ties the contract to the words by which users know it. A closed set of
 * constants, like an enum, but each with the type of its contract.
 *
 * @param <T> the contract
 */
public final class PluginKind<T extends Configurable<?>> {
  /** Models. */
  public static final PluginKind<RecommenderFactory<?>> MODEL =
      new PluginKind<>("model", "models", new TypeLiteral<>() {});

  /** Metrics. */
  public static final PluginKind<MetricFactory<?>> METRIC =
      new PluginKind<>("metric", "metrics", new TypeLiteral<>() {});

  /** Where data comes from. */
  public static final PluginKind<DatasetSource<?>> SOURCE =
      new PluginKind<>("source", "sources", new TypeLiteral<>() {});

  /** Strategies for splitting data into train, validation and test. */
  public static final PluginKind<Splitter<?>> SPLIT =
      new PluginKind<>("split", "splits", new TypeLiteral<>() {});

  /** Steps that clean or filter data. */
  public static final PluginKind<Preparation<?>> PREPARATION =
      new PluginKind<>("preparation", "preparations", new TypeLiteral<>() {});

  /** Feature extractors. */
  public static final PluginKind<FeatureExtractorFactory<?>> EXTRACTOR =
      new PluginKind<>("extractor", "extractors", new TypeLiteral<>() {});

  /** What is ranked for each user. */
  public static final PluginKind<CandidatePolicy<?>> CANDIDATES =
      new PluginKind<>("candidate policy", "candidates", new TypeLiteral<>() {});

  private static final List<PluginKind<?>> ALL =
      List.of(MODEL, METRIC, SOURCE, SPLIT, PREPARATION, EXTRACTOR, CANDIDATES);

  private final String noun;
  private final String section;
  private final TypeLiteral<T> contract;

  private PluginKind(String noun, String section, TypeLiteral<T> contract) {
    this.noun = noun;
    this.section = section;
    this.contract = contract;
  }

  /**
   * All kinds, in the order in which to list them.
   *
   * @return the constants
   */
  public static List<PluginKind<?>> all() {
    return ALL;
  }

  /**
   * The kind that a user names.
   *
   * @param section such as {@code models}
   * @return the kind, empty if there is none
   */
  public static Optional<PluginKind<?>> of(String section) {
    return ALL.stream().filter(kind -> kind.section.equals(section)).findFirst();
  }

  /**
   * What one of the kind is called in messages.
   *
   * @return such as {@code model}
   */
  public String noun() {
    return noun;
  }

  /**
   * The section of {@code reference.conf} below {@code recsys}, and the word for {@code recsys
   * list}.
   *
   * @return such as {@code models}
   */
  public String section() {
    return section;
  }

  /**
   * The contract that plug-ins of this kind implement.
   *
   * @return its type, as Guice names it
   */
  public TypeLiteral<T> contract() {
    return contract;
  }

  @Override
  public String toString() {
    return section;
  }
}
