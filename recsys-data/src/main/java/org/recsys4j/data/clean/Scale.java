package org.recsys4j.data.clean;

import java.io.IOException;
import java.util.List;
import org.recsys4j.api.FeatureExtractor;
import org.recsys4j.api.FeatureExtractorFactory;
import org.recsys4j.api.FeatureRows;
import org.recsys4j.api.config.Check;
import org.recsys4j.api.store.ModelReader;

/** A step that scales each number before it. Categories stay as they are. */
public final class Scale implements FeatureExtractorFactory<Scale.Options> {
  /** The factory. */
  public Scale() {}

  /**
   * The parameters.
   *
   * @param features names of the features to scale; all numeric ones where there is none
   * @param method how they are scaled
   */
  public record Options(List<String> features, Scaling method) {
    /** Copies the list. */
    public Options {
      Check.components(Options.class, features, method);
      features = List.copyOf(features);
    }
  }

  @Override
  public Class<Options> optionsType() {
    return Options.class;
  }

  @Override
  public String summary() {
    return "a step that scales the numbers before it";
  }

  @Override
  public boolean isStep() {
    return true;
  }

  @Override
  public FeatureExtractor fit(FeatureRows training, Options options) {
    Scaling method = options.method();
    return Columns.fit(
        training,
        options.features(),
        sample ->
            new CleanQuantity(
                0,
                Double.NEGATIVE_INFINITY,
                Double.POSITIVE_INFINITY,
                method.shift(sample),
                method.factor(sample)));
  }

  @Override
  public FeatureExtractor load(ModelReader in) throws IOException {
    return Columns.load(in);
  }
}
