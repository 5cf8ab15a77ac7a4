package org.recsys4j.data.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.recsys4j.api.Progress;
import org.recsys4j.api.data.InvalidDataException;

class SafeUnzipTest {
  private static final int CENTRAL_ENTRY = 0x02014b50;

  @TempDir Path folder;

  private Path unpack(byte[] archive, SafeUnzip.Limits limits) throws IOException {
    Path file = Files.write(folder.resolve("a.zip"), archive);
    Path out = folder.resolve("in/out");
    new SafeUnzip(limits).unpack(file, out, Progress.SILENT);
    return out;
  }

  private void assertRefused(byte[] archive, SafeUnzip.Limits limits, String problem) {
    assertThatThrownBy(() -> unpack(archive, limits))
        .isInstanceOf(InvalidDataException.class)
        .hasMessageStartingWith(folder.resolve("a.zip").toString())
        .hasMessageContaining(problem);
  }

  @Test
  void unpacksFilesAndFolders() throws IOException {
    Path out = unpack(Archives.zip("d/", "", "d/e/f.txt", "f", "g", "gg"), limits(10, 100, 10));
    assertThat(out.resolve("d/e/f.txt")).hasContent("f");
    assertThat(out.resolve("g")).hasContent("gg");
  }

  private static SafeUnzip.Limits limits(int entries, long bytes, int ratio) {
    return new SafeUnzip.Limits(entries, bytes, ratio);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "../evil",
        "a/../../evil",
        "a/../evil",
        "/evil",
        "..",
        ".",
        "C:\\evil",
        "a\\..\\evil",
        "C:evil",
        "a\nb",
        "a/\u0000b"
      })
  void namesThatLeadOutAreRefused(String name) throws IOException {
    assertRefused(Archives.zip("ok", "1", name, "evil"), limits(10, 100, 10), "the name");
    assertThat(folder.resolve("evil")).doesNotExist();
    assertThat(folder.resolve("in/evil")).doesNotExist();
  }

  @Test
  void sameNamesAreRefused() throws IOException {
    assertRefused(Archives.zip("a", "1", "A", "2"), limits(10, 100, 10), "has \"A\" twice");
  }

  @Test
  void limitsHold() throws IOException {
    byte[] two = Archives.zip("a", "12345", "b", "67890");
    assertThat(unpack(two, limits(2, 10, 10)).resolve("b")).hasContent("67890");
    assertRefused(two, limits(1, 10, 10), "has 2 entries, more than 1");
    assertRefused(two, limits(2, 9, 10), "unpacks to more than 9 bytes");
  }

  @Test
  void bombsAreRefusedWhateverTheySayOfTheirSize() throws IOException {
    byte[] bomb = Archives.zip("zeros", "0".repeat(12 << 20));
    assertRefused(bomb, limits(1, 1L << 30, 200), "more than 200 times its packed size");

    ByteBuffer bytes = ByteBuffer.wrap(bomb).order(ByteOrder.LITTLE_ENDIAN);
    bytes.putInt(entry(bytes) + 24, 7); // a lie on the unpacked size
    assertThatThrownBy(() -> unpack(bomb, limits(1, 1L << 20, 200)))
        .isInstanceOf(InvalidDataException.class);
    assertThat(Files.size(folder.resolve("in/out/zeros"))).isLessThan(12 << 20);
  }

  private static int entry(ByteBuffer bytes) {
    for (int i = bytes.capacity() - 4; i >= 0; i--) {
      if (bytes.getInt(i) == CENTRAL_ENTRY) {
        return i;
      }
    }
    throw new AssertionError("no central directory");
  }

  @Test
  void symbolicLinksBecomeFiles() throws IOException {
    byte[] archive = Archives.zip("link", "/etc");
    ByteBuffer bytes = ByteBuffer.wrap(archive).order(ByteOrder.LITTLE_ENDIAN);
    int entry = entry(bytes);
    bytes.put(entry + 5, (byte) 3); // made on Unix
    bytes.putInt(entry + 38, 0xA1FF << 16); // a symbolic link there
    Path link = unpack(archive, limits(1, 10, 10)).resolve("link");
    assertThat(Files.isRegularFile(link, LinkOption.NOFOLLOW_LINKS)).isTrue();
    assertThat(link).hasContent("/etc");
  }

  @Test
  void damagedArchivesAreNamed() throws IOException {
    byte[] archive = Archives.zip("a", "12345");
    assertRefused(Arrays.copyOf(archive, 30), limits(1, 10, 10), "the zip archive is damaged");
    assertRefused(new byte[0], limits(1, 10, 10), "the zip archive is damaged");
  }
}
