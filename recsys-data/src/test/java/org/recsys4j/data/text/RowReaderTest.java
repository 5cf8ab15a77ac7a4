package org.recsys4j.data.text;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.recsys4j.api.Progress;
import org.recsys4j.api.data.IdIndex;
import org.recsys4j.api.data.InvalidDataException;
import org.recsys4j.data.text.TextFormat.Encoding;

class RowReaderTest {
  private static final TextFormat PLAIN_TSV = TextFormat.TSV.withHeader(false);
  private static final TextFormat PLAIN_CSV = TextFormat.CSV.withHeader(false);

  private final List<String> warnings = new ArrayList<>();

  private static TextInput input(String text) {
    return TextInput.of("x.tsv", text.getBytes(UTF_8));
  }

  private List<String> read(TextInput input, TextFormat format, BadRows badRows)
      throws IOException {
    List<String> rows = new ArrayList<>();
    try (RowReader reader = RowReader.open(input, format, Progress.SILENT)) {
      reader.forEach(
          badRows,
          warnings::add,
          row ->
              rows.add(
                  row.line()
                      + IntStream.range(0, row.size())
                          .mapToObj(i -> "[" + row.text(new Column("c", i)) + "]")
                          .reduce("", String::concat)));
    }
    return rows;
  }

  private List<String> read(String text, TextFormat format) throws IOException {
    return read(input(text), format, BadRows.FAIL);
  }

