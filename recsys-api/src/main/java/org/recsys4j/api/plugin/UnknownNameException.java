package org.recsys4j.api.plugin;

import java.util.Collection;
import org.recsys4j.api.config.Nearest;

/**
 * No plug-in has the name that was asked for. The message is meant for the user: {@code no model
 * "bprmf"; did you mean "bpr-mf"? known: bpr-mf, ease}.
 */
public final class UnknownNameException extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  /**
   * Reports a name.
   *
   * @param kind what was looked for
   * @param name the name that does not exist
   * @param known the names that exist
   */
  public UnknownNameException(PluginKind<?> kind, String name, Collection<String> known) {
    super(message(kind, name, known));
  }

  private static String message(PluginKind<?> kind, String name, Collection<String> known) {
    String suggestion =
        Nearest.suggestion(name, known)
            .map(nearest -> "; did you mean \"" + nearest + "\"? known: ")
            .orElse("; known: ");
    String names = known.isEmpty() ? "none" : String.join(", ", Nearest.first(name, known));
    return "no " + kind.noun() + " \"" + name + "\"" + suggestion + names;
  }
}
