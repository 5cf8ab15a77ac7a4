package org.recsys4j.bench.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Lists that leave a run and come back, and lists of others. */
class EvaluateCommandTest {
  @TempDir Path folder;
  private Shell shell;

  @BeforeEach
  void shell() {
    shell = new Shell(folder);
  }

  private String run() throws IOException {
    shell.run(
        "run",
        shell.experiment("test-counts").toString(),
        "--quiet",
        "--out",
        folder.resolve("runs").toString());
    return shell.onlyRun().toString();
  }

  /** Lists are written without ties, so their numbers are those of the order that was shown. */
  @Test
  void whatIsExportedCanBeEvaluated() throws IOException {
    String run = run();
    Path out = folder.resolve("export");

    Shell.Result exported =
        shell.run("export", run, "--format", "trec", "--out", out.toString(), "--name", "mine");
    assertThat(exported.err()).isEmpty();
    assertThat(exported.status()).isEqualTo(ExitStatus.DONE);
    assertThat(exported.out())
        .contains("mine.train.tsv", "mine.test.qrels", "mine.test-counts.run");

    Shell.Result result =
        shell.run(
            "evaluate",
            "--qrels",
            out.resolve("mine.test.qrels").toString(),
            "--run",
            out.resolve("mine.test-counts.run").toString(),
            "--train",
            out.resolve("mine.train.tsv").toString(),
            "--metrics",
            "ndcg@3,recall@3",
            "--out",
            folder.resolve("measured").toString());
    assertThat(result.err()).isEmpty();
    assertThat(result.status()).isEqualTo(ExitStatus.DONE);
    assertThat(result.out())
        .containsPattern("(?m)^run +nDCG@3 +Recall@3$")
        .containsPattern("(?m)^test-counts +0\\.\\d{4} +0\\.\\d{4}$")
        .containsPattern("(?m)^users +\\d+ users evaluated; 0 judged ones");
    assertThat(Files.readString(folder.resolve("measured/leaderboard.md")))
        .startsWith("| model | nDCG@3 | Recall@3 |\n|---|--:|--:|\n")
        .doesNotContain("NaN");

    Shell.Result again = shell.run("export", run, "--format", "trec", "--out", out.toString());
    assertThat(again.status()).isEqualTo(ExitStatus.DONE);
    Shell.Result third = shell.run("export", run, "--format", "trec", "--out", out.toString());
    assertThat(third.status()).isEqualTo(ExitStatus.WRONG_DATA);
    assertThat(third.err()).endsWith("is there already; --force replaces it\n");
  }

  /** Random scores have no ties, so the numbers are those of the run. */
  @Test
  void numbersOfTheRunComeBack() throws IOException {
    shell.run(
        "run",
        shell.experiment("random").toString(),
        "--quiet",
        "--out",
        folder.resolve("runs").toString());
    Path run = shell.onlyRun();
    String out = folder.resolve("export").toString();
    shell.run("export", run.toString(), "--format", "trec", "--out", out);
    shell.run(
        "evaluate",
        "--qrels",
        out + "/tiny.test.qrels",
        "--run",
        out + "/tiny.random.run",
        "--metrics",
        "ndcg@3,recall@3",
        "--out",
        out);

    for (String metric : new String[] {"ndcg@3", "recall@3"}) {
      assertThat(number(Path.of(out), metric)).isCloseTo(number(run, metric), within(1e-12));
    }
  }

  private static double number(Path folder, String metric) throws IOException {
    return new ObjectMapper()
        .readTree(folder.resolve("leaderboard.json").toFile())
        .at("/models/0/metrics/" + metric)
        .asDouble(Double.NaN);
  }

  @Test
  void splitsAreExportedForOtherTools() throws IOException {
    String run = run();
    Path out = folder.resolve("export");
    assertThat(shell.run("export", run, "--format", "recbole", "--out", out.toString()).out())
        .contains("tiny.train.inter", "tiny.valid.inter", "tiny.test.inter", "tiny.item");
    assertThat(shell.run("export", run, "--format", "tsv", "--out", out.toString()).out())
        .contains("tiny.test.tsv");
    assertThat(shell.run("export", run, "--format", "tsv", "--model", "x").err())
        .startsWith("--model: lists are written in the format trec alone\n");
    assertThat(shell.run("export", run, "--format", "trec", "--model", "x").err())
        .startsWith("no fitted model \"x\" in ");
  }

  @Test
  void mistakesInFilesAreToldWithTheirLine() throws IOException {
    String qrels = shell.file("q", "u1 0 a 1\n").toString();
    String broken = shell.file("r", "u1 Q0 a 1 0.5 tag\nu1 Q0 b 2 soon tag\n").toString();

    Shell.Result result = shell.run("evaluate", "--qrels", qrels, "--run", broken);

    assertThat(result.status()).isEqualTo(ExitStatus.WRONG_DATA);
    assertThat(result.err()).isEqualTo(broken + ":2: score \"soon\" is no number\n");
    Shell.Result metric =
        shell.run("evaluate", "--qrels", qrels, "--run", broken, "--metrics", "ndgc@10");
    assertThat(metric.status()).isEqualTo(ExitStatus.WRONG_COMMAND);
    assertThat(metric.err()).contains("--metrics", "ndgc").hasLineCount(1);
    assertThat(shell.run("evaluate", "--qrels", qrels, "--run", broken, broken).err())
        .startsWith("--run: a file is named twice\n");
  }
}
