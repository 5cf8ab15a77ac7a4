package org.recsys4j.bench.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code recsys data describe}, {@code convert} and {@code split}. */
class DataCommandsTest {
  @TempDir Path folder;
  private Shell shell;
  private String experiment;

  @BeforeEach
  void shell() throws IOException {
    shell = new Shell(folder);
    experiment = shell.experiment("test-counts").toString();
  }

  private static String golden(String name) throws IOException {
    try (InputStream in = DataCommandsTest.class.getResourceAsStream(name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  @Test
  void describesAFile() throws IOException {
    Shell.Result result =
        shell.run("data", "describe", folder.resolve("events.tsv").toString(), "--quiet");
    assertThat(result.status()).isEqualTo(ExitStatus.DONE);
    assertThat(result.err())
        .isEqualTo(
            "guessed: separator tab, a header, user = user, item = item, timestamp = timestamp\n");
    assertThat(result.out()).isEqualTo(golden("describe-file.txt"));
  }

  @Test
  void describesAnExperimentWithItsSplit() throws IOException {
    Shell.Result result = shell.run("data", "describe", experiment, "--quiet");
    assertThat(result.err()).isEmpty();
    assertThat(result.out()).isEqualTo(golden("describe-experiment.txt"));
  }

  @Test
  void describesASourceAndDrawsIt() throws IOException {
    Path plot = folder.resolve("tail.svg");
    Shell.Result result =
        shell.run(
            "data",
            "describe",
            "delimited",
            "--set",
            "file=\"" + folder.resolve("events.tsv").toString().replace('\\', '/') + "\"",
            "--set",
            "separator=\"\\t\"",
            "--set",
            "columns.timestamp=timestamp",
            "--set",
            "split.test=0.5",
            "--split",
            "global-time",
            "--json",
            "--quiet",
            "--plot",
            plot.toString());
    assertThat(result.err()).isEqualTo("drawn: " + plot + "\n");
    JsonNode json = new ObjectMapper().readTree(result.out());
    assertThat(json.at("/name").asText()).isEqualTo("delimited");
    assertThat(json.at("/events").asInt()).isEqualTo(60);
    assertThat(json.at("/users/count").asInt()).isEqualTo(12);
    assertThat(json.at("/users/quantiles/0.5").asInt()).isEqualTo(5);
    assertThat(json.at("/users/gini").asDouble()).isZero();
    assertThat(json.at("/density").asDouble()).isEqualTo(60 / 96.0);
    assertThat(json.at("/split/test").asInt()).isEqualTo(30);
    assertThat(json.at("/split/leakage/older-than-training").asInt()).isZero();
    assertThat(plot).content().startsWith("<?xml").contains("<svg", "rgb(0,114,178)");
  }

  @Test
  void whatCannotBeDescribedIsTold() {
    Shell.Result unknown = shell.run("data", "describe", folder.resolve("no").toString());
    assertThat(unknown.status()).isEqualTo(ExitStatus.WRONG_DATA);
    assertThat(unknown.err()).contains("no: no such file or folder, and no source").hasLineCount(1);

    Shell.Result plot = shell.run("data", "describe", experiment, "--plot", "a.pdf");
    assertThat(plot.status()).isEqualTo(ExitStatus.WRONG_COMMAND);
    assertThat(plot.err()).startsWith("--plot: a.pdf ends neither in .png nor in .svg\n");

    Shell.Result option = shell.run("data", "describe", "movietweetings", "--set", "folder=x");
    assertThat(option.status()).isEqualTo(ExitStatus.WRONG_COMMAND);
    assertThat(option.err()).contains("folder: unknown key");

    Shell.Result missing =
        shell.run("data", "describe", "movielens", "--set", "folder=nowhere/ml-25m");
    assertThat(missing.status()).isEqualTo(ExitStatus.WRONG_DATA);
    assertThat(missing.err()).endsWith("; recsys data fetch movielens-25m downloads it\n");

    Shell.Result nothing = shell.run("data");
    assertThat(nothing.status()).isEqualTo(ExitStatus.WRONG_COMMAND);
    assertThat(nothing.err())
        .startsWith("what to do with data is missing: fetch, describe, convert, split, release\n");
  }

  @Test
  void unwritablePlotsHaveStatusOne() {
    Path plot = folder.resolve("no/tail.png");
    Shell.Result result =
        shell.run("data", "describe", experiment, "--quiet", "--plot", plot.toString());
    assertThat(result.status()).isEqualTo(ExitStatus.FAILED);
    assertThat(result.err()).isEqualTo("cannot write " + plot + ": no such folder\n");
  }

  @Test
  void convertsThereAndBack() throws IOException {
    Path in = folder.resolve("events.tsv");
    Path inter = folder.resolve("tiny.inter");
    Path back = folder.resolve("back.tsv");
    Shell.Result result = shell.run("data", "convert", in.toString(), inter.toString(), "--quiet");
    assertThat(result.status()).isEqualTo(ExitStatus.DONE);
    assertThat(result.out()).isEqualTo("60 events of 12 users and 8 items in " + inter + "\n");
    assertThat(shell.run("data", "convert", inter.toString(), back.toString()).status()).isZero();
    assertThat(Files.readString(back).replace("\t1\t", "\t").replace("\tvalue", ""))
        .isEqualTo(Files.readString(in));
  }

  @Test
  void convertingTakesThePreparationsAndAttributesOfAnExperiment() throws IOException {
    Path out = folder.resolve("tiny.inter");
    Shell.Result result =
        shell.run(
            "data",
            "convert",
            experiment,
            out.toString(),
            "--quiet",
            "--set",
            "experiment.data.prepare=[{ k-core { users = 1, items = 8 } }]");
    assertThat(result.out()).contains(" in " + out + ", " + folder.resolve("tiny.item"));
    assertThat(folder.resolve("tiny.item")).content().contains("\tThe item \u2116 ");
    assertThat(Files.readAllLines(out)).hasSizeLessThan(61);
  }

  @Test
  void convertingReplacesNothingUnlessForced() throws IOException {
    Path out = Files.writeString(folder.resolve("out.csv"), "mine");
    Shell.Result refused = shell.run("data", "convert", experiment, out.toString());
    assertThat(refused.status()).isEqualTo(ExitStatus.WRONG_COMMAND);
    assertThat(refused.err()).startsWith(out + ": is there already; --force replaces it\n");
    assertThat(out).hasContent("mine");
    assertThat(shell.run("data", "convert", experiment, out.toString(), "--force").status())
        .isEqualTo(ExitStatus.DONE);
    assertThat(out).content().startsWith("user,item,value,timestamp\n");

    Shell.Result format = shell.run("data", "convert", experiment, "out.what");
    assertThat(format.status()).isEqualTo(ExitStatus.WRONG_COMMAND);
    assertThat(format.err()).startsWith("the ending of out.what tells no format; --to does\n");
    Shell.Result nowhere =
        shell.run("data", "convert", experiment, folder.resolve("no/out.csv").toString());
    assertThat(nowhere.status()).isEqualTo(ExitStatus.FAILED);
    assertThat(nowhere.err()).endsWith("no such folder\n");
  }

  @Test
  void splitsForOtherTools() throws IOException {
    Path out = folder.resolve("split");
    Shell.Result result =
        shell.run(
            "data", "split", experiment, "--to", "recbole", "--out", out.toString(), "--quiet");
    assertThat(result.status()).isEqualTo(ExitStatus.DONE);
    assertThat(result.err()).startsWith("leakage: of 12 test events, ");
    assertThat(result.out())
        .startsWith("leave-last-out: 36 training, 12 validation, 12 test events in ");
    assertThat(Files.readAllLines(out.resolve("tiny.train.inter"))).hasSize(37);
    assertThat(Files.readAllLines(out.resolve("tiny.valid.inter"))).hasSize(13);
    assertThat(Files.readAllLines(out.resolve("tiny.test.inter"))).hasSize(13);
    assertThat(out.resolve("tiny.item")).isNotEmptyFile();

    Shell.Result trec =
        shell.run(
            "data",
            "split",
            folder.resolve("events.tsv").toString(),
            "--strategy",
            "global-time",
            "--to",
            "trec",
            "--out",
            out.toString(),
            "--name",
            "t",
            "--quiet");
    assertThat(trec.status()).as(trec.err()).isEqualTo(ExitStatus.DONE);
    assertThat(Files.readAllLines(out.resolve("t.test.qrels")))
        .hasSize(6)
        .allMatch(line -> line.matches("u\\d+ 0 i\\d 1"));

    Shell.Result none = shell.run("data", "split", folder.resolve("events.tsv").toString());
    assertThat(none.status()).isEqualTo(ExitStatus.WRONG_COMMAND);
    assertThat(none.err()).startsWith("--split is missing: recsys list splits shows the names\n");
  }

  @Test
  void tellsEventsToFoldInAndThoseInNoPart() {
    assertThat(split("fold-in-users", "split.test=0.25"))
        .containsPattern(
            "^fold-in-users: \\d+ training, \\d+ validation, \\d+ fold-in, \\d+ test events in ");
    assertThat(split("global-time", "split.folds=2", "split.fold=1"))
        .containsPattern(
            "^global-time: \\d+ training, \\d+ validation, \\d+ test events \\(\\d+ left out\\) in ");
  }

  private String split(String name, String... options) {
    List<String> arguments =
        new ArrayList<>(
            List.of(
                "data",
                "split",
                folder.resolve("events.tsv").toString(),
                "--split",
                name,
                "--out",
                folder.resolve(name).toString(),
                "--quiet"));
    for (String option : options) {
      arguments.addAll(List.of("--set", option));
    }
    Shell.Result result = shell.run(arguments.toArray(String[]::new));
    assertThat(result.status()).as(result.err()).isEqualTo(ExitStatus.DONE);
    return result.out();
  }

  @Test
  void helpNamesEveryCommand() {
    assertThat(shell.run("--help").out()).contains("data");
    assertThat(shell.run("data", "--help").out())
        .contains("fetch", "describe", "convert", "split", "release");
    assertThat(shell.run("data", "describe", "--help").out()).contains("--plot", "--json", "--set");
    assertThat(shell.run("data", "convert", "--help").out()).contains("lightgcn", "--force");
  }

  @Test
  void releasesNoisyCounts() throws IOException {
    Path out = folder.resolve("release");
    Shell.Result result =
        shell.run(
            "data",
            "release",
            folder.resolve("events.tsv").toString(),
            "--quiet",
            "--pairs",
            "--epsilon",
            "1000",
            "--out",
            out.toString());
    assertThat(result.status()).isEqualTo(ExitStatus.DONE);
    assertThat(result.out())
        .isEqualTo("counts of 8 items and of their pairs in " + out + ", epsilon 2000.0 in all\n");
    assertThat(Files.readAllLines(out.resolve("item-counts.tsv"))).hasSize(9);
    assertThat(out.resolve("pair-counts.tsv")).exists();
    assertThat(Files.readString(out.resolve("manifest.json"))).contains("\"epsilon\": 2000.0");

    Shell.Result wrong =
        shell.run("data", "release", "movietweetings", "--epsilon", "0", "--out", "x");
    assertThat(wrong.status()).isEqualTo(ExitStatus.WRONG_COMMAND);
    assertThat(wrong.err())
        .startsWith("--epsilon: 0.0 is not in 0 (exclusive) to 1000 (inclusive)\n");
  }
}
