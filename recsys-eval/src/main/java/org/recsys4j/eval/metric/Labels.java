package org.recsys4j.eval.metric;

import java.math.BigDecimal;

/** What labels of metrics are made of. */
public final class Labels {
  private Labels() {}

  /**
   * A parameter in a label.
   *
   * @param number a finite number
   * @return its digits, without trailing zeros: {@code 0.5}, {@code 2}
   */
  public static String number(double number) {
    return new BigDecimal(Double.toString(number)).stripTrailingZeros().toPlainString();
  }
}
