package org.recsys4j.data.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.recsys4j.api.Progress;
import org.recsys4j.api.ReadContext;
import org.recsys4j.api.data.Dataset;
import org.recsys4j.api.data.EventLog;
import org.recsys4j.api.data.IdIndex;
import org.recsys4j.api.data.InvalidDataException;
import org.recsys4j.api.data.KnowledgeGraph;
import org.recsys4j.api.data.SocialGraph;
import org.recsys4j.api.data.Split;
import org.recsys4j.api.random.SeedTree;
import org.recsys4j.api.testing.BenchData;
import org.recsys4j.data.split.GivenSplit;
import org.recsys4j.data.text.BadRows;

class RecBoleTest {
  @TempDir private Path folder;
  private final List<String> warnings = new ArrayList<>();

  @BeforeEach
  void writeFiles() throws IOException {
    write(
        "films.inter",
        """
        item_id:token\tuser_id:token\tdevice:token\trating:float\ttimestamp:float
        x\tann\tphone\t4.5\t30
        y\tbob\t\t3\t2e1
        """);
    write(
        "films.item",
        "item_id:token\tname:token_seq\tgenres:token_seq\nx\tToy Story\tComedy Drama\n");
    write("films.user", "user_id:token\tage:float\nann\t33\n");
  }

  private void write(String name, String content) throws IOException {
    Files.writeString(folder.resolve(name), content);
  }

  private EventLog read(BadRows badRows, String dataset) throws IOException {
    RecBole.Options options =
        new RecBole.Options(
            folder,
            Optional.of(dataset).filter(it -> !it.isEmpty()),
            "user_id",
            "item_id",
            "rating",
            "timestamp",
            "name",
            badRows);
    return new RecBole().read(options, new ReadContext(Progress.SILENT, warnings::add));
  }

  private EventLog read() throws IOException {
    return read(BadRows.FAIL, "");
  }

  @Test
  void readsEventsWithWhatIsKnownOfThem() throws IOException {
    EventLog log = read();
    assertThat(log).hasToString("2 events of 2 users and 2 items");
    assertThat(log.users().id(log.user(1))).isEqualTo("bob");
    assertThat(log.value(0)).isEqualTo(4.5f);
    assertThat(log.time(1)).isEqualTo(20);
    assertThat(log.attributes().columns()).containsExactly("device");
    assertThat(log.attributes().value(0, "device")).contains("phone");
    assertThat(log.attributes().value(1, "device")).isEmpty();
    assertThat(log.userAttributes().value("ann", "age")).contains("33");
    assertThat(log.itemAttributes().value("x", "title")).contains("Toy Story");
    assertThat(log.itemAttributes().value("x", "genres")).contains("Comedy Drama");
  }

  @Test
  void readsLinksAndFacts() throws IOException {
    write("films.net", "source_id:token\ttarget_id:token\tweight:float\nann\tbob\t0.5\n");
    write("films.link", "item_id:token\tentity_id:token\nx\tm.1\n");
    write(
        "films.kg",
        "head_id:token\trelation_id:token\ttail_id:token\nm.1\tdirected-by\tm.7\nm.7\tborn\tm.8\n");
    EventLog log = read();
    SocialGraph social = log.catalogue().social();
    assertThat(social.weight(social.start(social.nodes().indexOf("ann")))).isEqualTo(0.5f);
    KnowledgeGraph facts = log.catalogue().knowledge();
    assertThat(facts.size()).isEqualTo(2);
    assertThat(facts.entities().id(facts.entity("x"))).isEqualTo("m.1");
    assertThat(facts.relations()).isEqualTo(IdIndex.of(List.of("born", "directed-by")));
    write("films.net", "source_id:token\ttarget_id:token\nann\tbob\n");
    assertThat(read().catalogue().social().weight(0)).isEqualTo(1);
  }

