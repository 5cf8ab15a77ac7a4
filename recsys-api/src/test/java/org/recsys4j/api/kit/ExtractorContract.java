package org.recsys4j.api.kit;

import java.util.List;
import java.util.Optional;
import org.recsys4j.api.FeatureExtractorFactory;
import org.recsys4j.api.contract.FeatureExtractorContract;
import org.recsys4j.api.data.Attributes;
import org.recsys4j.api.data.FeatureRow;

/** The contract with rows of countries, prices and tags. */
class ExtractorContract extends FeatureExtractorContract<BreakableExtractor.Options> {
  private final ExtractorFault fault;

  ExtractorContract(ExtractorFault fault) {
    this.fault = fault;
  }

  private static FeatureRow row(String country, String price, String tag) {
    Attributes table =
        new Attributes.Builder(List.of("country", "price", "tag"))
            .add("id", List.of(country, price, tag))
            .build();
    return FeatureRow.of("id", table.row("id"));
  }

  @Override
  protected FeatureExtractorFactory<BreakableExtractor.Options> factory() {
    return new BreakableExtractor.Factory(fault);
  }

  @Override
  protected BreakableExtractor.Options options() {
    return new BreakableExtractor.Options();
  }

  @Override
  protected List<FeatureRow> trainingRows() {
    return List.of(
        row("NO", "1.5", "new"), row("DE", "2.5", ""), row("NO", "", "used"), row("", "4", "new"));
  }

  @Override
  protected FeatureRow unseenRow() {
    return row("PT", "1000", "broken");
  }

  @Override
  protected FeatureRow emptyRow() {
    return FeatureRow.of("id", column -> Optional.empty());
  }
}
