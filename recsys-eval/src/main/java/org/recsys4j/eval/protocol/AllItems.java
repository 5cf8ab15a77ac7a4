package org.recsys4j.eval.protocol;

import java.util.Optional;
import org.recsys4j.api.CandidatePolicy;
import org.recsys4j.api.data.CandidateLists;
import org.recsys4j.api.data.Dataset;
import org.recsys4j.api.data.Split;
import org.recsys4j.api.random.SeedTree;

/**
 * All items are ranked for every user: no sample, no error by sampling. The default, and so at home
 * beside it; policies that draw are in {@code recsys-data}.
 */
public final class AllItems implements CandidatePolicy<AllItems.Options> {
  /** The policy. */
  public AllItems() {}

  /** There is nothing to choose. */
  public record Options() {}

  @Override
  public Class<Options> optionsType() {
    return Options.class;
  }

  @Override
  public String summary() {
    return "full ranking: all items are candidates for every user";
  }

  @Override
  public Optional<String> sampler(Options options) {
    return Optional.empty();
  }

  @Override
  public Optional<CandidateLists> draw(
      Dataset dataset, Split split, Options options, SeedTree seeds) {
    return Optional.empty();
  }
}
