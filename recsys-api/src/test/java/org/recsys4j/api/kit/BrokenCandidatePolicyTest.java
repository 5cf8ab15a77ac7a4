package org.recsys4j.api.kit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.recsys4j.api.CandidatePolicy;
import org.recsys4j.api.contract.CandidatePolicyContract;
import org.recsys4j.api.data.CandidateLists;
import org.recsys4j.api.data.Dataset;
import org.recsys4j.api.data.Interactions;
import org.recsys4j.api.data.Split;
import org.recsys4j.api.random.SeedTree;

/** The contract passes a right policy, and catches each fault. */
class BrokenCandidatePolicyTest {
  record NoOptions() {}

  /** The test items, and the first item for everybody. */
  private static class Right implements CandidatePolicy<NoOptions> {
    @Override
    public Class<NoOptions> optionsType() {
      return NoOptions.class;
    }

    @Override
    public String summary() {
      return "the held-out items and the first one";
    }

    @Override
    public Optional<String> sampler(NoOptions options) {
      return Optional.of("first");
    }

    @Override
    public Optional<CandidateLists> draw(
        Dataset dataset, Split split, NoOptions options, SeedTree seeds) {
      return Optional.of(lists(split.test(), 0, 0));
    }

    static CandidateLists lists(Interactions test, int skipped, int extra) {
      CandidateLists.Builder lists = new CandidateLists.Builder();
      for (int user = 0; user < test.users(); user++) {
        int[] items = test.distinctItems(user);
        for (int i = skipped; i < items.length; i++) {
          lists.add(user, items[i]);
        }
        lists.add(user, extra);
      }
      return lists.build(test.users(), test.items());
    }
  }

  /** The contract as a test class would inherit it. */
  private static final class Contract extends CandidatePolicyContract<NoOptions> {
    private final CandidatePolicy<NoOptions> policy;

    Contract(CandidatePolicy<NoOptions> policy) {
      this.policy = policy;
    }

    @Override
    protected CandidatePolicy<NoOptions> policy() {
      return policy;
    }

    @Override
    protected NoOptions options() {
      return new NoOptions();
    }

    Optional<Throwable> fault() {
      return Optional.ofNullable(
          catchThrowable(
              () -> {
                describesItself();
                namesItsSamplerWhereItDraws();
                listsHoldTheTestItems();
                sameSeedGivesTheSameLists();
              }));
    }
  }

  private static void assertCaught(CandidatePolicy<NoOptions> policy, String by) {
    assertThat(new Contract(policy).fault())
        .hasValueSatisfying(it -> assertThat(it).hasMessageContaining(by));
  }

  @Test
  void aRightPolicyPasses() {
    assertThat(new Contract(new Right()).fault()).isEmpty();
  }

  @Test
  void catchesMissingTestItems() {
    assertCaught(
        new Right() {
          @Override
          public Optional<CandidateLists> draw(
              Dataset dataset, Split split, NoOptions options, SeedTree seeds) {
            return Optional.of(lists(split.test(), 1, 0));
          }
        },
        "is a candidate");
  }

  @Test
  void catchesListsThatDifferFromCallToCall() {
    AtomicInteger calls = new AtomicInteger();
    assertCaught(
        new Right() {
          @Override
          public Optional<CandidateLists> draw(
              Dataset dataset, Split split, NoOptions options, SeedTree seeds) {
            return Optional.of(lists(split.test(), 0, calls.incrementAndGet()));
          }
        },
        "drawn twice with one seed");
  }

  @Test
  void catchesASampleWithoutName() {
    assertCaught(
        new Right() {
          @Override
          public Optional<String> sampler(NoOptions options) {
            return Optional.empty();
          }
        },
        "if and only if");
  }

  @Test
  void catchesNamesThatDoNotFitALabel() {
    assertCaught(
        new Right() {
          @Override
          public Optional<String> sampler(NoOptions options) {
            return Optional.of("first [one]");
          }
        },
        "sampler()");
  }
}
