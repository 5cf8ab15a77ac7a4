package org.recsys4j.data.convert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.recsys4j.api.data.Attributes;
import org.recsys4j.api.data.Dataset;
import org.recsys4j.api.data.EventLog;
import org.recsys4j.api.data.InvalidDataException;
import org.recsys4j.api.data.KnowledgeGraph;
import org.recsys4j.api.data.SocialGraph;
import org.recsys4j.api.data.Split;
import org.recsys4j.api.data.Split.Part;
import org.recsys4j.data.Sources;

class FormatsTest {
  @TempDir Path folder;

  private static EventLog log() {
    return new EventLog.Builder(true)
        .add("u 1", "a,\"b\"", 4.5f, 30)
        .add("u2", "c", 3, 10)
        .add("u 1", "c", 1, 20)
        .attributes(
            new Attributes.Builder(List.of("age")).add("u2", List.of("42")).build(),
            new Attributes.Builder(List.of("title", "genres", "shade"))
                .add("c", List.of("The Cup", "Tea|Sci Fi", "red"))
                .build())
        .build();
  }

  private String written(EventFormat format, String name) throws IOException {
    Path out = folder.resolve(name);
    assertThat(format.write(log(), out, false)).first().isEqualTo(out);
    return Files.readString(out);
  }

  @Test
  void csvQuotesAndTsvDoesNot() throws IOException {
    assertThat(written(EventFormat.CSV, "a.csv"))
        .isEqualTo(
            """
            user,item,value,timestamp
            u 1,"a,""b""\",4.5,30
            u2,c,3,10
            u 1,c,1,20
            """);
    assertThat(written(EventFormat.TSV, "a.tsv"))
        .isEqualTo(
            """
            user\titem\tvalue\ttimestamp
            u 1\ta,"b"\t4.5\t30
            u2\tc\t3\t10
            u 1\tc\t1\t20
            """);
  }

  @Test
  void unknownTimesLeaveNoColumn() throws IOException {
    EventLog log = new EventLog.Builder(false).add("u", "i", 1, 0).build();
    EventFormat.CSV.write(log, folder.resolve("a.csv"), false);
    EventFormat.RECBOLE.write(log, folder.resolve("a.inter"), false);
    assertThat(folder.resolve("a.csv")).hasContent("user,item,value\nu,i,1\n");
    assertThat(folder.resolve("a.inter"))
        .hasContent("user_id:token\titem_id:token\trating:float\nu\ti\t1\n");
    assertThat(folder.resolve("a.item")).doesNotExist();
  }

  @Test
  void recBoleFilesHaveTypes() throws IOException {
    assertThat(written(EventFormat.RECBOLE, "r.inter"))
        .startsWith("user_id:token\titem_id:token\trating:float\ttimestamp:float\nu 1\ta,\"b\"\t");
    assertThat(Files.readString(folder.resolve("r.item")))
        .isEqualTo(
            """
            item_id:token\ttitle:token_seq\tgenres:token_seq\tshade:token
            a,"b"\t\t\t
            c\tThe Cup\tTea Sci_Fi\tred
            """);
    assertThat(Files.readString(folder.resolve("r.user")))
        .isEqualTo("user_id:token\tage:float\nu 1\t\nu2\t42\n");
  }

  /** What the source recbole reads of them is what was written. */
  @Test
  void recBoleFilesHoldAllThatIsKnown() throws IOException {
    EventLog log =
        new EventLog.Builder(true)
            .columns(List.of("device", "minutes"))
            .add("u1", "a", 1, 30)
            .cell(0, "phone")
            .cell(1, "2.5")
            .add("u2", "b", 2, 10)
            .cell(0, "tv")
            .graphs(
                new SocialGraph.Builder().add("u1", "u2", 0.5f).add("u2", "u3", 1).build(),
                new KnowledgeGraph.Builder().link("a", "e1").add("e1", "made-by", "e2").build())
            .build();

    EventFormat.RECBOLE.write(log, folder.resolve("k.inter"), false);

    assertThat(names()).containsExactly("k.inter", "k.kg", "k.link", "k.net");
    assertThat(folder.resolve("k.inter"))
        .hasContent(
            """
            user_id:token\titem_id:token\trating:float\ttimestamp:float\tdevice:token\tminutes:float
            u1\ta\t1\t30\tphone\t2.5
            u2\tb\t2\t10\ttv\t
            """);
    EventLog read = Sources.read("recbole", "folder = \"" + folder + "\"", warning -> {});
    assertThat(read.checksum()).isEqualTo(log.checksum());
    assertThat(read.attributes()).isEqualTo(log.attributes());
    assertThat(read.catalogue().social()).isEqualTo(log.catalogue().social());
    assertThat(read.catalogue().knowledge()).isEqualTo(log.catalogue().knowledge());
  }

  @Test
  void eventsToFoldInAreWritten() throws IOException {
    Part[] parts = {Part.FOLD_IN, Part.TEST, Part.TRAIN}; // u 1: c, a; u2: c
    Split split = Split.assign(Dataset.of(log()), position -> parts[position]);

    for (SplitFormat format : SplitFormat.values()) {
      format.write(split, "d", folder, true);
    }

    assertThat(folder.resolve("d.fold-in.tsv"))
        .hasContent("user\titem\tvalue\ttimestamp\nu 1\tc\t1\t20\n");
    assertThat(folder.resolve("d.fold-in.inter")).content().endsWith("\nu 1\tc\t1\t20\n");
  }

