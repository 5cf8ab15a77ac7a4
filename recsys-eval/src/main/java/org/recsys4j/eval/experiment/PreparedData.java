package org.recsys4j.eval.experiment;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.recsys4j.api.DatasetSource;
import org.recsys4j.api.Preparation;
import org.recsys4j.api.ReadContext;
import org.recsys4j.api.data.Dataset;
import org.recsys4j.api.data.EventLog;
import org.recsys4j.api.data.InvalidDataException;
import org.recsys4j.api.plugin.Configured;
import org.recsys4j.api.random.SeedTree;

/**
 * The events of an experiment, ready to be split.
 *
 * @param dataset the events
 * @param checksum SHA-256 of the events as the source gave them
 * @param steps sizes after the source and after each preparation
 */
record PreparedData(Dataset dataset, String checksum, List<DataStep> steps) {

  /** Reads and prepares. */
  static PreparedData of(ExperimentConfig config, ReadContext context) {
    ExperimentConfig.Data data = config.data();
    Configured<DatasetSource<?>> source = data.source().plugin();
    EventLog log = read(source, context);
    refuseEmpty(log, source.name() + " holds no event");
    String checksum = log.checksum();
    List<DataStep> steps = new ArrayList<>(List.of(DataStep.of(source.name(), log)));
    for (int i = 0; i < data.prepare().size(); i++) {
      ExperimentConfig.Step step = data.prepare().get(i);
      int before = log.size();
      SeedTree seeds = config.preparationSeeds(i);
      log = prepare(step.plugin().plugin(), log, step.plugin().options(), seeds);
      String what = step.plugin().name() + " " + Options.tree(step.plugin().options());
      refuseEmpty(log, "none of " + before + " events is left after " + what);
      steps.add(DataStep.of(step.plugin().name(), log));
    }
    return new PreparedData(Dataset.of(log), checksum, List.copyOf(steps));
  }

  private static void refuseEmpty(EventLog log, String message) {
    if (log.size() == 0) {
      throw new InvalidDataException(message);
    }
  }

  private static EventLog read(Configured<DatasetSource<?>> source, ReadContext context) {
    try {
      return read(source.plugin(), source.options(), context);
    } catch (IOException e) {
      throw new InvalidDataException(
          "cannot read " + source.name() + ": " + IoReason.withFile(e), e);
    }
  }

  private static <O extends Record> EventLog read(
      DatasetSource<O> source, Record options, ReadContext context) throws IOException {
    return source.read(source.optionsType().cast(options), context);
  }

  private static <O extends Record> EventLog prepare(
      Preparation<O> step, EventLog log, Record options, SeedTree seeds) {
    return step.prepare(log, step.optionsType().cast(options), seeds);
  }
}
