package org.recsys4j.data.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.recsys4j.data.Logs.rows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.recsys4j.api.config.InvalidConfigException;
import org.recsys4j.api.data.EventLog;
import org.recsys4j.api.data.EventParts;
import org.recsys4j.api.data.IdIndex;
import org.recsys4j.api.data.InvalidDataException;
import org.recsys4j.api.data.KnowledgeGraph;
import org.recsys4j.api.data.SocialGraph;
import org.recsys4j.api.data.Split.Part;
import org.recsys4j.api.testing.BenchData;
import org.recsys4j.data.Sources;

class DelimitedTest {
  @TempDir private Path folder;

  private final List<String> warnings = new ArrayList<>();

  private EventLog read(String content, String options) throws IOException {
    Path file = Files.writeString(folder.resolve("events"), content);
    return Sources.read("delimited", "file = \"" + file + "\"\n" + options, warnings::add);
  }

  @Test
  void readsCsvByNamesOfItsHeader() throws IOException {
    EventLog log =
        read(
            "when,item,user,stars\n30,\"tea, green\",anna,4.5\n10,milk,ben,1\n",
            "columns { value = stars, timestamp = when }");

    assertThat(rows(log)).containsExactly("anna tea, green 4.5 30", "ben milk 1.0 10");
  }

  @Test
  void valuesAre1AndTimesUnknownWithoutColumns() throws IOException {
    assertThat(rows(read("user,item\nanna,tea\n", ""))).containsExactly("anna tea 1.0 -");
  }

  @Test
  void readsNumberedColumnsWithAnySeparator() throws IOException {
    EventLog log =
        read(
            "tea::anna::4::7\nmilk::\"ben\"::1::8\n",
            "separator = \"::\", header = false, quotes = false,"
                + " columns { user = 2, item = 1, value = 3, timestamp = 4 }");

    assertThat(rows(log)).containsExactly("anna tea 4.0 7", "\"ben\" milk 1.0 8");
  }

  @Test
  void furtherColumnsTellMoreOfEvents() throws IOException {
    EventLog log =
        read(
            "user,item,device,shop\nanna,tea,phone,\nben,milk,tv,Porto\n",
            "event-attributes = [shop, device]");
    assertThat(log.attributes().columns()).containsExactly("shop", "device");
    assertThat(log.attributes().value(0, "shop")).isEmpty();
    assertThat(log.attributes().value(1, "shop")).contains("Porto");
    assertThat(log.attributes().value(0, "device")).contains("phone");
    assertThatThrownBy(() -> read("user,item\na,x\n", "event-attributes = [device]"))
        .hasMessageContaining(":1: no column \"device\" for device");
    assertThatThrownBy(() -> read("user,item,d\na,x,1\n", "event-attributes = [d, d]"))
        .hasMessageContaining("event-attributes: [d, d] is not different columns");
  }

  @Test
  void takesTitlesAndAttributesFromASecondFile() throws IOException {
    Path items = Files.writeString(folder.resolve("items"), "id,name,price\n1,Tea,2.5\n2,Milk,\n");

    EventLog log =
        read(
            "user,item\nanna,1\n",
            "items-file = \"" + items + "\", items-id = id, items-title = name");

    assertThat(log.itemAttributes().columns()).containsExactly("title", "price");
    assertThat(log.itemAttributes().value("1", "title")).contains("Tea");
    assertThat(log.itemAttributes().value("1", "price")).contains("2.5");
    assertThat(log.itemAttributes().value("2", "price")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "anna,tea,4 | 3 columns, but the header has 4",
        "anna,tea,4,7,x | 5 columns, but the header has 4",
        "anna | 1 column, but the header has 4",
        ",tea,4,7 | user id is empty",
        "anna,'  ',4,7 | item id is empty",
        "anna,tea,four,7 | value \"four\" is not a number",
        "anna,tea,,7 | value \"\" is not a number",
        "anna,tea,NaN,7 | value \"NaN\" is not a number",
        "anna,tea,1e39,7 | value \"1e39\" is too large a number",
        "anna,tea,4,7.5 | timestamp \"7.5\" is not a whole number of seconds",
        "anna,tea,4,2013-02-28 | timestamp \"2013-02-28\" is not a whole number of seconds",
      })
  void badRowsAreNamedWithFileAndLine(String row, String problem) {
    String content = "user,item,value,timestamp\nben,milk,1,1\n" + row.replace("'", "") + "\n";

    assertThatThrownBy(() -> read(content, "columns { value = value, timestamp = timestamp }"))
        .isInstanceOf(InvalidDataException.class)
        .hasMessage(folder.resolve("events") + ":3: " + problem);
  }

