package org.recsys4j.data.feature.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.recsys4j.data.feature.Rows.extract;
import static org.recsys4j.data.feature.Rows.row;
import static org.recsys4j.data.feature.Rows.rows;

import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.recsys4j.api.FeatureExtractor;
import org.recsys4j.api.data.FeatureSchema.Feature;
import org.recsys4j.api.data.FeatureSchema.Kind;

class TextValuesTest {
  private static List<String> tokens(Analyser analyser, String text) {
    return new Tokens(List.of("x"), analyser).of(row(text));
  }

  @Test
  void analysersCutTexts() {
    assertThat(tokens(Analyser.STANDARD, "The Dogs' running!"))
        .containsExactly("the", "dogs", "running");
    assertThat(tokens(Analyser.ENGLISH, "The dog's running")).containsExactly("dog", "run");
    assertThat(tokens(Analyser.CHINESE, "我喜欢看电影")).containsExactly("我", "喜欢", "看", "电影");
    assertThat(tokens(Analyser.STANDARD, "")).isEmpty();
  }

  /**
   * Two of three texts hold "tea", one "milk" and none "rum": idf(tea) = ln(4/3) + 1, idf(milk) =
   * ln(4/2) + 1. In "tea milk milk" they weigh idf(tea) and 2 idf(milk), over their length.
   */
  @Test
  void weighsWordsByRarity() {
    FeatureExtractor tfidf =
        new TextTfidf()
            .fit(
                rows("tea", "Tea milk", "ale", ""),
                new TextTfidf.Options(List.of("x"), Analyser.STANDARD, 100, 1, 1, false));

    double tea = Math.log(4 / 3.0) + 1;
    double milk = 2 * (Math.log(2) + 1);
    double length = Math.hypot(tea, milk);
    // The most frequent word first, then in alphabetical order: tea, ale, milk.
    assertThat(extract(tfidf, "tea milk rum milk"))
        .containsExactly(
            new float[] {(float) (tea / length), 0, (float) (milk / length)}, within(1e-6f));
    assertThat(extract(tfidf, "rum")).containsExactly(0, 0, 0);
    assertThat(tfidf.schema().features()).containsExactly(Feature.numeric("x.tfidf", 3));
  }

  @Test
  void leavesOutRareAndCommonWords() {
    TextTfidf.Options options =
        new TextTfidf.Options(List.of("x"), Analyser.STANDARD, 100, 2, 0.8, true);
    FeatureExtractor tfidf = new TextTfidf().fit(rows("a b c", "a b", "a", "a d"), options);

    assertThat(tfidf.schema().width()).isEqualTo(1); // b: a is in all, c and d are in one
    assertThat(extract(tfidf, "b")).containsExactly(1);
    assertThat(new TextTfidf().fit(rows("a"), options).schema().width()).isZero();
  }

  @Test
  void numbersWordsInTheirOrder() {
    FeatureExtractor sequence =
        new TextSequence()
            .fit(
                rows("b a b", "c"),
                new TextSequence.Options(List.of("x"), Analyser.STANDARD, 4, 2, 1));

    // b occurs twice: 2; a comes before c: 3; no place for c.
    assertThat(extract(sequence, "c b a")).containsExactly(1, 2, 3, 0);
    assertThat(extract(sequence, "a a a a b")).containsExactly(3, 3, 3, 3);
    assertThat(extract(sequence, "")).containsExactly(0, 0, 0, 0);
    assertThat(sequence.schema().features())
        .containsExactly(new Feature("x.words", Kind.SEQUENCE, 4, 4, OptionalInt.of(1)));
  }
}
