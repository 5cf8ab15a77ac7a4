package org.recsys4j.data.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.recsys4j.api.ReadContext;
import org.recsys4j.api.data.EventLog;
import org.recsys4j.api.data.InvalidDataException;
import org.recsys4j.api.testing.BenchData;
import org.recsys4j.data.source.MovieLens.Layout;
import org.recsys4j.data.text.BadRows;

class MovieLensTest {
  @TempDir private Path folder;

  private static EventLog read(Path folder, Layout layout) throws IOException {
    return new MovieLens()
        .read(new MovieLens.Options(folder, layout, BadRows.FAIL), ReadContext.SILENT);
  }

  private void write(String name, String... lines) throws IOException {
    Files.writeString(
        folder.resolve(name), String.join("\n", lines) + "\n", StandardCharsets.ISO_8859_1);
  }

  private void write100k() throws IOException {
    write("u.data", "196\t242\t3\t881250949", "22\t1\t4\t878887116");
    String flags = "|0|0|0|1|1|1" + "|0".repeat(13);
    write("u.item", "1|Misérables, Les (1995)|01-Jan-1995||http://x" + flags);
    write("u.user", "196|49|M|writer|55105");
  }

  @Test
  void reads100k() throws IOException {
    write100k();

    EventLog log = read(folder, Layout.AUTO);

    assertThat(log).hasToString("2 events of 2 users and 2 items");
    assertThat(log.value(1)).isEqualTo(4);
    assertThat(log.time(0)).isEqualTo(881_250_949);
    assertThat(log.itemAttributes().value("1", "title")).contains("Misérables, Les (1995)");
    assertThat(log.itemAttributes().value("1", "genres")).contains("Animation|Children's|Comedy");
    assertThat(log.userAttributes().value("196", "occupation")).contains("writer");
    assertThat(log.userAttributes().value("196", "zip")).contains("55105");
  }

  @Test
  void reads1m() throws IOException {
    write("ratings.dat", "1::1193::5::978300760", "2::1193::3::978300761");
    write("movies.dat", "1193::One Flew: Over (1975)::Drama|War");
    write("users.dat", "1::F::1::10::48067");

    EventLog log = read(folder, Layout.AUTO);

    assertThat(log).hasToString("2 events of 2 users and 1 items");
    assertThat(log.itemAttributes().value("1193", "title")).contains("One Flew: Over (1975)");
    assertThat(log.itemAttributes().value("1193", "genres")).contains("Drama|War");
    assertThat(log.userAttributes().value("1", "gender")).contains("F");
    assertThat(log.userAttributes().value("1", "age")).contains("1");
  }

  @Test
  void theEncodingTells1mFrom10m() throws IOException {
    write("ratings.dat", "1::122::4.5::838985046");
    write("movies.dat", "122::Misérables, Les (1995)::Drama|War");
    assertThat(read(folder, Layout.AUTO).itemAttributes().value("122", "title"))
        .contains("Misérables, Les (1995)");
    assertThatThrownBy(() -> read(folder, Layout.ML_10M))
        .isInstanceOf(InvalidDataException.class)
        .hasMessage(folder.resolve("movies.dat") + ":1: byte 0xe9 after \"Mis\" is not UTF-8");

    Files.writeString(folder.resolve("movies.dat"), "122::Misérables, Les (1995)::Drama|War\n");
    EventLog log = read(folder, Layout.AUTO);

    assertThat(log.value(0)).isEqualTo(4.5f);
    assertThat(log.time(0)).isEqualTo(838_985_046);
    assertThat(log.itemAttributes().value("122", "title")).contains("Misérables, Les (1995)");
    assertThat(log.itemAttributes().value("122", "genres")).contains("Drama|War");
    assertThat(read(folder, Layout.ML_1M).itemAttributes().value("122", "title"))
        .contains("MisÃ©rables, Les (1995)");
  }

