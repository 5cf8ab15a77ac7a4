package org.recsys4j.api;

import java.util.Optional;
import org.recsys4j.api.data.CandidateLists;
import org.recsys4j.api.data.Dataset;
import org.recsys4j.api.data.InvalidDataException;
import org.recsys4j.api.data.Split;
import org.recsys4j.api.random.SeedTree;

/**
 * What is ranked for each user of the test part: all items, or a sample. Metrics on samples are
 * inconsistent with those on all items (Krichene and Rendle, "On Sampled Metrics for Item
 * Recommendation", KDD 2020), so they carry the name of their sampler.
 *
 * <p>Lists are drawn once for a split, saved with it, and the same for all models. The validation
 * part is always ranked in full.
 *
 * @param <O> the parameters: how many negatives
 */
public interface CandidatePolicy<O extends Record> extends Configurable<O> {
  /**
   * What the labels of metrics add in brackets: {@code uniform-100} makes {@code
   * nDCG@10[uniform-100]}.
   *
   * @param options the parameters
   * @return letters, digits and dashes; empty if and only if {@link #draw} is empty, so that all
   *     items are ranked
   */
  Optional<String> sampler(O options);

  /**
   * Draws the candidates.
   *
   * @param dataset all events, and what the source tells beside them
   * @param split its parts
   * @param options the parameters
   * @param seeds randomness, where the policy draws at random
   * @return for each user with an event in the test part a list, which holds the items of these
   *     events; empty where all items are ranked for everybody
   * @throws InvalidDataException if the data do not allow it
   */
  Optional<CandidateLists> draw(Dataset dataset, Split split, O options, SeedTree seeds);
}