  @Test
  void numbersComeWithTablesOfIds() throws IOException {
    assertThat(written(EventFormat.LIGHTGCN, "g.txt")).isEqualTo("0 0 1\n1 1\n");
    assertThat(folder.resolve("g.txt.users")).hasContent("id\tnumber\nu 1\t0\nu2\t1\n");
    assertThat(folder.resolve("g.txt.items")).hasContent("id\tnumber\na,\"b\"\t0\nc\t1\n");
    assertThat(written(EventFormat.SASREC, "s.txt"))
        .as("each user's events by time")
        .isEqualTo("1 2\n1 1\n2 2\n");
    assertThat(written(EventFormat.LIBSVM, "l.txt"))
        .isEqualTo("4.5 1:1 3:1\n3 2:1 4:1\n1 1:1 4:1\n");
    assertThat(folder.resolve("l.txt.items")).hasContent("id\tnumber\na,\"b\"\t3\nc\t4\n");
  }

  @Test
  void gzipByTheName() throws IOException {
    EventFormat.CSV.write(log(), folder.resolve("a.csv.gz"), false);
    try (InputStream in = new GZIPInputStream(Files.newInputStream(folder.resolve("a.csv.gz")))) {
      assertThat(new String(in.readAllBytes(), StandardCharsets.UTF_8))
          .isEqualTo(written(EventFormat.CSV, "a.csv"));
    }
  }

  @Test
  void endingsTellFormats() {
    assertThat(EventFormat.of(Path.of("x.CSV.gz"))).contains(EventFormat.CSV);
    assertThat(EventFormat.of(Path.of("x.tsv"))).contains(EventFormat.TSV);
    assertThat(EventFormat.of(Path.of("x.inter"))).contains(EventFormat.RECBOLE);
    assertThat(EventFormat.of(Path.of("x.libsvm"))).contains(EventFormat.LIBSVM);
    assertThat(EventFormat.of(Path.of("x.txt"))).isEmpty();
  }

  private List<String> names() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  /** A second file of the set is in the way, so the first does not appear either. */
  @Test
  void nothingIsReplacedUnlessForced() throws IOException {
    Files.writeString(folder.resolve("g.txt.items"), "mine");
    assertThatThrownBy(() -> EventFormat.LIGHTGCN.write(log(), folder.resolve("g.txt"), false))
        .isInstanceOf(InvalidDataException.class)
        .hasMessage(folder.resolve("g.txt.items") + ": is there already; --force replaces it");
    assertThat(names()).containsExactly("g.txt.items");
    EventFormat.LIGHTGCN.write(log(), folder.resolve("g.txt"), true);
    assertThat(names()).containsExactly("g.txt", "g.txt.items", "g.txt.users");
    assertThat(folder.resolve("g.txt.items")).content().startsWith("id\t");
  }

  @Test
  void idsThatCannotBeWrittenLeaveNothing() throws IOException {
    EventLog log = new EventLog.Builder(false).add("u", "i", 1, 0).add("a\tb", "i", 1, 0).build();
    assertThatThrownBy(() -> EventFormat.TSV.write(log, folder.resolve("a.tsv"), false))
        .isInstanceOf(InvalidDataException.class)
        .hasMessageContaining("\"a\\tb\" cannot be written in this format");
    EventLog half = new EventLog.Builder(false).add("\ud83d", "i", 1, 0).build();
    assertThatThrownBy(() -> EventFormat.CSV.write(half, folder.resolve("a.csv"), false))
        .isInstanceOf(InvalidDataException.class)
        .hasMessageContaining("half a surrogate pair");
    assertThat(names()).isEmpty();
  }

  private static Split split() {
    Dataset data = Dataset.of(log());
    Part[] parts = {Part.TRAIN, Part.TEST, Part.TEST}; // u 1: c, a; u2: c
    return Split.assign(data, position -> parts[position]);
  }

  @Test
  void splitsInEveryFormat() throws IOException {
    assertThat(SplitFormat.RECBOLE.write(split(), "d", folder, false))
        .containsExactly(
            folder.resolve("d.train.inter"),
            folder.resolve("d.test.inter"),
            folder.resolve("d.item"),
            folder.resolve("d.user"));
    assertThat(folder.resolve("d.train.inter"))
        .hasContent("user_id:token\titem_id:token\trating:float\ttimestamp:float\nu 1\tc\t1\t20\n");
    SplitFormat.TREC.write(split(), "d", folder, false);
    assertThat(folder.resolve("d.test.qrels")).hasContent("u%201 0 a,\"b\" 1\nu2 0 c 1\n");
    SplitFormat.TSV.write(split(), "e", folder.resolve("deeper"), false);
    assertThat(folder.resolve("deeper/e.test.tsv"))
        .hasContent("user\titem\tvalue\ttimestamp\nu 1\ta,\"b\"\t4.5\t30\nu2\tc\t3\t10\n");
    assertThatThrownBy(() -> SplitFormat.TREC.write(split(), "d", folder, false))
        .hasMessageEndingWith("--force replaces it");
  }
}
