package org.recsys4j.api.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TimeZone;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelStoreTest {
  @TempDir Path folder;
  private Path file;

  interface Content {
    void write(ModelWriter out) throws IOException;
  }

  @BeforeEach
  void name() {
    file = folder.resolve("model.npz");
  }

  private ModelReader stored(Content content) throws IOException {
    try (ModelWriter out = new ModelWriter(Files.newOutputStream(file))) {
      content.write(out);
    }
    return new ModelReader(file);
  }

  @Test
  void everyBitOfAFloatComesBack() throws IOException {
    float[] values = {
      0, -0.0f, 1.5f, Float.MIN_VALUE, -Float.MAX_VALUE, Float.NaN, Float.NEGATIVE_INFINITY, 0.1f
    };
    try (ModelReader in = stored(out -> out.floats("v", values, 2, 4))) {
      assertThat(in.floats("v", 2, 4)).isEqualTo(values);
      assertThat(in.floats("v", -1, 4)).isEqualTo(values);
      assertThat(in.floats("v", -1, -1)).isEqualTo(values);
    }
  }

  @Test
  void integersAndTextsComeBack() throws IOException {
    int[] values = {0, -1, Integer.MIN_VALUE, Integer.MAX_VALUE, 258};
    String text = "Größe: 中文 \uD83D\uDE00\n{ a = 1 }";
    try (ModelReader in =
        stored(
            out -> {
              out.ints("index", values, 5);
              out.text("options", text);
              out.text("empty", "");
            })) {
      assertThat(in.ints("index", -1)).isEqualTo(values);
      assertThat(in.text("options")).isEqualTo(text);
      assertThat(in.text("empty")).isEmpty();
    }
  }

  @Test
  void everyBitOfDoublesAndLongsComesBack() throws IOException {
    double[] doubles = {0, -0.0, Math.PI, Double.MIN_VALUE, Double.NaN, Double.NEGATIVE_INFINITY};
    long[] longs = {0, -1, Long.MIN_VALUE, Long.MAX_VALUE, 1L << 33, 7};
    try (ModelReader in =
        stored(
            out -> {
              out.doubles("d", doubles, 6);
              out.longs("l", longs, 2, 3);
            })) {
      assertThat(in.doubles("d", -1)).isEqualTo(doubles);
      assertThat(in.longs("l", 2, 3)).isEqualTo(longs);
      assertThatIOException()
          .isThrownBy(() -> in.floats("d", -1))
          .withMessageContaining("is of type <f8, not <f4");
    }
  }

  @Test
  void partsHaveNamesOfTheirOwn() throws IOException {
    try (ModelReader in =
        stored(
            out -> {
              out.text("a", "whole");
              out.part("p").text("a", "part");
              out.part("p").part("q").text("a", "part of a part");
            })) {
      assertThat(in.text("a")).isEqualTo("whole");
      assertThat(in.part("p").text("a")).isEqualTo("part");
      assertThat(in.part("p").part("q").text("a")).isEqualTo("part of a part");
      assertThat(in.text("p.q.a")).isEqualTo("part of a part");
      assertThatIOException()
          .isThrownBy(() -> in.part("r").text("a"))
          .withMessageContaining("no array \"r.a\"");
    }
  }

  @Test
  void emptyArraysAndSingleNumbersHaveShapes() throws IOException {
    try (ModelReader in =
        stored(
            out -> {
              out.floats("none", new float[0], 0, 8);
              out.floats("one", new float[] {7});
            })) {
      assertThat(in.floats("none", -1, 8)).isEmpty();
      assertThat(in.floats("one")).containsExactly(7);
    }
  }

  @Test
  void arraysLongerThanAChunkComeBack() throws IOException {
    for (int length : new int[] {(1 << 16) - 1, 1 << 16, (1 << 16) + 1, 200_000}) {
      float[] floats = new float[length];
      double[] doubles = new double[length];
      int[] ints = new int[length];
      long[] longs = new long[length];
      for (int i = 0; i < length; i++) {
        floats[i] = i * 0.1f;
        doubles[i] = i * 0.1;
        ints[i] = i * 31;
        longs[i] = (i * 31L) << 20;
      }
      try (ModelReader in =
          stored(
              out -> {
                out.floats("floats", floats, length);
                out.doubles("doubles", doubles, length);
                out.ints("ints", ints, length);
                out.longs("longs", longs, length);
              })) {
        assertThat(in.floats("floats", length)).isEqualTo(floats);
        assertThat(in.doubles("doubles", length)).isEqualTo(doubles);
        assertThat(in.ints("ints", length)).isEqualTo(ints);
        assertThat(in.longs("longs", length)).isEqualTo(longs);
      }
    }
  }

  /** NumPy's format 1.0: magic, version, length, dictionary, spaces, a line end, at 64 bytes. */
  @Test
  void theHeaderIsNumPysByteForByte() throws IOException {
    try (ModelReader in = stored(out -> out.floats("v", new float[] {1, -2, 3}, 1, 3))) {
      assertThat(in.floats("v", 1, 3)).hasSize(3);
    }
    String dictionary = "{'descr': '<f4', 'fortran_order': False, 'shape': (1, 3), }";
    ByteArrayOutputStream expected = new ByteArrayOutputStream();
    expected.write(new byte[] {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0, 118, 0});
    expected.write(
        (dictionary + " ".repeat(117 - dictionary.length()) + "\n")
            .getBytes(StandardCharsets.US_ASCII));
    expected.write(new byte[] {0, 0, (byte) 0x80, 0x3f, 0, 0, 0, (byte) 0xc0, 0, 0, 0x40, 0x40});
    try (ZipFile zip = new ZipFile(file.toFile())) {
      assertThat(zip.getInputStream(zip.getEntry("v.npy")).readAllBytes())
          .isEqualTo(expected.toByteArray());
    }
  }

  @Test
  void shapesAreWrittenAsPythonWritesTuples() {
    assertThat(header("<i4")).startsWith("{'descr': '<i4', 'fortran_order': False, 'shape': (), }");
    assertThat(header("|u1", 9)).contains("'descr': '|u1'", "'shape': (9,), }");
    assertThat(header("<f4", 2, 3, 4)).contains("'shape': (2, 3, 4), }");
    for (int dimensions = 0; dimensions < 40; dimensions++) {
      byte[] bytes = NpyHeader.bytes("<f4", new int[dimensions]);
      assertThat(bytes.length % 64).isZero();
      assertThat(bytes[bytes.length - 1]).isEqualTo((byte) '\n');
      assertThat((bytes[8] & 0xff) + 256 * bytes[9]).isEqualTo(bytes.length - 10);
    }
  }

  private static String header(String type, int... shape) {
    byte[] bytes = NpyHeader.bytes(type, shape);
    return new String(bytes, 10, bytes.length - 10, StandardCharsets.US_ASCII);
  }

  @Test
  void equalModelsAreEqualFilesInEveryTimeZone() throws IOException {
    TimeZone before = TimeZone.getDefault();
    try {
      TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Kiritimati"));
      stored(out -> out.floats("v", new float[] {1}, 1)).close();
      byte[] first = Files.readAllBytes(file);
      TimeZone.setDefault(TimeZone.getTimeZone("America/Los_Angeles"));
      stored(out -> out.floats("v", new float[] {1}, 1)).close();
      assertThat(Files.readAllBytes(file)).isEqualTo(first);
    } finally {
      TimeZone.setDefault(before);
    }
  }

  @Test
  void refusesShapesThatTheValuesDoNotFill() throws IOException {
    try (ModelWriter out = new ModelWriter(Files.newOutputStream(file))) {
      refused(out, 6, 2, 4);
      refused(out, 1);
      refused(out, 5, -1, -5);
      refused(out, 0, 1 << 16, 1 << 16);
      refused(out, 0, 1 << 16, 1 << 16, 1 << 16, 1 << 16);
      refused(out, 0, -1, 0);
    }
  }

  private static void refused(ModelWriter out, int length, int... shape) {
    int[] legal = shape.length == 0 ? new int[] {length + 1} : shape;
    assertThatIllegalArgumentException()
        .isThrownBy(() -> out.floats("v", new float[length], legal))
        .withMessageStartingWith("array \"v\": " + length + " values do not fill");
  }

  @Test
  void refusesNamesThatAreNoneOrUsed() throws IOException {
    try (ModelWriter out = new ModelWriter(Files.newOutputStream(file))) {
      for (String name : new String[] {"", "../a", "a/b", "-a", ".a", "a b", "ä"}) {
        assertThatIllegalArgumentException().isThrownBy(() -> out.ints(name, new int[0], 0));
      }
      out.ints("a", new int[0], 0);
      assertThatIOException().isThrownBy(() -> out.text("a", ""));
    }
  }
}