  /** A separator in a text, or one that was lost, puts what is behind it into a wrong column. */
  @Test
  void rowsHaveAsManyColumnsAsTheFirst() throws IOException {
    String options = "header = false, columns { user = 1, item = 2 }";

    assertThat(rows(read("a,b,4\nc,d,5,,\n", options))).hasSize(2);
    assertThatThrownBy(() -> read("a,b,4\nc,Heat, the film,5\n", options))
        .hasMessage(folder.resolve("events") + ":2: 4 columns, but the first row has 3");
    assertThatThrownBy(() -> read("a,b,4\nc,d\n", options))
        .hasMessage(folder.resolve("events") + ":2: 2 columns, but the first row has 3");
  }

  @Test
  void takesTablesAndGraphsFromFurtherFiles() throws IOException {
    Path users = Files.writeString(folder.resolve("users"), "user,age,city\nanna,33,Porto\n");
    Path links =
        Files.writeString(folder.resolve("links"), "who,whom,trust\nanna,ben,0.5\nzoe,anna,1\n");
    Path facts = Files.writeString(folder.resolve("facts"), "h,r,t\n1,made-by,acme\nacme,in,2\n");

    EventLog log =
        read(
            "user,item\nanna,1\nben,2\n",
            String.format(
                Locale.ROOT,
                "users-file = \"%s\", links-file = \"%s\", link-columns.weight = trust,"
                    + " facts-file = \"%s\"",
                users,
                links,
                facts));

    assertThat(log.userAttributes().columns()).containsExactly("age", "city");
    assertThat(log.userAttributes().value("anna", "city")).contains("Porto");
    SocialGraph social = log.catalogue().social();
    assertThat(social).hasToString("2 links of 3 users");
    assertThat(social.weight(social.start(social.nodes().indexOf("anna")))).isEqualTo(0.5f);
    KnowledgeGraph knowledge = log.catalogue().knowledge();
    assertThat(knowledge.size()).isEqualTo(2);
    assertThat(knowledge.items()).as("acme is none").isEqualTo(IdIndex.of(List.of("1", "2")));
    assertThat(knowledge.entities().id(knowledge.entity("2"))).isEqualTo("2");
    assertThat(warnings).isEmpty();
  }

  @Test
  void wrongRowsOfFurtherFilesAreNamed() throws IOException {
    Path links = Files.writeString(folder.resolve("links"), "a,b\nanna,ben\nanna,\n");

    assertThatThrownBy(() -> read("user,item\na,1\n", "links-file = \"" + links + "\""))
        .hasMessage(links + ":3: to id is empty");
    assertThatThrownBy(
            () ->
                read(
                    "user,item\na,1\n",
                    "links-file = \"" + links + "\", link-columns.weight = \"3\""))
        .hasMessage(links + ":1: no column 3 for weight; the header has \"a\", \"b\"");
    assertThatThrownBy(
            () ->
                read(
                    "",
                    "header = false, columns { user = 1, item = 2 }, users-file = \"users.csv\""))
        .hasMessageContaining("users-file: users.csv is not a table with a header");
  }

