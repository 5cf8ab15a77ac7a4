package org.recsys4j.bench.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RerunTest {
  @TempDir Path folder;
  private Shell shell;

  @BeforeEach
  void shell() {
    shell = new Shell(folder);
  }

  private Path run() throws IOException {
    Path file = shell.experiment("popularity, { name = item-knn, label = knn }, test-fails");
    shell.run("run", file.toString(), "--quiet", "--out", folder.resolve("runs").toString());
    return shell.onlyRun();
  }

  private Shell.Result rerun(Path run) {
    return shell.run(
        "rerun", run.toString(), "--quiet", "--out", folder.resolve("again").toString());
  }

  /** Two metrics of two models, and those of twelve users; the third model fails alike. */
  @Test
  void everyNumberComesOutTheSame() throws IOException {
    Shell.Result result = rerun(run());

    assertThat(result.status()).isEqualTo(ExitStatus.DONE);
    assertThat(result.out()).contains("the same    all 52 numbers, bit for bit\n");
    assertThat(result.out()).doesNotContain("different", "besides");
  }

  @Test
  void whatDoesNotIsNamedWithBothNumbers() throws IOException {
    Path run = run();
    Path board = run.resolve("leaderboard.json");
    String before = Files.readString(board, StandardCharsets.UTF_8);
    String changed = before.replaceFirst("(\"ndcg@3\" : 0\\.)\\d+", "$1125");
    assertThat(changed).isNotEqualTo(before);
    Files.writeString(board, changed);
    Path manifest = run.resolve("manifest.json");
    String machine = Files.readString(manifest, StandardCharsets.UTF_8);
    Files.writeString(
        manifest, machine.replaceFirst("\"cpu\" : \"[^\"]*\"", "\"cpu\" : \"another\""));

    Shell.Result result = rerun(run);

    assertThat(result.status()).isEqualTo(ExitStatus.FAILED);
    assertThat(result.out())
        .containsPattern("\ndifferent   (knn|popularity), nDCG@3: 0\\.125, now 0\\.\\d+\n")
        .contains("\nbesides     cpu: another, now ")
        .doesNotContain("the same");
  }

  @Test
  void changedDataAreNamed() throws IOException {
    Path run = run();
    Path events = folder.resolve("events.tsv");
    Files.writeString(events, Files.readString(events).replace("u1\ti1\t", "u1\ti0\t"));

    Shell.Result result = rerun(run);

    assertThat(result.status()).isEqualTo(ExitStatus.FAILED);
    assertThat(result.out()).containsPattern("\ndifferent   data: [0-9a-f]{64}, now [0-9a-f]{64}");
  }
}
