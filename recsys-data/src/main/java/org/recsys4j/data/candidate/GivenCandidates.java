package org.recsys4j.data.candidate;

import java.util.Locale;
import java.util.Optional;
import org.recsys4j.api.CandidatePolicy;
import org.recsys4j.api.data.CandidateLists;
import org.recsys4j.api.data.Dataset;
import org.recsys4j.api.data.Interactions;
import org.recsys4j.api.data.InvalidDataException;
import org.recsys4j.api.data.Split;
import org.recsys4j.api.random.SeedTree;

/**
 * The lists that come with the data, as those of the source {@code ncf} do: a user's held-out items
 * among the items that the source lists for the user. An item that stands in a list twice is one
 * candidate.
 *
 * <p>He, Liao, Zhang, Nie, Hu and Chua, "Neural Collaborative Filtering", WWW 2017, published such
 * lists. Metrics on samples are inconsistent with those on all items (Krichene and Rendle, KDD
 * 2020).
 */
public final class GivenCandidates implements CandidatePolicy<GivenCandidates.Options> {
  private static final String NAME = "given";

  /** The policy. */
  public GivenCandidates() {}

  /** There is nothing to choose. */
  public record Options() {}

  @Override
  public Class<Options> optionsType() {
    return Options.class;
  }

  @Override
  public String summary() {
    return "held-out items among those that the source lists; for comparison with papers";
  }

  @Override
  public String reference() {
    return "He, Liao, Zhang, Nie, Hu and Chua: Neural Collaborative Filtering. WWW 2017. On what it"
        + " is worth: Krichene and Rendle: On Sampled Metrics for Item Recommendation. KDD 2020";
  }

  @Override
  public Optional<String> sampler(Options options) {
    return Optional.of(NAME);
  }

  @Override
  public Optional<CandidateLists> draw(
      Dataset dataset, Split split, Options options, SeedTree seeds) {
    CandidateLists given =
        dataset
            .given()
            .candidates()
            .orElseThrow(
                () ->
                    new InvalidDataException(
                        NAME
                            + ": the source tells no candidates; ncf does, with any other source"
                            + " choose the candidates all or uniform-sample"));
    Interactions test = split.test();
    CandidateLists.Builder lists = new CandidateLists.Builder();
    for (int user = 0; user < test.users(); user++) {
      if (test.count(user) > 0) {
        if (given.count(user) == 0) {
          throw new InvalidDataException(
              String.format(
                  Locale.ROOT,
                  "%s: user \"%s\" has a test event, but the source tells no candidates for this"
                      + " user",
                  NAME,
                  dataset.catalogue().users().id(user)));
        }
        for (int position = given.start(user); position < given.end(user); position++) {
          lists.add(user, given.item(position));
        }
        for (int item : test.distinctItems(user)) {
          lists.add(user, item);
        }
      }
    }
    return Optional.of(lists.build(test.users(), test.items()));
  }
}
