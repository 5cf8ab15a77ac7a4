package org.recsys4j.api.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.recsys4j.api.CandidatePolicy;
import org.recsys4j.api.data.CandidateLists;
import org.recsys4j.api.data.Catalogue;
import org.recsys4j.api.data.Dataset;
import org.recsys4j.api.data.EventParts;
import org.recsys4j.api.data.Given;
import org.recsys4j.api.data.Interactions;
import org.recsys4j.api.data.Split;
import org.recsys4j.api.data.Split.Part;
import org.recsys4j.api.random.SeedTree;

/**
 * What every candidate policy must do, as tests. A test class names the policy and its options, and
 * inherits the checks.
 *
 * @param <O> the policy's options
 */
public abstract class CandidatePolicyContract<O extends Record> {
  private static final int USERS = 40;
  private static final int ITEMS = 60;
  private static final SeedTree SEEDS = new SeedTree(11);

  private final Dataset dataset = dataset();
  private final Split split = split(dataset);

  /**
   * The policy under test.
   *
   * @return an instance
   */
  protected abstract CandidatePolicy<O> policy();

  /**
   * The options to test it with.
   *
   * @return legal options
   */
  protected abstract O options();

  /** Events of 40 users and 60 items, with a list of five items for every user. */
  private static Dataset dataset() {
    Interactions events = SmallData.zipf(USERS, ITEMS, 400, 3);
    Catalogue catalogue = SmallData.trainingData(events).catalogue();
    CandidateLists.Builder lists = new CandidateLists.Builder();
    for (int user = 0; user < USERS; user++) {
      for (int i = 0; i < 5; i++) {
        lists.add(user, (user + 7 * i) % ITEMS);
      }
    }
    Optional<EventParts> parts = Optional.empty();
    return new Dataset(catalogue, events, new Given(parts, Optional.of(lists.build(USERS, ITEMS))));
  }

  /** Every fourth event is for the test, and the one before for validation. */
  private static Split split(Dataset dataset) {
    return Split.assign(
        dataset,
        position ->
            position % 4 == 3 ? Part.TEST : position % 4 == 2 ? Part.VALIDATION : Part.TRAIN);
  }

  private Optional<CandidateLists> draw(Split parts, SeedTree seeds) {
    return policy().draw(dataset, parts, options(), seeds);
  }

  /** Options are a record, the summary is one line. */
  @Test
  protected final void describesItself() {
    ConfigurableChecks.optionsAreARecord(policy(), options());
    ConfigurableChecks.summaryIsOneLine(policy());
  }

  /** A policy names its sampler where it draws lists, and only there. */
  @Test
  protected final void namesItsSamplerWhereItDraws() {
    assertThat(policy().sampler(options()).isPresent())
        .as("sampler() is there if and only if draw() gives lists")
        .isEqualTo(draw(split, SEEDS).isPresent());
    policy()
        .sampler(options())
        .ifPresent(name -> assertThat(name).as("sampler()").matches("[A-Za-z0-9][A-Za-z0-9.-]*"));
  }

  /** Lists are of the users and items of the split, and hold whatever is held out for the test. */
  @Test
  protected final void listsHoldTheTestItems() {
    Interactions test = split.test();
    draw(split, SEEDS)
        .ifPresent(
            lists -> {
              assertThat(lists.users()).as("users").isEqualTo(USERS);
              assertThat(lists.items()).as("items").isEqualTo(ITEMS);
              for (int user = 0; user < USERS; user++) {
                for (int item : test.distinctItems(user)) {
                  assertThat(lists.contains(user, item))
                      .as("test item %d of user %d is a candidate", item, user)
                      .isTrue();
                }
              }
            });
  }

  /** One seed, one result. */
  @Test
  protected final void sameSeedGivesTheSameLists() {
    assertThat(draw(split, new SeedTree(5)))
        .as("drawn twice with one seed")
        .isEqualTo(draw(split, new SeedTree(5)));
  }
}
