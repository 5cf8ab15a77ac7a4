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
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.recsys4j.bench.report.RunReport;
import org.recsys4j.eval.experiment.SavedResults;

/** One file, several seeds and all folds. */
class RepeatedRunsTest {
  private static final String SEEDS = "experiment.seeds=[1, 2, 3]";

  private static final String FOLDS =
      "experiment.split={strategy=k-fold, folds=3, fold=all, validation=0}";

  @TempDir Path folder;
  private Shell shell;
  private String file;

  @BeforeEach
  void shell() throws IOException {
    shell = new Shell(folder);
    file = shell.experiment("test-counts, random").toString();
  }

  private Shell.Result run(String... more) {
    List<String> args = new ArrayList<>(List.of("run", file, "--quiet", "--no-report"));
    args.addAll(List.of("--out", folder.resolve("runs").toString()));
    args.addAll(List.of(more));
    return shell.run(args.toArray(String[]::new));
  }

  /** The run directories, in series and alone. */
  private List<Path> folders() throws IOException {
    try (Stream<Path> all = Files.walk(folder.resolve("runs"), 3)) {
      return all.filter(it -> Files.exists(it.resolve("manifest.json"))).sorted().toList();
    }
  }

  @Test
  void seedsLeaveARunEachAndAreJoined() throws IOException {
    Shell.Result result = run("--seeds", "1,2,3");

    assertThat(result.err()).isEmpty();
    assertThat(result.status()).isEqualTo(ExitStatus.DONE);
    assertThat(result.out())
        .containsPattern("(?m)^over runs +metric +mean +sd +95 % over runs and users +each run$")
        .containsPattern("(?m)^random +nDCG@3 +0\\.\\d{4} +0\\.\\d{4} .* to .*( 0\\.\\d{4}){3}$")
        .containsPattern("(?m)^run 3 +\\S+-\\S+,\\s+seed 3$");
    assertThat(folders()).hasSize(3);
    Path series = shell.onlyRun();
    assertThat(result.out()).endsWith("series      " + series + "\n");
    assertThat(series.getFileName().toString()).startsWith("tiny-series-");
    assertThat(Files.readString(series.resolve("joined/runs.json")))
        .contains("\"numbers\"", "\"seed\" : 3");
    Shell.Result inFile = run("--set", SEEDS);
    assertThat(
            inFile.out().replaceAll("(?m)^(run|joined|series|  +seed).*| +\\d+\\.\\d +\\d.*", ""))
        .as("all but paths and times")
        .isEqualTo(
            result.out().replaceAll("(?m)^(run|joined|series|  +seed).*| +\\d+\\.\\d +\\d.*", ""));
  }

  /** The numbers of the page are those of {@code runs.json}. */
  @Test
  void seriesHaveAPage() throws IOException {
    String out = folder.resolve("runs").toString();
    Shell.Result result = shell.run("run", file, "--quiet", "--seeds", "1,2,3", "--out", out);

    assertThat(result.err()).isEmpty();
    Path joined = shell.onlyRun().resolve("joined");
    Path page = joined.resolve(RunReport.FILE);
    assertThat(result.out()).endsWith("\nreport      " + page + "\n");
    JsonNode rows = new ObjectMapper().readTree(joined.resolve("runs.json").toFile()).path("rows");
    JsonNode random = rows.get(rows.get(0).path("name").asText().equals("random") ? 0 : 1);
    JsonNode ndcg = random.at("/replications/ndcg@3");
    assertThat(ndcg.path("deviation").asDouble()).isPositive();
    JsonNode mixed = ndcg.at("/mixed/interval");
    assertThat(page)
        .content()
        .contains("<h1>tiny</h1>", "<p>3 runs joined, protocol ", "seed 3")
        .contains(String.format(Locale.ROOT, "± %.4f</small>", ndcg.path("deviation").asDouble()))
        .contains(
            String.format(
                Locale.ROOT,
                ">[%.4f, %.4f]</td>",
                mixed.path("low").asDouble(),
                mixed.path("high").asDouble()))
        .doesNotContain(folder.toString(), "{{", "https://", " src=", "url(h", "@import");
    for (Path run : folders()) {
      assertThat(page)
          .content()
          .contains(
              "<a href=\"../run/" + run.getFileName() + "/report.html\">" + run.getFileName());
    }
    Shell.Result anew = shell.run("report", joined.toString());
    assertThat(anew.status()).isEqualTo(ExitStatus.WRONG_COMMAND);
    assertThat(anew.err()).startsWith(joined + " holds joined runs: `recsys compare RUN RUN... ");
  }

  @Test
  void noPageIsLeftWhereNoneIsWanted() throws IOException {
    assertThat(run("--seeds", "1,2").out()).doesNotContain("report ");
    assertThat(shell.onlyRun().resolve("joined").resolve("runs.json")).exists();
    assertThat(shell.onlyRun().resolve("joined").resolve(RunReport.FILE)).doesNotExist();
  }

  /** Every event is tested once, and every fold has a protocol of its own. */
  @Test
  void allFoldsOfASplit() throws IOException {
    Shell.Result result = run("--set", FOLDS);

    assertThat(result.err()).isEmpty();
    assertThat(result.status()).isEqualTo(ExitStatus.DONE);
    assertThat(result.out())
        .containsPattern("(?m)^run 2 +\\S+,\\s+seed 42, fold 2$")
        .containsPattern("(?m)^test-counts +Recall@3 +0\\.\\d{4} ");
    List<String> tested = new ArrayList<>();
    for (Path run : folders()) {
      try (InputStream in =
          new GZIPInputStream(Files.newInputStream(run.resolve("split/test.tsv.gz")))) {
        new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().forEach(tested::add);
      }
    }
    tested.removeIf(it -> it.startsWith("user\t"));
    assertThat(tested).hasSize(60).doesNotHaveDuplicates();
  }

