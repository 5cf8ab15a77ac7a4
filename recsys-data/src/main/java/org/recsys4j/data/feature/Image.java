package org.recsys4j.data.feature;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.recsys4j.api.FeatureExtractor;
import org.recsys4j.api.FeatureExtractorFactory;
import org.recsys4j.api.FeatureRows;
import org.recsys4j.api.FeatureSink;
import org.recsys4j.api.config.Check;
import org.recsys4j.api.config.Range;
import org.recsys4j.api.data.FeatureRow;
import org.recsys4j.api.data.FeatureSchema;
import org.recsys4j.api.data.FeatureSchema.Feature;
import org.recsys4j.api.store.ModelReader;
import org.recsys4j.api.store.ModelWriter;

/**
 * A picture as a tensor of a fixed size, channels x height x width, each number from 0 (dark) to 1:
 * input of a convolutional network. PNG and JPEG; each target pixel is the mean of the area that it
 * covers, which stretches the picture to the size. Transparency is laid on black. A row without a
 * picture is all 0.
 *
 * <p>The files are read when rows are extracted, one after the other; a loaded extractor reads the
 * folder again. A picture of more pixels than allowed is refused before it is decoded; decoding
 * takes 4 to 8 bytes a pixel.
 */
public final class Image implements FeatureExtractorFactory<Image.Options> {
  /** The factory. */
  public Image() {}

  /**
   * The parameters.
   *
   * @param folder where the pictures are; no file outside is read
   * @param column the attribute that names the file; without one it is the row's id with {@code
   *     .png}, {@code .jpg} or {@code .jpeg}
   * @param height rows of the tensor
   * @param width columns of the tensor
   * @param channels 3 for red, green and blue, 1 for their luminance
   * @param maximumPixels most pixels that a file may have
   */
  public record Options(
      Path folder,
      Optional<String> column,
      @Range(min = 1, max = 4096) int height,
      @Range(min = 1, max = 4096) int width,
      int channels,
      @Range(min = 1, max = 1_000_000_000) int maximumPixels) {
    /** Checks the ranges. */
    public Options {
      Check.components(Options.class, folder, column, height, width, channels, maximumPixels);
      Check.argument(channels == 1 || channels == 3, "channels", channels, "1 or 3");
    }
  }

  @Override
  public Class<Options> optionsType() {
    return Options.class;
  }

  @Override
  public String summary() {
    return "a picture as channels x height x width numbers";
  }

  @Override
  public FeatureExtractor fit(FeatureRows training, Options options) {
    return new Fitted(options);
  }

  @Override
  public FeatureExtractor load(ModelReader in) throws IOException {
    int[] sizes = in.ints("sizes", 4);
    String column = in.text("column");
    try {
      return new Fitted(
          new Options(
              Path.of(in.text("folder")),
              column.isEmpty() ? Optional.empty() : Optional.of(column),
              sizes[0],
              sizes[1],
              sizes[2],
              sizes[3]));
    } catch (IllegalArgumentException e) {
      throw new IOException("a saved image extractor is damaged: " + e.getMessage(), e);
    }
  }

  private record Fitted(Options options) implements FeatureExtractor {
    @Override
    public FeatureSchema schema() {
      return FeatureSchema.of(
          Feature.numeric(
              options.column().orElse("id") + ".image",
              options.channels(),
              options.height(),
              options.width()));
    }

    @Override
    public void extract(FeatureRow row, FeatureSink sink) {
      Optional<Path> file =
          new PictureFolder(options.folder()).find(row.id(), options.column(), row);
      int size = options.channels() * options.height() * options.width();
      float[] pixels =
          file.isEmpty()
              ? new float[size]
              : Pictures.read(file.get(), options.maximumPixels())
                  .resized(options.channels(), options.height(), options.width());
      for (float pixel : pixels) {
        sink.put(pixel);
      }
    }

    @Override
    public void save(ModelWriter out) throws IOException {
      out.text("folder", options.folder().toString());
      out.text("column", options.column().orElse(""));
      out.ints(
          "sizes",
          new int[] {
            options.height(), options.width(), options.channels(), options.maximumPixels()
          },
          4);
    }
  }
}
