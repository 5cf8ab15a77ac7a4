package org.recsys4j.data.feature.text;

import java.io.IOException;
import java.util.List;
import java.util.OptionalInt;
import org.recsys4j.api.FeatureExtractor;
import org.recsys4j.api.FeatureExtractorFactory;
import org.recsys4j.api.FeatureRows;
import org.recsys4j.api.FeatureSink;
import org.recsys4j.api.config.Check;
import org.recsys4j.api.config.Range;
import org.recsys4j.api.data.FeatureRow;
import org.recsys4j.api.data.FeatureSchema;
import org.recsys4j.api.data.FeatureSchema.Feature;
import org.recsys4j.api.data.FeatureSchema.Kind;
import org.recsys4j.api.store.ModelReader;
import org.recsys4j.api.store.ModelWriter;
import org.recsys4j.data.feature.Vocabulary;

/**
 * The words of a text as numbers to look up, in their order, for convolutional and recurrent
 * networks. Words of the vocabulary are numbered from 2, the most frequent first; 1 is any other
 * word, and 0 stands in the places left over at the end. Longer texts are cut.
 */
public final class TextSequence implements FeatureExtractorFactory<TextSequence.Options> {
  private static final int UNKNOWN = 1;
  private static final int FIRST = 2;

  /** The factory. */
  public TextSequence() {}

  /**
   * The parameters.
   *
   * @param columns the attributes, whose texts are joined
   * @param analyser how texts are cut into words
   * @param length how many words of a text count, the first ones
   * @param words how many words the vocabulary has at most
   * @param minimumCount how often a word must occur in the training rows
   */
  public record Options(
      List<String> columns,
      Analyser analyser,
      @Range(min = 1, max = 100_000) int length,
      @Range(min = 1, max = 10_000_000) int words,
      @Range(min = 1) int minimumCount) {
    /** Refuses an empty list of columns. */
    public Options {
      Check.components(Options.class, columns, analyser, length, words, minimumCount);
      columns = List.copyOf(Check.notEmpty("columns", columns));
    }
  }

  @Override
  public Class<Options> optionsType() {
    return Options.class;
  }

  @Override
  public String summary() {
    return "the words of a text as numbers to look up, in their order";
  }

  @Override
  public FeatureExtractor fit(FeatureRows training, Options options) {
    Tokens tokens = new Tokens(options.columns(), options.analyser());
    Vocabulary.Counter counter = new Vocabulary.Counter();
    training.forEach(row -> tokens.of(row).forEach(counter::add));
    Vocabulary vocabulary =
        counter.mostFrequent(options.minimumCount(), Integer.MAX_VALUE, options.words());
    return new Fitted(options.columns(), options.analyser(), tokens, vocabulary, options.length());
  }

  @Override
  public FeatureExtractor load(ModelReader in) throws IOException {
    List<String> columns = in.texts("columns");
    Analyser analyser = SavedText.analyser(in);
    return new Fitted(
        columns,
        analyser,
        new Tokens(columns, analyser),
        Vocabulary.load(in),
        in.ints("length", 1)[0]);
  }

  private record Fitted(
      List<String> columns, Analyser analyser, Tokens tokens, Vocabulary vocabulary, int length)
      implements FeatureExtractor {
    @Override
    public FeatureSchema schema() {
      return FeatureSchema.of(
          new Feature(
              String.join("+", columns) + ".words",
              Kind.SEQUENCE,
              length,
              FIRST + vocabulary.size(),
              OptionalInt.of(UNKNOWN)));
    }

    @Override
    public void extract(FeatureRow row, FeatureSink sink) {
      List<String> words = tokens.of(row);
      for (int place = 0; place < length; place++) {
        if (place >= words.size()) {
          sink.put(0);
        } else {
          int index = vocabulary.indexOf(words.get(place));
          sink.put(index < 0 ? UNKNOWN : FIRST + index);
        }
      }
    }

    @Override
    public void save(ModelWriter out) throws IOException {
      out.texts("columns", columns);
      SavedText.analyser(out, analyser);
      vocabulary.save(out);
      out.ints("length", new int[] {length}, 1);
    }
  }
}