  @Test
  void foldsOfSeveralSeeds() throws IOException {
    assertThat(run("--set", FOLDS, "--seeds", "1,2").status()).isEqualTo(ExitStatus.DONE);
    assertThat(folders()).hasSize(6);
  }

  /** What differs between the runs is then the training alone. */
  @Test
  void seedsShareTheSplitOfASeedOfTheData() throws IOException {
    String split = "experiment.split={strategy=random-holdout, validation=0, test=0.3}";
    assertThat(splits("--set", split, "--seeds", "1,2")).hasSize(2);
    assertThat(splits("--set", split, "--seeds", "1,2", "--set", "experiment.data-seed=9"))
        .as("one more")
        .hasSize(3);
  }

  private Set<String> splits(String... more) throws IOException {
    assertThat(run(more).status()).isEqualTo(ExitStatus.DONE);
    Set<String> splits = new TreeSet<>();
    for (Path run : folders()) {
      JsonNode manifest = new ObjectMapper().readTree(run.resolve("manifest.json").toFile());
      splits.add(manifest.get("split-checksums").toString());
    }
    return splits;
  }

  /** The second run was under way, the third not begun: all is as it would have been. */
  @Test
  void aSeriesIsGoneOnWith() throws IOException {
    run("--seeds", "1,2,3");
    Path series = shell.onlyRun();
    String joined = Files.readString(series.resolve("joined/leaderboard.csv"));
    List<Path> runs = folders();
    Path second = withSeed(runs, 2);
    replace(second.resolve("manifest.json"), "\"done\"", "\"running\"");
    Path third = withSeed(runs, 3);
    Files.move(third, folder.resolve("aside"));
    replace(series.resolve("series.json"), "\"done\"", "\"running\"");
    Files.delete(series.resolve("joined/leaderboard.csv"));

    Shell.Result result = shell.run("run", "--resume", series.toString(), "--quiet");

    assertThat(result.status()).as(result.err()).isEqualTo(ExitStatus.DONE);
    assertThat(folders()).hasSize(3).contains(second);
    assertThat(withoutTimes(Files.readString(series.resolve("joined/leaderboard.csv"))))
        .isEqualTo(withoutTimes(joined));
    assertThat(Files.readString(series.resolve("series.json"))).contains("\"status\" : \"done\"");
    assertThat(shell.run("run", "--resume", series.toString()).out())
        .isEqualTo("nothing to do: " + series + " is finished, see joined/ there\n");
  }

  private static void replace(Path file, String text, String by) throws IOException {
    Files.writeString(file, Files.readString(file).replaceFirst(text, by));
  }

  private static Path withSeed(List<Path> runs, long seed) {
    return runs.stream()
        .filter(it -> SavedResults.open(it).seed() == seed)
        .findFirst()
        .orElseThrow();
  }

  /** Model, and the four numbers behind it. */
  private static List<String> withoutTimes(String csv) {
    return csv.lines().map(it -> String.join(",", List.of(it.split(",")).subList(0, 4))).toList();
  }

  @Test
  void areJoinedAgainByCompare() throws IOException {
    run("--set", FOLDS);
    List<String> args = new ArrayList<>(List.of("compare"));
    folders().forEach(it -> args.add(it.toString()));
    Shell.Result refused = shell.run(args.toArray(String[]::new));
    assertThat(refused.status()).isEqualTo(ExitStatus.WRONG_COMMAND);
    assertThat(refused.err()).contains("they differ in the split");
    args.add("--repetitions");
    Shell.Result joined = shell.run(args.toArray(String[]::new));
    assertThat(joined.err()).isEmpty();
    assertThat(joined.out()).containsPattern("(?m)^random +nDCG@3 .*( 0\\.\\d{4}){3}$");
    run("--set", "experiment.evaluate.mask=none");
    folders().stream().map(Path::toString).filter(it -> !args.contains(it)).forEach(args::add);
    assertThat(shell.run(args.toArray(String[]::new)).err())
        .contains("cannot be compared with", "they differ in");
  }

  @Test
  void mistakesAreToldOnce() {
    assertWrong(
        run("--set", "experiment.seeds=[1, 1]"),
        "experiment.seeds: must be a list of different whole numbers: [1, 2, 3]");
    assertWrong(
        run("--set", "experiment.seeds=[1, x]"),
        "experiment.seeds: must be a list of different whole numbers: [1, 2, 3]");
    assertWrong(run("--set", "experiment.split.fold=all"), "experiment.split.fold: unknown key");
    assertWrong(
        run("--seeds", "1,2", "--set", "experiment.models=[nothing]"), "experiment.models[0]");
    assertWrong(shell.run("run", "--resume", "x", "--seeds", "1"), "leave --seeds out");
    assertThat(shell.run("check", file, "--set", FOLDS).status()).isEqualTo(ExitStatus.DONE);
  }

  private static void assertWrong(Shell.Result result, String message) {
    assertThat(result.status()).isEqualTo(ExitStatus.WRONG_COMMAND);
    assertThat(result.err()).containsOnlyOnce(message);
  }
}
