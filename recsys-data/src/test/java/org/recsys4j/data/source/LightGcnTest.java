package org.recsys4j.data.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.recsys4j.api.ReadContext;
import org.recsys4j.api.data.Dataset;
import org.recsys4j.api.data.EventLog;
import org.recsys4j.api.data.EventParts;
import org.recsys4j.api.data.IdIndex;
import org.recsys4j.api.data.InvalidDataException;
import org.recsys4j.api.data.Split;
import org.recsys4j.api.data.Split.Part;
import org.recsys4j.api.random.SeedTree;
import org.recsys4j.api.testing.BenchData;
import org.recsys4j.data.split.GivenSplit;

class LightGcnTest {
  @TempDir private Path folder;

  private static EventLog read(Path folder) throws IOException {
    return new LightGcn().read(new LightGcn.Options(folder), ReadContext.SILENT);
  }

  private void write(String name, String content) throws IOException {
    Files.writeString(folder.resolve(name), content);
  }

  @Test
  void readsRowsOfUsersWithTheirParts() throws IOException {
    write("train.txt", "0 10 11 12\n7 11\n3\n");
    write("test.txt", "0 13\n7 10 12 \r\n3 ");

    EventLog log = read(folder);

    assertThat(log).hasToString("7 events of 2 users and 4 items");
    assertThat(log.users()).isEqualTo(IdIndex.of(List.of("0", "7")));
    assertThat(log.items()).isEqualTo(IdIndex.of(List.of("10", "11", "12", "13")));
    assertThat(log.hasTimes()).isFalse();
    assertThat(log.value(3)).isEqualTo(1);
    EventParts parts = log.given().parts().orElseThrow();
    assertThat(parts.part(3)).isEqualTo(Part.TRAIN);
    assertThat(parts.part(4)).isEqualTo(Part.TEST);
    assertThat(log.given().candidates()).isEmpty();
  }

  @Test
  void filesMayBeGzip() throws IOException {
    try (OutputStream out =
        new GZIPOutputStream(Files.newOutputStream(folder.resolve("train.txt.gz")))) {
      out.write("1 2 3\n".getBytes(StandardCharsets.US_ASCII));
    }
    write("test.txt", "1 4\n");

    assertThat(read(folder)).hasToString("3 events of 1 users and 3 items");
  }

  @Test
  void namesWhatIsMissingOrWrong() throws IOException {
    assertThatThrownBy(() -> read(folder.resolve("no")))
        .hasMessage(folder.resolve("no") + ": no such folder");
    write("train.txt", "1 2 3\n");
    assertThatThrownBy(() -> read(folder))
        .isInstanceOf(InvalidDataException.class)
        .hasMessage(folder + ": has no test.txt (plain, .gz or .zst)");
    write("test.txt", "1\n");
    assertThatThrownBy(() -> read(folder))
        .hasMessage(folder.resolve("test.txt") + ": has no events");
    write("test.txt", "1 2\n 4 5\n");
    assertThatThrownBy(() -> read(folder))
        .hasMessage(folder.resolve("test.txt") + ":2: user id is empty");
    write("test.txt", "1 2\n1 3 \u0000 4\n");
    assertThatThrownBy(() -> read(folder))
        .hasMessage(folder.resolve("test.txt") + ":2: column 3 has a NUL character");
  }

  @Test
  void theRealGowallaHasItsPublishedSize() throws IOException {
    Dataset dataset = Dataset.of(read(BenchData.folder("gowalla")));
    Split split = new GivenSplit().split(dataset, new GivenSplit.Options(0), new SeedTree(1));

    assertThat(dataset.interactions().users()).isEqualTo(29_858);
    assertThat(dataset.interactions().items()).isEqualTo(40_981);
    assertThat(split.train().size()).isEqualTo(810_128);
    assertThat(split.validation().size()).isZero();
    assertThat(split.test().size()).isEqualTo(217_242);
  }
}
