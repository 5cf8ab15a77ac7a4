package org.recsys4j.data.feature;

import java.util.List;
import java.util.Optional;
import org.recsys4j.api.FeatureExtractorFactory;
import org.recsys4j.api.contract.FeatureExtractorContract;
import org.recsys4j.api.data.Attributes;

class NumericContractTest extends FeatureExtractorContract<Attributes.Row, Numeric.Options> {
  @Override
  protected FeatureExtractorFactory<Attributes.Row, Numeric.Options> factory() {
    return new Numeric();
  }

  @Override
  protected Numeric.Options options() {
    return new Numeric.Options("x", true);
  }

  @Override
  protected List<Attributes.Row> trainingRows() {
    return List.of(
        column -> Optional.of("1"), column -> Optional.of("2.5"), column -> Optional.of("-3"));
  }

  @Override
  protected Attributes.Row unseenRow() {
    return column -> Optional.of("1000");
  }

  @Override
  protected Attributes.Row emptyRow() {
    return column -> Optional.empty();
  }
}
