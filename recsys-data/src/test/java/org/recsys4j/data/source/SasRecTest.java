package org.recsys4j.data.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.recsys4j.api.ReadContext;
import org.recsys4j.api.data.Dataset;
import org.recsys4j.api.data.EventLog;
import org.recsys4j.api.data.IdIndex;
import org.recsys4j.api.data.InvalidDataException;
import org.recsys4j.api.data.Split;
import org.recsys4j.api.random.SeedTree;
import org.recsys4j.api.testing.BenchData;
import org.recsys4j.data.Sources;
import org.recsys4j.data.split.LeaveLastOut;
import org.recsys4j.data.text.BadRows;

class SasRecTest {
  @TempDir private Path folder;

  private static EventLog read(Path file) throws IOException {
    return new SasRec().read(new SasRec.Options(file, BadRows.FAIL), ReadContext.SILENT);
  }

  private EventLog read(String content) throws IOException {
    return read(Files.writeString(folder.resolve("pairs.txt"), content));
  }

  @Test
  void theOrderOfTheRowsIsThatOfTheEvents() throws IOException {
    Dataset dataset = Dataset.of(read("1 9\n1 4\n2 9\n1 5\n2 1 \n2 2\n"));

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
  @CsvSource(
      delimiter = '|',
      value = {
        "1 2\\n3 | :2: 1 column, but item is column 2",
        "1 2\\n3 4 5 | :2: 3 columns, but a row has a user and an item alone",
        "1 2\\n 3 | :2: user id is empty",
        "1 2\\n3  4 | :2: item id is empty",
        "'' | : has no rows",
      })
  void wrongRowsAreNamed(String content, String problem) {
    assertThatThrownBy(() -> read(content.replace("\\n", "\n")))
        .isInstanceOf(InvalidDataException.class)
        .hasMessage(folder.resolve("pairs.txt") + problem);
  }

  @ParameterizedTest
  @CsvSource({
    "ml-1m, ml-1m.sequences.txt.gz, 999611 events of 6040 users and 3416 items",
    "beauty, Beauty.txt.gz, 394908 events of 52204 users and 57289 items",
  })
  void theRealSequencesHaveTheirPublishedSizesAndAreThoseOfDelimited(
      String set, String name, String size) throws IOException {
    Path file = BenchData.folder(set).resolve(name);

    EventLog log = read(file);

    assertThat(log).hasToString(size);
    EventLog delimited =
        Sources.read(
            "delimited",
            "file = \""
                + file
                + "\", separator = \" \", header = false, columns { user = 1, item = 2 }",
            warning -> {});
    assertThat(log.checksum()).isEqualTo(delimited.checksum());
  }
}