  @Test
  void aSecondCharacterMaySeparateFields() throws IOException {
    String options = "separator = \"-\", second-separator = \",\", header = false,";
    String columns = " quotes = false, columns { user = 1, item = 3 }, event-attributes = [\"2\"]";

    EventLog log = read("7-30,1\n8-40,2\n", options + columns);

    assertThat(rows(log)).containsExactly("7 1 1.0 -", "8 2 1.0 -");
    assertThat(log.attributes().value(1, "2")).contains("40");
    assertThatThrownBy(() -> read("", options + " columns { user = 1, item = 3 }"))
        .hasMessageContaining(
            "second-separator: \",\" is not one ASCII character beside a separator of one, where"
                + " quotes = false");
  }

  @Test
  void timesAreWrittenInManyWays() throws IOException {
    String times = "columns { timestamp = when }, time-format = ";

    assertThat(rows(read("user,item,when\na,b,1361966450999\n", times + "milliseconds")))
        .containsExactly("a b 1.0 1361966450");
    assertThat(rows(read("user,item,when\na,b,2013-02-27T13:00:50+01:00\n", times + "iso-8601")))
        .containsExactly("a b 1.0 1361966450");
    assertThat(warnings).isEmpty();
  }

  @Test
  void millisecondsThatAreTakenForSecondsAreRefused() {
    assertThatThrownBy(
            () -> read("user,item,when\na,b,1361966450999\n", "columns { timestamp = when }"))
        .isInstanceOf(InvalidDataException.class)
        .hasMessage(
            folder.resolve("events")
                + ":2: timestamp \"1361966450999\" seconds lies in the year 45128;"
                + " is another time-format meant?");
  }

  @Test
  void secondsThatAreTakenForMillisecondsAreWarnedOf() throws IOException {
    read(
        "user,item,when\na,b,1361966450\n",
        "columns { timestamp = when }, time-format = milliseconds");

    assertThat(warnings)
        .containsExactly(
            folder.resolve("events")
                + ": all times lie in 1970; are they coarser than time-format = milliseconds?");
  }

  @Test
  void columnsOfOneNameAreToldApartByTheirNumber() throws IOException {
    String content = "user,item,user\na,b,c\n";

    assertThatThrownBy(() -> read(content, ""))
        .isInstanceOf(InvalidDataException.class)
        .hasMessage(
            folder.resolve("events")
                + ":1: columns 1 and 3 are both called \"user\", which is user; say which by its"
                + " number");
    assertThat(rows(read(content, "columns.user = 3"))).containsExactly("c b 1.0 -");
  }

  @Test
  void attributesOfOneNameAreRefused() throws IOException {
    Path items = Files.writeString(folder.resolve("items"), "item,title,x,,x,\n1,Tea,2,3,4,5\n");

    assertThatThrownBy(() -> read("user,item\na,1\n", "items-file = \"" + items + "\""))
        .isInstanceOf(InvalidDataException.class)
        .hasMessageStartingWith(items + ":1: columns 3 and 5 are both called \"x\"");
  }

  @Test
  void readsFilesOfWindows() throws IOException {
    assertThat(rows(read("\ufeffuser,item\r\nanna,\"green\r\ntea\"\r\n", "")))
        .containsExactly("anna green\r\ntea 1.0 -");
  }

  /** A split as three files, of which each knows ids that the others do not. */
  @Test
  void filesMayBringASplit() throws IOException {
    Path validation = Files.writeString(folder.resolve("validation"), "user,item\nanna,cup\n");
    Path test = Files.writeString(folder.resolve("test"), "user,item\nben,tea\nzoe,pot\n");

    EventLog log =
        read(
            "user,item\nanna,tea\nben,milk\n",
            "validation-file = \"" + validation + "\", test-file = \"" + test + "\"");

    EventParts parts = log.given().parts().orElseThrow();
    assertThat(rows(log))
        .containsExactly(
            "anna tea 1.0 -", "ben milk 1.0 -", "anna cup 1.0 -", "ben tea 1.0 -", "zoe pot 1.0 -");
    assertThat(IntStream.range(0, parts.size()).mapToObj(parts::part))
        .containsExactly(Part.TRAIN, Part.TRAIN, Part.VALIDATION, Part.TEST, Part.TEST);
  }