  private static byte[] gzip(byte[] content) throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
      out.write(content);
    }
    return packed.toByteArray();
  }

  @Test
  void cutsLinesAtSeparatorsAndLeavesQuotesAlone() throws IOException {
    assertThat(read("a\t\"b\t c\"\r\n\n1\t\"\"\t\n", PLAIN_TSV))
        .containsExactly("1[a][\"b][ c\"]", "3[1][\"\"][]");
  }

  @Test
  void quotesHideSeparatorsAndLineEnds() throws IOException {
    assertThat(read("a,\"b,\"\"c\"\"\nd\"\ne,f", PLAIN_CSV))
        .containsExactly("1[a][b,\"c\"\nd]", "3[e][f]");
  }

  @ParameterizedTest
  @ValueSource(strings = {",", ";", "|", " ", "::", "\t", "→", "<=>"})
  void anyTextSeparates(String separator) throws IOException {
    TextFormat format = new TextFormat(separator, false, false, Encoding.UTF_8);

    assertThat(read("1" + separator + "ä:b" + separator + "\n2" + separator + "c\n", format))
        .containsExactly("1[1][ä:b][]", "2[2][c]");
  }

  @Test
  void readsUtf8AndPassesOverAByteOrderMark() throws IOException {
    assertThat(read("\ufeffFantômas\t日本\t🎬\n", PLAIN_TSV)).containsExactly("1[Fantômas][日本][🎬]");
  }

  @Test
  void readsLatin1() throws IOException {
    TextFormat format = new TextFormat("|", false, false, Encoding.ISO_8859_1);
    TextInput input = TextInput.of("u.item", "1|Misérables|é\n".getBytes(ISO_8859_1));

    assertThat(read(input, format, BadRows.FAIL)).containsExactly("1[1][Misérables][é]");
  }

  @Test
  void looksIdsUpWhateverTheirEncoding() throws IOException {
    IdIndex.Builder ids = new IdIndex.Builder();
    try (RowReader reader = RowReader.open(input("a\né\nb\né\na\n"), PLAIN_TSV, Progress.SILENT)) {
      reader.forEach(BadRows.FAIL, warnings::add, row -> row.indexIn(ids, new Column("c", 0)));
    }

    assertThat(ids.build()).isEqualTo(IdIndex.of(List.of("a", "é", "b")));
  }

  @Test
  void gzipIsSeenFromTheBytes() throws IOException {
    TextInput input = TextInput.of("x.tsv", gzip("a\tb\n".getBytes(UTF_8)));

    assertThat(read(input, PLAIN_TSV, BadRows.FAIL)).containsExactly("1[a][b]");
  }

  @Test
  void cutOffGzipNamesTheFile() throws IOException {
    byte[] packed = gzip(noise());

    for (int length : new int[] {3, 11, packed.length / 2, packed.length - 1}) {
      TextInput input = TextInput.of("x.tsv.gz", Arrays.copyOf(packed, length));
      assertThatThrownBy(() -> read(input, PLAIN_TSV, BadRows.SKIP))
          .isInstanceOf(InvalidDataException.class)
          .hasMessage("x.tsv.gz: the gzip data are cut off");
    }
  }

  @Test
  void damagedGzipNamesTheFile() throws IOException {
    byte[] packed = gzip(noise());
    packed[packed.length - 6] ^= 1; // in the checksum behind the data
    TextInput input = TextInput.of("x.tsv.gz", packed);

    assertThatThrownBy(() -> read(input, PLAIN_TSV, BadRows.SKIP))
        .isInstanceOf(InvalidDataException.class)
        .hasMessage("x.tsv.gz: the gzip data are damaged");
  }

  private static byte[] noise() {
    SplittableRandom random = new SplittableRandom(1);
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < 50_000; i++) {
      text.append(random.nextInt()).append('\n');
    }
    return text.toString().getBytes(UTF_8);
  }

  @Test
  void everyColumnIsCheckedForBytesThatAreNotUtf8() {
    byte[] bytes = "1\ta\n2\tcafé au lait\n".getBytes(ISO_8859_1);

    assertThatThrownBy(() -> read(TextInput.of("x.tsv", bytes), PLAIN_TSV, BadRows.FAIL))
        .isInstanceOf(InvalidDataException.class)
        .hasMessage("x.tsv:2: byte 0xe9 after \"caf\" is not UTF-8");
  }

  @Test
  void aCutOffCharacterIsNotUtf8() {
    byte[] bytes = {'a', '\t', (byte) 0xe6, (byte) 0x97, '\n'};

    assertThatThrownBy(() -> read(TextInput.of("x.tsv", bytes), PLAIN_TSV, BadRows.FAIL))
        .hasMessage("x.tsv:1: byte 0xe6 after \"\" is not UTF-8");
  }

  @Test
  void refusesNul() {
    assertThatThrownBy(() -> read("a\tb\na\tb\0c\n", PLAIN_TSV))
        .isInstanceOf(InvalidDataException.class)
        .hasMessage("x.tsv:2: column 2 has a NUL character");
  }

  @Test
  void refusesBrokenQuotes() {
    assertThatThrownBy(() -> read("a,b\nc,d\n\"e\"f,g\nh,i\n", PLAIN_CSV))
        .isInstanceOf(InvalidDataException.class)
        .hasMessage(
            "x.tsv:3: cannot be cut into fields: Unexpected character after closing quote:"
                + " 'f' (0x66)");
  }

  @Test
  void refusesQuotesThatNeverEnd() {
    assertThatThrownBy(() -> read("a,b\nc,\"d\ne,f\n", PLAIN_CSV))
        .isInstanceOf(InvalidDataException.class)
        .hasMessage("x.tsv:2: cannot be cut into fields: Unclosed quoted field at end of input");
  }

  @Test
  void refusesRowsWithoutEnd() {
    assertThatThrownBy(() -> read("a\n" + "b".repeat(RowReader.LONGEST_ROW + 1), PLAIN_TSV))
        .isInstanceOf(InvalidDataException.class)
        .hasMessageStartingWith("x.tsv:2: cannot be cut into fields: ");
  }

  /** Each field is short, and there is no end of them. */
  @ParameterizedTest
  @ValueSource(strings = {"\t", "b\t", "bbbbbbbb\t"})
  void refusesRowsOfFieldsWithoutEnd(String field) {
    assertThatThrownBy(() -> read("a\n" + field.repeat(1_200_000), PLAIN_TSV))
        .isInstanceOf(InvalidDataException.class)
        .hasMessage("x.tsv:2: the row is longer than 1048576 characters or fields");
  }

  @Test
  void skipsBadRowsAndWarnsOnce() throws IOException {
    StringBuilder text = new StringBuilder("ok\n");
    for (int i = 0; i < 5; i++) {
      text.append("no\0\n");
    }
    text.append("ok\n");

    assertThat(read(input(text.toString()), PLAIN_TSV, BadRows.SKIP))
        .containsExactly("1[ok]", "7[ok]");
    assertThat(warnings)
        .containsExactly(
            "x.tsv: skipped 5 of 7 rows, such as line 2: column 1 has a NUL character; line 3:"
                + " column 1 has a NUL character; line 4: column 1 has a NUL character");
  }

  @Test
  void skippingEveryRowIsAnError() {
    assertThatThrownBy(() -> read(input("\0\n"), PLAIN_TSV, BadRows.SKIP))
        .isInstanceOf(InvalidDataException.class)
        .hasMessage("x.tsv: skipped 1 of 1 rows, such as line 1: column 1 has a NUL character");
    assertThat(warnings).isEmpty();
  }

  @Test
  void findsColumnsByNameOrNumber() throws IOException {
    try (RowReader reader =
        RowReader.open(input("user\titem\t1\n"), TextFormat.TSV, Progress.SILENT)) {
      assertThat(reader.header()).containsExactly("user", "item", "1");
      assertThat(reader.column("user", "user")).isEqualTo(new Column("user", 0));
      assertThat(reader.column("item", "2")).isEqualTo(new Column("item", 1));
      assertThat(reader.column("value", "1")).isEqualTo(new Column("value", 2));
      assertThatThrownBy(() -> reader.column("timestamp", "time"))
          .isInstanceOf(InvalidDataException.class)
          .hasMessage(
              "x.tsv:1: no column \"time\" for timestamp; the header has \"user\", \"item\", \"1\"");
      assertThatThrownBy(() -> reader.column("timestamp", "4"))
          .hasMessage(
              "x.tsv:1: no column 4 for timestamp; the header has \"user\", \"item\", \"1\"");
    }
  }

  @Test
  void aMissingHeaderIsAnError() {
    assertThatThrownBy(() -> RowReader.open(input(""), TextFormat.TSV, Progress.SILENT))
        .isInstanceOf(InvalidDataException.class)
        .hasMessage("x.tsv: is empty; a header was expected");
  }

  @Test
  void tellsOfFilesThatCannotBeRead(@TempDir Path folder) {
    assertThatThrownBy(() -> TextInput.of(folder.resolve("no.csv")))
        .isInstanceOf(InvalidDataException.class)
        .hasMessage(folder.resolve("no.csv") + ": no such file");
    assertThatThrownBy(() -> TextInput.of(folder)).hasMessage(folder + ": is a folder, not a file");
  }

  @Test
  void showsHowManyBytesWereRead(@TempDir Path folder) throws IOException {
    byte[] packed = gzip(noise());
    Path file = Files.write(folder.resolve("x.gz"), packed);
    AtomicLong advanced = new AtomicLong();
    List<String> started = new ArrayList<>();
    Progress progress =
        (name, total, unit) -> {
          started.add(name + " " + total + " " + unit);
          return new Progress.Task() {
            @Override
            public void advance(long units) {
              advanced.addAndGet(units);
            }

            @Override
            public void note(String text) {}

            @Override
            public void close() {
              started.add("closed");
            }
          };
        };

    try (RowReader reader = RowReader.open(TextInput.of(file), PLAIN_TSV, progress)) {
      reader.forEach(BadRows.FAIL, warnings::add, row -> {});
    }

    assertThat(started).containsExactly("read " + file + " " + packed.length + " bytes", "closed");
    assertThat(advanced).hasValue(packed.length);
  }

  @Test
  void snippetsAreShortAndOnOneLine() {
    assertThat(Snippet.of("a\tb\nc\u0001")).isEqualTo("\"a\\tb\\nc\\u0001\"");
    assertThat(Snippet.of("x".repeat(40))).isEqualTo("\"" + "x".repeat(40) + "\"");
    assertThat(Snippet.of("🎬".repeat(41))).isEqualTo("\"" + "🎬".repeat(40) + "...\"");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "\n", "a\r"})
  void refusesSeparatorsThatEndLines(String separator) {
    assertThatThrownBy(() -> new TextFormat(separator, false, true, Encoding.UTF_8))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("separator: ");
  }
}
