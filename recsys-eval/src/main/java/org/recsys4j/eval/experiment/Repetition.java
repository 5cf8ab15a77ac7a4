package org.recsys4j.eval.experiment;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/**
 * A run beside another one that was to come out the same: every metric of every model, and every
 * number of every user, bit for bit. Times and memory are not compared.
 *
 * @param numbers how many numbers were compared
 * @param differences what is not the same, in the order of the first run
 * @param surroundings what else was not the same and may be why: versions and machine
 */
public record Repetition(
    long numbers, List<Difference> differences, List<Difference> surroundings) {
  /** Copies the lists. */
  public Repetition {
    differences = List.copyOf(differences);
    surroundings = List.copyOf(surroundings);
  }

  /**
   * Something that is not the same.
   *
   * @param what a name, such as that of a model with a metric
   * @param before what it was, in full precision
   * @param after what it is
   */
  public record Difference(String what, String before, String after) {}

  /**
   * Compares two runs.
   *
   * @param first a run
   * @param second the run that repeats it
   * @return what differs
   * @throws org.recsys4j.api.data.InvalidDataException if a file of either is damaged
   */
  public static Repetition of(SavedResults first, SavedResults second) {
    List<Difference> differences = new ArrayList<>();
    compare("protocol", text(first, "/protocol"), text(second, "/protocol"), differences);
    compare("data", text(first, "/data-checksum"), text(second, "/data-checksum"), differences);
    Map<String, ModelResult> repeated = new LinkedHashMap<>();
    second.leaderboard().models().forEach(it -> repeated.put(it.label(), it));
    long numbers = 0;
    for (ModelResult before : first.leaderboard().models()) {
      String label = before.label();
      Optional<ModelResult> after = Optional.ofNullable(repeated.get(label));
      if (before.failed() || after.map(ModelResult::failed).orElse(true)) {
        compare(label, outcome(Optional.of(before)), outcome(after), differences);
        continue;
      }
      for (Leaderboard.Column metric : first.leaderboard().metrics()) {
        numbers += compare(label, metric, before, after.get(), differences);
        numbers += compareUsers(label, metric, first, second, differences);
      }
    }
    return new Repetition(numbers, differences, surroundings(first, second));
  }

  private static String text(SavedResults run, String pointer) {
    return run.manifest().at(pointer).asText();
  }

  private static String outcome(Optional<ModelResult> result) {
    return result
        .map(it -> it.failure().map(why -> "failed: " + why).orElse("finished"))
        .orElse("not there");
  }

  private static void compare(
      String what, String before, String after, List<Difference> differences) {
    if (!before.equals(after)) {
      differences.add(new Difference(what, before, after));
    }
  }

  private static long compare(
      String label,
      Leaderboard.Column metric,
      ModelResult before,
      ModelResult after,
      List<Difference> differences) {
    compare(
        label + ", " + metric.label(),
        String.valueOf(before.metrics().get(metric.key())),
        String.valueOf(after.metrics().get(metric.key())),
        differences);
    return 1;
  }

  private static long compareUsers(
      String label,
      Leaderboard.Column metric,
      SavedResults first,
      SavedResults second,
      List<Difference> differences) {
    double[] none = {};
    double[] before = first.perUser(label, metric.key()).orElse(none);
    double[] after = second.perUser(label, metric.key()).orElse(none);
    if (before.length != after.length || !first.users(label).equals(second.users(label))) {
      differences.add(
          new Difference(
              label + ", " + metric.label() + " by user",
              before.length + " users",
              after.length + " users, or others"));
    } else if (!Arrays.equals(before, after)) {
      int user = Arrays.mismatch(before, after);
      differences.add(
          new Difference(
              label + ", " + metric.label() + " of user " + first.users(label).get(user),
              Double.toString(before[user]),
              Double.toString(after[user])));
    }
    return before.length;
  }

  private static List<Difference> surroundings(SavedResults first, SavedResults second) {
    List<Difference> differences = new ArrayList<>();
    for (String group : List.of("versions", "machine")) {
      JsonNode before = first.manifest().path(group);
      JsonNode after = second.manifest().path(group);
      TreeSet<String> keys = new TreeSet<>();
      before.fieldNames().forEachRemaining(keys::add);
      after.fieldNames().forEachRemaining(keys::add);
      for (String key : keys) {
        compare(key, before.path(key).asText(), after.path(key).asText(), differences);
      }
    }
    return differences;
  }

  /**
   * Whether every number came out the same.
   *
   * @return true if nothing differs; versions and machine may
   */
  public boolean same() {
    return differences.isEmpty();
  }
}
