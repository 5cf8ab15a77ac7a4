package org.recsys4j.data.split;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.recsys4j.api.data.CandidateLists;
import org.recsys4j.api.data.Catalogue;
import org.recsys4j.api.data.Dataset;
import org.recsys4j.api.data.EventLog;
import org.recsys4j.api.data.IdIndex;
import org.recsys4j.api.data.Interactions;
import org.recsys4j.api.data.InvalidDataException;
import org.recsys4j.api.data.KnowledgeGraph;
import org.recsys4j.api.data.SocialGraph;
import org.recsys4j.api.data.Split;
import org.recsys4j.api.data.Split.Part;
import org.recsys4j.data.text.Sha256;
import org.recsys4j.data.text.TextInput;

class TsvSplitStoreTest {
  private static final List<String> USERS =
      List.of("tab\tline\nreturn\r", "\\t", "\"quoted\"", "é");
  private static final List<String> ITEMS = List.of("日本 🎬", "nul\0", " ", "plain");

  @TempDir private Path folder;

  private final TsvSplitStore store = new TsvSplitStore();

  private static Interactions events(float[] values, long[] times) {
    int[] users = new int[values.length];
    int[] items = new int[values.length];
    for (int i = 0; i < values.length; i++) {
      users[i] = i % 4;
      items[i] = 3 - i % 4;
    }
    return Interactions.of(4, 4, users, items, values, times, values.length);
  }

  private static Split awkward() {
    float[] values = {
      0,
      -0f,
      1,
      -1,
      0.1f,
      Float.MIN_VALUE,
      Float.MAX_VALUE,
      -3.4e38f,
      16_777_217,
      1 / 3f,
      1e10f,
      4.5f
    };
    long[] times = {5, -1, 0, Long.MAX_VALUE, Long.MIN_VALUE, 5, 5, 5, 5, 4, 3, 2};
    return new Split(
        new Catalogue(IdIndex.of(USERS), IdIndex.of(ITEMS)),
        events(values, times),
        Interactions.none(4, 4),
        events(new float[] {1, 2}, new long[] {7, 8}));
  }

  private static Split plain() {
    Catalogue catalogue =
        new Catalogue(IdIndex.of(List.of("anna", "ben")), IdIndex.of(List.of("tea", "milk")));
    int[] both = {0, 1};
    return new Split(
        catalogue,
        Interactions.of(2, 2, both, both, new float[] {1, 2.5f}, new long[0], 2),
        Interactions.none(2, 2),
        Interactions.of(2, 2, both, new int[] {1, 0}, new float[] {3, 4}, new long[0], 2));
  }

  private String content(String name) throws IOException {
    byte[] packed = Files.readAllBytes(folder.resolve(name));
    return new String(
        new GZIPInputStream(new ByteArrayInputStream(packed)).readAllBytes(),
        StandardCharsets.UTF_8);
  }

