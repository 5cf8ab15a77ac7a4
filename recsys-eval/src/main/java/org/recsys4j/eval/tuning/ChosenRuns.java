package org.recsys4j.eval.tuning;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.recsys4j.api.SplitStore;
import org.recsys4j.api.plugin.Plugins;
import org.recsys4j.eval.experiment.ExperimentConfig;
import org.recsys4j.eval.experiment.RunContext;
import org.recsys4j.eval.experiment.SuccessiveRuns;
import org.recsys4j.eval.experiment.SuccessiveRuns.JoinedFiles;
import org.recsys4j.eval.experiment.SuccessiveRuns.Outcome;
import org.recsys4j.eval.experiment.TrialBench;

/**
 * The runs at the end of a tuning, one for each seed, with the options that were chosen: the only
 * ones that measure the test part. Each is one like any other, in the folder {@code run} of the
 * tuning. All have the split that the trials had, so that no test event of any of them was ever
 * looked at by the search.
 */
final class ChosenRuns {
  private static final String EARLIER = "earlier";

  private final TrialBench bench;
  private final SuccessiveRuns runs;
  private final SplitStore store;

  ChosenRuns(TrialBench bench, RunContext context, Plugins plugins) {
    this.bench = bench;
    this.runs = new SuccessiveRuns(bench.path(), context, plugins);
    this.store = plugins.instance(SplitStore.class);
  }

  /** The runs, and what several of them came to together. */
  record Outcomes(List<Outcome> runs, Optional<JoinedFiles> joined) {}

  /** Runs, or goes on with what a process before this one began. */
  Outcomes run(ExperimentConfig chosen, List<Long> seeds) {
    putOtherChoicesAside(chosen);
    List<ExperimentConfig> experiments =
        seeds.size() == 1 ? List.of(chosen) : seeds.stream().map(chosen::onSameSplit).toList();
    List<Outcome> outcomes = runs.run(experiments, it -> warnOfOtherSplit(it.folder()));
    return new Outcomes(
        outcomes,
        outcomes.size() == 1 ? Optional.empty() : Optional.of(runs.join(outcomes, chosen)));
  }

  /** Trials that were made again may have changed what is best. */
  private void putOtherChoicesAside(ExperimentConfig chosen) {
    ObjectMapper mapper = new ObjectMapper();
    JsonNode models = mapper.valueToTree(chosen.tree()).at("/experiment/models");
    for (Path run : runs.folders()) {
      if (!SuccessiveRuns.models(run).equals(models)) {
        Path aside = bench.putAside(run, EARLIER);
        bench.warn(
            "other options were chosen after trials had been made again: "
                + aside
                + " measured those that were best before");
      }
    }
  }

  private void warnOfOtherSplit(Path run) {
    try {
      if (!store.checksums(run.resolve("split")).equals(bench.setting().get("split-checksums"))) {
        bench.warn(
            "the data have changed since the trials were made: "
                + run
                + " has another split than "
                + bench.path());
      }
    } catch (IOException e) {
      return; // the run is whole without it
    }
  }

  /** Ends the run that is under way from another thread, and begins no other. */
  void interrupt() {
    runs.interrupt();
  }
}
