package org.recsys4j.models.knn;

import java.io.IOException;
import java.util.Arrays;
import org.recsys4j.api.FitContext;
import org.recsys4j.api.Recommender;
import org.recsys4j.api.RecommenderFactory;
import org.recsys4j.api.ScoreBlock;
import org.recsys4j.api.TrainingData;
import org.recsys4j.api.UserBatch;
import org.recsys4j.api.config.Check;
import org.recsys4j.api.data.InvalidDataException;
import org.recsys4j.api.data.UserHistory;
import org.recsys4j.api.store.ModelReader;
import org.recsys4j.api.store.ModelWriter;

/**
 * Content-based filtering: items whose features are like those of the user's items (Lops, de Gemmis
 * and Semeraro, "Content-based Recommender Systems: State of the Art and Trends", Recommender
 * Systems Handbook, 2011).
 *
 * <ol>
 *   <li>Every item is the vector of its features, brought to length 1: quantities as they are,
 *       categories as one place each, the unknown category as none.
 *   <li>A user's profile is the sum of the vectors of the history, each once, or as often as the
 *       events' values say.
 *   <li>The score of an item is the cosine between its vector and the profile.
 * </ol>
 *
 * <p>It learns nothing from other users, and so scores items without any event: give the experiment
 * {@code features.items} and {@code evaluate.cold-items = score}. An empty history, and an item of
 * which nothing is known, score 0.
 *
 * <p>Strengths: cold items and new users, explainable. Weaknesses: no better than the features, and
 * more of the same. Scoring a user takes one step a feature of each item that is not 0; holds 8
 * bytes each.
 */
public final class ContentKnn implements Recommender {
  private final ItemVectors vectors;
  private final boolean byValue;

  private ContentKnn(ItemVectors vectors, boolean byValue) {
    this.vectors = vectors;
    this.byValue = byValue;
  }

  /** What an event counts in a profile. */
  public enum Weight {
    /** One for each different item. */
    EQUAL,
    /** The sum of the values of the events with an item; negative ones push away. */
    VALUE
  }

  /**
   * The hyper-parameters.
   *
   * @param weight what an event counts in a profile
   */
  public record Options(Weight weight) {
    /** Refuses null. */
    public Options {
      Check.components(Options.class, weight);
    }
  }

  /** Fits and loads {@link ContentKnn}. */
  public static final class Factory implements RecommenderFactory<Options> {
    /** Does nothing yet. */
    public Factory() {}

    @Override
    public Class<Options> optionsType() {
      return Options.class;
    }

    @Override
    public String summary() {
      return "items whose features are like those of the history";
    }

    @Override
    public String reference() {
      return "Pasquale Lops, Marco de Gemmis and Giovanni Semeraro, \"Content-based Recommender"
          + " Systems: State of the Art and Trends\", Recommender Systems Handbook, 2011";
    }

    /**
     * Takes the features.
     *
     * @throws InvalidDataException if items have none
     */
    @Override
    public ContentKnn fit(TrainingData train, Options options, FitContext context) {
      if (train.features().items().width() == 0) {
        throw new InvalidDataException(
            "content-knn needs features of items; name extractors in experiment.features.items");
      }
      return new ContentKnn(
          ItemVectors.of(train.features().items()), options.weight() == Weight.VALUE);
    }

    @Override
    public ContentKnn load(ModelReader in) throws IOException {
      return new ContentKnn(ItemVectors.load(in), in.ints("by-value", 1)[0] != 0);
    }
  }

  @Override
  public int items() {
    return vectors.items();
  }

  @Override
  public void score(UserBatch users, ScoreBlock out) {
    double[] profile = new double[vectors.width()];
    for (int row = 0; row < users.size(); row++) {
      Arrays.fill(profile, 0);
      addHistory(users.history(row), profile);
      double squares = 0;
      for (double weight : profile) {
        squares += weight * weight;
      }
      double scale = squares == 0 ? 0 : 1 / Math.sqrt(squares);
      int start = out.offset(row);
      for (int item = 0; item < items(); item++) {
        out.scores()[start + item] = (float) (scale * vectors.product(profile, item));
      }
    }
  }

  /** In the order of items, so that the order of events does not change a bit. */
  private void addHistory(UserHistory history, double[] profile) {
    int[] had = new int[history.size()];
    history.copyItems(had, 0);
    if (byValue) {
      for (int i = 0; i < had.length; i++) {
        vectors.addTo(profile, had[i], history.value(i));
      }
      return;
    }
    Arrays.sort(had);
    for (int i = 0; i < had.length; i++) {
      if (i == 0 || had[i] != had[i - 1]) {
        vectors.addTo(profile, had[i], 1);
      }
    }
  }

  @Override
  public boolean scoresNewUsers() {
    return true;
  }

  /** Nothing is learned: the numbers that are kept. */
  @Override
  public long parameters() {
    return vectors.size();
  }

  @Override
  public void save(ModelWriter out) throws IOException {
    vectors.save(out);
    out.ints("by-value", new int[] {byValue ? 1 : 0}, 1);
  }
}
