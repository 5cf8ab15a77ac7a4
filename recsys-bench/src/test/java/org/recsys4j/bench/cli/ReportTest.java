package org.recsys4j.bench.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.recsys4j.bench.report.RunReport;

class ReportTest {
  @TempDir Path folder;
  private Shell shell;

  @BeforeEach
  void shell() {
    shell = new Shell(folder);
  }

  private Path run(String models) throws IOException {
    Path file = shell.experiment(models);
    Shell.Result result =
        shell.run("run", file.toString(), "--quiet", "--out", folder.resolve("runs").toString());
    assertThat(result.err()).doesNotContain(RunReport.FILE);
    return shell.onlyRun();
  }

  @Test
  void everyRunLeavesItsReport() throws IOException {
    Path run = run("popularity, random");

    assertThat(run.resolve(RunReport.FILE))
        .content()
        .contains("<h1>tiny</h1>", "popularity")
        .doesNotContain("{{", "https://", " src=", "href=\"http", "url(h", "@import");
  }

  @Test
  void whereTheReportIsIsTold() throws IOException {
    Path file = shell.experiment("popularity");
    String out = folder.resolve("runs").toString();
    Shell.Result result = shell.run("run", file.toString(), "--quiet", "--out", out);

    Path report = shell.onlyRun().resolve(RunReport.FILE);
    assertThat(result.out()).endsWith("\nreport      " + report + "\n");
    assertThat(report)
        .content()
        .contains("1 model, 12 users")
        .doesNotContain("id=\"pairs\"", "id=\"wins\"", "id=\"tuning\"", "id=\"asked-groups\"");
  }

  @Test
  void withoutAValidationPartLossesAloneAreDrawn() throws IOException {
    Path file = shell.experiment("{ name = bpr-mf, options { epochs = 2 } }");
    shell.run(
        "run",
        file.toString(),
        "--quiet",
        "--out",
        folder.resolve("runs").toString(),
        "--set",
        "experiment.split.validation=false");

    assertThat(shell.onlyRun().resolve(RunReport.FILE))
        .content()
        .contains("<dt>Early stopping</dt><dd>none: ", "<figcaption>By epoch: loss</figcaption>")
        .doesNotContain("By epoch: validation");
  }

  @Test
  void aReportIsWrittenAnew() throws IOException {
    Path run = run("popularity, random");
    String first = Files.readString(run.resolve(RunReport.FILE));
    Path elsewhere = folder.resolve("page.html");

    Shell.Result again = shell.run("report", run.toString(), "--out", elsewhere.toString());

    assertThat(again.status()).isEqualTo(ExitStatus.DONE);
    assertThat(again.out()).isEqualTo(elsewhere + "\n");
    assertThat(elsewhere).hasContent(first);
  }

  @Test
  void aFailedModelIsTold() throws IOException {
    Path run = run("popularity, test-fails");

    assertThat(run.resolve(RunReport.FILE))
        .content()
        .contains("test-fails failed: ", "IllegalStateException: it always does");
  }

  @Test
  void aFolderThatIsNoRunIsRefused() {
    Shell.Result result = shell.run("report", folder.toString());

    assertThat(result.status()).isEqualTo(ExitStatus.WRONG_COMMAND);
    assertThat(result.err())
        .isEqualTo(folder + " is no run directory: there is no manifest.json in it\n");
  }

  @Test
  void aFolderThatCannotBeWrittenIsNamed() throws IOException {
    Path run = run("popularity");
    Path missing = folder.resolve("missing").resolve("page.html");

    Shell.Result result = shell.run("report", run.toString(), "--out", missing.toString());

    assertThat(result.status()).isNotEqualTo(ExitStatus.DONE);
    assertThat(result.err()).isEqualTo("cannot write " + missing + ": no such folder\n");
  }
}
