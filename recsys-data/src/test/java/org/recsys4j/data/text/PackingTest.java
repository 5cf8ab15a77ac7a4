package org.recsys4j.data.text;

import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.airlift.compress.zstd.ZstdCompressor;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.SplittableRandom;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.recsys4j.api.Progress;
import org.recsys4j.api.data.InvalidDataException;

class PackingTest {
  private static byte[] unpack(byte[] content) throws IOException {
    try (InputStream in = TextInput.of("x", content).open(Progress.SILENT)) {
      return in.readAllBytes();
    }
  }

  private static byte[] zstd(byte[] content) {
    ZstdCompressor compressor = new ZstdCompressor();
    byte[] packed = new byte[compressor.maxCompressedLength(content.length)];
    int length = compressor.compress(content, 0, content.length, packed, 0, packed.length);
    return Arrays.copyOf(packed, length);
  }

  private static byte[] noise() {
    SplittableRandom random = new SplittableRandom(1);
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < 50_000; i++) {
      text.append(random.nextInt()).append('\n');
    }
    return text.toString().getBytes(UTF_8);
  }

  private static byte[] join(byte[]... parts) {
    ByteArrayOutputStream joined = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      joined.writeBytes(part);
    }
    return joined.toByteArray();
  }

  @Test
  void zstdIsSeenFromTheBytes() throws IOException {
    assertThat(unpack(zstd("\ufeffuser,item\n".getBytes(UTF_8))))
        .isEqualTo("user,item\n".getBytes(UTF_8));
    assertThat(unpack(zstd(noise()))).isEqualTo(noise());
    assertThat(unpack(zstd(new byte[0]))).isEmpty();
  }

  /** What the tool zstd writes: with a checksum, in several frames. */
  @Test
  void readsFramesThatTheToolHasWritten() throws IOException {
    byte[] frame = HexFormat.of().parseHex("28b52ffd045819000061620a3a098675");

    assertThat(unpack(join(frame, frame))).isEqualTo("ab\nab\n".getBytes(UTF_8));
    frame[15] ^= 1;
    assertThatThrownBy(() -> unpack(frame))
        .isInstanceOf(InvalidDataException.class)
        .hasMessage("x: the zstd data are damaged");
  }

  @Test
  void cutOffZstdNamesTheFile() {
    byte[] packed = zstd(noise());

    for (int length : new int[] {4, 6, 11, packed.length / 2, packed.length - 1}) {
      assertThatThrownBy(() -> unpack(Arrays.copyOf(packed, length)))
          .as("%d bytes", length)
          .isInstanceOf(InvalidDataException.class)
          .hasMessage("x: the zstd data are cut off");
    }
  }

  /** In any frame: a window of 128 MiB, a content of 1 GiB that must be kept, one of 2^64 - 1. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "28b52ffd0088010000",
        "28b52ffda000000040010000",
        "28b52ffde0ffffffffffffffff010000",
        "28b52ffd045819000061620a3a098675502a4d18020000000000" + "28b52ffd0088010000",
      })
  void framesThatNeedMuchMemoryAreRefused(String frames) {
    assertThatThrownBy(() -> unpack(HexFormat.of().parseHex(frames)))
        .isInstanceOf(InvalidDataException.class)
        .hasMessage(
            "x: the zstd data need a window of more than 8 MiB; pack the file again without --long"
                + " or --ultra");
  }

  @Test
  void dictionariesAreNamed() {
    assertThatThrownBy(() -> unpack(HexFormat.of().parseHex("28b52ffd015807010000")))
        .isInstanceOf(InvalidDataException.class)
        .hasMessage("x: the zstd data need a dictionary");
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void bombsAreRefused(boolean zstd) throws IOException {
    byte[] bomb = zstd ? zstdBomb() : gzipBomb();

    assertThat(bomb.length).isLessThan(1 << 20);
    assertThatThrownBy(() -> unpack(bomb))
        .isInstanceOf(InvalidDataException.class)
        .hasMessage(
            "x: the %s data unpack to more than 250 times their size, which no table of events"
                + " does; unpack the file yourself if you trust it",
            zstd ? "zstd" : "gzip");
  }

  private static byte[] gzipBomb() throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (OutputStream out = new GZIPOutputStream(packed)) {
      byte[] lines = new byte[1 << 20];
      Arrays.fill(lines, (byte) '\n');
      for (int i = 0; i < 300; i++) {
        out.write(lines);
      }
    }
    return packed.toByteArray();
  }

  /** Blocks of one byte repeated 128 Ki times, of 4 bytes each. */
  private static byte[] zstdBomb() {
    byte[] packed = HexFormat.of().parseHex("28b52ffd0038" + "0200100a".repeat(3_000) + "01000000");
    return Arrays.copyOf(packed, packed.length - 1);
  }

  @Test
  void repetitiveFilesAreNoBombs() throws IOException {
    byte[] lines = "anna,tea,1\n".repeat(1_000_000).getBytes(UTF_8);

    assertThat(unpack(zstd(lines))).isEqualTo(lines);
  }

  @ParameterizedTest
  @CsvSource({"504b03041400, zip", "425a68393141, bzip2", "fd377a585a0000, xz"})
  void otherPackingsAreNamed(String beginning, String name) {
    assertThatThrownBy(() -> unpack(HexFormat.of().parseHex(beginning)))
        .isInstanceOf(InvalidDataException.class)
        .hasMessage("x: is a " + name + " file; unpack it, or pack it as gzip or zstd");
  }

  @Test
  void sixteenBitTextIsNamed() {
    for (byte[] text : new byte[][] {"\ufeffa".getBytes(UTF_16LE), "\ufeffa".getBytes(UTF_16BE)}) {
      assertThatThrownBy(() -> unpack(text))
          .isInstanceOf(InvalidDataException.class)
          .hasMessage("x: is UTF-16 text; write it as UTF-8");
    }
  }
}
