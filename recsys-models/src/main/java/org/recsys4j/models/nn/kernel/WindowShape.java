package org.recsys4j.models.nn.kernel;

import java.util.Locale;

/**
 * Which steps of a sequence a filter sees at once. A valid window lies within the sequence, so that
 * there are fewer windows than steps; a causal one ends at each step, and is filled up with zeros
 * where it begins before the sequence.
 *
 * @param length steps of a sequence
 * @param height steps of a window
 * @param dilation distance from one step of a window to the next
 * @param causal whether there is one window for each step
 */
public record WindowShape(int length, int height, int dilation, boolean causal) {
  /** Checks that there is a window. */
  public WindowShape {
    if (height < 1 || dilation < 1 || (!causal && (height - 1) * dilation >= length)) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "windows of %d steps, %d apart, in sequences of %d",
              height,
              dilation,
              length));
    }
  }

  /**
   * How many windows a sequence has.
   *
   * @return at least 1
   */
  public int windows() {
    return causal ? length : length - reach();
  }

  /** How many steps lie before the last one of a window. */
  int reach() {
    return (height - 1) * dilation;
  }

  /** How many rows of zeros stand before the sequence. */
  int padding() {
    return causal ? reach() : 0;
  }
}
