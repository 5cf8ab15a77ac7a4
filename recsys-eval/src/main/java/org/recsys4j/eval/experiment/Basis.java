package org.recsys4j.eval.experiment;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import org.recsys4j.api.CandidatePolicy;
import org.recsys4j.api.ReadContext;
import org.recsys4j.api.SplitStore;
import org.recsys4j.api.data.Dataset;
import org.recsys4j.api.data.InvalidDataException;
import org.recsys4j.api.data.Split;

/**
 * What all models of a run are fitted to and measured on.
 *
 * @param dataChecksum SHA-256 of the events as the source gave them
 * @param steps sizes after the source and after each preparation
 * @param split the parts
 * @param files SHA-256 of the split's files
 */
record Basis(
    String dataChecksum, List<DataStep> steps, Split split, SortedMap<String, String> files) {
  /** Where the split is, in the folder of a run. */
  static final String FOLDER = "split";

  /** Reads, prepares and splits the data, and writes the split into the run's folder. */
  static Basis make(
      ExperimentConfig config,
      ReadContext reading,
      Optional<PreparedCache> cache,
      SplitStore store,
      RunDirectory run) {
    PreparedData data =
        cache
            .map(it -> it.get(config.data(), config.seedOfData(), reading))
            .orElseGet(() -> PreparedData.of(config.data(), config.seedOfData(), reading));
    Split parts = data.split(config.split(), config.splitSeeds());
    String empty = parts.train().size() == 0 ? "training" : parts.test().size() == 0 ? "test" : "";
    if (!empty.isEmpty()) {
      throw new InvalidDataException(
          "the " + empty + " part of the split " + ConfigTree.split(config) + " is empty");
    }
    Split split =
        candidates(config.evaluate().candidates().plugin().plugin(), data.dataset(), parts, config);
    Path folder = run.path().resolve(FOLDER);
    try {
      return new Basis(data.checksum(), data.steps(), split, store.write(split, folder));
    } catch (IOException e) {
      throw RunFailedException.cannotWrite(folder, e);
    }
  }

  private static <O extends Record> Split candidates(
      CandidatePolicy<O> policy, Dataset dataset, Split split, ExperimentConfig config) {
    O options = policy.optionsType().cast(config.evaluate().candidates().plugin().options());
    return split.withCandidates(policy.draw(dataset, split, options, config.candidateSeeds()));
  }

  /**
   * Takes the split from the run's folder.
   *
   * @throws InvalidDataException if it is not the one that the run was begun with
   */
  static Basis saved(UnfinishedRun run, SplitStore store) {
    Path folder = run.folder().resolve(FOLDER);
    return saved(folder, run.splitFiles(), run.dataChecksum(), run.steps(), store);
  }

  /** The same for any folder with a split, of which an earlier process noted the checksums. */
  static Basis saved(
      Path folder,
      SortedMap<String, String> noted,
      String dataChecksum,
      List<DataStep> steps,
      SplitStore store) {
    try {
      SortedMap<String, String> files = store.checksums(folder);
      if (!files.equals(noted)) {
        throw new InvalidDataException(
            folder + " is not the split of this run: the manifest has other checksums");
      }
      return new Basis(dataChecksum, steps, store.read(folder), files);
    } catch (IOException e) {
      throw new InvalidDataException("cannot read " + folder + ": " + IoReason.withFile(e), e);
    }
  }
}
