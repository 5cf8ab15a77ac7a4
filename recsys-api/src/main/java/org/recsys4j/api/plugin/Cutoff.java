package org.recsys4j.api.plugin;

import com.typesafe.config.ConfigObject;
import com.typesafe.config.ConfigValueFactory;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;
import org.recsys4j.api.MetricFactory;
import org.recsys4j.api.config.Problems;

/** The shorthand of metrics: {@code ndcg@10} is {@code ndcg} with the option {@code k = 10}. */
final class Cutoff {
  private static final String OPTION = "k";
  private static final Pattern NUMBER = Pattern.compile("[1-9]\\d*");

  private Cutoff() {}

  /** The reference in full, empty if a problem was added. */
  static Optional<PluginReference> expand(
      PluginReference reference, NamedRegistry<MetricFactory<?>> metrics, Problems problems) {
    int at = reference.name().indexOf('@');
    if (at < 0) {
      return Optional.of(reference);
    }
    String name = reference.name().substring(0, at);
    String cutoff = reference.name().substring(at + 1);
    Optional<String> refusal = refusal(reference, name, cutoff, metrics);
    if (refusal.isPresent()) {
      problems.add(reference.value(), reference.path(), refusal.get());
      return Optional.empty();
    }
    ConfigObject options =
        reference
            .options()
            .withValue(
                OPTION,
                ConfigValueFactory.fromAnyRef(cutoff).withOrigin(reference.value().origin()));
    return Optional.of(
        new PluginReference(
            name,
            Optional.of(reference.label().orElse(reference.name())),
            options,
            reference.path(),
            reference.optionsPath(),
            reference.value()));
  }

  private static Optional<String> refusal(
      PluginReference reference,
      String name,
      String cutoff,
      NamedRegistry<MetricFactory<?>> metrics) {
    String quoted = "\"" + reference.name() + "\"";
    if (!NUMBER.matcher(cutoff).matches()) {
      return Optional.of(quoted + ": after the @ stands a whole number > 0, as in ndcg@10");
    }
    if (metrics.contains(name) && !hasOption(metrics.get(name))) {
      return Optional.of(quoted + ": " + name + " has no cutoff, so write it without @");
    }
    if (reference.options().containsKey(OPTION)) {
      return Optional.of(quoted + ": the option k says the same; give one of them");
    }
    return Optional.empty();
  }

  private static boolean hasOption(MetricFactory<?> metric) {
    return Arrays.stream(metric.optionsType().getRecordComponents())
        .anyMatch(it -> it.getName().equals(OPTION));
  }
}
