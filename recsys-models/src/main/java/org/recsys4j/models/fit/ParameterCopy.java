package org.recsys4j.models.fit;

import java.util.List;

/**
 * Keeps the parameters of the best epoch, for models whose parameters are {@code float} arrays.
 * Holds as many bytes as the parameters, from the first {@link #keep} on.
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
