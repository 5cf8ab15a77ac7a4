package org.recsys4j.api.plugin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.typesafe.config.ConfigFactory;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.recsys4j.api.Preparation;
import org.recsys4j.api.config.Check;
import org.recsys4j.api.config.Range;
import org.recsys4j.api.config.ReferenceConfig;
import org.recsys4j.api.contract.OptionsContract;
import org.recsys4j.api.data.EventLog;
import org.recsys4j.api.random.SeedTree;

/** The contract holds for good plug-ins, and each of its tests catches the slip it is there for. */
class OptionsContractTest extends OptionsContract {
  private Plugins tested = Plugins.of(List.of(new Samples.SamplePlugin()), Samples.REFERENCE);

  @Override
  protected Plugins plugins() {
    return tested;
  }

  record Inner(@Range(min = 0, max = 1, maxExclusive = true) double share) {
    Inner {
      Check.components(Inner.class, share);
    }
  }

  record Many(
      @Range(min = 1) List<Integer> widths,
      @Range(min = -0.1, max = 0.1) Optional<Float> rate,
      @Range(min = 0, minExclusive = true) Map<String, Double> weights,
      @Range(max = 7) long most,
      Inner inner) {
    Many {
      Check.components(Many.class, widths, rate, weights, most, inner);
    }
  }

  record Lax(@Range(min = 1, max = 100) int users) {}

  record Swapped(@Range(min = 1, max = 10) int a, @Range(min = 1, max = 100) int b) {
    Swapped {
      Check.components(Swapped.class, b, a);
    }
  }

  private abstract static class Step<O extends Record> implements Preparation<O> {
    @Override
    public String summary() {
      return "a step";
    }

    @Override
    public EventLog prepare(EventLog log, O options, SeedTree seeds) {
      throw new UnsupportedOperationException();
    }
  }

  static final class ManyStep extends Step<Many> {
    @Override
    public Class<Many> optionsType() {
      return Many.class;
    }
  }

  static final class LaxStep extends Step<Lax> {
    @Override
    public Class<Lax> optionsType() {
      return Lax.class;
    }

    @Override
    public String summary() {
      return "Ends with a full stop.";
    }
  }

  static final class SwappedStep extends Step<Swapped> {
    @Override
    public Class<Swapped> optionsType() {
      return Swapped.class;
    }
  }

  /** The names of the tests that fail. */
  private List<String> failures(Class<? extends Preparation<?>> step, String reference) {
    tested =
        Plugins.of(
            List.of(binder -> RecsysBindings.of(binder).preparation("it", step)),
            ReferenceConfig.of(
                ConfigFactory.parseString("recsys.preparations.it {\n" + reference + "\n}")));
    Map<String, Throwable> failures = new LinkedHashMap<>();
    optionsOfEveryPlugin()
        .flatMap(node -> ((DynamicContainer) node).getChildren())
        .map(DynamicTest.class::cast)
        .forEach(
            test ->
                failures.put(
                    test.getDisplayName(), catchThrowable(() -> test.getExecutable().execute())));
    assertThat(failures).hasSize(4);
    failures.values().removeIf(failure -> failure == null);
    assertThat(failures.values()).allMatch(AssertionError.class::isInstance);
    return List.copyOf(failures.keySet());
  }

  @Test
  void everyTypeOfNumberIsTried() {
    String documented =
        """
        # w
        widths = [1]
        # r
        rate = null
        # v
        weights { a = 1 }
        # m
        most = 7
        inner {
          # s
          share = 0
        }
        """;

    assertThat(failures(ManyStep.class, documented)).isEmpty();
    assertThat(failures(ManyStep.class, documented.replace("# s", "")))
        .containsExactly("documents every option");
    assertThat(failures(ManyStep.class, documented.replace("share = 0", "share = 1")))
        .containsExactly("has legal defaults", "refuses what is out of range");
    assertThat(failures(ManyStep.class, documented.replace("rate = null", "extra = null")))
        .containsExactly(
            "documents every option", "has legal defaults", "refuses what is out of range");
  }

  @Test
  void aForgottenCheckAFullStopAndSwappedComponentsAreCaught() {
    assertThat(failures(LaxStep.class, "# u\nusers = 5"))
        .containsExactly("has a summary", "refuses what is out of range");
    assertThat(failures(SwappedStep.class, "# a\na = 5\n# b\nb = 5"))
        .containsExactly("refuses what is out of range");
  }
}
