package org.recsys4j.eval.tuning;

import com.typesafe.config.ConfigObject;
import com.typesafe.config.ConfigValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.recsys4j.api.config.Problems;
import org.recsys4j.api.plugin.PluginKind;
import org.recsys4j.api.plugin.PluginReference;
import org.recsys4j.api.plugin.Plugins;
import org.recsys4j.eval.experiment.ExperimentConfig;

/** One model of an experiment, and what is searched for it. */
public final class ModelSpace {
  private final Plugins plugins;
  private final PluginReference reference;
  private final SearchSpace space;
  private final Point defaults;
  private final Map<List<String>, ConfigValue> written;

  /**
   * A model with its space.
   *
   * @param plugins know the model
   * @param reference names it, with what the file gives for options that are not searched
   * @param space what is searched
   * @param defaults the point of the defaults
   * @param written how the file says the space, by path
   */
  ModelSpace(
      Plugins plugins,
      PluginReference reference,
      SearchSpace space,
      Point defaults,
      Map<List<String>, ConfigValue> written) {
    this.plugins = plugins;
    this.reference = reference;
    this.space = space;
    this.defaults = defaults;
    this.written = new LinkedHashMap<>(written);
  }

  /**
   * What the experiment calls the model.
   *
   * @return its label
   */
  public String label() {
    return reference.label().orElse(reference.name());
  }

  /**
   * What is searched.
   *
   * @return a space, without dimensions where the file gives values alone
   */
  public SearchSpace space() {
    return space;
  }

  /**
   * The point of the defaults: no coordinate where a default is outside of its domain.
   *
   * @return a point
   */
  public Point defaults() {
    return defaults;
  }

  /**
   * The model at a point.
   *
   * @param point a point of the space
   * @return the model with its options; empty if it refuses that combination of values
   */
  public Optional<ExperimentConfig.Model> model(Point point) {
    PluginReference here = reference.withOptions(space.apply(reference.options(), point));
    return plugins.resolve(PluginKind.MODEL, here, new Problems()).map(ExperimentConfig.Model::new);
  }

  /** What the file gives for the options that are not searched. */
  ConfigObject values() {
    return reference.options();
  }

  /** The options of the file, with the space in its place. */
  ConfigObject writtenInto(ConfigObject options) {
    ConfigObject result = options;
    for (Map.Entry<List<String>, ConfigValue> expression : written.entrySet()) {
      result = Values.with(result, expression.getKey(), expression.getValue());
    }
    return result;
  }

  /**
   * What a point says, option by option, as a table shows it: {@code factors=64}.
   *
   * @param point a point of the space
   * @param model the model at that point, or with the defaults
   * @return one text for each option that counts
   */
  public List<String> describe(Point point, ExperimentConfig.Model model) {
    List<String> texts = new ArrayList<>();
    for (int d = 0; d < space.size(); d++) {
      if (space.active(d, point)) {
        Object value = model.options();
        for (String key : space.dimensions().get(d).path()) {
          value = value instanceof Map<?, ?> map ? map.get(key) : null;
        }
        texts.add(space.dimensions().get(d).key() + "=" + Values.shown(value));
      }
    }
    return texts;
  }
}
