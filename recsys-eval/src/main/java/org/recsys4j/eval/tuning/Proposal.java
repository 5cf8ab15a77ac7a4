package org.recsys4j.eval.tuning;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import org.recsys4j.eval.experiment.ExperimentConfig;

/**
 * What a trial tries.
 *
 * @param number of the trial, from 1
 * @param point where it is
 * @param model the model with its options
 * @param searched the options that are searched, as a table shows them
 */
record Proposal(int number, Point point, ExperimentConfig.Model model, List<String> searched) {
  static Proposal of(int number, Point point, ExperimentConfig.Model model, ModelSpace space) {
    return new Proposal(number, point, model, space.describe(point, model));
  }

  /** All options, as JSON in one line. */
  String options() {
    try {
      return new ObjectMapper().writeValueAsString(model.options());
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("options that are no JSON", e);
    }
  }
}
