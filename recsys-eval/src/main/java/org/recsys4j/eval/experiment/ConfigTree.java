package org.recsys4j.eval.experiment;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.recsys4j.api.plugin.Configured;

/** An experiment as a tree that, written as JSON, is an experiment file again. */
final class ConfigTree {
  private static final String NAME = "name";
  private static final String OPTIONS = "options";

  private ConfigTree() {}

  static Map<String, @Nullable Object> of(ExperimentConfig config) {
    Map<String, @Nullable Object> experiment = new LinkedHashMap<>();
    experiment.put(NAME, config.name());
    experiment.put("seed", config.seed());
    experiment.put("data-seed", config.dataSeed().orElse(null));
    experiment.put("data", data(config));
    experiment.put("split", split(config));
    experiment.put("features", features(config.features()));
    experiment.put("models", config.models().stream().map(it -> labelled(it.plugin())).toList());
    experiment.put("evaluate", evaluate(config.evaluate()));
    Map<String, @Nullable Object> root = new LinkedHashMap<>();
    root.put("experiment", experiment);
    return root;
  }

  private static Map<String, @Nullable Object> data(ExperimentConfig config) {
    Map<String, @Nullable Object> tree = new LinkedHashMap<>();
    tree.put("source", named(config.data().source().plugin()));
    tree.put("prepare", prepare(config));
    return tree;
  }

  static List<Map<String, @Nullable Object>> prepare(ExperimentConfig config) {
    return config.data().prepare().stream().map(it -> named(it.plugin())).toList();
  }

  static Map<String, @Nullable Object> split(ExperimentConfig config) {
    Configured<?> plugin = config.split().plugin();
    Map<String, @Nullable Object> tree = new LinkedHashMap<>();
    tree.put("strategy", plugin.name());
    tree.putAll(Options.tree(plugin.options()));
    return tree;
  }

  private static Map<String, @Nullable Object> features(ExperimentConfig.Features features) {
    Map<String, @Nullable Object> tree = new LinkedHashMap<>();
    tree.put("items", features.items().stream().map(it -> labelled(it.plugin())).toList());
    tree.put("users", features.users().stream().map(it -> labelled(it.plugin())).toList());
    return tree;
  }

  static Map<String, @Nullable Object> metric(ExperimentConfig.NamedMetric metric) {
    Map<String, @Nullable Object> tree = new LinkedHashMap<>();
    tree.put(NAME, metric.name());
    tree.put("label", metric.key());
    tree.put(OPTIONS, Options.tree(metric.options()));
    return tree;
  }

  private static Map<String, @Nullable Object> evaluate(ExperimentConfig.Evaluate evaluate) {
    Map<String, @Nullable Object> tree = new LinkedHashMap<>();
    tree.put("metrics", evaluate.metrics().stream().map(ConfigTree::metric).toList());
    tree.put("mask", Options.word(evaluate.mask()));
    tree.put("history", Options.word(evaluate.history()));
    tree.put("cold-items", Options.word(evaluate.coldItems()));
    tree.put("cold-users", Options.word(evaluate.coldUsers()));
    tree.put("candidates", named(evaluate.candidates().plugin()));
    tree.put("early-stopping-metric", metric(evaluate.earlyStoppingMetric()));
    tree.put("baseline", evaluate.baseline().orElse(null));
    tree.put("resamples", evaluate.resamples());
    tree.put("groups", Options.tree(evaluate.groups()));
    return tree;
  }

  private static Map<String, @Nullable Object> named(Configured<?> plugin) {
    Map<String, @Nullable Object> tree = new LinkedHashMap<>();
    tree.put(NAME, plugin.name());
    tree.put(OPTIONS, Options.tree(plugin.options()));
    return tree;
  }

  private static Map<String, @Nullable Object> labelled(Configured<?> plugin) {
    Map<String, @Nullable Object> tree = new LinkedHashMap<>();
    tree.put(NAME, plugin.name());
    tree.put("label", plugin.label());
    tree.put(OPTIONS, Options.tree(plugin.options()));
    return tree;
  }
}
