package org.recsys4j.data.clean;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
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
import org.recsys4j.api.data.InvalidDataException;
import org.recsys4j.api.store.ModelReader;
import org.recsys4j.api.store.ModelWriter;

/**
 * A step that keeps the numbers before it which tell most, by the training rows. It looks at the
 * places of numeric and multi-hot features one by one; categories to look up and sequences stay.
 *
 * <p>The target is an attribute, each of whose texts is a class, or else how many training events a
 * row has, in parts of about equal size. Takes the time of sorting each column.
 */
public final class Select implements FeatureExtractorFactory<Select.Options> {
  /** The factory. */
  public Select() {}

  /** What a place is judged by. */
  public enum Method {
    /** Its variance, whatever the target. */
    VARIANCE,
    /** Mutual information with the target, in nats; quantities are cut into parts. */
    MUTUAL_INFORMATION,
    /** Pearson's chi-squared against the target, for numbers that are never negative. */
    CHI_SQUARED
  }

  /**
   * The parameters.
   *
   * @param method what a place is judged by
   * @param count how many places stay at most; all where there is none
   * @param minimum a place stays only if it is judged above this
   * @param target the attribute to be told; how many events a row has where there is none
   * @param parts into how many parts quantities are cut
   */
  public record Options(
      Method method,
      @Range(min = 1) Optional<Integer> count,
      @Range(min = 0) double minimum,
      Optional<String> target,
      @Range(min = 2, max = 1000) int parts) {
    /** Checks the ranges. */
    public Options {
      Check.components(Options.class, method, count, minimum, target, parts);
    }
  }

  @Override
  public Class<Options> optionsType() {
    return Options.class;
  }

  @Override
  public String summary() {
    return "a step that keeps the numbers before it which tell most";
  }

  @Override
  public String reference() {
    return "Isabelle Guyon and André Elisseeff, \"An Introduction to Variable and Feature"
        + " Selection\", JMLR 3, 2003";
  }

  @Override
  public boolean isStep() {
    return true;
  }

  @Override
  public FeatureExtractor fit(FeatureRows training, Options options) {
    Target target =
        options
            .target()
            .map(column -> Target.column(training, column))
            .orElseGet(() -> Target.activity(training, options.parts()));
    BitSet kept = new BitSet();
    List<Integer> candidates = new ArrayList<>();
    double[] scores = new double[training.before().width()];
    int at = 0;
    for (Feature feature : training.before().features()) {
      boolean judged = feature.kind() == Kind.NUMERIC || feature.kind() == Kind.MULTI_HOT;
      for (int end = at + feature.width(); at < end; at++) {
        if (judged) {
          scores[at] = score(feature, Columns.column(training, at), target, options);
          candidates.add(at);
        } else {
          kept.set(at);
        }
      }
    }
    candidates.stream()
        .filter(place -> scores[place] > options.minimum())
        .sorted(Comparator.comparingDouble((Integer place) -> -scores[place]))
        .limit(options.count().orElse(Integer.MAX_VALUE))
        .forEach(kept::set);
    return new Fitted(training.before(), kept.stream().toArray());
  }

  private static double score(Feature feature, double[] column, Target target, Options options) {
    return switch (options.method()) {
      case VARIANCE -> {
        double deviation = Sample.of(column).deviation();
        yield deviation * deviation;
      }
      case MUTUAL_INFORMATION -> {
        boolean mark = feature.kind() == Kind.MULTI_HOT;
        Target cut = Target.cut(column, mark ? 2 : options.parts());
        int[] values =
            mark ? Arrays.stream(column).mapToInt(x -> x > 0 ? 1 : 0).toArray() : cut.classOf();
        yield Dependence.mutualInformation(
            values, Math.max(2, cut.classes()), target.classOf(), target.classes());
      }
      case CHI_SQUARED -> {
        if (Arrays.stream(column).anyMatch(x -> x < 0)) {
          throw new InvalidDataException(
              "feature \"" + feature.name() + "\" is negative, which chi-squared cannot judge");
        }
        yield Dependence.chiSquared(column, target.classOf(), target.classes());
      }
    };
  }

  @Override
  public FeatureExtractor load(ModelReader in) throws IOException {
    FeatureSchema before = FeatureSchema.load(in);
    int[] kept = in.ints("kept", -1);
    for (int i = 0; i < kept.length; i++) {
      if (kept[i] >= before.width() || kept[i] <= (i == 0 ? -1 : kept[i - 1])) {
        throw new IOException("the places of a saved selection are not in order");
      }
    }
    return new Fitted(before, kept);
  }

  /** Ascending places. */
  private static final class Fitted implements FeatureExtractor {
    private final FeatureSchema before;
    private final FeatureSchema schema;
    private final int[] kept;

    Fitted(FeatureSchema before, int[] kept) {
      this.before = before;
      this.kept = kept;
      List<Feature> features = new ArrayList<>();
      int at = 0;
      for (Feature feature : before.features()) {
        int from = at;
        at += feature.width();
        int end = at;
        int[] own =
            IntStream.of(kept).filter(i -> i >= from && i < end).map(i -> i - from).toArray();
        if (own.length == feature.width()) {
          features.add(feature);
        } else if (own.length > 0) {
          features.add(narrowed(feature, own));
        }
      }
      this.schema = new FeatureSchema(features);
    }

    private static Feature narrowed(Feature feature, int[] own) {
      int unknown = Arrays.binarySearch(own, feature.unknown().orElse(-1));
      return new Feature(
          feature.name(),
          feature.kind(),
          own.length,
          feature.kind() == Kind.MULTI_HOT ? own.length : 0,
          unknown < 0 ? OptionalInt.empty() : OptionalInt.of(unknown));
    }

    @Override
    public FeatureSchema schema() {
      return schema;
    }

    @Override
    public void extract(FeatureRow row, FeatureSink sink) {
      for (int place : kept) {
        sink.put(row.number(place));
      }
    }

    @Override
    public void save(ModelWriter out) throws IOException {
      before.save(out);
      out.ints("kept", kept, kept.length);
    }
  }
}
