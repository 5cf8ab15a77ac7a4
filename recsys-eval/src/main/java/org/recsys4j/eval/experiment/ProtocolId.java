package org.recsys4j.eval.experiment;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;
import org.recsys4j.eval.protocol.Protocol;

/**
 * Names a protocol: two runs may stand in one table if and only if they have the same id.
 *
 * <p>It is the beginning of a SHA-256 over everything that numbers depend on beside the models: the
 * checksum of the raw events, the preparations, the split's strategy and the checksums of its
 * files, candidates, mask, history and the rules about the cold, and the metrics, which name the
 * sampler of the candidates where there is one. Options of the split that are not set are not in
 * it. The seed is in it as far as it changed the split or the candidates.
 */
final class ProtocolId {
  private static final int DIGITS = 16;

  private ProtocolId() {}

  static String of(
      ExperimentConfig config,
      String dataChecksum,
      SortedMap<String, String> splitFiles,
      Protocol protocol) {
    List<?> metrics =
        config.evaluate().measured().stream()
            .map(it -> List.of(it.metric().label(), ConfigTree.metric(it)))
            .toList();
    String definition =
        String.join(
            "\n",
            "data " + dataChecksum,
            "prepare "
                + Json.line(ConfigTree.prepare(config).stream().map(ProtocolId::set).toList()),
            "split " + Json.line(set(ConfigTree.split(config))),
            "files " + Json.line(splitFiles),
            "protocol " + protocol.definition(),
            "metrics " + Json.line(metrics));
    return shortHash(definition);
  }

  /** What stands for several protocols together. */
  static String of(List<String> ids) {
    return shortHash(String.join("\n", ids));
  }

  private static String shortHash(String text) {
    return Sha256.hex(text.getBytes(StandardCharsets.UTF_8)).substring(0, DIGITS);
  }

  /**
   * A tree without the options that are not set, so that a plug-in which gets an optional one keeps
   * the ids of those who do not use it.
   */
  private static Map<String, Object> set(Map<String, @Nullable Object> tree) {
    Map<String, Object> set = new LinkedHashMap<>();
    tree.forEach(
        (key, value) -> {
          if (value != null) {
            set.put(key, value);
          }
        });
    return set;
  }
}
