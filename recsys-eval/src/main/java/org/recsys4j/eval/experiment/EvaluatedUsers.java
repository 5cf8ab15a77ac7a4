package org.recsys4j.eval.experiment;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.recsys4j.api.data.InvalidDataException;

/** The users whom several runs measured, those of one protocol the same ones. */
final class EvaluatedUsers {
  private final Map<String, List<String>> byProtocol = new LinkedHashMap<>();
  private final List<String> all;

  private EvaluatedUsers(List<SavedResults> runs) {
    Set<String> together = new LinkedHashSet<>();
    for (SavedResults run : runs) {
      for (ModelResult model : run.leaderboard().models()) {
        Path file = run.perUserFile(model.label());
        if (!model.failed() && Files.isRegularFile(file)) {
          together.addAll(
              byProtocol.computeIfAbsent(
                  run.leaderboard().protocol(), id -> run.users(model.label())));
          break;
        }
      }
    }
    all = List.copyOf(together);
  }

  static EvaluatedUsers of(List<SavedResults> runs) {
    return new EvaluatedUsers(runs);
  }

  /** Those of the first run, then others of later ones. */
  List<String> all() {
    return all;
  }

  /**
   * Some numbers of {@link #all} users, NaN where the run did not measure one.
   *
   * @throws InvalidDataException if the file is damaged, or is of other users than those of its
   *     protocol
   */
  PerUserNumbers read(SavedResults run, String label, List<String> keys) {
    PerUserNumbers numbers = PerUserNumbers.read(run.perUserFile(label), keys);
    if (!numbers.users().equals(byProtocol.get(run.leaderboard().protocol()))) {
      throw new InvalidDataException(
          run.perUserFile(label) + " has other users than other files of its protocol");
    }
    return numbers.of(all);
  }
}
