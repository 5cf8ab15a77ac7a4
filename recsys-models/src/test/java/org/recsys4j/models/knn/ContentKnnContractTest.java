package org.recsys4j.models.knn;

import java.util.OptionalInt;
import org.recsys4j.api.RecommenderFactory;
import org.recsys4j.api.TrainingData;
import org.recsys4j.api.contract.RecommenderContract;
import org.recsys4j.api.data.FeatureMatrix;
import org.recsys4j.api.data.FeatureSchema;
import org.recsys4j.api.data.FeatureSchema.Feature;
import org.recsys4j.api.data.FeatureSchema.Kind;
import org.recsys4j.api.data.Features;

class ContentKnnContractTest extends RecommenderContract<ContentKnn.Options> {
  @Override
  protected RecommenderFactory<ContentKnn.Options> factory() {
    return new ContentKnn.Factory();
  }

  @Override
  protected ContentKnn.Options options() {
    return new ContentKnn.Options(ContentKnn.Weight.EQUAL);
  }

  /** The colour of an item of the board. */
  @Override
  protected TrainingData complete(TrainingData data) {
    FeatureSchema schema =
        FeatureSchema.of(new Feature("colour", Kind.CATEGORICAL, 1, 3, OptionalInt.of(0)));
    FeatureMatrix.Builder items = new FeatureMatrix.Builder(schema, data.items());
    for (int item = 0; item < data.items(); item++) {
      items.set(item, 1 + item % 2);
    }
    return data.withFeatures(new Features(FeatureMatrix.none(data.users()), items.build()));
  }
}
