package org.recsys4j.bench.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs beside one another, and lists that leave a run and come back. */
class CompareCommandTest {
  @TempDir Path folder;
  private Shell shell;

  @BeforeEach
  void shell() {
    shell = new Shell(folder);
  }

  private Path run(String models, String... more) throws IOException {
    Path out = Files.createTempDirectory(folder, "out");
    List<String> args = new ArrayList<>();
    args.addAll(List.of("run", shell.experiment(models).toString(), "--quiet"));
    args.addAll(List.of("--out", out.toString()));
    args.addAll(List.of(more));
    assertThat(shell.run(args.toArray(String[]::new)).status()).isEqualTo(ExitStatus.DONE);
    try (var runs = Files.list(out)) {
      return runs.findFirst().orElseThrow();
    }
  }

  @Test
  void joinsRunsAndWritesTheTable() throws IOException {
    String one = run("test-counts").toString();
    String two = run("{ name = test-counts, label = again }").toString();
    Path out = folder.resolve("elsewhere/joined"); // too far away for links

    Shell.Result result = shell.run("compare", one, two, "--out", out.toString());

    assertThat(result.err()).isEmpty();
    assertThat(result.status()).isEqualTo(ExitStatus.DONE);
    assertThat(result.out())
        .containsPattern("(?m)^model +nDCG@3 +Recall@3 +fit s")
        .containsPattern("(?m)^again +0\\.\\d{4} ")
        .containsPattern("(?m)^test-counts +0\\.\\d{4} ")
        .containsPattern("(?ms)^run 1 +\\S.*seed\\s+42$.*^run 2 ")
        .contains("written: ");
    assertThat(out.resolve("leaderboard.tex")).isNotEmptyFile();
    assertThat(out.resolve("runs.json")).isNotEmptyFile();
    assertThat(out.resolve("report.html"))
        .content()
        .contains("2 runs joined", ">" + Path.of(one).getFileName() + "</td>")
        .doesNotContain("From run to run", "href=\"..", folder.toString());
    assertThat(result.out()).endsWith("\nreport      " + out.resolve("report.html") + "\n");
  }

  /** A label that two runs trained with other options is looked at for a change. */
  @Test
  void thePageTellsChanges() throws IOException {
    String one = run("{ name = random, label = mine }").toString();
    String two = run("{ name = test-counts, label = mine }").toString();
    Path out = folder.resolve("joined");

    shell.run("compare", one, two, "--out", out.toString());

    assertThat(out.resolve("report.html"))
        .content()
        .contains(
            "<h2 id=\"changes-title\">Changes</h2>", ">mine (run 2)</th>", ">mine (run 1)</td>");
  }

  @Test
  void theSameModelAgainIsNoRegression() throws IOException {
    String one = run("test-counts").toString();
    String two = run("test-counts").toString();

    Shell.Result result = shell.run("compare", one, two, "--fail-on-regression");

    assertThat(result.status()).isEqualTo(ExitStatus.DONE);
    assertThat(result.out())
        .containsPattern(
            "(?m)^test-counts \\(run 2\\) +test-counts \\(run 1\\) +nDCG@3 +\\+0\\.0000 ")
        .containsPattern("(?m)^regressions +none$");
  }

  /** The numbers of the first run are made perfect, as if a better model had had that label. */
  @Test
  void regressionsHaveStatusOneWhereThatIsAskedFor() throws IOException {
    Path one = run("test-counts");
    Path two = run("test-counts");
    StringBuilder perfect = new StringBuilder("user,ndcg@3,recall@3\n");
    for (int user = 0; user < 12; user++) {
      perfect.append("u").append(user).append(",1,1\n");
    }
    Path file = one.resolve("models/test-counts/per-user.csv.gz");
    try (var out = new GZIPOutputStream(Files.newOutputStream(file))) {
      out.write(perfect.toString().getBytes(StandardCharsets.UTF_8));
    }

    Shell.Result told = shell.run("compare", one.toString(), two.toString());
    assertThat(told.out()).contains("REGRESSION").containsPattern("(?m)^regressions +test-counts");
    assertThat(told.status()).isEqualTo(ExitStatus.DONE);
    Shell.Result failed =
        shell.run("compare", one.toString(), two.toString(), "--fail-on-regression");
    assertThat(failed.status()).isEqualTo(ExitStatus.FAILED);
    assertThat(failed.out()).isEqualTo(told.out());
  }

  @Test
  void seedsAreSummarised() throws IOException {
    String one = run("test-counts").toString();
    String two = run("test-counts", "--set", "experiment.seed=7").toString();

    Shell.Result result = shell.run("compare", one, two);

    assertThat(result.out())
        .containsPattern("(?m)^over runs +metric +mean +sd +95 % over runs and users +each run$")
        .containsPattern(
            "(?m)^test-counts +nDCG@3 +(0\\.\\d{4}) +0\\.0000 +0\\.\\d{4} to 0\\.\\d{4} +\\1 \\1$");
  }

  @Test
  void mistakesAreToldShortly() throws IOException {
    String one = run("test-counts").toString();
    String other = run("test-counts", "--set", "experiment.evaluate.mask=none").toString();

    assertWrong(
        shell.run("compare", one, other),
        other
            + " cannot be compared with "
            + one
            + ": they differ in the mask, \"train-and-validation\" and \"none\"\n");
    assertWrong(
        shell.run("compare", one, one),
        one + " is named twice\n(recsys compare --help says more)\n");
    assertWrong(
        shell.run("compare", one, "--resamples", "5"),
        "--resamples: 5 is not in 1000 to 1000000\n(recsys compare --help says more)\n");
    assertWrong(
        shell.run("compare", folder.toString()),
        folder + " is no run directory: there is no manifest.json in it\n");
    assertWrong(
        shell.run("compare", one, "--baseline", "ease"),
        "no model \"ease\"; there are: test-counts\n");
  }

  private static void assertWrong(Shell.Result result, String message) {
    assertThat(result.err()).isEqualTo(message);
    assertThat(result.status()).isEqualTo(ExitStatus.WRONG_COMMAND);
    assertThat(result.out()).isEmpty();
  }
}
