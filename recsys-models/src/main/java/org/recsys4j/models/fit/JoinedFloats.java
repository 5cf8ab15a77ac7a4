package org.recsys4j.models.fit;

import java.io.IOException;
import java.util.List;
import org.recsys4j.api.store.ModelReader;
import org.recsys4j.api.store.ModelWriter;

/**
 * Writes many arrays into an archive as if they were one, and reads them back. A million short rows
 * become a few entries instead of a million, and there is no limit to their sum; 16 MiB are held.
 */
public final class JoinedFloats {
  private static final int MOST = 1 << 22;

  private JoinedFloats() {}

  /**
   * Writes arrays.
   *
   * @param arrays their lengths are not written: whoever reads them has arrays like these
   * @param out takes the arrays "0", "1" and so on
   * @throws IOException if writing fails
   */
  public static void save(List<float[]> arrays, ModelWriter out) throws IOException {
    long left = length(arrays);
    float[] chunk = new float[(int) Math.min(MOST, left)];
    int filled = 0;
    int chunks = 0;
    for (float[] array : arrays) {
      int count;
      for (int from = 0; from < array.length; from += count) {
        count = Math.min(array.length - from, chunk.length - filled);
        System.arraycopy(array, from, chunk, filled, count);
        filled += count;
        if (filled == chunk.length) {
          out.floats(Integer.toString(chunks++), chunk, filled);
          left -= filled;
          filled = 0;
          chunk = left < chunk.length ? new float[(int) left] : chunk;
        }
      }
    }
  }

  /**
   * Reads arrays.
   *
   * @param arrays overwritten; as many and as long as those that were written
   * @param in gives what {@link #save} wrote
   * @throws IOException if reading fails, or they were another number of floats
   */
  public static void load(List<float[]> arrays, ModelReader in) throws IOException {
    long left = length(arrays);
    float[] chunk = {};
    int used = 0;
    int chunks = 0;
    for (float[] array : arrays) {
      int count;
      for (int from = 0; from < array.length; from += count) {
        if (used == chunk.length) {
          chunk = in.floats(Integer.toString(chunks++), (int) Math.min(MOST, left));
          left -= chunk.length;
          used = 0;
        }
        count = Math.min(array.length - from, chunk.length - used);
        System.arraycopy(chunk, used, array, from, count);
        used += count;
      }
    }
  }

  private static long length(List<float[]> arrays) {
    return arrays.stream().mapToLong(array -> array.length).sum();
  }
}
