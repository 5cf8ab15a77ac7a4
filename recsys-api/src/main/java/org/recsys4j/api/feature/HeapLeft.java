package org.recsys4j.api.feature;

import java.util.Locale;
import java.util.function.LongSupplier;
import org.recsys4j.api.data.InvalidDataException;

/**
 * Refuses numbers that the heap cannot hold before any of them is made, since an {@link
 * OutOfMemoryError} tells neither whose they are nor how many.
 *
 * @param bytes how many bytes can still be allocated
 */
record HeapLeft(LongSupplier bytes) {
  private static final long MIB = 1 << 20;

  /** The heap of this process: what it may grow to, less what is in use. */
  static HeapLeft ofProcess() {
    Runtime runtime = Runtime.getRuntime();
    return new HeapLeft(() -> runtime.maxMemory() - (runtime.totalMemory() - runtime.freeMemory()));
  }

  /**
   * Checks that a matrix of floats fits.
   *
   * @param who what the numbers are made by, for the message
   * @param rows number of rows
   * @param width numbers a row
   * @throws InvalidDataException if it does not, even after garbage is collected
   */
  void require(String who, long rows, long width) {
    long needed = Math.multiplyExact(Math.multiplyExact(rows, width), Float.BYTES);
    if (needed <= bytes.getAsLong()) {
      return;
    }
    System.gc(); // what is in use counts garbage, for which nobody shall be refused
    long left = bytes.getAsLong();
    if (needed > left) {
      throw new InvalidDataException(
          String.format(
              Locale.ROOT,
              "features %s: %d rows of %d numbers need %d MiB, and %d MiB of the heap are left;"
                  + " choose fewer words, buckets or pixels, or select among them, or give more"
                  + " memory by RECSYS_JAVA_OPTS=-Xmx8g, for example",
              who,
              rows,
              width,
              (needed + MIB - 1) / MIB,
              left / MIB));
    }
  }
}
