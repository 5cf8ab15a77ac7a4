package org.recsys4j.eval.experiment;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.recsys4j.api.CandidatePolicy;
import org.recsys4j.api.DatasetSource;
import org.recsys4j.api.FeatureExtractorFactory;
import org.recsys4j.api.Metric;
import org.recsys4j.api.Preparation;
import org.recsys4j.api.RecommenderFactory;
import org.recsys4j.api.Splitter;
import org.recsys4j.api.config.Check;
import org.recsys4j.api.config.Range;
import org.recsys4j.api.plugin.Configured;
import org.recsys4j.api.random.SeedTree;
import org.recsys4j.eval.group.Groups;
import org.recsys4j.eval.protocol.ColdItems;
import org.recsys4j.eval.protocol.ColdUsers;
import org.recsys4j.eval.protocol.HistoryPart;
import org.recsys4j.eval.protocol.Mask;
import org.recsys4j.eval.protocol.Rules;
import org.recsys4j.eval.protocol.SampledMetric;
import org.recsys4j.eval.statistics.Resampling;

/**
 * One experiment, as its file says it, with every name found and every option checked. The
 * components are the keys of the file's {@code experiment} object; {@link ExperimentReader} reads
 * it.
 *
 * @param name names the run directory
 * @param seed root of all randomness
 * @param dataSeed where the randomness of preparations, split and candidates begins, in the place
 *     of the seed, so that runs with different seeds have the same split
 * @param data where events come from, and what is done to them before the split
 * @param split how events are held out
 * @param features what is made of the attributes of items and users
 * @param models what is compared, in the order of the file; labels are unique
 * @param evaluate who is ranked against what, and what is measured
 */
