package org.recsys4j.models.fit;

import java.io.IOException;
import java.util.List;
import org.recsys4j.api.store.ModelReader;
import org.recsys4j.api.store.ModelWriter;

/**
 * Keeps the parameters of the best epoch, for models whose parameters are {@code float} arrays, and
 * writes and reads both for checkpoints. Holds as many bytes as the parameters, from the first
 * {@link #keep} on.
 */
public final class ParameterCopy {
  private final List<float[]> live;
  private List<float[]> kept = List.of();

  /**
   * Nothing is copied yet.
   *
   * @param live the arrays that training writes
   */
  public ParameterCopy(float[]... live) {
    this.live = List.of(live);
  }

  /** Copies the live parameters aside. */
  public void keep() {
    if (kept.isEmpty()) {
      kept = live.stream().map(float[]::clone).toList();
      return;
    }
    for (int i = 0; i < live.size(); i++) {
      System.arraycopy(live.get(i), 0, kept.get(i), 0, kept.get(i).length);
    }
  }

  /**
   * Writes the kept parameters over the live ones.
   *
   * @throws IllegalStateException if nothing was kept
   */
  public void restore() {
    if (kept.isEmpty()) {
      throw new IllegalStateException("no parameters were kept");
    }
    for (int i = 0; i < live.size(); i++) {
      System.arraycopy(kept.get(i), 0, live.get(i), 0, kept.get(i).length);
    }
  }

  /**
   * Whether all live parameters are numbers to go on with.
   *
   * @return false if one is NaN or infinite
   */
  public boolean finite() {
    for (float[] array : live) {
      if (!finite(array)) {
        return false;
      }
    }
    return true;
  }

  /**
   * Writes the live parameters and those that were kept.
   *
   * @param out takes them
   * @throws IOException if writing fails
   */
  public void save(ModelWriter out) throws IOException {
    JoinedFloats.save(live, out.part("live"));
    out.ints("kept", new int[] {kept.size()});
    JoinedFloats.save(kept, out.part("kept"));
  }

  /**
   * Reads what {@link #save} wrote over the live parameters and those that were kept.
   *
   * @param in gives them
   * @throws IOException if reading fails, or they do not fit these arrays
   */
  public void load(ModelReader in) throws IOException {
    JoinedFloats.load(live, in.part("live"));
    if (in.ints("kept")[0] > 0) {
      keep(); // for arrays of the right lengths
      JoinedFloats.load(kept, in.part("kept"));
    }
  }

  /** 0 * x is 0 for a finite x and NaN otherwise, and NaN survives every addition. */
  private static boolean finite(float[] array) {
    float a = 0;
    float b = 0;
    int even = array.length & ~1;
    for (int i = 0; i < even; i += 2) {
      a += 0 * array[i];
      b += 0 * array[i + 1];
    }
    return Float.isFinite(a + b) && (even == array.length || Float.isFinite(array[even]));
  }
}
