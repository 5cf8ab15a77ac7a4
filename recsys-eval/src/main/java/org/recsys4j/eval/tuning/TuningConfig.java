package org.recsys4j.eval.tuning;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigObject;
import com.typesafe.config.ConfigRenderOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.recsys4j.api.Metric;
import org.recsys4j.eval.experiment.ExperimentConfig;
import org.recsys4j.eval.experiment.SeveralSeeds;
import org.recsys4j.eval.experiment.SpaceSyntax;

/**
 * An experiment file that is tuned, as {@link TuningReader} reads it.
 *
 * @param experiment the experiment, its models with their defaults where a space is searched; with
 *     the first seed where there are several
 * @param seeds the seeds with which the chosen options are trained and tested, at least one; the
 *     search has the first of them
 * @param tune how to search
 * @param models what to search, in the order of the experiment's models
 * @param block the {@code tune} block with all defaults, to be written again
 */
public record TuningConfig(
    ExperimentConfig experiment,
    List<Long> seeds,
    Tune tune,
    List<ModelSpace> models,
    ConfigObject block) {
  /** Copies the lists. */
  public TuningConfig {
    seeds = List.copyOf(seeds);
    models = List.copyOf(models);
  }

  /**
   * What is made as good as possible.
   *
   * @return the metric of the block, or else that of early stopping
   */
  public Metric metric() {
    return tune.namedMetric().orElseGet(() -> experiment.evaluate().earlyStoppingMetric().metric());
  }

  /**
   * The file again, with all defaults, spaces included. What looks like a secret is hidden.
   *
   * @return JSON that {@link TuningReader} reads
   */
  JsonNode tree() {
    ObjectMapper mapper = new ObjectMapper();
    ObjectNode root = mapper.valueToTree(experiment.tree());
    ObjectNode file = (ObjectNode) root.get("experiment");
    if (seeds.size() > 1) {
      file.remove(SeveralSeeds.ONE);
      file.set(SeveralSeeds.KEY, mapper.valueToTree(seeds));
    }
    file.set(SpaceSyntax.TUNE, json(block, mapper));
    ArrayNode written = (ArrayNode) file.get("models");
    for (int i = 0; i < models.size(); i++) {
      ObjectNode model = (ObjectNode) written.get(i);
      ConfigObject options = ConfigFactory.parseString(model.get("options").toString()).root();
      model.set("options", json(models.get(i).writtenInto(options), mapper));
    }
    return root;
  }

  private static JsonNode json(ConfigObject object, ObjectMapper mapper) {
    try {
      return mapper.readTree(object.render(ConfigRenderOptions.concise()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
