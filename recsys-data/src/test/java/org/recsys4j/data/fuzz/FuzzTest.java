package org.recsys4j.data.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.recsys4j.api.data.EventLog;

/** Every reader with files that nobody thought of. */
class FuzzTest {
  private static Path folder;

  /** A file of a reader, and what to put in its place. */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  record Attack(ReaderUnderTest reader, String name, byte[] content) {
    @Override
    public String toString() {
      return reader + " " + name + " = " + HexFormat.of().formatHex(content);
    }
  }

  /** Changes of a file: at a place, as a share of its length, some bytes go and others come. */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  record Change(double place, int gone, byte[] come) {
    byte[] apply(byte[] bytes) {
      int at = (int) (place * bytes.length);
      int end = Math.min(bytes.length, at + gone);
      return Poison.join(
          Arrays.copyOf(bytes, at), come, Arrays.copyOfRange(bytes, end, bytes.length));
    }
  }

  @BeforeContainer
  static void makeFolder() throws IOException {
    folder = Files.createTempDirectory("fuzz");
  }

  @AfterContainer
  static void removeFolder() throws IOException {
    clear();
    Files.delete(folder);
  }

  private static void clear() throws IOException {
    try (var files = Files.list(folder)) {
      for (Path file : files.toList()) {
        Files.delete(file);
      }
    }
  }

  /** A folder with the attack's files alone: MovieLens looks which ones are there. */
  private static Optional<EventLog> outcome(Attack attack) throws IOException {
    clear();
    return Outcome.of(attack.reader(), folder, attack.name(), attack.content());
  }

  @Property(tries = 500)
  void randomBytes(@ForAll("bytes") Attack attack) throws IOException {
    outcome(attack);
  }

  @Property(tries = 2_000)
  void mutatedFiles(@ForAll("mutations") Attack attack) throws IOException {
    outcome(attack);
  }

  /** Packed data carry a checksum: a changed byte is an error, or changes nothing. */
  @Property(tries = 1_000)
  void damagedPackedFilesGiveNoOtherRows(
      @ForAll("goodFiles") Attack good, @ForAll boolean zstd, @ForAll("change") Change change)
      throws IOException {
    byte[] packed = zstd ? Poison.zstd(good.content()) : Poison.gzip(good.content());
    Attack attack = new Attack(good.reader(), good.name(), change.apply(packed));

    Optional<EventLog> rows = outcome(attack);

    if (rows.isPresent()) {
      clear();
      assertThat(rows.get().checksum()).isEqualTo(good.reader().readGood(folder).checksum());
    }
  }

  @Provide
  Arbitrary<Attack> goodFiles() {
    List<Attack> files = new ArrayList<>();
    for (ReaderUnderTest reader : ReaderUnderTest.ALL) {
      if (reader.isText()) {
        reader.files().forEach((name, good) -> files.add(new Attack(reader, name, good)));
      }
    }
    return Arbitraries.of(files);
  }

  private static Arbitrary<Attack> allFiles() {
    List<Attack> files = new ArrayList<>();
    for (ReaderUnderTest reader : ReaderUnderTest.ALL) {
      reader.files().forEach((name, good) -> files.add(new Attack(reader, name, good)));
    }
    return Arbitraries.of(files);
  }

  @Provide
  Arbitrary<Change> change() {
    return Combinators.combine(
            Arbitraries.doubles().between(0, 1),
            Arbitraries.integers().between(0, 20),
            Arbitraries.oneOf(byteArrays(8), snippets()))
        .as(Change::new);
  }

  private static Arbitrary<byte[]> byteArrays(int longest) {
    return Arbitraries.bytes().array(byte[].class).ofMaxSize(longest);
  }

  /** What means something to some reader. */
  private static Arbitrary<byte[]> snippets() {
    return Arbitraries.of(
            "\n",
            "\r",
            "\"",
            "\"\"",
            ",",
            "::",
            "\t",
            "|",
            " ",
            "{",
            "}",
            "[",
            ":",
            "-",
            ".",
            "e9",
            "NaN",
            "null",
            "\\u0000",
            "\\ud83c",
            "#",
            "999999999999",
            "\0",
            "\ufeff",
            "\u0660",
            "_")
        .map(text -> text.getBytes(StandardCharsets.UTF_8));
  }

  @Provide
  Arbitrary<Attack> bytes() {
    return Combinators.combine(allFiles(), byteArrays(300))
        .as((file, bytes) -> new Attack(file.reader(), file.name(), bytes));
  }

  @Provide
  Arbitrary<Attack> mutations() {
    return Combinators.combine(allFiles(), change().list().ofMinSize(1).ofMaxSize(4))
        .as(
            (file, changes) -> {
              byte[] bytes = file.content();
              for (Change change : changes) {
                bytes = change.apply(bytes);
              }
              return new Attack(file.reader(), file.name(), bytes);
            });
  }
}