  @Test
  void readsEventsThatAreSplitAlready() throws IOException {
    Files.delete(folder.resolve("films.inter"));
    String header = "user_id:token\titem_id:token\n";
    write("films.train.inter", header + "a\tx\na\ty\nb\tx\n");
    write("films.valid.inter", header + "a\tz\n");
    write("films.test.inter", header + "b\ty\n");
    EventLog log = read();
    assertThat(log.hasTimes()).isFalse();
    assertThat(log.value(0)).isEqualTo(1);
    Split split =
        new GivenSplit().split(Dataset.of(log), new GivenSplit.Options(0), new SeedTree(1));
    assertThat(split.train().size()).isEqualTo(3);
    assertThat(split.validation().item(0)).isEqualTo(log.items().indexOf("z"));
    assertThat(split.test().item(0)).isEqualTo(log.items().indexOf("y"));
    write("films.test.inter", "user_id:token\titem_id:token\trating:float\nb\ty\t1\n");
    assertThatThrownBy(this::read).hasMessageContaining(":1: 3 fields where the first file has 2");
  }

  @Test
  void asksWhichDataSetIsMeant() throws IOException {
    write("books.inter", "user_id:token\titem_id:token\na\tx\n");
    assertThatThrownBy(this::read)
        .isInstanceOf(InvalidDataException.class)
        .hasMessage(
            folder + ": has more than one data set, books, films; say which with dataset = ...");
    assertThat(read(BadRows.FAIL, "books").size()).isEqualTo(1);
    Files.delete(folder.resolve("books.inter"));
    Files.delete(folder.resolve("films.inter"));
    assertThatThrownBy(this::read).hasMessage(folder + ": has no file NAME.inter");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "user_id:token\\titem_id\\na\\tx | :1: column \"item_id\" has no name and type, as"
            + " name:token; types are token, token_seq, float, float_seq",
        "user_id:token\\titem_id:text\\na\\tx | :1: column \"item_id:text\" has no name and type, as"
            + " name:token; types are token, token_seq, float, float_seq",
        "user_id:token\\tid:token\\na\\tx | :1: no field item_id; the header has user_id, id",
        "user_id:token\\titem_id:token\\na | :2: 1 column, but the header has 2",
        "user_id:token\\titem_id:token\\trating:float\\na\\tx\\tNaN | :2: value \"NaN\" is not a"
            + " number",
        "user_id:token\\titem_id:token\\n\\tx | :2: user id is empty",
        "user_id:token\\titem_id:token\\n | : has no rows",
      })
  void saysWhatIsWrong(String content, String message) throws IOException {
    write("films.inter", content.replace("\\t", "\t").replace("\\n", "\n"));
    assertThatThrownBy(this::read)
        .isInstanceOf(InvalidDataException.class)
        .hasMessage(folder.resolve("films.inter") + message);
  }

  @Test
  void skipsBadRowsInAllFiles() throws IOException {
    write("films.inter", "user_id:token\titem_id:token\na\tx\nb\n");
    write("films.net", "source_id:token\ttarget_id:token\nann\tbob\n\tcat\n");
    EventLog log = read(BadRows.SKIP, "films");
    assertThat(log.size()).isEqualTo(1);
    assertThat(log.catalogue().social().size()).isEqualTo(1);
    assertThat(warnings).hasSize(2);
  }

  @Test
  void readsRecBolesOwnFiles() throws IOException {
    Path data = BenchData.folder("ml-100k");
    RecBole.Options options =
        new RecBole.Options(
            data,
            Optional.empty(),
            "user_id",
            "item_id",
            "rating",
            "timestamp",
            "movie_title",
            BadRows.FAIL);
    EventLog log = new RecBole().read(options, ReadContext.SILENT);
    assertThat(log).hasToString("100000 events of 943 users and 1682 items");
    assertThat(log.itemAttributes().value("1", "title")).contains("Toy Story");
    assertThat(log.userAttributes().value("1", "occupation")).contains("technician");
  }
}
