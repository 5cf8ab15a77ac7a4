package org.recsys4j.eval.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.recsys4j.api.Metric;
import org.recsys4j.api.MetricNeed;
import org.recsys4j.api.data.Split;
import org.recsys4j.eval.protocol.Evaluation;
import org.recsys4j.eval.protocol.FixedScores;

/**
 * Every metric on small cases whose values {@code golden.py}, beside {@code golden.json}, worked
 * out from the definitions alone, order by order where scores are equal.
 */
class GoldenMetricsTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  private static JsonNode cases() throws IOException {
    try (InputStream in = GoldenMetricsTest.class.getResourceAsStream("golden.json")) {
      return JSON.readTree(Objects.requireNonNull(in));
    }
  }

  @TestFactory
  Stream<DynamicNode> everyMetricOfEveryCase() throws IOException {
    return StreamSupport.stream(cases().spliterator(), false)
        .map(it -> dynamicContainer(it.get("name").asText(), tests(it)));
  }

  private static Stream<DynamicNode> tests(JsonNode golden) {
    Split split =
        Measured.split(
            texts(golden.get("genres")),
            texts(golden.get("gender")),
            rows(golden.get("train")),
            rows(golden.get("test")));
    double[][] scores = rows(golden.get("scores"));
    FixedScores model =
        new FixedScores(scores[0].length, (user, item) -> (float) scores[user][item]);
    List<DynamicNode> tests = new ArrayList<>();
    for (Map.Entry<String, JsonNode> expected : golden.get("expected").properties()) {
      tests.add(dynamicTest(expected.getKey(), () -> check(split, model, golden, expected)));
    }
    return tests.stream();
  }

  private static void check(
      Split split, FixedScores model, JsonNode golden, Map.Entry<String, JsonNode> expected) {
    Metric metric = Measured.metric(expected.getKey());
    Evaluation evaluation = Measured.evaluate(split, model, 1, List.of(metric));
    assertThat(evaluation.protocol().users()).isEqualTo(golden.get("evaluated").size());
    double value = evaluation.value(metric.label());
    if (expected.getValue().isNull()) {
      assertThat(value).isNaN();
    } else {
      double wanted = expected.getValue().asDouble();
      assertThat(value).isCloseTo(wanted, within(tolerance(expected.getKey())));
    }
  }

  /** Scores, and so their errors, are single precision. */
  private static double tolerance(String name) {
    boolean ofScores = Measured.metric(name).needs().contains(MetricNeed.SCORES);
    return ofScores ? 1e-6 : 1e-9;
  }

  private static List<String> texts(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false).map(JsonNode::asText).toList();
  }

  private static double[][] rows(JsonNode array) {
    return JSON.convertValue(array, double[][].class);
  }

  @Test
  void everyMetricIsThere() throws IOException {
    TreeSet<String> names = new TreeSet<>();
    for (JsonNode golden : cases()) {
      golden.get("expected").fieldNames().forEachRemaining(it -> names.add(it.split("[@ ]", 2)[0]));
    }
    assertThat(names).containsExactlyElementsOf(new TreeSet<>(Measured.PLUGINS.metrics().names()));
  }
}
