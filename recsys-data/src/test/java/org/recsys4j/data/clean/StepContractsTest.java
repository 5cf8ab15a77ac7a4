package org.recsys4j.data.clean;

import static org.recsys4j.data.feature.Rows.row;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Nested;
import org.recsys4j.api.FeatureExtractorFactory;
import org.recsys4j.api.contract.FeatureExtractorContract;
import org.recsys4j.api.data.FeatureRow;
import org.recsys4j.api.data.FeatureSchema;
import org.recsys4j.api.data.FeatureSchema.Feature;
import org.recsys4j.api.data.FeatureSchema.Kind;

/** Steps pass the contract, behind a price, a country and two genres. */
class StepContractsTest {
  abstract static class StepContract<O extends Record> extends FeatureExtractorContract<O> {
    @Override
    protected FeatureSchema before() {
      return FeatureSchema.of(
          Feature.numeric("price", 1),
          new Feature("country", Kind.CATEGORICAL, 1, 4, OptionalInt.of(0)),
          new Feature("genre", Kind.MULTI_HOT, 3, 3, OptionalInt.empty()));
    }

    @Override
    protected List<FeatureRow> trainingRows() {
      return List.of(
          row("a").with(1, 2, 0, 1, 0),
          row("b").with(2, 3, 1, 1, 0),
          row("a").with(-4, 1, 0, 0, 1),
          row("b").with(9, 1, 1, 0, 1));
    }

    @Override
    protected FeatureRow unseenRow() {
      return row("c").with(100, 0, 1, 1, 1);
    }

    @Override
    protected FeatureRow emptyRow() {
      return row("").with(0, 0, 0, 0, 0);
    }
  }

  @Nested
  class OfClip extends StepContract<Clip.Options> {
    @Override
    protected FeatureExtractorFactory<Clip.Options> factory() {
      return new Clip();
    }

    @Override
    protected Clip.Options options() {
      return new Clip.Options(List.of("price"), 0.1, 0.9);
    }
  }

  @Nested
  class OfScale extends StepContract<Scale.Options> {
    @Override
    protected FeatureExtractorFactory<Scale.Options> factory() {
      return new Scale();
    }

    @Override
    protected Scale.Options options() {
      return new Scale.Options(List.of(), Scaling.STANDARD);
    }
  }

  @Nested
  class OfSelect extends StepContract<Select.Options> {
    @Override
    protected FeatureExtractorFactory<Select.Options> factory() {
      return new Select();
    }

    @Override
    protected Select.Options options() {
      return new Select.Options(
          Select.Method.MUTUAL_INFORMATION, Optional.of(2), 0, Optional.of("x"), 3);
    }
  }
}
