package org.recsys4j.api.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NearestTest {
  private static final List<String> MODELS =
      List.of("popularity", "item-knn", "ease", "ials", "bpr-mf", "neumf");

  @ParameterizedTest
  @CsvSource({
    "ease, ease, 0",
    "EASE, ease, 0",
    "bprmf, bpr-mf, 1", // one insertion
    "esae, ease, 1", // one swap
    "eas, ease, 1",
    "knn, item-knn, 1", // a part of it
    "ca, abc, 3", // the restricted form: no edit inside a swapped pair
    "item-knn, knn, 5",
    "kitten, sitting, 3",
    "'', ease, 4"
  })
  void distancesByHand(String a, String b, int distance) {
    assertThat(Nearest.distance(a, b)).isEqualTo(distance);
  }

  @Property
  void distanceIsBoundedAndSymmetricButForParts(
      @ForAll @StringLength(max = 8) @CharRange(from = 'a', to = 'd') String a,
      @ForAll @StringLength(max = 8) @CharRange(from = 'a', to = 'd') String b) {
    int distance = Nearest.distance(a, b);

    if (!a.contains(b) && !b.contains(a)) {
      assertThat(distance).isEqualTo(Nearest.distance(b, a));
    }
    assertThat(distance).isBetween(0, Math.max(a.length(), b.length()));
    assertThat(distance == 0).isEqualTo(a.equals(b));
  }

  @Test
  void allKnownNamesComeNearestFirst() {
    assertThat(Nearest.first("neumf", MODELS)).hasSize(6).startsWith("neumf", "bpr-mf");
    assertThat(Nearest.first("zzzz", List.of("b", "a"))).containsExactly("a", "b");
  }

  @Test
  void onlyALikelySlipIsSuggested() {
    assertThat(Nearest.suggestion("bprmf", MODELS)).contains("bpr-mf");
    assertThat(Nearest.suggestion("popularty", MODELS)).contains("popularity");
    assertThat(Nearest.suggestion("knn", MODELS)).contains("item-knn");
    assertThat(Nearest.suggestion("sasrec", MODELS)).isEmpty();
    assertThat(Nearest.suggestion("ease", List.of())).isEmpty();
  }
}
