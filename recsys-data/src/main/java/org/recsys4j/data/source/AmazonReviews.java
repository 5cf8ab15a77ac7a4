package org.recsys4j.data.source;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.recsys4j.api.DatasetSource;
import org.recsys4j.api.ReadContext;
import org.recsys4j.api.config.Check;
import org.recsys4j.api.data.Attributes;
import org.recsys4j.api.data.EventLog;
import org.recsys4j.data.text.BadRows;
import org.recsys4j.data.text.TextInput;

/**
 * Reviews of one category of Amazon, as the groups of J. McAuley publish them: reviews as JSON
 * lines, or their ratings alone as CSV; plain, gzip or zstd.
 *
 * <table>
 *   <caption>Layouts</caption>
 *   <tr><th>layout</th><th>of</th><th>a row</th><th>times</th></tr>
 *   <tr><td>{@code json-2018}</td><td>2014 and 2018</td>
 *       <td>{@code reviewerID}, {@code asin}, {@code overall}, {@code unixReviewTime}</td>
 *       <td>seconds</td></tr>
 *   <tr><td>{@code json-2023}</td><td>2023</td>
 *       <td>{@code user_id}, {@code parent_asin} or {@code asin}, {@code rating}, {@code
 *       timestamp}</td><td>milliseconds</td></tr>
 *   <tr><td>{@code csv-2014}</td><td>2014</td><td>user, item, rating, time; no header</td>
 *       <td>seconds</td></tr>
 *   <tr><td>{@code csv-2018}</td><td>2018</td><td>item, user, rating, time; no header</td>
 *       <td>seconds</td></tr>
 *   <tr><td>{@code csv-2023}</td><td>2023</td>
 *       <td>{@code user_id}, {@code parent_asin}, {@code rating}, {@code timestamp} by a
 *       header</td><td>milliseconds</td></tr>
 * </table>
 *
 * <p>One event is one rating from 1 to 5, its value that rating. Times before 2023 are days. In
 * 2023, an item is a product with all of its colours and sizes ({@code parent_asin}), unless {@code
 * item = asin}. Users review a product more than once: {@link
 * org.recsys4j.data.prepare.Deduplicate} keeps one review.
 *
 * <p>The file of products of the same category tells {@code title}, {@code brand}, {@code
 * categories} (separated by {@code |}), {@code main_category} and {@code price} (a number) of the
 * items that have reviews; what it does not tell stays empty. Files of products of 2014 are Python,
 * not JSON, and not read.
 *
 * <p>Ni, Li and McAuley, "Justifying Recommendations using Distantly-Labeled Reviews and
 * Fine-Grained Aspects", EMNLP 2019; Hou, Li, He, Yan, Chen and McAuley, "Bridging Language and
 * Items for Retrieval and Recommendation", arXiv 2403.03952, 2024.
 */
public final class AmazonReviews implements DatasetSource<AmazonReviews.Options> {
  /** The source. */
  public AmazonReviews() {}

  /** How reviews are written. */
  public enum Layout {
    /** As the first row tells. */
    AUTO,
    /** Reviews of 2014 and 2018. */
    JSON_2018,
    /** Reviews of 2023. */
    JSON_2023,
    /** Ratings of 2014. */
    CSV_2014,
    /** Ratings of 2018. */
    CSV_2018,
    /** Ratings of 2023. */
    CSV_2023
  }

  /** What an item is, in 2023. */
  public enum Item {
    /** A product with all of its variants. */
    PARENT_ASIN,
    /** One variant; not in files of ratings alone. */
    ASIN
  }

  /**
   * The parameters.
   *
   * @param file the reviews, or ratings
   * @param layout how they are written
   * @param item what an item is
   * @param metaFile the products
   * @param badRows what becomes of wrong rows, in both files
   */
  public record Options(
      Path file, Layout layout, Item item, Optional<Path> metaFile, BadRows badRows) {
    /** Refuses nulls. */
    public Options {
      Check.components(Options.class, file, layout, item, metaFile, badRows);
    }
  }

  @Override
  public Class<Options> optionsType() {
    return Options.class;
  }

  @Override
  public String summary() {
    return "reviews of Amazon of 2014, 2018 or 2023, as JSON lines or ratings alone";
  }

  @Override
  public String reference() {
    return "Ni, Li and McAuley: Justifying Recommendations using Distantly-Labeled Reviews and"
        + " Fine-Grained Aspects. EMNLP 2019";
  }

  @Override
  public EventLog read(Options options, ReadContext context) throws IOException {
    TextInput reviews = TextInput.of(options.file());
    Optional<TextInput> products = Optional.empty();
    if (options.metaFile().isPresent()) { // before the long file of reviews is read
      products = Optional.of(TextInput.of(options.metaFile().get()));
    }
    AmazonLayout layout = AmazonLayout.of(options.layout(), reviews, options.item());
    EventLog.Builder log = layout.read(reviews, options.badRows(), context);
    if (products.isPresent()) {
      Attributes items =
          AmazonProducts.read(
              products.get(), log.items().build(), options.item(), options.badRows(), context);
      log.attributes(Attributes.NONE, items);
    }
    return log.build();
  }
}
