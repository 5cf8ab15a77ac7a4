package org.recsys4j.eval.experiment;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds in which part the protocols of two runs differ, by their manifests. */
final class ProtocolDifference {
  private static final int LONGEST = 120;
  private static final String FOLD = "fold";
  private static final String EVALUATE = "/configuration/experiment/evaluate/";

  private static final List<Part> PARTS =
      List.of(
          new Part("the data (SHA-256 of the events)", "/data-checksum"),
          new Part("the preparation", "/configuration/experiment/data/prepare"),
          new Part("the split", "/configuration/experiment/split"),
          new Part("the candidates", EVALUATE + "candidates"),
          new Part("the mask", EVALUATE + "mask"),
          new Part("the history", EVALUATE + "history"),
          new Part("what happens to cold items", EVALUATE + "cold-items"),
          new Part("what happens to cold users", EVALUATE + "cold-users"),
          new Part("the metrics", EVALUATE + "metrics"));

  private ProtocolDifference() {}

  private record Part(String name, String pointer) {}

  /**
   * In words: which part it is, and its two values; empty where the runs repeat one another, on
   * what other seeds drew or on other folds.
   */
  static Optional<String> beyondRepetition(JsonNode first, JsonNode second) {
    return PARTS.stream()
        .filter(
            it -> !withoutFold(first.at(it.pointer())).equals(withoutFold(second.at(it.pointer()))))
        .map(it -> inWords(it, first, second))
        .findFirst();
  }

  private static JsonNode withoutFold(JsonNode part) {
    return part instanceof ObjectNode object ? object.deepCopy().without(FOLD) : part;
  }

  private static String inWords(Part part, JsonNode first, JsonNode second) {
    return part.name()
        + ", "
        + cut(first.at(part.pointer()))
        + " and "
        + cut(second.at(part.pointer()));
  }

  /** In words: which part it is, and its two values. */
  static String between(JsonNode first, JsonNode second) {
    for (Part part : PARTS) {
      if (!first.at(part.pointer()).equals(second.at(part.pointer()))) {
        return inWords(part, first, second);
      }
    }
    for (Map.Entry<String, JsonNode> file : first.path("split-checksums").properties()) {
      if (!file.getValue().equals(second.path("split-checksums").get(file.getKey()))) {
        return "what was drawn for the split ("
            + file.getKey()
            + "), by the seeds "
            + first.at("/seeds/root")
            + " and "
            + second.at("/seeds/root");
      }
    }
    return "the versions, which measure otherwise, "
        + cut(first.at("/versions/recsys4j"))
        + " and "
        + cut(second.at("/versions/recsys4j"));
  }

  private static String cut(JsonNode node) {
    String text = node.isMissingNode() ? "none" : node.toString();
    return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "...";
  }
}
