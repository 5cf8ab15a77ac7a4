package org.recsys4j.data.feature;

import java.io.IOException;
import java.util.BitSet;
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
import org.recsys4j.api.data.UserHistory;
import org.recsys4j.api.store.ModelReader;
import org.recsys4j.api.store.ModelWriter;

/**
 * A user's last items, oldest of them first. An item is its index plus 2, an item that no training
 * row had is 1, and the places left over at the end are 0. (Of a row that is an item, these are its
 * last users.)
 */
public final class Sequence implements FeatureExtractorFactory<Sequence.Options> {
  private static final int UNKNOWN = 1;
  private static final int FIRST = 2;

  /** The factory. */
  public Sequence() {}

  /**
   * The parameters.
   *
   * @param length how many of the last events count
   */
  public record Options(@Range(min = 1, max = 10_000) int length) {
    /** Checks the range. */
    public Options {
      Check.components(Options.class, length);
    }
  }

  @Override
  public Class<Options> optionsType() {
    return Options.class;
  }

  @Override
  public String summary() {
    return "a user's last items";
  }

  @Override
  public FeatureExtractor fit(FeatureRows training, Options options) {
    BitSet seen = new BitSet();
    for (FeatureRow row : training) {
      for (int event = 0; event < row.events().size(); event++) {
        seen.set(row.events().item(event));
      }
    }
    return new Fitted(options.length(), seen);
  }

  @Override
  public FeatureExtractor load(ModelReader in) throws IOException {
    return new Fitted(in.ints("length", 1)[0], BitSet.valueOf(in.longs("seen", -1)));
  }

  /** The set is never written to. */
  private static final class Fitted implements FeatureExtractor {
    private final int length;
    private final BitSet seen;

    Fitted(int length, BitSet seen) {
      this.length = length;
      this.seen = seen;
    }

    @Override
    public FeatureSchema schema() {
      return FeatureSchema.of(
          new Feature(
              "events.last",
              Kind.SEQUENCE,
              length,
              FIRST + seen.length(),
              OptionalInt.of(UNKNOWN)));
    }

    @Override
    public void extract(FeatureRow row, FeatureSink sink) {
      UserHistory events = row.events();
      int first = Math.max(0, events.size() - length);
      for (int event = first; event < events.size(); event++) {
        int item = events.item(event);
        sink.put(seen.get(item) ? FIRST + item : UNKNOWN);
      }
      for (int left = events.size() - first; left < length; left++) {
        sink.put(0);
      }
    }

    @Override
    public void save(ModelWriter out) throws IOException {
      out.ints("length", new int[] {length}, 1);
      long[] words = seen.toLongArray();
      out.longs("seen", words, words.length);
    }
  }
}
