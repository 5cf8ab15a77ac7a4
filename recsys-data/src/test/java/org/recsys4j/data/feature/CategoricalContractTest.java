package org.recsys4j.data.feature;

import java.util.List;
import java.util.Optional;
import org.recsys4j.api.FeatureExtractorFactory;
import org.recsys4j.api.contract.FeatureExtractorContract;
import org.recsys4j.api.data.Attributes;

class CategoricalContractTest
    extends FeatureExtractorContract<Attributes.Row, Categorical.Options> {
  @Override
  protected FeatureExtractorFactory<Attributes.Row, Categorical.Options> factory() {
    return new Categorical();
  }

  @Override
  protected Categorical.Options options() {
    return new Categorical.Options("x", 1);
  }

  @Override
  protected List<Attributes.Row> trainingRows() {
    return List.of(
        column -> Optional.of("red"), column -> Optional.of("blue"), column -> Optional.of("red"));
  }

  @Override
  protected Attributes.Row unseenRow() {
    return column -> Optional.of("green");
  }

  @Override
  protected Attributes.Row emptyRow() {
    return column -> Optional.empty();
  }
}
