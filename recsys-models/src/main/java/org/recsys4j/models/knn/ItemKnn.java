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
import org.recsys4j.api.config.Range;
import org.recsys4j.api.data.UserHistory;
import org.recsys4j.api.store.ModelReader;
import org.recsys4j.api.store.ModelWriter;
import org.recsys4j.models.sparse.SparseMatrix;

/**
 * Item neighbourhoods (Sarwar, Karypis, Konstan and Riedl, "Item-based collaborative filtering
 * recommendation algorithms", WWW 2001; for implicit data: Deshpande and Karypis, "Item-based top-N
 * recommendation algorithms", TOIS 2004).
 *
 * <p>Two items are similar when the same users had them. Every item keeps its k most similar ones;
 * its score for a user is the sum of its similarities to those that are in the history.
 * Interactions are taken as binary: repeated events of a user with an item count once, values and
 * times are not used. Users unseen in training are scored like all others, an empty history and an
 * item without training events score 0.
 *
 * <p>Strengths: no training beyond counting, explainable, new events count at once. Weaknesses: it
 * sees pairs of items alone, and time and memory of fitting grow with the square of the longest
 * histories. Holds {@code 8 k} bytes an item.
 */
public final class ItemKnn implements Recommender {
  private final Neighbourhoods neighbourhoods;

  private ItemKnn(Neighbourhoods neighbourhoods) {
    this.neighbourhoods = neighbourhoods;
  }

  /**
   * The hyper-parameters.
   *
   * @param neighbours how many similar items each item keeps, at least 1
   * @param similarity how alike two items are
   * @param shrinkage added to the denominator of the similarity, in users: how little a similarity
   *     counts that rests on few users; 0 or more
   */
  public record Options(
      @Range(min = 1, max = 100_000) int neighbours,
      Similarity similarity,
      @Range(min = 0) double shrinkage) {
    /** Checks the ranges. */
    public Options {
      Check.components(Options.class, neighbours, similarity, shrinkage);
    }
  }

  /** Fits and loads {@link ItemKnn}. */
  public static final class Factory implements RecommenderFactory<Options> {
    /** Does nothing yet. */
    public Factory() {}

    @Override
    public Class<Options> optionsType() {
      return Options.class;
    }

    @Override
    public String summary() {
      return "items most similar to those of the history, by common users";
    }

    @Override
    public String reference() {
      return "Mukund Deshpande and George Karypis, \"Item-Based Top-N Recommendation Algorithms\","
          + " TOIS 22(1), 2004";
    }

    @Override
    public ItemKnn fit(TrainingData train, Options options, FitContext context) {
      SparseMatrix matrix = SparseMatrix.of(train.interactions());
      return new ItemKnn(new NeighbourSearch(matrix, options, context).run());
    }

    @Override
    public ItemKnn load(ModelReader in) throws IOException {
      return new ItemKnn(Neighbourhoods.load(in));
    }
  }

  @Override
  public int items() {
    return neighbourhoods.items();
  }

  @Override
  public void score(UserBatch users, ScoreBlock out) {
    for (int row = 0; row < users.size(); row++) {
      int start = out.offset(row);
      Arrays.fill(out.scores(), start, start + items(), 0);
      UserHistory history = users.history(row);
      int[] had = new int[history.size()];
      history.copyItems(had, 0);
      Arrays.sort(had);
      for (int i = 0; i < had.length; i++) {
        if (i == 0 || had[i] != had[i - 1]) {
          neighbourhoods.addTo(out.scores(), start, had[i]);
        }
      }
    }
  }

  @Override
  public boolean scoresNewUsers() {
    return true;
  }

  /** The similarities that are kept. */
  @Override
  public long parameters() {
    return neighbourhoods.size();
  }

  @Override
  public void save(ModelWriter out) throws IOException {
    neighbourhoods.save(out);
  }
}
