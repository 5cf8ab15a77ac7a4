package org.recsys4j.data.clean;

import java.io.IOException;
import java.util.List;
import org.recsys4j.api.FeatureExtractor;
import org.recsys4j.api.FeatureExtractorFactory;
import org.recsys4j.api.FeatureRows;
import org.recsys4j.api.config.Check;
import org.recsys4j.api.config.Range;
import org.recsys4j.api.store.ModelReader;

/**
 * A step that clips outliers: each number before it is brought between two quantiles that it has in
 * the training rows. Categories stay as they are.
 */
public final class Clip implements FeatureExtractorFactory<Clip.Options> {
  /** The factory. */
  public Clip() {}

  /**
   * The parameters.
   *
   * @param features names of the features to clip; all numeric ones where there is none
   * @param lower the quantile below which values are raised to it; 0 for none
   * @param upper the quantile above which values are lowered to it; 1 for none
   */
  public record Options(
      List<String> features,
      @Range(min = 0, max = 1) double lower,
      @Range(min = 0, max = 1) double upper) {
    /** Refuses quantiles in the wrong order. */
    public Options {
      Check.components(Options.class, features, lower, upper);
      Check.argument(lower < upper, "lower", lower, "below upper, " + upper);
      features = List.copyOf(features);
    }
  }

  @Override
  public Class<Options> optionsType() {
    return Options.class;
  }

  @Override
  public String summary() {
    return "a step that clips the numbers before it at quantiles of the training rows";
  }

  @Override
  public boolean isStep() {
    return true;
  }

  @Override
  public FeatureExtractor fit(FeatureRows training, Options options) {
    return Columns.fit(
        training,
        options.features(),
        sample -> CleanQuantity.clip(sample, options.lower(), options.upper()));
  }

  @Override
  public FeatureExtractor load(ModelReader in) throws IOException {
    return Columns.load(in);
  }
}
