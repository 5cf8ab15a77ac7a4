package org.recsys4j.data.feature;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.recsys4j.api.FeatureExtractor;
import org.recsys4j.api.FeatureExtractorFactory;
import org.recsys4j.api.FeatureRows;
import org.recsys4j.api.FeatureSink;
import org.recsys4j.api.config.Check;
import org.recsys4j.api.data.FeatureRow;
import org.recsys4j.api.data.FeatureSchema;
import org.recsys4j.api.data.FeatureSchema.Feature;
import org.recsys4j.api.data.InvalidDataException;
import org.recsys4j.api.store.ModelReader;
import org.recsys4j.api.store.ModelWriter;

/**
 * A vector made elsewhere, by a language model, say: looked up by the row's id, or by an attribute.
 * A row without a vector is all 0. All vectors of the file are held and saved, 4 bytes a number,
 * for a cold item may need any of them.
 */
public final class Embedding implements FeatureExtractorFactory<Embedding.Options> {
  /** The factory. */
  public Embedding() {}

  /**
   * The parameters.
   *
   * @param file the vectors: word2vec's text format, rows of {@code id v1 v2 ...}, or NumPy's
   *     {@code .npy}
   * @param ids beside a {@code .npy}: a text with the id of each of its rows, one a line
   * @param column the attribute by which vectors are looked up; the id where there is none
   */
  public record Options(Path file, Optional<Path> ids, Optional<String> column) {
    /** Refuses a matrix without ids. */
    public Options {
      Check.components(Options.class, file, ids, column);
      Check.argument(
          !VectorFile.isMatrix(file) || ids.isPresent(),
          "ids",
          "none",
          "enough for a .npy, whose rows have no names");
    }
  }

  @Override
  public Class<Options> optionsType() {
    return Options.class;
  }

  @Override
  public String summary() {
    return "a vector from a file, by id or by an attribute";
  }

  @Override
  public FeatureExtractor fit(FeatureRows training, Options options) {
    try {
      return new Fitted(options.column(), VectorFile.read(options.file(), options.ids()));
    } catch (IOException e) {
      throw new InvalidDataException("cannot read " + options.file() + ": " + e.getMessage(), e);
    }
  }

  @Override
  public FeatureExtractor load(ModelReader in) throws IOException {
    String column = in.text("column");
    return new Fitted(column.isEmpty() ? Optional.empty() : Optional.of(column), Vectors.load(in));
  }

  private record Fitted(Optional<String> column, Vectors vectors) implements FeatureExtractor {
    @Override
    public FeatureSchema schema() {
      return FeatureSchema.of(Feature.numeric(column.orElse("id") + ".embedding", vectors.width()));
    }

    @Override
    public void extract(FeatureRow row, FeatureSink sink) {
      vectors.put(column.isEmpty() ? row.id() : row.value(column.get()).orElse(""), sink);
    }

    @Override
    public void save(ModelWriter out) throws IOException {
      out.text("column", column.orElse(""));
      vectors.save(out);
    }
  }
}
