package org.recsys4j.data.source;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.recsys4j.api.DatasetSource;
import org.recsys4j.api.ReadContext;
import org.recsys4j.api.config.Check;
import org.recsys4j.api.data.Attributes;
import org.recsys4j.api.data.Download;
import org.recsys4j.api.data.EventLog;
import org.recsys4j.data.fetch.MovieLensDownloads;
import org.recsys4j.data.text.BadRows;
import org.recsys4j.data.text.TextInput;

/**
 * The MovieLens data sets of GroupLens, from a folder into which one was unpacked; files may be
 * gzip or zstd, with {@code .gz} or {@code .zst} behind their names. Licences forbid to ship them;
 * they are at <a href="https://grouplens.org/datasets/movielens/">grouplens.org</a>.
 *
 * <table>
 *   <caption>Layouts</caption>
 *   <tr><th>layout</th><th>of</th><th>files</th></tr>
 *   <tr><td>{@code ml-100k}</td><td>100K</td>
 *       <td>{@code u.data}, {@code u.item}, {@code u.user}</td></tr>
 *   <tr><td>{@code ml-1m}</td><td>1M</td>
 *       <td>{@code ratings.dat}, {@code movies.dat}, {@code users.dat}</td></tr>
 *   <tr><td>{@code ml-10m}</td><td>10M</td>
 *       <td>{@code ratings.dat}, {@code movies.dat}: as in 1M, but UTF-8, and with half stars</td></tr>
 *   <tr><td>{@code latest}</td><td>latest, latest-small, 20M, 25M, 32M</td>
 *       <td>{@code ratings.csv}, {@code movies.csv}</td></tr>
 * </table>
 *
 * <p>1M and 10M share the names of their files: {@code auto} takes titles for UTF-8 where all of
 * them are.
 *
 * <p>One event is one rating, its value that rating. Only the file of ratings must be there; items
 * have {@code title} and {@code genres} (separated by {@code |}), users {@code age}, {@code
 * gender}, {@code occupation} and {@code zip}, where the other files are there, too.
 *
 * <p>Harper and Konstan, "The MovieLens Datasets: History and Context", ACM Transactions on
 * Interactive Intelligent Systems 5(4), 2015.
 */
public final class MovieLens implements DatasetSource<MovieLens.Options> {
  /** The source. */
  public MovieLens() {}

  /** How files are called and written. */
  public enum Layout {
    /** Whichever the folder has the ratings of. */
    AUTO,
    /** That of MovieLens 100K. */
    ML_100K,
    /** That of MovieLens 1M. */
    ML_1M,
    /** That of MovieLens 10M. */
    ML_10M,
    /** That of all data sets since 2015. */
    LATEST
  }

  /**
   * The parameters.
   *
   * @param folder where the files are
   * @param layout how they are called and written
   * @param badRows what becomes of wrong rows
   */
  public record Options(Path folder, Layout layout, BadRows badRows) {
    /** Refuses nulls. */
    public Options {
      Check.components(Options.class, folder, layout, badRows);
    }
  }

  @Override
  public Class<Options> optionsType() {
    return Options.class;
  }

  @Override
  public String summary() {
    return "a MovieLens data set (100K, 1M, 10M, 20M, 25M, 32M, latest) in a folder";
  }

  @Override
  public String reference() {
    return "Harper and Konstan: The MovieLens Datasets: History and Context. ACM Transactions on"
        + " Interactive Intelligent Systems 5(4), 2015";
  }

  @Override
  public EventLog read(Options options, ReadContext context) throws IOException {
    MovieLensFolder folder = new MovieLensFolder(options.folder());
    MovieLensLayout layout = folder.layout(options.layout());
    EventLog.Builder log =
        EventTable.read(
            folder.require(layout.ratingsFile()),
            layout.ratingsFormat(),
            layout.ratingsColumns(),
            options.badRows(),
            context);
    Attributes users = Attributes.NONE;
    Optional<TextInput> usersFile = folder.find(layout.usersFile());
    if (usersFile.isPresent()) {
      users = layout.users(usersFile.get(), options.badRows(), context);
    }
    Attributes items = Attributes.NONE;
    Optional<TextInput> itemsFile = folder.find(layout.itemsFile());
    if (itemsFile.isPresent()) {
      items = layout.items(itemsFile.get(), options.badRows(), context);
    }
    return log.attributes(users, items).build();
  }

  @Override
  public List<Download> downloads() {
    return MovieLensDownloads.all();
  }
}
