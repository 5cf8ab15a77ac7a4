package org.recsys4j.data.feature.text;

import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import org.recsys4j.api.FeatureExtractor;
import org.recsys4j.api.FeatureExtractorFactory;
import org.recsys4j.api.FeatureRows;
import org.recsys4j.api.FeatureSink;
import org.recsys4j.api.config.Check;
import org.recsys4j.api.config.Range;
import org.recsys4j.api.data.FeatureRow;
import org.recsys4j.api.data.FeatureSchema;
import org.recsys4j.api.data.FeatureSchema.Feature;
import org.recsys4j.api.store.ModelReader;
import org.recsys4j.api.store.ModelWriter;
import org.recsys4j.data.feature.Vocabulary;

/**
 * The words of a text, weighted: {@code tf * (ln((1 + n) / (1 + df)) + 1)}, where tf is how often a
 * word is in the text (or 1 + ln of that), df in how many training rows it is, and n how many
 * training rows have a text; rows are brought to length 1. Words are taken from the most frequent
 * on, and equally frequent ones in alphabetical order. A text without a known word is all 0.
 */
public final class TextTfidf implements FeatureExtractorFactory<TextTfidf.Options> {
  /** The factory. */
  public TextTfidf() {}

  /**
   * The parameters.
   *
   * @param columns the attributes, whose texts are joined
   * @param analyser how texts are cut into words
   * @param words how many words at most
   * @param minimumCount how many training rows must have a word
   * @param maximumShare the share of training rows above which a word says nothing
   * @param sublinear whether 1 + ln(tf) stands for tf
   */
  public record Options(
      List<String> columns,
      Analyser analyser,
      @Range(min = 1, max = 1_000_000) int words,
      @Range(min = 1) int minimumCount,
      @Range(min = 0, minExclusive = true, max = 1) double maximumShare,
      boolean sublinear) {
    /** Refuses an empty list of columns. */
    public Options {
      Check.components(
          Options.class, columns, analyser, words, minimumCount, maximumShare, sublinear);
      columns = List.copyOf(Check.notEmpty("columns", columns));
    }
  }

  @Override
  public Class<Options> optionsType() {
    return Options.class;
  }

  @Override
  public String summary() {
    return "the words of a text, weighted by how rare they are";
  }

  @Override
  public String reference() {
    return "Gerard Salton and Christopher Buckley, \"Term-weighting approaches in automatic text"
        + " retrieval\", Information Processing & Management 24(5), 1988";
  }

  @Override
  public FeatureExtractor fit(FeatureRows training, Options options) {
    Tokens tokens = new Tokens(options.columns(), options.analyser());
    Vocabulary.Counter counter = new Vocabulary.Counter();
    int texts = 0;
    for (FeatureRow row : training) {
      List<String> words = tokens.of(row);
      texts += words.isEmpty() ? 0 : 1;
      new HashSet<>(words).forEach(counter::add);
    }
    int most = (int) Math.floor(options.maximumShare() * texts);
    Vocabulary vocabulary = counter.mostFrequent(options.minimumCount(), most, options.words());
    float[] idf = new float[vocabulary.size()];
    for (int i = 0; i < idf.length; i++) {
      int df = counter.count(vocabulary.text(i));
      idf[i] = (float) (Math.log((1.0 + texts) / (1.0 + df)) + 1);
    }
    return new Fitted(
        options.columns(), options.analyser(), tokens, vocabulary, idf, options.sublinear());
  }

  @Override
  public FeatureExtractor load(ModelReader in) throws IOException {
    List<String> columns = in.texts("columns");
    Analyser analyser = SavedText.analyser(in);
    Vocabulary vocabulary = Vocabulary.load(in);
    return new Fitted(
        columns,
        analyser,
        new Tokens(columns, analyser),
        vocabulary,
        in.floats("idf", vocabulary.size()),
        in.ints("sublinear", 1)[0] != 0);
  }

  /** The weights are never written to. */
  private static final class Fitted implements FeatureExtractor {
    private final List<String> columns;
    private final Analyser analyser;
    private final Tokens tokens;
    private final Vocabulary vocabulary;
    private final float[] idf;
    private final boolean sublinear;

    Fitted(
        List<String> columns,
        Analyser analyser,
        Tokens tokens,
        Vocabulary vocabulary,
        float[] idf,
        boolean sublinear) {
      this.columns = columns;
      this.analyser = analyser;
      this.tokens = tokens;
      this.vocabulary = vocabulary;
      this.idf = idf;
      this.sublinear = sublinear;
    }

    @Override
    public FeatureSchema schema() {
      return vocabulary.size() == 0
          ? FeatureSchema.NONE
          : FeatureSchema.of(
              Feature.numeric(String.join("+", columns) + ".tfidf", vocabulary.size()));
    }

    @Override
    public void extract(FeatureRow row, FeatureSink sink) {
      float[] weights = new float[idf.length];
      for (String word : tokens.of(row)) {
        int index = vocabulary.indexOf(word);
        if (index >= 0) {
          weights[index]++;
        }
      }
      double squares = 0;
      for (int i = 0; i < weights.length; i++) {
        double tf = sublinear && weights[i] > 0 ? 1 + Math.log(weights[i]) : weights[i];
        weights[i] = (float) (tf * idf[i]);
        squares += (double) weights[i] * weights[i];
      }
      double length = squares == 0 ? 1 : Math.sqrt(squares);
      for (float weight : weights) {
        sink.put((float) (weight / length));
      }
    }

    @Override
    public void save(ModelWriter out) throws IOException {
      out.texts("columns", columns);
      SavedText.analyser(out, analyser);
      vocabulary.save(out);
      out.floats("idf", idf, idf.length);
      out.ints("sublinear", new int[] {sublinear ? 1 : 0}, 1);
    }
  }
}
