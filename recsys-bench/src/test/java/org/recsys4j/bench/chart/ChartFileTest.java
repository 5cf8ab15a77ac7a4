package org.recsys4j.bench.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.recsys4j.data.describe.Activity;

class ChartFileTest {
  private static final Activity ZIPF =
      Activity.of(IntStream.rangeClosed(1, 5000).map(rank -> 20_000 / rank).toArray());

  @TempDir Path folder;

  private Path draw(String name, ChartStyle style) throws IOException {
    Path file = folder.resolve(name);
    ChartFile.write(LongTailFigure.of(ZIPF, ZIPF, style), LongTailFigure.COLUMNS, style, file);
    return file;
  }

  @Test
  void pngIsAnImageInTheColoursOfItsStyle() throws IOException {
    BufferedImage light = ImageIO.read(draw("a.png", ChartStyle.LIGHT).toFile());
    assertThat(light.getWidth()).isEqualTo(2080);
    assertThat(light.getHeight()).isEqualTo(1440);
    assertThat(light.getRGB(0, 0) & 0xffffff).isEqualTo(0xffffff);
    BufferedImage dark = ImageIO.read(draw("b.PNG", ChartStyle.DARK).toFile());
    assertThat(dark.getRGB(0, 0) & 0xffffff).isEqualTo(0x1e1e1e);
    long series = IntStream.range(0, 1040).filter(x -> hasColour(light, x, 0xd55e00)).count();
    assertThat(series)
        .as("columns that the line of users, which is drawn last, crosses")
        .isGreaterThan(500);
  }

  private static boolean hasColour(BufferedImage image, int x, int colour) {
    return IntStream.range(0, 720).anyMatch(y -> (image.getRGB(x, y) & 0xffffff) == colour);
  }

  /** Letters are outlines, so that the file looks the same whatever fonts there are. */
  @Test
  void svgHasShapesAndNoPixels() throws IOException {
    String svg = Files.readString(draw("a.svg", ChartStyle.DARK));
    assertThat(svg.startsWith("<?xml version=\"1.0\"")).isTrue();
    assertThat(svg.contains("width=\"1040\"")).as("as wide as two charts").isTrue();
    assertThat(svg.contains("rgb(30,30,30)")).as("the background of its style").isTrue();
    assertThat(svg.split("stroke:rgb\\(86,180,233\\)", -1))
        .as("the line of items")
        .hasSizeGreaterThan(1);
    assertThat(svg.contains("<image")).isFalse();
  }

  @Test
  void onePointIsEnough() throws IOException {
    Activity one = Activity.of(new int[] {1});
    Path file = folder.resolve("one.svg");
    ChartFile.write(
        LongTailFigure.of(one, one, ChartStyle.LIGHT),
        LongTailFigure.COLUMNS,
        ChartStyle.LIGHT,
        file);
    assertThat(file).isNotEmptyFile();
  }

  @Test
  void otherEndingsAreRefused() {
    assertThat(ChartFile.isSupported(Path.of("a.Svg"))).isTrue();
    assertThat(ChartFile.isSupported(Path.of("a.pdf"))).isFalse();
    assertThatThrownBy(() -> draw("a.pdf", ChartStyle.LIGHT))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("a.pdf ends neither in .png nor in .svg");
  }

  @Test
  void ranksAreSpreadOverTheLogarithmicAxis() {
    int[] ranks = LongTailFigure.ranks(1_000_000);
    assertThat(ranks).startsWith(0).endsWith(999_999).hasSizeLessThan(302).isSorted();
    assertThat(LongTailFigure.ranks(1)).containsExactly(0);
  }
}
