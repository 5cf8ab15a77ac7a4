package org.recsys4j.api.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.recsys4j.api.data.FeatureSchema.Feature;
import org.recsys4j.api.data.FeatureSchema.Kind;

class FeatureSchemaTest {
  private static final OptionalInt NO = OptionalInt.empty();

  @Test
  void widthIsTheSumOfTheFeatures() {
    List<Feature> features = new ArrayList<>();
    features.add(new Feature("price", Kind.NUMERIC, 1, 0, NO));
    features.add(new Feature("genre", Kind.MULTI_HOT, 18, 18, OptionalInt.of(17)));
    features.add(new Feature("country", Kind.CATEGORICAL, 1, 40, OptionalInt.of(0)));
    FeatureSchema schema = new FeatureSchema(features);
    features.clear();
    assertThat(schema.width()).isEqualTo(20);
    assertThat(schema.features()).hasSize(3);
    assertThat(new FeatureSchema(List.of()).width()).isZero();
  }

  @Test
  void namesAreUnique() {
    Feature price = new Feature("price", Kind.NUMERIC, 1, 0, NO);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new FeatureSchema(List.of(price, price)))
        .withMessage("two features \"price\"");
  }

  @Test
  void sizesFitTheKind() {
    refused(Kind.NUMERIC, 0, 0, NO);
    refused(Kind.NUMERIC, 1, 2, NO);
    refused(Kind.NUMERIC, 1, 0, OptionalInt.of(0));
    refused(Kind.CATEGORICAL, 2, 2, NO);
    refused(Kind.CATEGORICAL, 1, 0, NO);
    refused(Kind.CATEGORICAL, 1, 5, OptionalInt.of(5));
    refused(Kind.CATEGORICAL, 1, 5, OptionalInt.of(-1));
    refused(Kind.MULTI_HOT, 0, 0, NO);
    refused(Kind.MULTI_HOT, 4, 5, NO);
  }

  private static void refused(Kind kind, int width, int cardinality, OptionalInt unknown) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Feature("f", kind, width, cardinality, unknown))
        .withMessageStartingWith("feature \"f\": ");
  }
}
