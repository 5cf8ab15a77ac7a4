package org.recsys4j.api.config;

import com.typesafe.config.ConfigException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Says in our words what Typesafe Config could not parse or resolve. */
final class Syntax {
  private static final Pattern UNRESOLVED =
      Pattern.compile("Could not resolve substitution to a value: (\\$\\{.*})");
  private static final String BESIDE_THE_POINT =
      ", or you may be able to rename the file .properties rather than .conf";

  private Syntax() {}

  static ConfigProblem problem(ConfigException e, String file) {
    String message = String.valueOf(e.getMessage()).replace(BESIDE_THE_POINT, "");
    Matcher unresolved = UNRESOLVED.matcher(message);
    if (unresolved.find()) {
      message = unresolved.group(1) + " has no value";
    }
    if (e.origin() == null) {
      return ConfigProblem.inFile(file, message);
    }
    String prefix = e.origin().description() + ": ";
    return ConfigProblem.at(
        e.origin(), "", message.startsWith(prefix) ? message.substring(prefix.length()) : message);
  }
}
