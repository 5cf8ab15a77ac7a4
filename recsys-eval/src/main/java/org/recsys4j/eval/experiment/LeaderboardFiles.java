package org.recsys4j.eval.experiment;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A leaderboard in files: {@code leaderboard.json} and {@code .csv} in full precision, {@code .md}
 * and {@code .tex} for people; and {@code comparison.json} where models were compared.
 */
public final class LeaderboardFiles {
  private LeaderboardFiles() {}

  /** What writes each file, by its name. */
  static Map<String, RunDirectory.Content> of(Leaderboard board) {
    Map<String, RunDirectory.Content> files = new LinkedHashMap<>();
    files.put("leaderboard.csv", out -> LeaderboardCsv.write(board, out));
    files.put("leaderboard.md", out -> LeaderboardMarkdown.write(board, out));
    files.put("leaderboard.tex", out -> LeaderboardLatex.write(board, out));
    files.put("leaderboard.json", out -> LeaderboardJson.write(board, out));
    board.comparison().ifPresent(it -> files.put(ComparisonFile.NAME, ComparisonFile.content(it)));
    return files;
  }

  /**
   * Writes all of them; each appears when it is complete.
   *
   * @param board the leaderboard
   * @param folder made if it is missing; files of these names are replaced
   * @return the files
   * @throws IOException if writing fails
   */
  public static List<Path> write(Leaderboard board, Path folder) throws IOException {
    Files.createDirectories(folder);
    List<Path> written = new ArrayList<>();
    for (Map.Entry<String, RunDirectory.Content> file : of(board).entrySet()) {
      Path target = folder.resolve(file.getKey());
      Path temporary = folder.resolve("." + file.getKey() + ".tmp");
      try {
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(temporary))) {
          file.getValue().write(out);
        }
        Files.move(
            temporary, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      } finally {
        Files.deleteIfExists(temporary);
      }
      written.add(target);
    }
    return written;
  }
}
