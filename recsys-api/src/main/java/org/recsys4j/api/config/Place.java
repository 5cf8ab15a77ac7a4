package org.recsys4j.api.config;

import com.typesafe.config.ConfigOrigin;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Source and line of an origin. Typesafe Config tells them apart only in its description, which is
 * {@code file: 3}, {@code file: 3-5} for an object that is written twice or a concatenation, {@code
 * env variables}, or {@code merge of file: 3,other: 7}.
 */
record Place(Optional<String> source, OptionalInt line) {
  private static final String MERGE = "merge of ";
  private static final Pattern DESCRIPTION = Pattern.compile("(.*?)(?:: (\\d+)(?:-\\d+)?)?");

  static Place of(ConfigOrigin origin) {
    String description = origin.description();
    if (!description.startsWith(MERGE)) {
      return parse(description);
    }
    // What the file says is more use to a reader than that --set or the environment changed a part.
    List<Place> parts =
        Pattern.compile(",")
            .splitAsStream(description.substring(MERGE.length()))
            .map(Place::parse)
            .toList();
    return parts.stream().filter(part -> part.line.isPresent()).findFirst().orElse(parts.get(0));
  }

  private static Place parse(String description) {
    if (description.startsWith("env ")) {
      return new Place(Optional.of("environment"), OptionalInt.empty());
    }
    Matcher matcher = DESCRIPTION.matcher(description);
    if (!matcher.matches() || description.startsWith("hardcoded")) {
      return new Place(Optional.empty(), OptionalInt.empty());
    }
    boolean lines = matcher.group(2) != null && !description.startsWith(Overrides.SOURCE);
    return new Place(
        Optional.of(matcher.group(1)),
        lines ? OptionalInt.of(Integer.parseInt(matcher.group(2))) : OptionalInt.empty());
  }
}