  private void replace(String name, String content) throws IOException {
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(folder.resolve(name)))) {
      out.write(content.getBytes(StandardCharsets.UTF_8));
    }
  }

  @Test
  void writesPlainTables() throws IOException {
    store.write(plain(), folder);

    assertThat(content("train.tsv.gz"))
        .isEqualTo("user\titem\tvalue\ttimestamp\nanna\ttea\t1\t\nben\tmilk\t2.5\t\n");
    assertThat(content("validation.tsv.gz")).isEqualTo("user\titem\tvalue\ttimestamp\n");
    assertThat(content("items.tsv.gz")).isEqualTo("index\titem\n0\ttea\n1\tmilk\n");
    assertThat(store.read(folder)).isEqualTo(plain());
  }

  @Test
  void awkwardIdsValuesAndTimesSurvive() throws IOException {
    store.write(awkward(), folder);

    assertThat(store.read(folder)).isEqualTo(awkward());
    assertThat(content("users.tsv.gz"))
        .isEqualTo("index\tuser\n0\ttab\\tline\\nreturn\\r\n1\t\\\\t\n2\t\"quoted\"\n3\té\n");
    assertThat(content("train.tsv.gz")).contains("\t-0.0\t", "\t0.1\t", "\t1.4E-45\t", "\t-1\t");
  }

  @Test
  void checksumsAreThoseThatSha256sumPrints() throws IOException {
    SortedMap<String, String> sums = store.write(plain(), folder);

    assertThat(sums.keySet())
        .containsExactly("items.tsv", "test.tsv", "train.tsv", "users.tsv", "validation.tsv");
    // printf 'user\titem\tvalue\ttimestamp\n' | sha256sum
    assertThat(sums)
        .containsEntry(
            "validation.tsv", "3574f7789953b86c6eae56a2c41a88f3d4432ee5e080e71f617b785a58478225");
    assertThat(store.checksums(folder)).isEqualTo(sums);
    assertThat(Files.readString(folder.resolve("checksums.sha256")))
        .contains(sums.get("train.tsv") + "  train.tsv\n");
  }

  private static Split sampled() {
    return awkward()
        .withCandidates(
            Optional.of(
                new CandidateLists.Builder().add(0, 0).add(0, 3).add(2, 1).add(2, 2).build(4, 4)));
  }

  @Test
  void candidatesArePartOfTheSplit() throws IOException {
    SortedMap<String, String> sums = store.write(sampled(), folder);

    assertThat(sums).containsKey("candidates.tsv");
    assertThat(content("candidates.tsv.gz"))
        .isEqualTo(
            """
            user\titem
            tab\\tline\\nreturn\\r\t日本 🎬
            tab\\tline\\nreturn\\r\tplain
            "quoted"\tnul\\0
            "quoted"\t\s
            """);
    assertThat(store.read(folder)).isEqualTo(sampled()).isNotEqualTo(awkward());
    store.write(awkward(), folder);
    assertThat(folder.resolve("candidates.tsv.gz")).doesNotExist();
    assertThat(store.read(folder)).isEqualTo(awkward());
  }

  private static Split foldedIn() {
    Split plain = plain();
    int[] one = {1};
    return new Split(
        plain.catalogue(),
        plain.train(),
        plain.validation(),
        plain.test(),
        Interactions.of(2, 2, one, one, new float[] {0.5f}, new long[0], 1),
        Optional.empty());
  }

  @Test
  void foldInEventsArePartOfTheSplit() throws IOException {
    SortedMap<String, String> sums = store.write(foldedIn(), folder);

    assertThat(sums).containsKey("fold-in.tsv");
    assertThat(content("fold-in.tsv.gz"))
        .isEqualTo("user\titem\tvalue\ttimestamp\nben\tmilk\t0.5\t\n");
    assertThat(store.read(folder)).isEqualTo(foldedIn()).isNotEqualTo(plain());
    replace("fold-in.tsv.gz", content("fold-in.tsv.gz").replace("0.5", "0.6"));
    assertThatThrownBy(() -> store.read(folder))
        .isInstanceOf(InvalidDataException.class)
        .hasMessageContaining("fold-in.tsv.gz: was changed or damaged");

    assertThat(store.write(plain(), folder)).doesNotContainKey("fold-in.tsv");
    assertThat(folder.resolve("fold-in.tsv.gz")).doesNotExist();
    assertThat(store.read(folder)).isEqualTo(plain());
  }

  @Test
  void changedCandidatesAreRefused() throws IOException {
    store.write(sampled(), folder);
    replace("candidates.tsv.gz", "user\titem\n\"quoted\"\tplain\n");
    assertThatThrownBy(() -> store.read(folder))
        .isInstanceOf(InvalidDataException.class)
        .hasMessageContaining("candidates.tsv.gz: was changed or damaged");
  }

  @Test
  void equalSplitsAreEqualFiles(@TempDir Path other) throws IOException {
    store.write(awkward(), folder);
    store.write(awkward(), other);

    for (String name : List.of("train.tsv.gz", "users.tsv.gz", "checksums.sha256")) {
      assertThat(folder.resolve(name)).hasSameBinaryContentAs(other.resolve(name));
    }
  }

  @Test
  void refusesAChangedFile() throws IOException {
    SortedMap<String, String> sums = store.write(plain(), folder);
    replace("test.tsv.gz", content("test.tsv.gz").replace("\t3\t", "\t5\t"));

    assertThatThrownBy(() -> store.read(folder))
        .isInstanceOf(InvalidDataException.class)
        .hasMessageMatching(
            "\\Q"
                + folder.resolve("test.tsv.gz")
                + "\\E: was changed or damaged: the SHA-256 of its content is [0-9a-f]{64}, not "
                + sums.get("test.tsv"));
  }

  @Test
  void refusesACutOffFile() throws IOException {
    store.write(plain(), folder);
    Path file = folder.resolve("train.tsv.gz");
    byte[] packed = Files.readAllBytes(file);
    Files.write(file, Arrays.copyOf(packed, packed.length - 9));

    assertThatThrownBy(() -> store.read(folder))
        .isInstanceOf(InvalidDataException.class)
        .hasMessage(file + ": the gzip data are cut off");
  }

  @Test
  void refusesAnUnfinishedSplit() throws IOException {
    store.write(plain(), folder);
    Files.delete(folder.resolve("users.tsv.gz"));
    assertThatThrownBy(() -> store.read(folder))
        .isInstanceOf(InvalidDataException.class)
        .hasMessage(folder.resolve("users.tsv.gz") + ": no such file");

    Files.delete(folder.resolve("checksums.sha256"));
    assertThatThrownBy(() -> store.read(folder))
        .isInstanceOf(InvalidDataException.class)
        .hasMessage(folder + ": holds no finished split (there is no checksums.sha256)");
  }

  @Test
  void refusesChecksumsThatAreNone() throws IOException {
    store.write(plain(), folder);
    Files.writeString(folder.resolve("checksums.sha256"), "abc  train.tsv\n");

    assertThatThrownBy(() -> store.read(folder))
        .isInstanceOf(InvalidDataException.class)
        .hasMessage(
            folder.resolve("checksums.sha256") + ":1: is no checksum as sha256sum writes it");
  }

  @Test
  void refusesEventsOfUnknownUsers() throws IOException {
    store.write(plain(), folder);
    replace("test.tsv.gz", content("test.tsv.gz").replace("ben", "cleo"));
    String sums = Files.readString(folder.resolve("checksums.sha256"));
    String sum = Sha256.of(TextInput.of(folder.resolve("test.tsv.gz")));
    Files.writeString(
        folder.resolve("checksums.sha256"),
        sums.replaceFirst("[0-9a-f]{64}  test", sum + "  test"));

    assertThatThrownBy(() -> store.read(folder))
        .isInstanceOf(InvalidDataException.class)
        .hasMessage(folder.resolve("test.tsv.gz") + ":3: user is not among those of the split");
  }

  @Test
  void refusesHalfASurrogatePair() {
    Split split =
        new Split(
            new Catalogue(IdIndex.of(List.of("\ud83c")), IdIndex.of(List.of("a"))),
            Interactions.none(1, 1),
            Interactions.none(1, 1),
            Interactions.none(1, 1));

    assertThatThrownBy(() -> store.write(split, folder))
        .isInstanceOf(InvalidDataException.class)
        .hasMessage(
            folder.resolve("users.tsv.gz")
                + ": a text has half a surrogate pair, which UTF-8 cannot write");
  }

  @Test
  void saysWhereItCouldNotWrite() throws IOException {
    Path file = Files.writeString(folder.resolve("taken"), "");

    assertThatThrownBy(() -> store.write(plain(), file))
        .isInstanceOf(IOException.class)
        .hasMessage("cannot write the split to " + file + ": " + file + " is not a folder");
  }

  @Test
  void keepsWhatIsKnownOfEventsAndTheGraphs() throws IOException {
    EventLog.Builder log = new EventLog.Builder(true).columns(List.of("device", "with\ttab"));
    log.add("ann", "x", 1, 1).cell(0, "phone").cell(1, "a\nb");
    log.add("ann", "y", 1, 2);
    log.add("bob", "x", 1, 3).cell(0, "tv");
    log.graphs(
        new SocialGraph.Builder().add("cat", "ann", 0.5f).add("ann", "zoe", 1).build(),
        new KnowledgeGraph.Builder().add("e2", "r", "e1").link("x", "e2").build());
    Split split = Split.assign(Dataset.of(log.build()), at -> at == 1 ? Part.TEST : Part.TRAIN);
    SortedMap<String, String> sums = store.write(split, folder);
    assertThat(sums).containsKeys("social.tsv", "triples.tsv", "entities.tsv");
    Split read = store.read(folder);
    assertThat(read).isEqualTo(split);
    assertThat(read.test().attributes().columns()).containsExactly("device", "with\ttab");
    assertThat(read.train().attributes().value(0, "with\ttab")).contains("a\nb");
    Split plain =
        Split.assign(
            Dataset.of(new EventLog.Builder(false).add("a", "x", 1, 0).add("a", "y", 1, 0).build()),
            at -> at == 1 ? Part.TEST : Part.TRAIN);
    assertThat(store.write(plain, folder)).hasSize(5);
    assertThat(store.read(folder)).isEqualTo(plain);
  }
}
