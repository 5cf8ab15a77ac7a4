package org.recsys4j.eval.experiment;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.recsys4j.api.DatasetSource;
import org.recsys4j.api.Preparation;
import org.recsys4j.api.ReadContext;
import org.recsys4j.api.Splitter;
import org.recsys4j.api.data.Dataset;
import org.recsys4j.api.data.EventLog;
import org.recsys4j.api.data.InvalidDataException;
import org.recsys4j.api.data.Split;
import org.recsys4j.api.plugin.Configured;
import org.recsys4j.api.random.SeedTree;

/**
 * The events of an experiment, ready to be split: what {@link ExperimentRunner} begins with, for
 * whoever wants to look at the data of an experiment without running it.
 *
 * @param dataset the events
 * @param checksum SHA-256 of the events as the source gave them
 * @param steps sizes after the source and after each preparation
 */
public record PreparedData(Dataset dataset, String checksum, List<DataStep> steps) {

  /**
   * Reads and prepares.
   *
   * @param data the source, and what is done to its events
   * @param seed root of all randomness, {@link ExperimentConfig#seedOfData} in an experiment
   * @param context takes progress and warnings
   * @return the events that are left
   * @throws InvalidDataException if they cannot be read, or none is left
   */
  public static PreparedData of(ExperimentConfig.Data data, long seed, ReadContext context) {
    List<DataStep> steps = new ArrayList<>();
    EventLog source = read(data, context, steps);
    String checksum = source.checksum();
    EventLog log = prepare(data, seed, source, steps);
    return new PreparedData(Dataset.of(log), checksum, List.copyOf(steps));
  }

  /**
   * Reads and prepares, and leaves the events in the order of the source.
   *
   * @param data the source, and what is done to its events
   * @param seed root of all randomness, {@link ExperimentConfig#seedOfData} in an experiment
   * @param context takes progress and warnings
   * @return the events that are left
   * @throws InvalidDataException if they cannot be read, or none is left
   */
  public static EventLog events(ExperimentConfig.Data data, long seed, ReadContext context) {
    List<DataStep> steps = new ArrayList<>();
    return prepare(data, seed, read(data, context, steps), steps);
  }

  private static EventLog read(
      ExperimentConfig.Data data, ReadContext context, List<DataStep> steps) {
    Configured<DatasetSource<?>> source = data.source().plugin();
    EventLog log = read(source, context);
    refuseEmpty(log, source.name() + " holds no event");
    steps.add(DataStep.of(source.name(), log));
    return log;
  }

  private static EventLog prepare(
      ExperimentConfig.Data data, long seed, EventLog source, List<DataStep> steps) {
    EventLog log = source;
    for (int i = 0; i < data.prepare().size(); i++) {
      ExperimentConfig.Step step = data.prepare().get(i);
      int before = log.size();
      SeedTree seeds = data.seeds(seed, i);
      log = prepare(step.plugin().plugin(), log, step.plugin().options(), seeds);
      String what = step.plugin().name() + " " + Options.tree(step.plugin().options());
      refuseEmpty(log, "none of " + before + " events is left after " + what);
      steps.add(DataStep.of(step.plugin().name(), log));
    }
    return log;
  }

  /**
   * Splits.
   *
   * @param split the strategy
   * @param seeds where its randomness begins, {@link ExperimentConfig#splitSeeds} in an experiment
   * @return the parts
   * @throws InvalidDataException if the data do not allow it
   */
  public Split split(ExperimentConfig.Split split, SeedTree seeds) {
    return split(split.plugin().plugin(), split.plugin().options(), seeds);
  }

  private <O extends Record> Split split(Splitter<O> splitter, Record options, SeedTree seeds) {
    return splitter.split(dataset, splitter.optionsType().cast(options), seeds);
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
