package org.recsys4j.models.fit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class ParameterCopyTest {
  @Test
  void putsBackWhatWasKeptLast() {
    float[] first = {1, 2};
    float[] second = {3};
    ParameterCopy copy = new ParameterCopy(first, second);
    copy.keep();
    first[0] = 10;
    copy.keep();
    first[0] = 20;
    second[0] = 30;
    copy.restore();
    assertThat(first).containsExactly(10, 2);
    assertThat(second).containsExactly(3);
  }

  @Test
  void cannotPutBackNothing() {
    assertThatThrownBy(() -> new ParameterCopy(new float[1]).restore())
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void findsEveryNumberThatIsNotFinite() {
    for (float bad : new float[] {Float.NaN, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY}) {
      for (int size = 1; size < 6; size++) {
        for (int place = 0; place < size; place++) {
          float[] array = new float[size];
          ParameterCopy copy = new ParameterCopy(new float[] {1}, array);
          assertThat(copy.finite()).isTrue();
          array[place] = bad;
          assertThat(copy.finite()).isFalse();
        }
      }
    }
  }
}
