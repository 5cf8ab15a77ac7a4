package org.recsys4j.api.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files that are wrong end in an IOException that names file and array, and take no memory. */
class DamagedModelTest {
  private static final float[] VALUES = {1, 2, 3, 4, 5, 6};

  @TempDir Path folder;
  private Path file;

  @BeforeEach
  void write() throws IOException {
    file = folder.resolve("model.npz");
    try (ModelWriter out = new ModelWriter(Files.newOutputStream(file))) {
      out.floats("factors", VALUES, 2, 3);
      out.text("note", "hello");
    }
  }

  interface Access {
    void to(ModelReader in) throws IOException;
  }

  private void refused(String message, Access access) {
    assertThatIOException()
        .isThrownBy(
            () -> {
              try (ModelReader in = new ModelReader(file)) {
                access.to(in);
              }
            })
        .withMessageContainingAll(file.toString(), message);
  }

  /** Writes an entry of any bytes. */
  private void entry(byte[]... parts) throws IOException {
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
      zip.putNextEntry(new ZipEntry("factors.npy"));
      for (byte[] part : parts) {
        zip.write(part);
      }
    }
  }

  private static byte[] header(String dictionary) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    bytes.writeBytes(new byte[] {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0});
    bytes.writeBytes(new byte[] {(byte) dictionary.length(), (byte) (dictionary.length() >> 8)});
    bytes.writeBytes(dictionary.getBytes(StandardCharsets.US_ASCII));
    return bytes.toByteArray();
  }

  private static String shape(String sizes) {
    return "{'descr': '<f4', 'fortran_order': False, 'shape': (" + sizes + "), }\n";
  }

  @Test
  void otherNamesTypesAndShapes() {
    refused("no array \"weights\"", in -> in.floats("weights", 2, 3));
    refused("\"factors\" is of type <f4, not <i4", in -> in.ints("factors", 2, 3));
    refused("\"factors\" is of type <f4, not |u1", in -> in.text("factors"));
    refused("\"note\" is of type |u1, not <f4", in -> in.floats("note", -1));
    refused("has the shape [2, 3], not [3, 2]", in -> in.floats("factors", 3, 2));
    refused("has the shape [2, 3], not [-1]", in -> in.floats("factors", -1));
    refused("has the shape [2, 3], not []", in -> in.floats("factors"));
  }

  @Test
  void noArchive() throws IOException {
    Files.writeString(file, "no archive", StandardCharsets.UTF_8);
    refused("no archive of arrays", in -> in.floats("factors", 2, 3));
    Files.write(file, new byte[0]);
    refused("no archive of arrays", in -> in.floats("factors", 2, 3));
    Files.delete(file);
    refused("", in -> in.floats("factors", 2, 3));
  }

  @Test
  void truncations() throws IOException {
    byte[] whole = Files.readAllBytes(file);
    for (int length = 0; length < whole.length; length += 5) {
      Files.write(file, Arrays.copyOf(whole, length));
      refused("", in -> in.floats("factors", 2, 3));
    }
  }

  /** A flipped bit is found, or it stands where it changes neither a number nor a text. */
  @Test
  void flippedBits() throws IOException {
    byte[] whole = Files.readAllBytes(file);
    int found = 0;
    for (int bit = 0; bit < 8 * whole.length; bit += 9) { // one of each byte, each in turn
      byte[] flipped = whole.clone();
      flipped[bit / 8] ^= (byte) (1 << bit % 8);
      Files.write(file, flipped);
      try (ModelReader in = new ModelReader(file)) {
        assertThat(in.floats("factors", 2, 3)).as("bit " + bit).isEqualTo(VALUES);
        assertThat(in.text("note")).as("bit " + bit).isEqualTo("hello");
      } catch (IOException e) {
        found++;
      }
    }
    assertThat(found).isGreaterThan(2 * 128 + 24); // at least those of headers and numbers
  }

  @Test
  void noNumPyHeader() throws IOException {
    entry(new byte[] {1, 2, 3});
    refused("is no array of NumPy's format 1.0", in -> in.floats("factors", 2, 3));
    byte[] version2 = header(shape("2, 3"));
    version2[6] = 2;
    entry(version2, new byte[24]);
    refused("is no array of NumPy's format 1.0", in -> in.floats("factors", 2, 3));
    entry(Arrays.copyOf(header(shape("2, 3")), 30));
    refused("ends within its header", in -> in.floats("factors", 2, 3));
    entry(header("{'descr': '<f4', 'fortran_order': True, 'shape': (2, 3), }\n"), new byte[24]);
    refused("has a header that is not understood", in -> in.floats("factors", 2, 3));
  }

  @Test
  void shapesThatTheContentDoesNotFill() throws IOException {
    for (String sizes :
        new String[] {
          "2, 4", // more than there is
          "2, 2", // less than there is
          "2147483647, 2147483647", // passes 64 bits when multiplied by the width
          "65536, 65536", // 0 modulo 2^32
          "0, 6"
        }) {
      entry(header(shape(sizes)), new byte[24]);
      refused("is shorter or longer than its shape says", in -> in.floats("factors", -1, -1));
    }
    entry(header(shape("65536, 65536, 65536, 65536"))); // 0 modulo 2^64
    refused("is shorter or longer than its shape says", in -> in.floats("factors", -1, -1, -1, -1));
    entry(header(shape("99999999999,")), new byte[24]);
    refused("has no legal shape", in -> in.floats("factors", -1));
    entry(header(shape("1 2,")), new byte[24]);
    refused("has no legal shape", in -> in.floats("factors", -1));
  }

  /**
   * An archive of some hundred bytes that claims eight gigabytes: sizes in the central directory
   * and in the shape agree. It must not be believed, since the array would fill the memory.
   */
  @Test
  void sizesThatCannotBe() throws IOException {
    int cells = 1 << 29;
    byte[] header = header(shape(cells + ","));
    entry(header, new byte[24]);
    byte[] archive = Files.readAllBytes(file);
    ByteBuffer bytes = ByteBuffer.wrap(archive).order(ByteOrder.LITTLE_ENDIAN);
    int central = 0;
    while (bytes.getInt(central) != 0x02014b50) {
      central++;
    }
    bytes.putInt(central + 24, header.length + (cells - 1) * 4 + 4);
    Files.write(file, archive);
    refused("is larger than its compressed size allows", in -> in.floats("factors", -1));
  }

  /** What NumPy itself writes has another padding and may be compressed. */
  @Test
  void compressedArraysAreRead() throws IOException {
    byte[] zeros = new byte[4 * 100_000];
    entry(header(shape("100000,")), zeros);
    assertThat(Files.size(file)).isLessThan(1000);
    try (ModelReader in = new ModelReader(file)) {
      assertThat(in.floats("factors", -1)).hasSize(100_000).containsOnly(0);
    }
  }
}
