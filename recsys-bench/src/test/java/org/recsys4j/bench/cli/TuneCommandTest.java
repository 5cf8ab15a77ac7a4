package org.recsys4j.bench.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TuneCommandTest {
  private static final String EASE =
      "{ name = ease, options { regularisation { log-range = [1, 100] } } }";
  private static final String BPR =
      "{ name = bpr-mf, options { factors { choice = [2, 4] }, learning-rate { log-range = [0.01, 1]"
          + " }, epochs = 9, validate-every = 1 } }";

  @TempDir Path folder;
  private Shell shell;

  @BeforeEach
  void shell() {
    shell = new Shell(folder);
  }

  /** A file that tunes. */
  static Path experiment(Shell shell, String tune, String models) throws IOException {
    String file = Files.readString(shell.experiment(models));
    return shell.file(
        "tuned.conf", file.replace("evaluate.metrics", "tune {" + tune + "}\n  evaluate.metrics"));
  }

  private Shell.Result tune(String tune, String models, String... more) throws IOException {
    String file = experiment(shell, tune, models).toString();
    String[] args = new String[4 + more.length];
    args[0] = "tune";
    args[1] = file;
    args[2] = "--out";
    args[3] = folder.resolve("runs").toString();
    System.arraycopy(more, 0, args, 4, more.length);
    return shell.run(args);
  }

  @Test
  void tunePrintsTheLeaderboardAndWhatWasTried() throws IOException {
    Shell.Result result =
        tune("trials = 5, scheduler = asha", "test-counts, " + EASE + ", " + BPR, "--quiet");

    assertThat(result.err()).isEmpty();
    assertThat(result.status()).isEqualTo(ExitStatus.DONE);
    assertThat(result.out())
        .containsPattern("(?m)^model +nDCG@3 +Recall@3 +fit s")
        .containsPattern("(?m)^model +trials +stopped +best +test nDCG@3 +test Recall@3 +chosen$")
        .containsPattern(
            "(?m)^test-counts +1 +0 +0\\.\\d{4} +0\\.\\d{4} +0\\.\\d{4} +the defaults$")
        .containsPattern("(?m)^ease +5 +0 +0\\.\\d{4} .*regularisation=[0-9.]+$")
        .containsPattern("(?m)^bpr-mf +5 +[34] +0\\.\\d{4} ")
        .containsPattern("(?m)^best +nDCG@10 of the validation part$")
        .containsPattern("(?m)^budget +5 trials for each model with a search space$")
        .containsPattern("(?m)^searcher +tpe, scheduler asha$")
        .containsPattern(
            "(?m)^spent +test-counts \\d+\\.\\d s; ease .*; bpr-mf .* s,\\s+\\d+\\s+epochs")
        .contains("tuning    " + shell.onlyRun());
    Path run = runOf(shell.onlyRun());
    assertThat(run.resolve("leaderboard.json")).isNotEmptyFile();
    assertThat(result.out()).endsWith("\nreport      " + run.resolve("report.html") + "\n");
    String report = Files.readString(run.resolve("report.html"));
    String tuning = report.substring(report.indexOf("<section id=\"tuning\""));
    assertThat(tuning.substring(0, tuning.indexOf("</section>")))
        .contains(
            "<dt>Budget of each model</dt><dd>5 trials</dd>", "<dt>Scheduler</dt><dd>asha</dd>")
        .containsPattern("(?s)Every trial; trial 1 has the defaults(.*>(done|stopped)</td>){11}.*")
        .doesNotContainPattern("(?s)Every trial(.*>(done|stopped)</td>){12}.*");
    Shell.Result list = shell.run("recommend", run.toString(), "--model", "ease", "--user", "u3");
    assertThat(list.status()).as(list.err()).isEqualTo(ExitStatus.DONE);
    Shell.Result again =
        shell.run(
            "run",
            run.resolve("experiment.json").toString(),
            "--out",
            folder.resolve("again").toString());
    assertThat(again.status()).as(again.err()).isEqualTo(ExitStatus.DONE);
  }

  static Path runOf(Path tuning) throws IOException {
    try (var runs = Files.list(tuning.resolve("run"))) {
      return runs.reduce((a, b) -> tuning.resolve("more than one run")).orElseThrow();
    }
  }

  @Test
  void whatWasChosenIsTestedWithEachSeed() throws IOException {
    Shell.Result result = tune("trials = 3", "random, " + EASE, "--quiet", "--seeds", "1,2");

    assertThat(result.status()).as(result.err()).isEqualTo(ExitStatus.DONE);
    Path tuning = shell.onlyRun();
    assertThat(result.out())
        .containsPattern("(?m)^over runs +metric +mean +sd +95 % over runs and users +each run$")
        .containsPattern("(?m)^random +nDCG@3 .*( 0\\.\\d{4}){2}$")
        .containsPattern("(?m)^ease +3 +0 +0\\.\\d{4} ")
        .containsPattern("(?m)^budget +3 trials for each model with a search space$")
        .containsPattern(
            "(?m)^seeds +searched with 1; what was chosen was trained and tested with 1, 2")
        .contains("joined    " + tuning.resolve("joined"));
    assertThat(tuning.resolve("joined/report.html")).content().contains("<a href=\"../run/");
    try (var runs = Files.list(tuning.resolve("run"))) {
      assertThat(runs).hasSize(2);
    }
    Path run;
    try (var runs = Files.list(tuning.resolve("run"))) {
      run = runs.findFirst().orElseThrow();
    }
    Path page = folder.resolve("page.html");
    shell.run("report", run.toString(), "--out", page.toString());
    assertThat(Files.readString(page))
        .contains("<dt>Seeds</dt><dd>searched with 1; trained and tested with 1 2</dd>");
  }

  @Test
  void failedTrialsAreTold() throws IOException {
    Shell.Result result = tune("trials = 2", "test-fails, " + EASE, "--quiet", "--parallel", "2");

    assertThat(result.status()).isEqualTo(ExitStatus.FAILED);
    assertThat(result.out())
        .containsPattern("(?m)^test-fails +1 +0 +- .*all trials failed$")
        .contains(
            "1 of 1 trials of \"test-fails\" failed; trial 1: model \"test-fails\" failed:"
                + " IllegalStateException: it always does\n");
  }

  @Test
  void withoutValidationPartTheMessageSaysWhatToDo() throws IOException {
    Shell.Result result =
        tune(
            "trials = 2",
            EASE,
            "--set",
            "experiment.split.strategy=random-holdout",
            "--set",
            "experiment.split.validation=0");

    assertThat(result.status()).isEqualTo(ExitStatus.WRONG_COMMAND);
    assertThat(result.err())
        .startsWith("experiment.split: leaves nobody to be evaluated on a validation part")
        .hasLineCount(1);
    assertThat(folder.resolve("runs")).isEmptyDirectory();
  }

  @Test
  void whatIsFinishedNeedsNoMore() throws IOException {
    tune("trials = 2", EASE, "--quiet");
    String tuning = shell.onlyRun().toString();

    Shell.Result result = shell.run("tune", "--resume", tuning);

    assertThat(result.status()).isEqualTo(ExitStatus.DONE);
    assertThat(result.out())
        .isEqualTo("nothing to do: " + tuning + " is finished, see trials.csv and run/ there\n");
  }

  @Test
  void wrongCommandsAreRefused() throws IOException {
    String file = experiment(shell, "", EASE).toString();
    String hint = "\n(recsys tune --help says more)\n";

    assertThat(shell.run("tune").err())
        .isEqualTo("an experiment file is missing, or --resume with the folder of a tuning" + hint);
    assertThat(shell.run("tune", file, "--parallel", "0").err())
        .isEqualTo("--parallel: 0 is not > 0" + hint);
    assertThat(shell.run("tune", file, "--threads", "0").err())
        .isEqualTo("--threads: 0 is not > 0" + hint);
    assertThat(shell.run("tune", "--resume", "x", "--set", "a=1").err())
        .isEqualTo("--resume takes everything from the tuning's folder: leave --set out" + hint);
    Shell.Result nowhere = shell.run("tune", "--resume", folder.toString());
    assertThat(nowhere.err())
        .isEqualTo(folder + " is no folder of a tuning: there is no tuning.json in it\n");
    assertThat(nowhere.status()).isEqualTo(ExitStatus.WRONG_COMMAND);
    assertThat(shell.run("run", file).err())
        .endsWith(
            "options.regularisation: a search space: recsys tune looks through it, recsys run takes a"
                + " value\n");
    assertThat(shell.run("check", file).out())
        .isEqualTo(file + ": no problems; models: ease; metrics: ndcg@3, recall@3\n");
    assertThat(shell.run("tune", shell.experiment("test-counts").toString()).err())
        .contains("experiment.tune: missing: what is tuned says how, tune { trials = 30 }");
    assertThat(shell.run("tune", "--help").out())
        .contains("recsys tune FILE", "--resume DIR", "--parallel", "--threads", "--set", "--out");
  }

  @Test
  void theExampleIsLegal() {
    Path example = Path.of("..", "experiments", "tune-quickstart.conf");

    Shell.Result result = shell.run("check", example.toString());

    assertThat(result.out())
        .as(result.err())
        .endsWith(
            "models: popularity, recent-popularity, item-knn, ease, bpr-mf; metrics: ndcg@10,"
                + " recall@10, coverage@10\n");
    assertThat(List.of(shell.run("run", example.toString()).err().split("\n"))).hasSize(7);
  }
}