  @Test
  void aValidationFileAloneIsNoSplit() {
    assertThatThrownBy(() -> read("user,item\nanna,tea\n", "validation-file = v"))
        .hasMessageContaining("validation-file")
        .hasMessageContaining("a split needs a test part");
  }

  @Test
  void theRealFilmTrustHasItsPublishedSize() throws IOException {
    Path file = BenchData.folder("filmtrust").resolve("ratings.txt.gz");

    EventLog log =
        Sources.read(
            "delimited",
            "file = \""
                + file
                + "\", separator = \" \", header = false,"
                + " columns { user = 1, item = 2, value = 3 }, links-file = \""
                + file.resolveSibling("trust.txt.gz")
                + "\"",
            warnings::add);

    assertThat(log).hasToString("35497 events of 1508 users and 2071 items");
    assertThat(log.catalogue().social()).hasToString("1853 links of 874 users");
  }

  /** The published rows of training miss some of the 4,082 apps. */
  @Test
  void theRealFrappeIsReadWithItsContext() throws IOException {
    Path file = BenchData.folder("frappe").resolve("train.csv.gz");

    EventLog log =
        Sources.read(
            "delimited",
            "file = \""
                + file
                + "\", separator = \"-\", second-separator = \",\", quotes = false,"
                + " header = false, columns { user = 1, item = 9 },"
                + " event-attributes = [\"2\", \"3\", \"4\", \"5\", \"6\", \"7\", \"8\", \"10\"]",
            warnings::add);

    assertThat(log).hasToString("92808 events of 957 users and 4011 items");
    assertThat(log.attributes().value(0, "2")).contains("958");
    assertThat(log.attributes().value(0, "10")).contains("4083");
  }

  @Test
  void skippedRowsLeaveNoUsersAndNoItems() throws IOException {
    EventLog log =
        read(
            "user,item,value\nanna,tea,1\nghost,nothing,x\nanna\nben,milk,2\n",
            "bad-rows = skip, columns.value = value");

    assertThat(rows(log)).containsExactly("anna tea 1.0 -", "ben milk 2.0 -");
    assertThat(log.users()).isEqualTo(IdIndex.of(List.of("anna", "ben")));
    assertThat(log.items()).isEqualTo(IdIndex.of(List.of("tea", "milk")));
    assertThat(warnings)
        .containsExactly(
            folder.resolve("events")
                + ": skipped 2 of 4 rows, such as line 3: value \"x\" is not a number; line 4:"
                + " 1 column, but the header has 3");
  }

  @Test
  void aFileWithoutRowsIsAnError() {
    assertThatThrownBy(() -> read("user,item\n", ""))
        .isInstanceOf(InvalidDataException.class)
        .hasMessage(folder.resolve("events") + ": has no rows");
  }

  @Test
  void oneColumnCannotBeUserAndItem() {
    assertThatThrownBy(() -> read("user,item\na,b\n", "columns { user = user, item = 1 }"))
        .isInstanceOf(InvalidDataException.class)
        .hasMessage("column 1 cannot be both user and item");
  }

  @Test
  void optionsAreCheckedBeforeTheFileIsRead() {
    assertThatThrownBy(() -> read("", "header = false"))
        .isInstanceOf(InvalidConfigException.class)
        .hasMessageContaining(
            "columns: \"user\" is not a column number from 1, as it must be where header = false");
    assertThatThrownBy(() -> read("", "separator = \"\""))
        .isInstanceOf(InvalidConfigException.class)
        .hasMessageContaining("separator: \"\" is not one character or more");
  }
}
