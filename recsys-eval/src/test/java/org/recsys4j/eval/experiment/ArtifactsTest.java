package org.recsys4j.eval.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.Assume;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.recsys4j.api.RankedItems;
import org.recsys4j.api.config.Flat;
import org.recsys4j.api.data.Catalogue;
import org.recsys4j.api.data.IdIndex;

class ArtifactsTest {
  @Property(tries = 300)
  void folderOfAnyLabelIsOneSafePathElement(@ForAll String label) {
    Path parent = Path.of("models").toAbsolutePath();
    String name = ModelFolder.of(label);

    assertThat(name).matches("[\\x20-\\x7e]{1,100}").doesNotContain("/", "\\", ":", "*", "?");
    assertThat(parent.resolve(name).normalize().getParent()).isEqualTo(parent);
    assertThat(name.endsWith(".") || name.endsWith(" ")).isFalse();
  }

  @Property(tries = 300)
  void differentLabelsHaveDifferentFolders(@ForAll String one, @ForAll String other) {
    Assume.that(!one.toLowerCase(Locale.ROOT).equals(other.toLowerCase(Locale.ROOT)));
    assertThat(ModelFolder.key(one)).isNotEqualTo(ModelFolder.key(other));
  }

  @Example
  void plainLabelsNameTheirFolders() {
    assertThat(ModelFolder.of("NeuMF d=32")).isEqualTo("NeuMF d=32");
    assertThat(ModelFolder.of("bpr-mf")).isEqualTo("bpr-mf");
    assertThat(ModelFolder.of("../x")).matches("m-x-[0-9a-f]{6}");
    assertThat(ModelFolder.of("con")).matches("m-con-[0-9a-f]{6}");
    assertThat(ModelFolder.of("λ")).matches("m-[0-9a-f]{6}");
  }

  @Test
  void equalScoresFallInTrecRuns() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Catalogue catalogue =
        new Catalogue(IdIndex.of(List.of("u 1")), IdIndex.of(List.of("a", "b%", "c")));

    new TrecRun(out, catalogue, "my model")
        .write(0, new RankedItems(new int[] {1, 0, 2}, new float[] {1f, 1f, 1f}));

