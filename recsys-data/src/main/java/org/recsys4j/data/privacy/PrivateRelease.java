package org.recsys4j.data.privacy;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.random.RandomGenerator;
import org.recsys4j.api.data.Dataset;
import org.recsys4j.api.data.IdIndex;

/**
 * Writes private counts to a folder: {@code item-counts.tsv} (item, users), {@code pair-counts.tsv}
 * (item, other, users) and {@code manifest.json}, which says what was protected, how, and what it
 * cost. Nothing else of the data is written.
 */
public final class PrivateRelease {
  private PrivateRelease() {}

  /**
   * Releases counts of items and, where asked, of pairs. The second costs as much again.
   *
   * @param data the events
   * @param options budget of each of the two, bound and threshold
   * @param pairs whether pairs are counted, too
   * @param random a {@link java.security.SecureRandom} for a release to others
   * @param folder where to; made if it is missing
   * @throws IOException if writing fails
   */
  public static void write(
      Dataset data,
      PrivateCounts.Options options,
      boolean pairs,
      RandomGenerator random,
      Path folder)
      throws IOException {
    Files.createDirectories(folder);
    IdIndex ids = data.catalogue().items();
    PrivateCounts counts = new PrivateCounts(data.interactions(), options, random);
    try (BufferedWriter out = open(folder, "item-counts.tsv")) {
      out.write("item\tusers\n");
      counts.items((item, users) -> line(out, field(ids.id(item)) + "\t" + users));
    }
    if (pairs) {
      try (BufferedWriter out = open(folder, "pair-counts.tsv")) {
        out.write("item\tother\tusers\n");
        counts.pairs(
            (item, other, users) ->
                line(out, field(ids.id(item)) + "\t" + field(ids.id(other)) + "\t" + users));
      }
    } else {
      Files.deleteIfExists(folder.resolve("pair-counts.tsv"));
    }
    Files.writeString(
        folder.resolve("manifest.json"), manifest(options, pairs), StandardCharsets.UTF_8);
  }

  private static BufferedWriter open(Path folder, String name) throws IOException {
    return Files.newBufferedWriter(folder.resolve(name), StandardCharsets.UTF_8);
  }

  private static void line(BufferedWriter out, String text) {
    try {
      out.write(text);
      out.write('\n');
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String field(String id) {
    return id.replace("\\", "\\\\").replace("\t", "\\t").replace("\n", "\\n").replace("\r", "\\r");
  }

  private static String manifest(PrivateCounts.Options options, boolean pairs) {
    return String.format(
        Locale.ROOT,
        """
        {
          "mechanism": "laplace",
          "unit": "user",
          "items-per-user": %d,
          "threshold": %d,
          "epsilon": %s,
          "items": {"epsilon": %s, "sensitivity": %d},
          "pairs": %s
        }
        """,
        options.itemsPerUser(),
        options.threshold(),
        pairs ? 2 * options.epsilon() : options.epsilon(),
        options.epsilon(),
        options.itemSensitivity(),
        pairs
            ? String.format(
                Locale.ROOT,
                "{\"epsilon\": %s, \"sensitivity\": %d}",
                options.epsilon(),
                options.pairSensitivity())
            : "null");
  }
}
