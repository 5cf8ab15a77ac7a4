package org.recsys4j.data.feature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.recsys4j.data.feature.Rows.extract;
import static org.recsys4j.data.feature.Rows.row;
import static org.recsys4j.data.feature.Rows.rows;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.recsys4j.api.FeatureExtractor;
import org.recsys4j.api.FeatureExtractorFactory;
import org.recsys4j.api.contract.FeatureExtractorContract;
import org.recsys4j.api.data.FeatureRow;
import org.recsys4j.api.data.FeatureSchema.Feature;
import org.recsys4j.api.data.InvalidDataException;

/** Embeddings and pictures. */
class FileExtractorsTest {
  private static final Optional<String> NONE = Optional.empty();
  @TempDir static Path folder = Path.of("");

  private static FeatureExtractor embedding(Path file, Optional<Path> ids) {
    return new Embedding().fit(rows(), new Embedding.Options(file, ids, Optional.of("x")));
  }

  private Path write(String name, String content) throws IOException {
    return Files.writeString(folder.resolve(name), content);
  }

  @ParameterizedTest
  @ValueSource(strings = {"2 3\na 1 2 3 \nb -1 0.5 1e2 \n", "a 1 2 3\nb -1 0.5 1e2\n"})
  void readsVectorsOfTexts(String content) throws IOException {
    FeatureExtractor vectors = embedding(write("vectors.txt", content), Optional.empty());

    assertThat(extract(vectors, "b")).containsExactly(-1, 0.5f, 100);
    assertThat(extract(vectors, "c")).containsExactly(0, 0, 0);
    assertThat(extract(vectors, "")).containsExactly(0, 0, 0);
    assertThat(vectors.schema().features()).containsExactly(Feature.numeric("x.embedding", 3));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "a 1 2;b 1|bad.txt:2: a vector of 1 numbers among those of 2",
        "a 1 2;a 1 2|bad.txt:2: \"a\" occurs twice",
        "3 2;a 1 2|holds 1 vectors, its first line says 3",
        "a 1 x|bad.txt:1: ",
        "a 1 NaN|bad.txt:1: ",
        "a|bad.txt:1: a vector of 0 numbers",
      })
  void refusesBadVectors(String lines, String message) throws IOException {
    Path file = write("bad.txt", lines.replace(';', '\n'));
    assertThatThrownBy(() -> embedding(file, Optional.empty()))
        .isInstanceOf(InvalidDataException.class)
        .hasMessageContaining(message);
  }

  /** What {@code numpy.save} writes: magic, version, header, numbers. */
  private static byte[] npy(String header, int width, double... numbers) {
    byte[] text = (header + "\n").getBytes(StandardCharsets.US_ASCII);
    ByteBuffer bytes =
        ByteBuffer.allocate(10 + text.length + width * numbers.length)
            .order(ByteOrder.LITTLE_ENDIAN);
    bytes.put(new byte[] {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0});
    bytes.putShort((short) text.length).put(text);
    for (double number : numbers) {
      if (width == 4) {
        bytes.putFloat((float) number);
      } else {
        bytes.putDouble(number);
      }
    }
    return bytes.array();
  }

  @ParameterizedTest
  @ValueSource(ints = {4, 8})
  void readsVectorsOfNumPy(int width) throws IOException {
    String header = "{'descr': '<f" + width + "', 'fortran_order': False, 'shape': (2, 2), }";
    Path file = Files.write(folder.resolve("v.npy"), npy(header, width, 1, 2, 3, 4));
    FeatureExtractor vectors = embedding(file, Optional.of(write("ids.txt", "a b\nc\n")));

    assertThat(extract(vectors, "c")).containsExactly(3, 4);
    assertThat(extract(vectors, "a b")).containsExactly(1, 2);
  }

  @Test
  void refusesDamagedMatrices() throws IOException {
    String header = "{'descr': '<f4', 'fortran_order': False, 'shape': (99999999, 99999999), }";
    Path ids = write("ids.txt", "a\n");
    for (byte[] bytes :
        List.of(
            new byte[0],
            new byte[] {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0},
            npy(header, 4, 1),
            npy("{'descr': '|O', 'fortran_order': False, 'shape': (1, 1), }", 4, 1),
            npy("{'descr': '<f4', 'fortran_order': False, 'shape': (1, 1), }", 4, Double.NaN))) {
      Path file = Files.write(folder.resolve("bad.npy"), bytes);
      assertThatThrownBy(() -> embedding(file, Optional.of(ids)))
          .isInstanceOf(InvalidDataException.class)
          .hasMessageContaining("bad.npy");
    }
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Embedding.Options(Path.of("v.npy"), Optional.empty(), NONE))
        .withMessageStartingWith("ids: ");
  }

  private static Image.Options image(int channels, int height, int width, int most) {
    return new Image.Options(folder, Optional.of("x"), height, width, channels, most);
  }

  private static void picture(String name, int width, int height, int... rgb) throws IOException {
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    image.setRGB(0, 0, width, height, rgb, 0, width);
    String format = name.substring(name.indexOf('.') + 1);
    assertThat(ImageIO.write(image, format, folder.resolve(name).toFile())).isTrue();
  }

  /** White, black, red and blue pixels; halved, each target pixel is the mean of two. */
  @Test
  void picturesBecomeMeansOfAreas() throws IOException {
    picture("four.png", 4, 1, 0xffffff, 0, 0xff0000, 0x0000ff);
    FeatureExtractor same = new Image().fit(rows(), image(3, 1, 4, 100));
    FeatureExtractor half = new Image().fit(rows(), image(3, 1, 2, 100));
    FeatureExtractor grey = new Image().fit(rows(), image(1, 1, 4, 100));
    FeatureExtractor three = new Image().fit(rows(), image(3, 1, 3, 100));

    assertThat(extract(same, "four.png"))
        .containsExactly(1, 0, 1, 0, /* green */ 1, 0, 0, 0, /* blue */ 1, 0, 0, 1);
    assertThat(extract(half, "four.png")).containsExactly(0.5f, 0.5f, 0.5f, 0, 0.5f, 0.5f);
    assertThat(extract(grey, "four.png"))
        .containsExactly(new float[] {1, 0, 0.299f, 0.114f}, within(1e-6f));
    // Each target pixel covers 4/3: all of one and a third of the next, or two thirds of two.
    assertThat(extract(three, "four.png"))
        .startsWith(new float[] {0.75f, 0.5f, 0.25f}, within(1e-6f));
    assertThat(same.schema().features()).containsExactly(Feature.numeric("x.image", 3, 1, 4));
    assertThat(extract(same, "none.png")).containsOnly(0);
    assertThat(extract(same, "")).containsOnly(0);
  }

  @Test
  void readsJpegByTheId() throws IOException {
    picture("abc.jpg", 8, 8, new int[64]);
    FeatureExtractor image = new Image().fit(rows(), new Image.Options(folder, NONE, 2, 2, 1, 100));

    assertThat(extract(image, row("abc", "x", ""))).containsExactly(new float[4], within(0.02f));
    assertThatThrownBy(() -> extract(image, row("../abc", "x", "")))
        .isInstanceOf(InvalidDataException.class)
        .hasMessageContaining("is outside of");
  }

  /** A PNG of a few bytes whose header says 50,000 x 50,000 pixels. */
  private static byte[] bomb() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    DataOutputStream out = new DataOutputStream(bytes);
    out.write(new byte[] {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10});
    byte[] header =
        ByteBuffer.allocate(17)
            .put("IHDR".getBytes(StandardCharsets.US_ASCII))
            .putInt(50_000)
            .putInt(50_000)
            .put(new byte[] {8, 2, 0, 0, 0})
            .array();
    CRC32 crc = new CRC32();
    crc.update(header);
    out.writeInt(13);
    out.write(header);
    out.writeInt((int) crc.getValue());
    out.writeInt(0);
    out.write("IDAT".getBytes(StandardCharsets.US_ASCII));
    out.writeInt(0x35af061e);
    return bytes.toByteArray();
  }

  @Test
  void refusesWhatIsTooLargeDamagedOrElsewhere() throws IOException {
    Files.write(folder.resolve("bomb.png"), bomb());
    Files.writeString(folder.resolve("text.png"), "no picture");
    Path outside = Files.createTempFile("outside", ".png");
    Files.createSymbolicLink(folder.resolve("link.png"), outside);
    FeatureExtractor image = new Image().fit(rows(), image(3, 2, 2, 1_000_000));

    refused(image, "bomb.png", "has 50000 x 50000 pixels, more than maximum-pixels = 1000000");
    refused(image, "text.png", "is neither PNG nor JPEG");
    refused(image, "link.png", "is a link out of");
    refused(image, "../secret.png", "is outside of");
    refused(image, outside.toString(), "is outside of");
    Files.delete(outside);
  }

  private static void refused(FeatureExtractor image, String name, String message) {
    assertThatThrownBy(() -> extract(image, name))
        .isInstanceOf(InvalidDataException.class)
        .hasMessageContaining(message);
  }

  @Nested
  class EmbeddingContract extends FeatureExtractorContract<Embedding.Options> {
    @Override
    protected FeatureExtractorFactory<Embedding.Options> factory() {
      return new Embedding();
    }

    @Override
    protected Embedding.Options options() {
      try {
        return new Embedding.Options(
            write("contract.txt", "a 1 2\nb 3 4\n"), Optional.empty(), Optional.of("x"));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    @Override
    protected List<FeatureRow> trainingRows() {
      return List.of(row("a"), row("b"), row("a"));
    }

    @Override
    protected FeatureRow unseenRow() {
      return row("c");
    }

    @Override
    protected FeatureRow emptyRow() {
      return row("");
    }
  }

  @Nested
  class ImageContract extends FeatureExtractorContract<Image.Options> {
    @Override
    protected FeatureExtractorFactory<Image.Options> factory() {
      return new Image();
    }

    @Override
    protected Image.Options options() {
      try {
        picture("contract.png", 1, 2, 0xff00ff, 0x123456);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      return image(3, 2, 2, 100);
    }

    @Override
    protected List<FeatureRow> trainingRows() {
      return List.of(row("contract.png"), row("missing.png"), row(""));
    }

    @Override
    protected FeatureRow unseenRow() {
      return row("unseen.png");
    }

    @Override
    protected FeatureRow emptyRow() {
      return row("");
    }
  }
}