    assertThat(out.toString(StandardCharsets.UTF_8))
        .isEqualTo(
            """
            u%201 Q0 b%25 1 1.0 my_model
            u%201 Q0 a 2 0.99999994 my_model
            u%201 Q0 c 3 0.9999999 my_model
            """);
  }

  @Test
  void leaderboardIsSortedAndKeepsFullPrecision() throws IOException {
    Leaderboard board =
        new Leaderboard(
            "0123456789abcdef",
            List.of(
                new Leaderboard.Column("ndcg@10", "nDCG@10", true),
                new Leaderboard.Column("coverage@10", "Coverage@10", true)),
            List.of(
                result("broken", Map.of(), Optional.of("no, \"luck\" | at all")),
                result("worse", metrics(0.1, 0.5), Optional.empty()),
                result("better", metrics(1.0 / 3, Double.NaN), Optional.empty())));

    assertThat(text(board, "leaderboard.csv"))
        .isEqualTo(
            """
            label,model,ndcg@10,coverage@10,fit-seconds,evaluate-seconds,parameters,peak-memory-bytes,failure
            better,m,0.3333333333333333,,1.5,0.25,7,1024,
            worse,m,0.1,0.5,1.5,0.25,7,1024,
            broken,m,,,1.5,0.25,7,1024,"no, ""luck"" | at all"
            """);
    assertThat(text(board, "leaderboard.md"))
        .isEqualTo(
            """
            | model | nDCG@10 | Coverage@10 | fit s |
            |---|--:|--:|--:|
            | better | **0.3333** | NaN | 1.5 |
            | worse | 0.1000 | **0.5000** | 1.5 |
            | broken | failed: no, "luck" \\| at all | | |

            Protocol 0123456789abcdef; rounded, in full precision in `leaderboard.csv`.
            """);
    assertThat(text(board, "leaderboard.json"))
        .contains("\"ndcg@10\" : 0.3333333333333333", "\"coverage@10\" : null");
  }

  private static Map<String, Double> metrics(double ndcg, double coverage) {
    Map<String, Double> metrics = new LinkedHashMap<>();
    metrics.put("ndcg@10", ndcg);
    metrics.put("coverage@10", coverage);
    return metrics;
  }

  private static ModelResult result(
      String label, Map<String, Double> metrics, Optional<String> failure) {
    return new ModelResult(label, "m", label, metrics, 0, 1.5, 0.25, 7, 1024, failure);
  }

  private static String text(Leaderboard board, String file) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    LeaderboardFiles.of(board).get(file).write(out);
    return out.toString(StandardCharsets.UTF_8).replace("\r\n", "\n");
  }

  @Test
  void fileThatCannotBeFinishedLeavesTheOneBefore(@TempDir Path folder) throws IOException {
    RunDirectory run = RunDirectory.begin(folder, "r", Instant.EPOCH);
    run.publish("0123456789abcdef");
    run.write("sub/file", out -> out.write('1'));

    assertThatThrownBy(
            () ->
                run.write(
                    "sub/file",
                    out -> {
                      out.write('2');
                      throw new IOException("No space left on device");
                    }))
        .isInstanceOf(RunFailedException.class)
        .hasMessage("cannot write " + run.path().resolve("sub/file") + ": No space left on device");

    run.close();
    assertThat(run.path().resolve("sub/file")).hasContent("1");
    assertThat(Harness.files(folder)).containsExactly("r-01234567-19700101-000000/sub/file");
  }

  @Test
  void peakMemorySeesWhatWasHeld() {
    PeakMemory memory = PeakMemory.start();
    byte[] held = new byte[64 << 20];
    for (int i = 0; i < held.length; i += 4096) {
      held[i] = 1;
    }
    assertThat(memory.bytes()).isGreaterThan(held.length);
    assertThat(memory.measure()).isNotEmpty();
  }

  record Nested(String apiKey, int depth) {}

  record Sample(Path folder, Optional<String> token, Nested nested, Map<String, String> more) {}

  @Test
  void secretsAreHidden() {
    Sample sample =
        new Sample(
            Path.of("data"),
            Optional.of("s3cret"),
            new Nested("s3cret", 2),
            Map.of("password", "s3cret", "tokens-per-user", "5"));

    assertThat(Options.tree(sample))
        .hasToString(
            "{folder=data, token=***, nested={api-key=***, depth=2},"
                + " more={password=***, tokens-per-user=5}}");
    assertThat(
            Options.tree(new Sample(Path.of("d"), Optional.empty(), new Nested("x", 1), Map.of())))
        .as("where there is no secret, none is hidden")
        .containsEntry("token", null);
  }

  record Around(int first, @Flat Nested nested, int last) {}

  @Test
  void flatRecordsAreWrittenAsFilesSayThem() {
    assertThat(Options.tree(new Around(1, new Nested("s3cret", 2), 3)))
        .hasToString("{first=1, api-key=***, depth=2, last=3}");
  }

  @Test
  void protocolIdFollowsTheSettingNotTheModels(@TempDir Path folder) throws IOException {
    Harness harness = new Harness(folder);
    String id = id(harness, "noise");

    assertThat(id(harness, "epochs, noise", "experiment.seed=7")).isEqualTo(id);
    assertThat(id(harness, "noise", "experiment.split.validation=false")).isNotEqualTo(id);
    assertThat(id(harness, "noise", "experiment.evaluate.mask=train")).isNotEqualTo(id);
    assertThat(id(harness, "noise", "experiment.evaluate.cold-items=remove")).isNotEqualTo(id);
    assertThat(id(harness, "noise", "experiment.evaluate.metrics=[\"ndcg@5\"]")).isNotEqualTo(id);
    assertThat(id(harness, "noise", "experiment.data.prepare=[]")).isNotEqualTo(id);
    assertThat(
            id(harness, "noise", "experiment.data.source={ name = grid, options { items = 21 } }"))
        .isNotEqualTo(id);
    assertThat(Harness.files(folder.resolve("runs")))
        .filteredOn(file -> file.endsWith("manifest.json"))
        .hasSize(8);
  }

  private static String id(Harness harness, String models, String... overrides) {
    return harness.run(harness.config(models, overrides)).leaderboard().protocol();
  }
}
