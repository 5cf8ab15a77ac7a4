package org.recsys4j.api.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class CheckTest {
  private static void refused(String message, ThrowingCallable check) {
    assertThatIllegalArgumentException().isThrownBy(check).withMessage(message);
  }

  @Test
  void legalValuesComeBack() {
    assertThat(Check.positive("k", 1)).isEqualTo(1);
    assertThat(Check.positive("k", 1L << 40)).isEqualTo(1L << 40);
    assertThat(Check.positive("k", Double.MIN_VALUE)).isEqualTo(Double.MIN_VALUE);
    assertThat(Check.notNegative("k", 0)).isZero();
    assertThat(Check.notNegative("k", 0L)).isZero();
    assertThat(Check.notNegative("k", 0.0)).isZero();
    assertThat(Check.inRange("k", 3, 3, 4)).isEqualTo(3);
    assertThat(Check.inRange("k", 4L, 3L, 4L)).isEqualTo(4);
    assertThat(Check.inRange("k", 1.0, 0.0, 1.0)).isEqualTo(1);
    assertThat(Check.notNaN("k", Double.NEGATIVE_INFINITY)).isEqualTo(Double.NEGATIVE_INFINITY);
    assertThat(Check.finite("k", -1.5)).isEqualTo(-1.5);
    assertThat(Check.notBlank("k", " a")).isEqualTo(" a");
    assertThat(Check.notEmpty("k", List.of(1))).containsExactly(1);
  }

  @Test
  void othersAreRefusedWithNameValueAndRange() {
    refused("k: 0 is not > 0", () -> Check.positive("k", 0));
    refused("k: -1 is not > 0", () -> Check.positive("k", -1L));
    refused("k: 0.0 is not > 0 and finite", () -> Check.positive("k", 0.0));
    refused("k: NaN is not > 0 and finite", () -> Check.positive("k", Double.NaN));
    refused(
        "k: Infinity is not > 0 and finite", () -> Check.positive("k", Double.POSITIVE_INFINITY));
    refused("k: -1 is not >= 0", () -> Check.notNegative("k", -1));
    refused("k: -1 is not >= 0", () -> Check.notNegative("k", -1L));
    refused("k: NaN is not >= 0 and finite", () -> Check.notNegative("k", Double.NaN));
    refused("k: 5 is not in 3 to 4", () -> Check.inRange("k", 5, 3, 4));
    refused("k: 2 is not in 3 to 4", () -> Check.inRange("k", 2L, 3L, 4L));
    refused("k: NaN is not in 0.0 to 1.0", () -> Check.inRange("k", Double.NaN, 0.0, 1.0));
    refused("k: NaN is not a number", () -> Check.notNaN("k", Double.NaN));
    refused(
        "k: -Infinity is not a finite number", () -> Check.finite("k", Double.NEGATIVE_INFINITY));
    refused("k: must not be blank", () -> Check.notBlank("k", " \t"));
    refused("k: must not be empty", () -> Check.notEmpty("k", List.of()));
    refused("max: 2 is not above min = 3", () -> Check.argument(false, "max", 2, "above min = 3"));
  }
}
