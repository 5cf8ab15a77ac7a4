package org.recsys4j.models.knn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.recsys4j.api.FitContext;
import org.recsys4j.api.Recommender;
import org.recsys4j.api.ScoreBlock;
import org.recsys4j.api.TrainingData;
import org.recsys4j.api.UserBatch;
import org.recsys4j.api.concurrent.Workers;
import org.recsys4j.api.contract.SmallData;
import org.recsys4j.api.data.FeatureMatrix;
import org.recsys4j.api.data.FeatureSchema;
import org.recsys4j.api.data.FeatureSchema.Feature;
import org.recsys4j.api.data.FeatureSchema.Kind;
import org.recsys4j.api.data.Features;
import org.recsys4j.api.data.InvalidDataException;
import org.recsys4j.api.data.UserHistory;

class ContentKnnTest {
  /** Two users; items 3 and 4 have no event. */
  private static final TrainingData EVENTS =
      SmallData.trainingData(
          SmallData.of(2, 5, new int[] {0, 0}, new int[] {0, 1}, new int[] {1, 2}));

  private static Recommender fit(FeatureMatrix items, ContentKnn.Weight weight) {
    TrainingData train = EVENTS.withFeatures(new Features(FeatureMatrix.none(2), items));
    try (Workers workers = new Workers(1)) {
      return new ContentKnn.Factory()
          .fit(train, new ContentKnn.Options(weight), FitContext.of(1, workers));
    }
  }

  private static float[] scores(Recommender model, UserHistory history) {
    ScoreBlock out = new ScoreBlock(1, 5);
    model.score(UserBatch.of(0, history), out);
    return out.scores();
  }

  /**
   * Items (3, 4), (4, 3), (0, 1), (-3, -4) and none. The profile of the first two is (0.6, 0.8) +
   * (0.8, 0.6), along (1, 1): cosines 1.4 / sqrt 2 = 0.98995, the same, 1 / sqrt 2, minus the
   * first, 0.
   */
  @Test
  void scoresByTheCosine() {
    FeatureMatrix items =
        new FeatureMatrix.Builder(FeatureSchema.of(Feature.numeric("x", 2)), 5)
            .set(0, 3, 4)
            .set(1, 4, 3)
            .set(2, 0, 1)
            .set(3, -3, -4)
            .build();

    float[] scores = scores(fit(items, ContentKnn.Weight.EQUAL), UserHistory.of(0, 1, 1));

    float near = (float) (1.4 / Math.sqrt(2));
    assertThat(scores)
        .containsExactly(new float[] {near, near, (float) Math.sqrt(0.5), -near, 0}, within(1e-6f));
  }

  /** Places 1 to 2 of the colour, of which 0 is unknown, and words 2 to 3, of which 1 is. */
  @Test
  void categoriesArePlacesAndTheUnknownOneIsNone() {
    FeatureSchema schema =
        FeatureSchema.of(
            new Feature("colour", Kind.CATEGORICAL, 1, 3, OptionalInt.of(0)),
            new Feature("words", Kind.SEQUENCE, 3, 4, OptionalInt.of(1)),
            new Feature("genre", Kind.MULTI_HOT, 2, 2, OptionalInt.of(0)));
    FeatureMatrix items =
        new FeatureMatrix.Builder(schema, 5)
            .set(0, 1, 2, 2, 0, 0, 0) // colour 1, twice word 2: length sqrt 5
            .set(1, 2, 2, 0, 0, 0, 0) // colour 2, once word 2
            .set(2, 1, 3, 1, 0, 0, 1) // colour 1, word 3, genre 1
            .set(3, 0, 1, 1, 1, 1, 0) // nothing but unknown
            .set(4, 1, 0, 0, 0, 0, 0) // colour 1 alone
            .build();

    float[] scores = scores(fit(items, ContentKnn.Weight.EQUAL), UserHistory.of(0));

    double length = Math.sqrt(5);
    assertThat(scores)
        .containsExactly(
            new float[] {
              1,
              (float) (2 / length / Math.sqrt(2)),
              (float) (1 / length / Math.sqrt(3)),
              0,
              (float) (1 / length)
            },
            within(1e-6f));
  }

  @Test
  void valuesWeighWhereAsked() {
    FeatureMatrix items =
        new FeatureMatrix.Builder(FeatureSchema.of(Feature.numeric("x", 2)), 5)
            .set(0, 1, 0)
            .set(1, 0, 1)
            .build();

    UserHistory twice = UserHistory.of(0, 0, 0, 1);
    float[] scores = scores(fit(items, ContentKnn.Weight.VALUE), twice);
    assertThat(scores[0]).isCloseTo((float) (3 / Math.sqrt(10)), within(1e-6f));
    assertThat(scores(fit(items, ContentKnn.Weight.EQUAL), twice)[0])
        .isCloseTo((float) Math.sqrt(0.5), within(1e-6f));
  }

  @Test
  void saysThatItNeedsFeatures() {
    assertThatThrownBy(() -> fit(FeatureMatrix.none(5), ContentKnn.Weight.EQUAL))
        .isInstanceOf(InvalidDataException.class)
        .hasMessageContaining("experiment.features.items");
  }
}