  /** 20M, 25M and 32M: the layout of latest, with other numbers of rows. */
  @Test
  void quotedTitlesOfRecentSetsMayHaveQuotesAndUmlauts() throws IOException {
    write("ratings.csv", "userId,movieId,rating,timestamp", "1,296,5.0,1147880044");
    Files.writeString(
        folder.resolve("movies.csv"),
        "movieId,title,genres\n296,\"\"\"Great Performances\"\" Fräulein, Das (1971)\",Drama\n");

    EventLog log = read(folder, Layout.AUTO);

    assertThat(log.itemAttributes().value("296", "title"))
        .contains("\"Great Performances\" Fräulein, Das (1971)");
  }

  @Test
  void readsLatestWithoutTheFileOfFilms() throws IOException {
    write("ratings.csv", "userId,movieId,rating,timestamp", "1,1,4.5,964982703");

    EventLog log = read(folder, Layout.AUTO);

    assertThat(log.value(0)).isEqualTo(4.5f);
    assertThat(log.itemAttributes().ids()).isEmpty();
  }

  @Test
  void readsTitlesOfLatestWithQuotes() throws IOException {
    write("ratings.csv", "userId,movieId,rating,timestamp", "1,1,4.5,964982703");
    write(
        "movies.csv",
        "movieId,title,genres",
        "1,\"American President, The (1995)\",Comedy|Drama",
        "2,X,(no genres listed)");

    EventLog log = read(folder, Layout.LATEST);

    assertThat(log.itemAttributes().value("1", "title")).contains("American President, The (1995)");
    assertThat(log.itemAttributes().value("2", "genres")).isEmpty();
  }

  @Test
  void filesMayBeGzip() throws IOException {
    try (OutputStream out =
        new GZIPOutputStream(Files.newOutputStream(folder.resolve("u.data.gz")))) {
      out.write("1\t2\t3\t4\n".getBytes(StandardCharsets.US_ASCII));
    }

    assertThat(read(folder, Layout.AUTO)).hasToString("1 events of 1 users and 1 items");
  }

  @Test
  void saysWhatItLookedFor() {
    assertThatThrownBy(() -> read(folder, Layout.AUTO))
        .isInstanceOf(InvalidDataException.class)
        .hasMessage(
            folder
                + ": no MovieLens data; looked for u.data (ml-100k), ratings.dat (ml-1m),"
                + " ratings.csv (latest) (plain, .gz or .zst)");
    assertThatThrownBy(() -> read(folder, Layout.ML_1M))
        .hasMessage(folder + ": has no ratings.dat (plain, .gz or .zst)");
    assertThatThrownBy(() -> read(folder.resolve("no"), Layout.AUTO))
        .hasMessage(folder.resolve("no") + ": no such folder");
  }

  @Test
  void asksWhichOfTwoLayoutsIsMeant() throws IOException {
    write100k();
    write("ratings.csv", "userId,movieId,rating,timestamp", "1,1,4.5,964982703");

    assertThatThrownBy(() -> read(folder, Layout.AUTO))
        .isInstanceOf(InvalidDataException.class)
        .hasMessage(
            folder
                + ": more than one layout, u.data (ml-100k), ratings.csv (latest);"
                + " say which with layout = ...");
    assertThat(read(folder, Layout.LATEST).size()).isEqualTo(1);
  }

  @Test
  void namesFileAndLineOfBadRows() throws IOException {
    write("ratings.dat", "1::1193::5::978300760", "2::1193::3");

    assertThatThrownBy(() -> read(folder, Layout.AUTO))
        .isInstanceOf(InvalidDataException.class)
        .hasMessage(folder.resolve("ratings.dat") + ":2: 3 columns, but the first row has 4");
  }

  @Test
  void theReal100kHasItsPublishedSize() throws IOException {
    EventLog log = read(BenchData.folder("ml-100k"), Layout.AUTO);

    assertThat(log).hasToString("100000 events of 943 users and 1682 items");
    assertThat(log.itemAttributes().value("1", "genres")).contains("Animation|Children's|Comedy");
    assertThat(log.userAttributes().value("1", "occupation")).contains("technician");
  }

  @Test
  void theRealLatestSmallHasItsPublishedSize() throws IOException {
    EventLog log = read(BenchData.folder("ml-latest-small"), Layout.AUTO);

    assertThat(log).hasToString("100836 events of 610 users and 9724 items");
    assertThat(log.itemAttributes().value("1", "title")).contains("Toy Story (1995)");
  }
}
