package org.recsys4j.data.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.recsys4j.api.Progress;
import org.recsys4j.api.ReadContext;
import org.recsys4j.api.config.InvalidConfigException;
import org.recsys4j.api.data.Dataset;
import org.recsys4j.api.data.EventLog;
import org.recsys4j.api.data.IdIndex;
import org.recsys4j.api.data.InvalidDataException;
import org.recsys4j.api.data.Split;
import org.recsys4j.api.plugin.PluginKind;
import org.recsys4j.api.random.SeedTree;
import org.recsys4j.api.testing.BenchData;
import org.recsys4j.data.Options;
import org.recsys4j.data.split.LeaveLastOut;

class DelimitedTest {
  @TempDir private Path folder;

  private final List<String> warnings = new ArrayList<>();

  private EventLog read(String content, String options) throws IOException {
    Path file = Files.writeString(folder.resolve("events"), content);
    return new Delimited()
        .read(
            Options.of(
                PluginKind.SOURCE,
                "delimited",
                Delimited.Options.class,
                "file = \"" + file + "\"\n" + options),
            new ReadContext(Progress.SILENT, warnings::add));
  }

  private static List<String> rows(EventLog log) {
    return IntStream.range(0, log.size())
        .mapToObj(
            row ->
                String.format(
                    Locale.ROOT,
                    "%s %s %s %s",
                    log.users().id(log.user(row)),
                    log.items().id(log.item(row)),
                    log.value(row),
                    log.hasTimes() ? log.time(row) : "-"))
        .toList();
  }

  private static final String SASREC =
      "separator = \" \", header = false, columns { user = 1, item = 2 }\n";

  /** The form of the SASRec paper: without times, the order of the rows is that of the events. */
  @Test
  void readsPairsInTheOrderOfTime() throws IOException {
    Dataset dataset = Dataset.of(read("1 9\n1 4\n2 9\n1 5\n2 1\n2 2\n", SASREC));

    Split split =
        new LeaveLastOut()
            .split(
                dataset,
                new LeaveLastOut.Options(true, Optional.empty(), Optional.empty()),
                new SeedTree(1));

    assertThat(dataset.interactions().hasTimes()).isFalse();
    IdIndex items = dataset.catalogue().items();
    assertThat(items.id(split.train().item(0))).isEqualTo("9");
    assertThat(items.id(split.validation().item(0))).isEqualTo("4");
    assertThat(items.id(split.test().item(0))).isEqualTo("5");
    assertThat(items.id(split.test().item(1))).isEqualTo("2");
  }

  @ParameterizedTest
  @CsvSource({
    "ml-1m, ml-1m.sequences.txt.gz, 999611 events of 6040 users and 3416 items",
    "beauty, Beauty.txt.gz, 394908 events of 52204 users and 57289 items",
  })
  void theRealSequencesHaveTheirPublishedSizes(String set, String name, String size)
      throws IOException {
    Path file = BenchData.folder(set).resolve(name);
    EventLog log =
        new Delimited()
            .read(
                Options.of(
                    PluginKind.SOURCE,
                    "delimited",
                    Delimited.Options.class,
                    "file = \"" + file + "\"\n" + SASREC),
                ReadContext.SILENT);

    assertThat(log).hasToString(size);
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
        "anna,tea,4 | 3 columns, but timestamp is column 4",
        "anna | 1 column, but item is column 2",
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
                + " 1 column, but item is column 2");
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
