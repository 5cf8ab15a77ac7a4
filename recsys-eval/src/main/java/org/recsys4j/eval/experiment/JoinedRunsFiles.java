package org.recsys4j.eval.experiment;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Joined runs in files: those of {@link LeaderboardFiles}, and {@code runs.json}, which says which
 * runs make which row, how seeds vary, and what changed.
 */
public final class JoinedRunsFiles {
  /** The file that says which runs were joined, by which their folder is known. */
  public static final String FILE = "runs.json";

  private JoinedRunsFiles() {}

  /**
   * Writes all of them.
   *
   * @param joined the runs
   * @param folder made if it is missing; files of these names are replaced
   * @return the files
   * @throws IOException if writing fails
   */
  public static List<Path> write(JoinedRuns joined, Path folder) throws IOException {
    List<Path> files = new ArrayList<>(LeaderboardFiles.write(joined.leaderboard(), folder));
    Path file = folder.resolve(FILE);
    try (OutputStream out = Files.newOutputStream(file)) {
      Json.content(ComparisonFile.tree(tree(joined))).write(out);
    }
    files.add(file);
    return files;
  }

  private static Map<String, @Nullable Object> tree(JoinedRuns joined) {
    Map<String, @Nullable Object> tree = new LinkedHashMap<>();
    tree.put("protocol", joined.leaderboard().protocol());
    tree.put(
        "runs",
        joined.runs().stream()
            .map(it -> Map.of("folder", it.folder().toString(), "seed", it.seed()))
            .toList());
    tree.put("rows", joined.rows());
    tree.put("changes", joined.changes().stream().map(JoinedRunsFiles::tree).toList());
    return tree;
  }

  private static Map<String, @Nullable Object> tree(JoinedRuns.Change change) {
    Map<String, @Nullable Object> tree = new LinkedHashMap<>();
    tree.put("metric", change.metric().key());
    tree.put("before", change.before());
    tree.put("after", change.after());
    tree.put("difference", change.difference());
    tree.put("verdict", Options.word(change.verdict()));
    return tree;
  }
}
