package org.recsys4j.data.source;

import java.io.IOException;
import java.util.Optional;
import org.recsys4j.api.DatasetSource;
import org.recsys4j.api.ReadContext;
import org.recsys4j.api.data.Attributes;
import org.recsys4j.api.data.EventLog;
import org.recsys4j.data.text.BadRows;
import org.recsys4j.data.text.TextFormat;

/**
 * Ratings of films that users of the Internet Movie Database tweeted: 141,695 ratings from 0 to 10,
 * from 2013-02-28 to 2013-11-06, by 21,081 users, of 12,611 films. In this jar.
 *
 * <p>One event is one rating, its value that rating. Half of the users have two ratings or fewer:
 * take the 5-core ({@link org.recsys4j.data.prepare.KCore}) before comparing models.
 *
 * <p>Items have {@code title}, {@code year} and {@code genres} (separated by {@code |}).
 *
 * <p>Dooms, De Pessemier and Martens, "MovieTweetings: a movie rating dataset collected from
 * Twitter", workshop on Crowdsourcing and Human Computation for Recommender Systems at RecSys 2013.
 * MIT licence.
 */
public final class MovieTweetings implements DatasetSource<MovieTweetings.Options> {
  private static final EmbeddedFile RATINGS =
      new EmbeddedFile(
          "movietweetings/ratings.tsv.gz",
          "ee36a4eb67b7efb63784a9abdee705ffdb2a9fb89bc3e75807c86ef3c559e9b0");
  private static final EmbeddedFile MOVIES =
      new EmbeddedFile(
          "movietweetings/movies.tsv.gz",
          "4e65a7003db3b99465568c5be086308fa59d04b17b6481a0c758f5003eee4433");

  /** The source. */
  public MovieTweetings() {}

  /** There is nothing to choose. */
  public record Options() {}

  @Override
  public Class<Options> optionsType() {
    return Options.class;
  }

  @Override
  public String summary() {
    return "ratings of films from tweets with times, in the jar (141,695 events, MIT licence)";
  }

  @Override
  public String reference() {
    return "Dooms, De Pessemier and Martens: MovieTweetings: a movie rating dataset collected from"
        + " Twitter. CrowdRec at RecSys 2013";
  }

  @Override
  public EventLog read(Options options, ReadContext context) throws IOException {
    EventLog.Builder log =
        EventTable.read(
            RATINGS.open(),
            TextFormat.TSV,
            EventColumns.of("user", "item", "rating", "timestamp"),
            BadRows.FAIL,
            context);
    Attributes items =
        new AttributeTable(MOVIES.open(), TextFormat.TSV, BadRows.FAIL, context)
            .readAll("item", Optional.of("title"));
    return log.attributes(Attributes.NONE, items).build();
  }
}
