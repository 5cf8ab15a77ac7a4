package org.recsys4j.eval.tuning;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import org.recsys4j.api.random.SeedTree;
import org.recsys4j.eval.experiment.ExperimentConfig;

/**
 * The trials of one model as they are proposed: first the defaults, then what a searcher says, but
 * no options twice, and none that the model refuses. Each trial has random numbers of its own, so
 * that what it proposes depends on what was seen, and not on how often the searcher was asked.
 */
final class Proposals {
  private static final int PATIENCE = 1000;

  private final ModelSpace model;
  private final Searcher searcher;
  private final SeedTree seeds;
  private final Set<Record> options = new HashSet<>();
  private final Set<Point> tried = new HashSet<>();
  private final List<Proposal> all = new ArrayList<>();

  Proposals(ModelSpace model, ExperimentConfig.Model defaults, Searcher searcher, SeedTree seeds) {
    this.model = model;
    this.searcher = searcher;
    this.seeds = seeds;
    add(Proposal.of(1, model.defaults(), defaults, model));
  }

  private Proposal add(Proposal proposal) {
    options.add(proposal.model().plugin().options());
    all.add(proposal);
    return proposal;
  }

  /** A proposal that was made, by the number of its trial. */
  Proposal get(int trial) {
    return all.get(trial - 1);
  }

  /** How many there are. */
  int size() {
    return all.size();
  }

  /** One more, empty if the space holds no other, as far as a thousand attempts can tell. */
  Optional<Proposal> next(List<Observation> seen) {
    int number = all.size() + 1;
    SplittableRandom random = seeds.child("trial", number).random();
    for (int attempt = 0; attempt < PATIENCE && model.space().size() > 0; attempt++) {
      Optional<Point> point = searcher.propose(seen, random, attempt);
      if (point.isEmpty()) {
        return Optional.empty();
      }
      if (!tried.add(point.get())) {
        continue;
      }
      Optional<ExperimentConfig.Model> here = model.model(point.get());
      if (here.filter(it -> !options.contains(it.plugin().options())).isPresent()) {
        return Optional.of(add(Proposal.of(number, point.get(), here.get(), model)));
      }
    }
    return Optional.empty();
  }
}
