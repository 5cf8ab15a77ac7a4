package org.recsys4j.data.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.recsys4j.api.DatasetStore.Stored;
import org.recsys4j.api.data.Attributes;
import org.recsys4j.api.data.Dataset;
import org.recsys4j.api.data.EventLog;
import org.recsys4j.api.data.InvalidDataException;
import org.recsys4j.api.data.KnowledgeGraph;
import org.recsys4j.api.data.SocialGraph;
import org.recsys4j.api.data.Split.Part;

class BinaryDatasetStoreTest {
  private final BinaryDatasetStore store = new BinaryDatasetStore();
  @TempDir private Path folder;
  private Path file = Path.of("");

  @BeforeEach
  void nameFile() {
    file = folder.resolve("made/later/data.bin");
  }

  /** Everything that a data set can have, in odd shapes. */
  private static EventLog everything() {
    EventLog.Builder log = new EventLog.Builder(true).columns(List.of("device"));
    log.part(Part.TRAIN).add("änn", "x", 4.5f, 30).cell(0, "phone");
    log.add("bob", "日本", -1e30f, -5_000_000_000L);
    log.part(Part.TEST).add("bob", "x", 0, 12).cell(0, "tv");
    log.part(Part.VALIDATION).add("änn", "y\t\n", 4.5f, 30).cell(0, "phone");
    log.part(Part.NONE).add("änn", "x", 1, 7);
    log.candidate(0, 0).candidate(1, log.items().add("never bought"));
    Attributes users = new Attributes.Builder(List.of("age")).add("bob", List.of("7")).build();
    Attributes items =
        new Attributes.Builder(List.of("title", "genres"))
            .add("x", List.of("X \"quoted\"", ""))
            .add("no event", List.of("", "Drama"))
            .build();
    return log.attributes(users, items)
        .graphs(
            new SocialGraph.Builder().add("cat", "bob", 2).add("änn", "cat", 1).build(),
            new KnowledgeGraph.Builder().link("x", "e9").add("e1", "likes", "e9").build())
        .build();
  }

  private Stored roundTrip(Dataset dataset) throws IOException {
    store.write(dataset, "of the caller: ü", file);
    return store.read(file);
  }

  @Test
  void readsWhatItWrote() throws IOException {
    Dataset dataset = Dataset.of(everything());
    Stored stored = roundTrip(dataset);
    assertThat(stored.notes()).isEqualTo("of the caller: ü");
    assertThat(stored.dataset().catalogue()).isEqualTo(dataset.catalogue());
    assertThat(stored.dataset().interactions()).isEqualTo(dataset.interactions());
    assertThat(stored.dataset().given().candidates()).isEqualTo(dataset.given().candidates());
    for (int event = 0; event < 5; event++) {
      assertThat(stored.dataset().given().parts().orElseThrow().part(event))
          .isEqualTo(dataset.given().parts().orElseThrow().part(event));
    }
  }

  @Test
  void readsTheLeastThereIs() throws IOException {
    Dataset dataset = Dataset.of(new EventLog.Builder(false).add("u", "i", 1, 0).build());
    assertThat(roundTrip(dataset).dataset()).isEqualTo(dataset);
    assertThat(roundTrip(dataset).dataset().interactions().hasTimes()).isFalse();
  }

  @Property(tries = 40)
  void readsWhatItWroteOfAnySize(
      @ForAll @IntRange(min = 1, max = 70_000) int events,
      @ForAll @IntRange(min = 1, max = 70_000) int items,
      @ForAll @IntRange(min = 1, max = 400) int levels,
      @ForAll boolean times,
      @ForAll long seed)
      throws IOException {
    SplittableRandom random = new SplittableRandom(seed);
    EventLog.Builder log = new EventLog.Builder(times);
    for (int i = 0; i < events; i++) {
      long time = seed % 2 == 0 ? random.nextLong() : random.nextInt();
      log.add("u" + i % 97, "i" + random.nextInt(items), random.nextInt(levels) / 7f, time);
    }
    Dataset dataset = Dataset.of(log.build());
    Path drawn = Files.createTempFile("dataset", ".bin");
    try {
      store.write(dataset, "", drawn);
      assertThat(store.read(drawn).dataset()).isEqualTo(dataset);
    } finally {
      Files.delete(drawn);
    }
  }

  @Test
  void takesTheBytesThatAreNeeded() throws IOException {
    EventLog.Builder log = new EventLog.Builder(true);
    for (int i = 0; i < 100_000; i++) {
      log.add("u" + i % 1000, "i" + i % 300, 1 + i % 5, 1_000_000_000L + i);
    }
    roundTrip(Dataset.of(log.build()));
    assertThat(Files.size(file)).isBetween(700_000L, 720_000L); // 2 + 1 + 4 bytes an event
  }

  /** Every byte that is not padding is covered by a checksum. */
  @Test
  void noticesEveryChangedByteAndEveryLengthThatIsWrong() throws IOException {
    store.write(Dataset.of(everything()), "notes", file);
    byte[] whole = Files.readAllBytes(file);
    for (int i = 0; i < whole.length; i++) {
      byte[] changed = whole.clone();
      changed[i] ^= 0x10;
      Files.write(file, changed);
      assertThatThrownBy(() -> store.read(file))
          .as("byte %d", i)
          .isInstanceOf(InvalidDataException.class)
          .hasMessageStartingWith(file.toString());
      Files.write(file, Arrays.copyOf(whole, i));
      assertThatThrownBy(() -> store.read(file)).isInstanceOf(InvalidDataException.class);
    }
    Files.write(file, Arrays.copyOf(whole, whole.length + 1));
    assertThatThrownBy(() -> store.read(file))
        .hasMessage(file + ": no whole file of a data set: was cut off or has bytes too many");
  }

  @Test
  void saysWhenAnotherVersionWroteIt() throws IOException {
    store.write(Dataset.of(everything()), "", file);
    byte[] bytes = Files.readAllBytes(file);
    ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).putInt(8, 7);
    Files.write(file, bytes);
    assertThatThrownBy(() -> store.read(file))
        .isInstanceOf(InvalidDataException.class)
        .hasMessage(file + ": is of version 7 of the format, not 1");
  }

  @Test
  void leavesNothingButTheFile() throws IOException {
    store.write(Dataset.of(everything()), "", file);
    store.write(Dataset.of(everything()), "again", file);
    try (Stream<Path> files = Files.list(file.getParent())) {
      assertThat(files).containsExactly(file);
    }
    EventLog.Builder odd = new EventLog.Builder(false).add("half \ud800", "x", 1, 0);
    assertThatThrownBy(() -> store.write(Dataset.of(odd.build()), "", file))
        .isInstanceOf(InvalidDataException.class)
        .hasMessageContaining("half a surrogate pair");
    try (Stream<Path> files = Files.list(file.getParent())) {
      assertThat(files).containsExactly(file);
    }
    assertThat(store.read(file).notes()).isEqualTo("again");
  }

  @Test
  void holdsTextsLongerThanABuffer() throws IOException {
    String text = "0123456789".repeat(30_000);
    Dataset dataset =
        Dataset.of(new EventLog.Builder(false).add(text, "i", 1, 0).add("u", text, 2, 0).build());
    store.write(dataset, text, file);
    assertThat(store.read(file)).isEqualTo(new Stored(dataset, text));
  }
}
