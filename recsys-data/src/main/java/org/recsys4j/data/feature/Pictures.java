package org.recsys4j.data.feature;

import java.awt.image.BufferedImage;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Iterator;
import java.util.Locale;
import java.util.Set;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.MemoryCacheImageInputStream;
import org.recsys4j.api.data.InvalidDataException;

/** Reads pictures and brings them to a size. The only class that knows the desktop's libraries. */
final class Pictures {
  private static final Set<String> FORMATS = Set.of("png", "jpeg");
  private static final float FULL = 255;

  /** Rec. 601. */
  private static final float[] LUMINANCE = {0.299f, 0.587f, 0.114f};

  private final BufferedImage image;

  private Pictures(BufferedImage image) {
    this.image = image;
  }

  static Pictures read(Path file, int maximumPixels) {
    try (InputStream in = new BufferedInputStream(Files.newInputStream(file));
        MemoryCacheImageInputStream stream = new MemoryCacheImageInputStream(in)) {
      Iterator<ImageReader> readers = ImageIO.getImageReaders(stream);
      while (readers.hasNext()) {
        ImageReader reader = readers.next();
        if (FORMATS.contains(reader.getFormatName().toLowerCase(Locale.ROOT))) {
          return read(file, reader, stream, maximumPixels);
        }
      }
      throw new InvalidDataException(file + " is neither PNG nor JPEG");
    } catch (IOException e) {
      throw new InvalidDataException("cannot read " + file + ": " + e.getMessage(), e);
    }
  }

  private static Pictures read(
      Path file, ImageReader reader, MemoryCacheImageInputStream stream, int maximumPixels)
      throws IOException {
    try {
      reader.setInput(stream, true, true);
      long pixels = (long) reader.getWidth(0) * reader.getHeight(0);
      if (pixels > maximumPixels) {
        throw new InvalidDataException(
            String.format(
                Locale.ROOT,
                "%s has %d x %d pixels, more than maximum-pixels = %d",
                file,
                reader.getWidth(0),
                reader.getHeight(0),
                maximumPixels));
      }
      return new Pictures(reader.read(0));
    } catch (InvalidDataException e) {
      throw e;
    } catch (RuntimeException e) { // what decoders throw on damaged files
      throw new InvalidDataException(file + " is damaged: " + e.getMessage(), e);
    } finally {
      reader.dispose();
    }
  }

  /** Channels x height x width numbers from 0 to 1: means over the areas that pixels cover. */
  float[] resized(int channels, int height, int width) {
    float[] tensor = new float[channels * height * width];
    double tall = (double) image.getHeight() / height;
    double wide = (double) image.getWidth() / width;
    double[] sums = new double[channels];
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        add(y * tall, (y + 1) * tall, x * wide, (x + 1) * wide, sums);
        for (int channel = 0; channel < channels; channel++) {
          tensor[(channel * height + y) * width + x] = (float) (sums[channel] / (tall * wide));
        }
      }
    }
    return tensor;
  }

  /** The integral of each channel over a rectangle. */
  private void add(double top, double bottom, double left, double right, double[] sums) {
    Arrays.fill(sums, 0);
    int lastRow = Math.min(image.getHeight(), (int) Math.ceil(bottom));
    int lastColumn = Math.min(image.getWidth(), (int) Math.ceil(right));
    for (int row = (int) top; row < lastRow; row++) {
      double tall = Math.min(bottom, row + 1) - Math.max(top, row);
      for (int column = (int) left; column < lastColumn; column++) {
        double area = tall * (Math.min(right, column + 1) - Math.max(left, column));
        int argb = image.getRGB(column, row);
        float alpha = (argb >>> 24) / FULL;
        float red = alpha * (argb >> 16 & 0xff) / FULL;
        float green = alpha * (argb >> 8 & 0xff) / FULL;
        float blue = alpha * (argb & 0xff) / FULL;
        if (sums.length == 1) {
          sums[0] += area * (LUMINANCE[0] * red + LUMINANCE[1] * green + LUMINANCE[2] * blue);
        } else {
          sums[0] += area * red;
          sums[1] += area * green;
          sums[2] += area * blue;
        }
      }
    }
  }
}
