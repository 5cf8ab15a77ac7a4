package org.recsys4j.data.feature;

import java.util.List;
import java.util.Optional;
import org.recsys4j.api.FeatureExtractorFactory;
import org.recsys4j.api.contract.FeatureExtractorContract;
import org.recsys4j.api.data.Attributes;

class MultiHotContractTest extends FeatureExtractorContract<Attributes.Row, MultiHot.Options> {
  @Override
  protected FeatureExtractorFactory<Attributes.Row, MultiHot.Options> factory() {
    return new MultiHot();
  }

  @Override
  protected MultiHot.Options options() {
    return new MultiHot.Options("x", "|", 1);
  }

  @Override
  protected List<Attributes.Row> trainingRows() {
    return List.of(
        column -> Optional.of("Drama|War"),
        column -> Optional.of("War"),
        column -> Optional.of("Comedy|Drama"));
  }

  @Override
  protected Attributes.Row unseenRow() {
    return column -> Optional.of("Western");
  }

  @Override
  protected Attributes.Row emptyRow() {
    return column -> Optional.empty();
  }
}
