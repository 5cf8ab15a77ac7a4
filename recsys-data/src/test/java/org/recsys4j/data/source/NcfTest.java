package org.recsys4j.data.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.recsys4j.api.ReadContext;
import org.recsys4j.api.data.CandidateLists;
import org.recsys4j.api.data.EventLog;
import org.recsys4j.api.data.EventParts;
import org.recsys4j.api.data.IdIndex;
import org.recsys4j.api.data.InvalidDataException;
import org.recsys4j.api.data.Split.Part;
import org.recsys4j.api.testing.BenchData;

class NcfTest {
  @TempDir private Path folder;

  private static EventLog read(Path folder, String dataset) throws IOException {
    return new Ncf().read(new Ncf.Options(folder, dataset), ReadContext.SILENT);
  }

  private void write(String name, String... lines) throws IOException {
    Files.writeString(folder.resolve(name), String.join("\n", lines) + "\n");
  }

  @BeforeEach
  void writeSmallSet() throws IOException {
    write("ml-1m.train.rating", "0\t31\t4\t978824330", "0\t37\t5\t978824330", "1\t31\t3\t1");
    write("ml-1m.test.rating", "0\t25\t5\t978824351", "1\t37\t3\t2");
    write("ml-1m.test.negative", "(0,25)\t99\t7", "(1,37)\t25\t99\t37");
  }

  @Test
  void readsEventsPartsAndCandidates() throws IOException {
    EventLog log = read(folder, "ml-1m");

    assertThat(log).hasToString("5 events of 2 users and 5 items");
    assertThat(log.items()).isEqualTo(IdIndex.of(List.of("31", "37", "25", "99", "7")));
    assertThat(log.hasTimes()).isFalse();
    assertThat(log.value(0)).isEqualTo(1);
    EventParts parts = log.given().parts().orElseThrow();
    assertThat(IntStream.range(0, 5).mapToObj(parts::part))
        .containsExactly(Part.TRAIN, Part.TRAIN, Part.TRAIN, Part.TEST, Part.TEST);
    assertThat(log.given().candidates())
        .contains(
            new CandidateLists.Builder()
                .add(0, 3)
                .add(0, 4)
                .add(1, 2)
                .add(1, 3)
                .add(1, 1)
                .build(2, 5));
  }

  @Test
  void trainingMayBeReconstructedAndGzip() throws IOException {
    try (OutputStream out =
        new GZIPOutputStream(
            Files.newOutputStream(folder.resolve("ml-1m.train.reconstructed.gz")))) {
      out.write("0\t31\n".getBytes(StandardCharsets.US_ASCII));
    }
    assertThat(read(folder, "ml-1m").size()).as("the authors' own file wins").isEqualTo(5);
    Files.delete(folder.resolve("ml-1m.train.rating"));
    assertThat(read(folder, "ml-1m").size()).isEqualTo(3);
  }

  @Test
  void namesWhatIsMissing() throws IOException {
    assertThatThrownBy(() -> read(folder, "pinterest-20"))
        .isInstanceOf(InvalidDataException.class)
        .hasMessage(folder + ": has no pinterest-20.train.rating (plain, .gz or .zst)");
    Files.delete(folder.resolve("ml-1m.test.negative"));
    assertThatThrownBy(() -> read(folder, "ml-1m"))
        .hasMessage(folder + ": has no ml-1m.test.negative (plain, .gz or .zst)");
    assertThatThrownBy(() -> new Ncf.Options(folder, "../ml-1m"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("dataset: \"../ml-1m\" is not the beginning of a file's name, such as ml-1m");
  }

  @Test
  void namesFileAndLineOfWrongRows() throws IOException {
    Path negatives = folder.resolve("ml-1m.test.negative");
    write("ml-1m.test.negative", "(0,25)\t99", "1,37\t25");
    assertThatThrownBy(() -> read(folder, "ml-1m"))
        .isInstanceOf(InvalidDataException.class)
        .hasMessage(negatives + ":2: \"1,37\" is not of the form (user,item)");
    write("ml-1m.test.negative", "(0,25)\t99", "(1,31)\t25");
    assertThatThrownBy(() -> read(folder, "ml-1m"))
        .hasMessage(
            negatives + ":2: \"(1,31)\" is no event of " + folder.resolve("ml-1m.test.rating"));
    write("ml-1m.test.negative", "(0,25)\t99", "(new,31)\t25");
    assertThatThrownBy(() -> read(folder, "ml-1m"))
        .hasMessageContaining(":2: \"(new,31)\" is no event of ");
    write("ml-1m.test.negative", "(0,25)\t99\t\t3");
    assertThatThrownBy(() -> read(folder, "ml-1m")).hasMessage(negatives + ":1: item id is empty");
    write("ml-1m.test.rating", "0\t25", "0\t31");
    assertThatThrownBy(() -> read(folder, "ml-1m"))
        .hasMessage(folder.resolve("ml-1m.test.rating") + ":2: user \"0\" has a second test item");
    write("ml-1m.train.rating", "0\t31", "0");
    assertThatThrownBy(() -> read(folder, "ml-1m"))
        .hasMessage(folder.resolve("ml-1m.train.rating") + ":2: 1 column, but item is column 2");
  }

  @Test
  void theRealSetHasItsPublishedSize() throws IOException {
    EventLog log = read(BenchData.folder("ncf-ml-1m"), "ml-1m");

    // 3,419 items have an event; 287 of the negatives have none.
    assertThat(log).hasToString("999597 events of 6040 users and 3706 items");
    CandidateLists lists = log.given().candidates().orElseThrow();
    assertThat(lists.size()).isEqualTo(6_040 * 99);
    EventParts parts = log.given().parts().orElseThrow();
    int amongNegatives = 0;
    int tests = 0;
    for (int row = 0; row < log.size(); row++) {
      if (parts.part(row) == Part.TEST) {
        tests++;
        amongNegatives += lists.contains(log.user(row), log.item(row)) ? 1 : 0;
      }
    }
    assertThat(tests).isEqualTo(6_040);
    assertThat(amongNegatives).isEqualTo(156);
  }
}
