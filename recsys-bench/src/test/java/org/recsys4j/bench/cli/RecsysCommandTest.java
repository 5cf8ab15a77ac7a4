package org.recsys4j.bench.cli;

import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecsysCommandTest {
  @TempDir Path folder;
  private Shell shell;

  @BeforeEach
  void shell() {
    shell = new Shell(folder);
  }

  private Shell.Result runExperiment(String models, String... more) throws IOException {
    String[] args = new String[4 + more.length];
    args[0] = "run";
    args[1] = shell.experiment(models).toString();
    args[2] = "--out";
    args[3] = folder.resolve("runs").toString();
    System.arraycopy(more, 0, args, 4, more.length);
    return shell.run(args);
  }

  @Test
  void runPrintsTheLeaderboardAndWhatItMeans() throws IOException {
    Shell.Result result =
        runExperiment("test-counts, { name = test-counts, label = \"Once more\" }");

    assertThat(result.status()).isEqualTo(ExitStatus.DONE);
    assertThat(result.err()).isEmpty();
    assertThat(result.out().lines().findFirst().orElseThrow())
        .matches("model +nDCG@3 +Recall@3 +fit s +evaluate s +parameters +peak MiB");
    assertThat(result.out())
        .containsPattern("\ntest-counts +0\\.\\d{4} +0\\.\\d{4} ")
        .containsPattern("\nOnce more +0\\.\\d{4} +0\\.\\d{4} ")
        .containsPattern("\n\\* +differs from the best of its column: paired randomisation test")
        .containsPattern("\nprotocol +[0-9a-f]{16}: mask=train-and-validation history=train")
        .containsPattern("\ndata +delimited: 60 events, 12 users, 8 items")
        .containsPattern("\nsplit +36 training, 12 validation, 12 test events")
        .containsPattern("\nusers +12 users evaluated")
        .containsPattern("\nleakage +of 12 test events, \\d+ are older")
        .containsPattern("\nstopping +models that stop early look at nDCG@10")
        .contains(shell.onlyRun().toString());
    assertThat(shell.onlyRun().resolve("leaderboard.json")).isNotEmptyFile();
  }

  @Test
  void runWithAFailedModelHasStatusOne() throws IOException {
    Shell.Result result = runExperiment("test-fails, test-counts", "--quiet");

    assertThat(result.status()).isEqualTo(ExitStatus.FAILED);
    String message = "model \"test-fails\" failed: IllegalStateException: it always does\n";
    assertThat(result.err()).isEqualTo(message);
    assertThat(result.out()).containsPattern("\ntest-counts +0\\.").contains("FAILED: " + message);
  }

  @Test
  void overridesAndThreadsAreTaken() throws IOException {
    Shell.Result result =
        runExperiment(
            "test-counts", "--set", "experiment.evaluate.metrics=[\"mrr@2\"]", "--threads", "2");

    assertThat(result.status()).isEqualTo(ExitStatus.DONE);
    assertThat(result.out()).startsWith("model         MRR@2  fit s");
  }

  @Test
  void wrongRowOfDataHasStatusThreeAndALine() throws IOException {
    Path file = shell.experiment("test-counts");
    Files.writeString(folder.resolve("events.tsv"), "user\titem\ttimestamp\nu1\ti1\tsoon\n");

    Shell.Result result =
        shell.run("run", file.toString(), "--out", folder.resolve("runs").toString());

    assertThat(result.status()).isEqualTo(ExitStatus.WRONG_DATA);
    assertThat(result.err()).contains("events.tsv:2: ", "soon").hasLineCount(1);
    assertThat(result.out()).isEmpty();
  }

  @Test
  void corruptGzipHasStatusThree() throws IOException {
    Path file = shell.experiment("test-counts");
    Path gzip = folder.resolve("events.tsv.gz");
    Files.write(gzip, new byte[] {31, -117, 8, 0, 0, 0, 0, 0, 0, 0, 1, 2, 3, 4});

    Shell.Result result =
        shell.run(
            "run",
            file.toString(),
            "--set",
            "experiment.data.source.options.file=\"" + gzip.toString().replace('\\', '/') + "\"",
            "--quiet",
            "--out",
            folder.resolve("runs").toString());

    assertThat(result.status()).isEqualTo(ExitStatus.WRONG_DATA);
    assertThat(result.err()).contains("events.tsv.gz").hasLineCount(1);
    assertThat(folder.resolve("runs")).isEmptyDirectory();
  }

  @Test
  void errorsOfOursAreToldWithTheirCauses() throws IOException {
    String file = shell.experiment("test-counts").toString();
    String out = folder.resolve("runs").toString();
    String broken = "experiment.data.source=test-broken";

    Shell.Result brief = shell.run("run", file, "--out", out, "--set", broken);
    assertThat(brief.status()).isEqualTo(ExitStatus.FAILED);
    assertThat(brief.err())
        .isEqualTo(
            """
            internal error: java.lang.IllegalStateException: no events
              because of java.lang.ArithmeticException: / by zero
            (--debug prints where it happened)
            """);
    Shell.Result full = shell.run("run", file, "--out", out, "--set", broken, "--debug");
    assertThat(full.err()).contains("\tat org.recsys4j.bench.cli.TestPlugin$BrokenSource.read");

    Shell.Result memory =
        shell.run("run", file, "--out", out, "--set", "experiment.data.source=test-huge");
    assertThat(memory.status()).isEqualTo(ExitStatus.FAILED);
    assertThat(memory.err()).startsWith("out of memory (Java heap space)").hasLineCount(1);
  }

  @Test
  void unwritableFolderHasStatusOne() throws IOException {
    Path file = shell.file("file", "");
    Shell.Result result =
        shell.run(
            "run", shell.experiment("test-counts").toString(), "--out", file + "/runs", "--quiet");

    assertThat(result.status()).isEqualTo(ExitStatus.FAILED);
    assertThat(result.err()).startsWith("cannot write " + file).hasLineCount(1);
  }

  @Test
  void checkFindsAllProblemsOfAFile() throws IOException {
    Path file = folder.resolve("bad.conf");
    Files.write(file, resource("bad.conf"));

    Shell.Result result = shell.run("check", file.toString());

    assertThat(result.status()).isEqualTo(ExitStatus.WRONG_COMMAND);
    assertThat(result.out()).isEmpty();
    // Which models are known depends on what stands on the class path.
    assertThat(result.err().replace(file.toString(), "FILE").replaceAll(" known: .*", ""))
        .isEqualTo(new String(resource("bad.txt"), StandardCharsets.UTF_8));
    assertThat(shell.run("run", file.toString()).err()).isEqualTo(result.err());
  }

  @Test
  void checkNeedsNoSoundData() throws IOException {
    Path file = shell.experiment("test-counts");
    Files.writeString(folder.resolve("events.tsv"), "nonsense");

    Shell.Result result = shell.run("check", file.toString());

    assertThat(result.status()).isEqualTo(ExitStatus.DONE);
    assertThat(result.out())
        .isEqualTo(file + ": no problems; models: test-counts; metrics: ndcg@3, recall@3\n");
  }

  @Test
  void recommendShowsTitles() throws IOException {
    runExperiment("test-counts");
    String run = shell.onlyRun().toString();

    Shell.Result result =
        shell.run("recommend", run, "--model", "test-counts", "--user", "u3", "-n", "2");

    assertThat(result.status()).isEqualTo(ExitStatus.DONE);
    assertThat(result.out().lines())
        .hasSize(3)
        .element(1)
        .asString()
        .matches("   1  i\\d +\\d\\.0  The item \u2116 \\d");
  }

  @Test
  void recommendNamesWhatItDoesNotKnow() throws IOException {
    runExperiment("test-counts");
    String run = shell.onlyRun().toString();

    assertWrong(
        shell.run("recommend", run, "--model", "test-counts", "--user", "u99"),
        "no user \"u99\" in " + run + ", which has 12 users, among them u0\n");
    assertWrong(
        shell.run("recommend", run, "--model", "counts", "--user", "u3"),
        "no fitted model \"counts\" in " + run + "; there are: test-counts\n");
    assertWrong(
        shell.run("recommend", folder.toString(), "--model", "test-counts", "--user", "u3"),
        folder + " is no run directory: there is no manifest.json in it\n");
  }

  @Test
  void resumeTakesNothingButTheRun() throws IOException {
    runExperiment("test-counts");
    String run = shell.onlyRun().toString();
    String advice =
        """
        --resume takes everything from the run directory: leave %s out
        (recsys run --help says more)
        """;
    assertWrong(
        shell.run("run", "x.conf", "--resume", run), String.format(Locale.ROOT, advice, "FILE"));
    assertWrong(
        shell.run("run", "--set", "experiment.seed=3", "--resume", run),
        String.format(Locale.ROOT, advice, "--set"));
    assertWrong(
        shell.run("run", "--out", "runs", "--resume", run),
        String.format(Locale.ROOT, advice, "--out"));
    assertWrong(
        shell.run("run", "--resume", folder.toString()),
        folder + " is no run directory: there is no manifest.json in it\n");
    assertWrong(
        shell.run("run", "--resume", folder.resolve("nowhere").toString()),
        folder.resolve("nowhere") + " is no run directory: there is no manifest.json in it\n");
  }

  @Test
  void resumeOfAFinishedRunSaysSo() throws IOException {
    runExperiment("test-counts");
    String run = shell.onlyRun().toString();
    String before = Files.readString(shell.onlyRun().resolve("manifest.json"));

    Shell.Result result = shell.run("run", "--resume", run);

    assertThat(result.status()).isEqualTo(ExitStatus.DONE);
    assertThat(result.out())
        .isEqualTo("nothing to do: " + run + " is finished, see leaderboard.md there\n");
    assertThat(Files.readString(shell.onlyRun().resolve("manifest.json"))).isEqualTo(before);
  }

  /** The failed model is tried again; the data are not read any more. */
  @Test
  void resumeTriesFailedModelsAgainAndKeepsTheOthers() throws IOException {
    runExperiment("test-fails, test-counts");
    Files.delete(folder.resolve("events.tsv"));
    Path run = shell.onlyRun();
    FileTime model = Files.getLastModifiedTime(run.resolve("models/test-counts/model.npz"));

    Shell.Result result = shell.run("run", "--resume", run.toString(), "--threads", "1");

    assertThat(result.status()).isEqualTo(ExitStatus.FAILED);
    assertThat(result.err())
        .isEqualTo("model \"test-fails\" failed: IllegalStateException: it always does\n");
    assertThat(result.out())
        .containsPattern("\ntest-counts +0\\.")
        .containsPattern("\ndata +delimited: 60 events, 12 users, 8 items")
        .contains(run.toString());
    assertThat(Files.getLastModifiedTime(run.resolve("models/test-counts/model.npz")))
        .isEqualTo(model);
  }

  @Test
  void resumeVerifiesTheSplit() throws IOException {
    runExperiment("test-fails, test-counts");
    Path test = shell.onlyRun().resolve("split/test.tsv.gz");
    Files.copy(shell.onlyRun().resolve("split/train.tsv.gz"), test, REPLACE_EXISTING);

    Shell.Result result = shell.run("run", "--resume", shell.onlyRun().toString());

    assertThat(result.status()).isEqualTo(ExitStatus.WRONG_DATA);
    assertThat(result.err()).startsWith(test + ": was changed or damaged").hasLineCount(1);
    assertThat(Files.readString(shell.onlyRun().resolve("manifest.json")))
        .as("what was finished is still known")
        .contains("\"label\" : \"test-counts\"");
  }

  @Test
  void wrongCommandLinesAreToldShortly() {
    assertWrong(
        shell.run("run"),
        """
        an experiment file is missing, or --resume with a run directory
        (recsys run --help says more)
        """);
    assertWrong(
        shell.run("run", "x.conf", "--threads", "0"),
        "--threads: 0 is not > 0\n(recsys run --help says more)\n");
    assertWrong(
        shell.run("list", "model"),
        """
        no kind "model"; known: models, sources, metrics, splits, candidates, extractors, preparations
        (recsys list --help says more)
        """);
    assertWrong(
        shell.run("show", "ndgc"),
        "nothing is called \"ndgc\"; did you mean \"ndcg\"?\n(recsys show --help says more)\n");
    assertWrong(
        shell.run("recommend", "x", "--model", "a", "--user", "b", "-n", "0"),
        "-n: 0 is not > 0\n(recsys recommend --help says more)\n");
    assertWrong(
        shell.run("rnu"),
        "cannot make sense of \"rnu\"; did you mean \"run\"?\n(recsys --help says more)\n");
    assertWrong(
        shell.run("run", "x.conf", "--thread", "2"),
        """
        cannot make sense of "--thread"; did you mean "--threads"?
        (recsys run --help says more)
        """);
    assertThat(shell.run().status()).isEqualTo(ExitStatus.WRONG_COMMAND);
  }

  @Test
  void missingFilesAreNamed() {
    String file = folder.resolve("nowhere.conf").toString();
    Shell.Result result = shell.run("run", file);

    assertThat(result.status()).isEqualTo(ExitStatus.WRONG_COMMAND);
    assertThat(result.err()).startsWith(file).hasLineCount(1);
    String jar = folder.resolve("nowhere.jar").toString();
    assertWrong(shell.run("list", "--plugins", jar), jar + ": no such jar or folder of plug-ins\n");
  }

  private static void assertWrong(Shell.Result result, String message) {
    assertThat(result.err()).isEqualTo(message);
    assertThat(result.status()).isEqualTo(ExitStatus.WRONG_COMMAND);
    assertThat(result.out()).isEmpty();
  }

  @Test
  void listNamesEveryKind() {
    Shell.Result all = shell.run("list");
    assertThat(all.status()).isEqualTo(ExitStatus.DONE);
    assertThat(all.out())
        .contains("models:\n", "metrics:\n", "sources:\n", "splits:\n", "preparations:\n")
        .containsPattern("\n  online-retail +\\S")
        .containsPattern("\n  ndcg +\\S");

    Shell.Result some = shell.run("list", "metrics");
    assertThat(some.out()).containsPattern("(?m)^ndcg +\\S").doesNotContain("online-retail");
  }

  @Test
  void showPrintsOptionsWithTypeDefaultRangeAndMeaning() {
    Shell.Result result = shell.run("show", "k-core");

    assertThat(result.status()).isEqualTo(ExitStatus.DONE);
    assertThat(result.out())
        .startsWith("k-core (preparation): ")
        .containsPattern("(?m)^option +type +default +range +meaning$")
        .containsPattern("(?m)^users +whole number +5 +\\S.* How many events every user");
    assertThat(shell.run("show", "online-retail").out()).endsWith("It has no options.\n");
  }

  @Test
  void helpAndVersion() {
    assertThat(shell.run("--version").out()).startsWith("recsys4j ");
    assertThat(shell.run("--help").out())
        .contains("run", "tune", "check", "list", "show", "recommend");
    assertThat(shell.run("run", "--help").out())
        .contains("--out", "--set", "--threads", "--resume DIR");
    assertThat(shell.run("run", "--help").status()).isEqualTo(ExitStatus.DONE);
  }

  private static byte[] resource(String name) throws IOException {
    try (InputStream in = RecsysCommandTest.class.getResourceAsStream(name)) {
      return in.readAllBytes();
    }
  }
}
