package org.recsys4j.eval.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

/** Published examples, and what must hold for any p values. */
class CorrectionTest {
  /** The thrombolysis study in Benjamini and Hochberg 1995, section 4. */
  private static final double[] THROMBOLYSIS = {
    0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459, 0.3240, 0.4262, 0.5719,
    0.6528, 0.7590, 1.0000
  };

  private static long below(double[] p) {
    return Arrays.stream(p).filter(it -> it < 0.05).count();
  }

  @Test
  void findsWhatThePaperFinds() {
    assertThat(below(Correction.BENJAMINI_HOCHBERG.of(THROMBOLYSIS))).isEqualTo(4);
    assertThat(below(Correction.HOLM.of(THROMBOLYSIS))).isEqualTo(3);
  }

  /** Worked by hand: 5 x 0.01, 4 x 0.02, 3 x 0.03, then no less; and 5 p / i. */
  @Test
  void valuesInAnyOrder() {
    double[] p = {0.03, 0.01, 0.05, 0.02, 0.04};
    assertThat(Correction.HOLM.of(p))
        .usingComparatorWithPrecision(1e-15)
        .containsExactly(0.09, 0.05, 0.09, 0.08, 0.09);
    assertThat(Correction.BENJAMINI_HOCHBERG.of(p))
        .usingComparatorWithPrecision(1e-15)
        .containsExactly(0.05, 0.05, 0.05, 0.05, 0.05);
  }

  @Test
  void missingValuesAreNoTests() {
    assertThat(Correction.HOLM.of(Double.NaN, 0.02, 0.5)).containsExactly(Double.NaN, 0.04, 0.5);
    assertThat(Correction.BENJAMINI_HOCHBERG.of(0.02, Double.NaN)[0]).isEqualTo(0.02);
    assertThat(Correction.HOLM.of()).isEmpty();
    assertThatThrownBy(() -> Correction.HOLM.of(1.5)).hasMessage("a p value of 1.5");
  }

  @Property
  void correctedValuesAreLargerAndInTheSameOrder(
      @ForAll @Size(min = 1, max = 20) List<@DoubleRange(min = 0, max = 1) Double> values) {
    double[] p = values.stream().mapToDouble(it -> it).toArray();
    double[] holm = Correction.HOLM.of(p);
    double[] hochberg = Correction.BENJAMINI_HOCHBERG.of(p);
    for (int i = 0; i < p.length; i++) {
      assertThat(holm[i]).isBetween(p[i], 1.0);
      assertThat(hochberg[i]).isBetween(p[i] - 1e-15, holm[i] + 1e-15);
      for (int j = 0; j < p.length; j++) {
        if (p[i] < p[j]) {
          assertThat(holm[i]).isLessThanOrEqualTo(holm[j]);
          assertThat(hochberg[i]).isLessThanOrEqualTo(hochberg[j]);
        } else if (p[i] == p[j]) {
          assertThat(holm[i]).isCloseTo(holm[j], within(1e-15));
        }
      }
    }
  }
}
