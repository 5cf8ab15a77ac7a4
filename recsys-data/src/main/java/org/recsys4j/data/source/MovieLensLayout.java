package org.recsys4j.data.source;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.recsys4j.api.ReadContext;
import org.recsys4j.api.data.Attributes;
import org.recsys4j.data.source.MovieLens.Layout;
import org.recsys4j.data.text.BadRows;
import org.recsys4j.data.text.Column;
import org.recsys4j.data.text.Row;
import org.recsys4j.data.text.TextFormat;
import org.recsys4j.data.text.TextFormat.Encoding;
import org.recsys4j.data.text.TextInput;

/**
 * How the files of a MovieLens data set are called and written. In all of them the item's id is the
 * first column and its title the second.
 *
 * @param name the layout's name in configuration
 * @param usersFile empty where there is none
 * @param userColumns attributes of users in the order of the columns behind the id
 * @param tables format of the files of users and items
 * @param genres finds the genres in a row of an item
 */
record MovieLensLayout(
    String name,
    String ratingsFile,
    TextFormat ratingsFormat,
    EventColumns ratingsColumns,
    String usersFile,
    List<String> userColumns,
    String itemsFile,
    TextFormat tables,
    Function<Row, String> genres) {
  private static final Column TITLE = new Column(Attributes.TITLE, 1);
  private static final String GENRES = "genres";

  /** What the last columns of {@code u.item} flag; a flag before them is for "unknown". */
  private static final List<String> FLAGS =
      List.of(
          ("Action Adventure Animation Children's Comedy Crime Documentary Drama Fantasy Film-Noir"
                  + " Horror Musical Mystery Romance Sci-Fi Thriller War Western")
              .split(" "));

  private static final int FIRST_FLAG = 6;

  private static final MovieLensLayout ML_100K =
      new MovieLensLayout(
          "ml-100k",
          "u.data",
          latin1("\t"),
          EventColumns.of("1", "2", "3", "4"),
          "u.user",
          List.of("age", "gender", "occupation", "zip"),
          "u.item",
          latin1("|"),
          MovieLensLayout::flaggedGenres);

  private static final MovieLensLayout ML_1M = withColons("ml-1m", Encoding.ISO_8859_1);

  /** 10M has no file of users; whoever wrote 1M as UTF-8 has one. */
  private static final MovieLensLayout ML_10M = withColons("ml-10m", Encoding.UTF_8);

  private static MovieLensLayout withColons(String name, Encoding encoding) {
    TextFormat format = new TextFormat("::", false, false, encoding);
    return new MovieLensLayout(
        name,
        "ratings.dat",
        format,
        EventColumns.of("1", "2", "3", "4"),
        "users.dat",
        List.of("gender", "age", "occupation", "zip"),
        "movies.dat",
        format,
        MovieLensLayout::writtenGenres);
  }

  private static final MovieLensLayout LATEST =
      new MovieLensLayout(
          "latest",
          "ratings.csv",
          TextFormat.CSV,
          EventColumns.of("userId", "movieId", "rating", "timestamp"),
          "",
          List.of(),
          "movies.csv",
          TextFormat.CSV,
          MovieLensLayout::writtenGenres);

  /** Those whose ratings have names of their own; 10M shares them with 1M. */
  static final List<MovieLensLayout> ALL = List.of(ML_100K, ML_1M, LATEST);

  static MovieLensLayout of(Layout layout) {
    return switch (layout) {
      case ML_100K -> ML_100K;
      case ML_1M -> ML_1M;
      case ML_10M -> ML_10M;
      case LATEST -> LATEST;
      case AUTO -> throw new IllegalArgumentException("auto is no layout");
    };
  }

  private static TextFormat latin1(String separator) {
    return new TextFormat(separator, false, false, Encoding.ISO_8859_1);
  }

  /** Whether another layout has the same files, told apart by the encoding of titles alone. */
  boolean isLikeMl10m() {
    return ratingsFile.equals(ML_10M.ratingsFile);
  }

  Attributes users(TextInput file, BadRows badRows, ReadContext context) throws IOException {
    Map<String, String> columns = new LinkedHashMap<>();
    userColumns.forEach(column -> columns.put(column, String.valueOf(columns.size() + 2)));
    return new AttributeTable(file, tables, badRows, context).read("1", columns);
  }

  Attributes items(TextInput file, BadRows badRows, ReadContext context) throws IOException {
    return new AttributeTable(file, tables, badRows, context)
        .read(
            "1",
            List.of(Attributes.TITLE, GENRES),
            row -> List.of(row.text(TITLE), genres.apply(row)));
  }

  private static String flaggedGenres(Row row) {
    return IntStream.range(0, FLAGS.size())
        .filter(flag -> row.text(new Column(GENRES, FIRST_FLAG + flag)).equals("1"))
        .mapToObj(FLAGS::get)
        .collect(Collectors.joining("|"));
  }

  private static String writtenGenres(Row row) {
    String genres = row.text(new Column(GENRES, 2));
    return genres.equals("(no genres listed)") ? "" : genres;
  }
}
