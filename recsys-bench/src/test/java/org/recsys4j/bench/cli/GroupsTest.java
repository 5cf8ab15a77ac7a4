package org.recsys4j.bench.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Metrics by groups, asked for in an experiment file. */
class GroupsTest {
  @TempDir Path folder;
  private Shell shell;
  private String file;

  @BeforeEach
  void shell() throws IOException {
    shell = new Shell(folder);
    file = shell.experiment("test-counts, test-fails, random").toString();
  }

  private Shell.Result run(String out, String groups) {
    return shell.run(
        "run",
        file,
        "--quiet",
        "--no-report",
        "--out",
        folder.resolve(out).toString(),
        "--set",
        "experiment.evaluate.groups={" + groups + "}");
  }

  private Path only(String out) throws IOException {
    try (var runs = Files.list(folder.resolve(out))) {
      return runs.findFirst().orElseThrow();
    }
  }

  @Test
  void areShownAndWrittenForEveryModelThatDidNotFail() throws IOException {
    Shell.Result result = run("runs", "cold=true, head-share=0.5, time=2");

    assertThat(result.out())
        .containsPattern("(?m)^nDCG@3 by cold +no training event +known$")
        .containsPattern("(?m)^users +0 +12$")
        .containsPattern("(?m)^random +- +0\\.\\d{4}$")
        .containsPattern("(?m)^nDCG@3 by popularity +head +tail$")
        .containsPattern("(?m)^nDCG@3 by time +1970-.* to .*Z$");
    Path models = only("runs").resolve("models");
    assertThat(models.resolve("test-counts/groups.json")).isNotEmptyFile();
    assertThat(models.resolve("test-fails/groups.json")).doesNotExist();
  }

  @Test
  void changeNoNumberAndNoProtocol() throws IOException {
    run("with", "activity=2");
    assertThat(run("without", "").out()).doesNotContain(" by activity");

    Shell.Result joined = shell.run("compare", only("with").toString(), only("without").toString());
    assertThat(joined.status()).isEqualTo(ExitStatus.DONE);
    assertThat(joined.out())
        .containsPattern("(?m)^random \\(run 2\\) +random \\(run 1\\) +nDCG@3 +\\+0\\.0000 ");
  }

  @Test
  void mistakesAreTold() {
    Shell.Result unknown = run("runs", "user-columns=[age]");
    assertThat(unknown.status()).isEqualTo(ExitStatus.WRONG_DATA);
    assertThat(unknown.err())
        .contains("evaluate.groups.user-columns: the users have no attribute \"age\", only []");
    assertThat(run("runs", "time=-1").err()).contains("groups.time: -1 is not in 0 to 100");
  }
}
