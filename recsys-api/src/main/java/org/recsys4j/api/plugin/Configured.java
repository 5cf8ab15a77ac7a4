package org.recsys4j.api.plugin;

import java.util.Objects;
import org.recsys4j.api.Configurable;
import org.recsys4j.api.config.Check;

/**
 * A plug-in with its options, ready to use.
 *
 * <p>The contract has a wildcard for the type of options; a generic method captures it without a
 * cast that the compiler would doubt:
 *
 * <pre>{@code
 * Recommender model = fit(configured.plugin(), configured.options());
 *
 * <O extends Record> Recommender fit(RecommenderFactory<O> factory, Record options) {
 *   return factory.fit(train, factory.optionsType().cast(options), context);
 * }
 * }</pre>
 *
 * @param label what the user calls this use of the plug-in; the plug-in's name unless said
 *     otherwise
 * @param name the plug-in's name
 * @param plugin the plug-in
 * @param options an instance of its {@link Configurable#optionsType}
 * @param <T> the contract
 */
public record Configured<T extends Configurable<?>>(
    String label, String name, T plugin, Record options) {
  /**
   * Checks that the options are those of the plug-in.
   *
   * @param label what the user calls this use of the plug-in
   * @param name the plug-in's name
   * @param plugin the plug-in
   * @param options an instance of its options type
   * @throws IllegalArgumentException if the options are of another type
   */
  public Configured {
    Objects.requireNonNull(label, "label");
    Objects.requireNonNull(name, "name");
    Check.argument(
        plugin.optionsType().isInstance(options),
        "options",
        options,
        "a " + plugin.optionsType().getName());
  }
}