public record ExperimentConfig(
    String name,
    long seed,
    Optional<Long> dataSeed,
    Data data,
    Split split,
    Features features,
    List<Model> models,
    Evaluate evaluate) {
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,59}");

  /** Checks the name and that there is something to compare. */
  public ExperimentConfig {
    problemOfName(name)
        .ifPresent(
            message -> {
              throw new IllegalArgumentException("name: " + message);
            });
    Check.notEmpty("models", models);
    models = List.copyOf(models);
  }

  /**
   * The same with other models.
   *
   * @param others what is compared; labels are unique
   * @return a new experiment
   */
  public ExperimentConfig withModels(List<Model> others) {
    return new ExperimentConfig(name, seed, dataSeed, data, split, features, others, evaluate);
  }

  /**
   * The same on the same split, with other random numbers for the models.
   *
   * @param other root of all randomness but that of the data
   * @return a new experiment
   */
  public ExperimentConfig onSameSplit(long other) {
    return new ExperimentConfig(
        name, other, Optional.of(seedOfData()), data, split, features, models, evaluate);
  }

  /**
   * The experiment as a tree of maps, lists, texts and numbers that, written as JSON, is an
   * experiment file again. What looks like a secret is hidden.
   *
   * @return a new tree
   */
  public Map<String, @Nullable Object> tree() {
    return ConfigTree.of(this);
  }

  /** Why an experiment cannot have a name, empty if it can. */
  static Optional<String> problemOfName(String name) {
    return NAME.matcher(name).matches()
        ? Optional.empty()
        : Optional.of(
            "\""
                + name
                + "\" is not a folder's name: 1 to 60 letters, digits, '.', '_' and '-',"
                + " a letter or digit first");
  }

  /**
   * Root of the randomness of preparations, split and candidates.
   *
   * @return the seed of the data, where there is one of their own, or else that of the experiment
   */
  public long seedOfData() {
    return dataSeed.orElse(seed);
  }

  /**
   * Where the split's randomness begins.
   *
   * @return a child of the data's seed
   */
  public SeedTree splitSeeds() {
    return new SeedTree(seedOfData()).child("split");
  }

  /**
   * Where the randomness of sampled candidates begins.
   *
   * @return a child of the data's seed
   */
  public SeedTree candidateSeeds() {
    return new SeedTree(seedOfData()).child("candidates");
  }

  /**
   * Where a model's randomness begins. It depends on the experiment's seed and the label alone, so
   * that adding a model leaves the others as they were.
   *
   * @param label the model's label
   * @return a child of the experiment's seed
   */
  public SeedTree modelSeeds(String label) {
    return new SeedTree(seed).child("model").child(label);
  }

  /**
   * What orders equal scores, the same for all models.
   *
   * @return a seed
   */
  public long tieSeed() {
    return new SeedTree(seed).child("ties").seed();
  }

  /**
   * Where the randomness of statistics begins.
   *
   * @return a seed
   */
  public long statisticsSeed() {
    return new SeedTree(seed).child("statistics").seed();
  }

  /**
   * Where events come from.
   *
   * @param source what is read
   * @param prepare what is done to the events, in this order
   */
  public record Data(Source source, List<Step> prepare) {
    /** Copies the list. */
    public Data {
      prepare = List.copyOf(prepare);
    }

    /**
     * Where the randomness of a preparation begins. It depends on the seed, the step's name, and on
     * how many steps of that name come before it, so that other steps make no difference.
     *
     * @param seed the experiment's seed
     * @param step index of the step
     * @return a child of the seed
     */
    public SeedTree seeds(long seed, int step) {
      String name = prepare.get(step).plugin().name();
      long before =
          prepare.subList(0, step).stream().filter(it -> it.plugin().name().equals(name)).count();
      return new SeedTree(seed).child("prepare").child(name, before);
    }
  }

  /**
   * A source of events.
   *
   * @param plugin the source and its options
   */
  public record Source(Configured<DatasetSource<?>> plugin) {}

  /**
   * A step of preparation.
   *
   * @param plugin the step and its options
   */
  public record Step(Configured<Preparation<?>> plugin) {}

  /**
   * A way to hold events out.
   *
   * @param plugin the strategy and its options
   */
  public record Split(Configured<Splitter<?>> plugin) {}

  /**
   * What models are told of items and users in numbers: extractors, each behind the one before.
   *
   * @param items extractors for items
   * @param users extractors for users
   */
  public record Features(List<Extractor> items, List<Extractor> users) {
    /** Copies the lists. */
    public Features {
      items = List.copyOf(items);
      users = List.copyOf(users);
    }
  }

  /**
   * A feature extractor, or a step behind some.
   *
   * @param plugin the extractor and its options
   */
  public record Extractor(Configured<FeatureExtractorFactory<?>> plugin) {}

  /**
   * What is ranked for each user of the test part.
   *
   * @param plugin the policy and its options
   */
  public record Candidates(Configured<CandidatePolicy<?>> plugin) {
    /**
     * What the names of metrics add.
     *
     * @return such as {@code uniform-100}; empty where all items are ranked
     */
    public Optional<String> sampler() {
      return sampler(plugin.plugin());
    }

    private <O extends Record> Optional<String> sampler(CandidatePolicy<O> policy) {
      return policy.sampler(policy.optionsType().cast(plugin.options()));
    }
  }

  /**
   * One use of a model.
   *
   * @param plugin the model and its options
   */
  public record Model(Configured<RecommenderFactory<?>> plugin) {
    /**
     * What the experiment calls it.
     *
     * @return the label, or the model's name where the file gives none
     */
    public String label() {
      return plugin.label();
    }

    /**
     * Its options as a file would say them. What looks like a secret is hidden.
     *
     * @return values by key, in the order of declaration
     */
    public Map<String, @Nullable Object> options() {
      return Options.tree(plugin.options());
    }
  }

  /**
   * A metric with its key in tables and files.
   *
   * @param key as the file writes it: {@code ndcg@10}
   * @param name the plug-in's name: {@code ndcg}
   * @param options its options
   * @param metric the metric
   */
  public record NamedMetric(String key, String name, Record options, Metric metric) {}

  /**
   * The protocol, and what is measured.
   *
   * @param metrics what the leaderboard shows; the first one orders it
   * @param mask which items that a user had before are no candidates
   * @param history what scoring sees of a user at test time
   * @param coldItems what happens to items without training event
   * @param coldUsers what happens to users without training event
   * @param candidates what is ranked for each user of the test part
   * @param earlyStoppingMetric what models that watch the validation part look at
   * @param baseline label of the model that others are compared with; empty for the best of each
   *     metric
   * @param resamples how many draws intervals and randomisation tests rest on
   * @param groups which groups of users, items and times metrics are told of besides
   */
  public record Evaluate(
      List<NamedMetric> metrics,
      Mask mask,
      HistoryPart history,
      ColdItems coldItems,
      ColdUsers coldUsers,
      Candidates candidates,
      NamedMetric earlyStoppingMetric,
      Optional<String> baseline,
      @Range(min = Resampling.FEWEST_DRAWS, max = Resampling.MOST_DRAWS) int resamples,
      Groups groups) {
    /** Checks that something is measured. */
    public Evaluate {
      Check.notEmpty("metrics", metrics);
      metrics = List.copyOf(metrics);
    }

    /**
     * The metrics by the names that results have: where candidates are sampled, key and label name
     * the sampler.
     *
     * @return as many as {@link #metrics()}, in the same order
     */
    public List<NamedMetric> measured() {
      return candidates
          .sampler()
          .map(sampler -> metrics.stream().map(metric -> sampled(metric, sampler)).toList())
          .orElse(metrics);
    }

    private static NamedMetric sampled(NamedMetric metric, String sampler) {
      return new NamedMetric(
          SampledMetric.name(metric.key(), sampler),
          metric.name(),
          metric.options(),
          new SampledMetric(metric.metric(), sampler));
    }

    /**
     * The rules by which users are evaluated.
     *
     * @return mask, history and what happens to the cold
     */
    public Rules rules() {
      return new Rules(mask, history, coldItems, coldUsers);
    }
  }
}
