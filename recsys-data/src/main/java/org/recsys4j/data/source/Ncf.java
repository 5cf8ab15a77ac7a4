package org.recsys4j.data.source;

import it.unimi.dsi.fastutil.ints.Int2IntOpenHashMap;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.recsys4j.api.DatasetSource;
import org.recsys4j.api.ReadContext;
import org.recsys4j.api.config.Check;
import org.recsys4j.api.data.EventLog;
import org.recsys4j.api.data.InvalidDataException;
import org.recsys4j.api.data.Split.Part;
import org.recsys4j.data.text.BadRows;
import org.recsys4j.data.text.Column;
import org.recsys4j.data.text.Row;
import org.recsys4j.data.text.RowReader;
import org.recsys4j.data.text.Snippet;
import org.recsys4j.data.text.TextFormat;
import org.recsys4j.data.text.TextInput;

/**
 * The data sets of the NCF paper with their split and candidates: a folder with three tab-separated
 * files, plain, gzip or zstd, whose names begin with that of the data set, such as {@code ml-1m}.
 *
 * <table>
 *   <caption>Files</caption>
 *   <tr><th>file</th><th>rows</th></tr>
 *   <tr><td>{@code ml-1m.train.rating}, or else {@code ml-1m.train.reconstructed}, made from another
 *       copy of the data</td>
 *       <td>{@code user item}, and what does not matter here</td></tr>
 *   <tr><td>{@code ml-1m.test.rating}</td>
 *       <td>{@code user item}, and what does not matter here: one row a user</td></tr>
 *   <tr><td>{@code ml-1m.test.negative}</td>
 *       <td>{@code (user,item)}, the user's test item, and 99 items to rank it among</td></tr>
 * </table>
 *
 * <p>Events have no times and the value 1. Parts and candidates are told, for the split and the
 * candidate policy {@code given}. Items that occur among negatives alone are part of the catalogue,
 * behind all others. In the paper's file for MovieLens-1M, 156 of 6,040 rows list the test item
 * among the negatives: these users have 99 different candidates, the others 100. A wrong row ends
 * reading: without it, this would be another data set.
 *
 * <p>He, Liao, Zhang, Nie, Hu and Chua, "Neural Collaborative Filtering", WWW 2017.
 */
public final class Ncf implements DatasetSource<Ncf.Options> {
  private static final TextFormat FORMAT = TextFormat.TSV.withHeader(false);
  private static final Column USER = new Column("user", 0);
  private static final Column ITEM = new Column("item", 1);
  private static final Column PAIR = new Column("pair", 0);
  private static final Pattern PAIRED = Pattern.compile("\\((.*\\S.*),(.*\\S.*)\\)");

  /** The source. */
  public Ncf() {}

  /**
   * The parameters.
   *
   * @param folder where the files are
   * @param dataset what their names begin with
   */
  public record Options(Path folder, String dataset) {
    /** Refuses names that are none of a file in the folder. */
    public Options {
      Check.components(Options.class, folder, dataset);
      Check.argument(
          dataset.matches("[A-Za-z0-9][A-Za-z0-9._-]*"),
          "dataset",
          "\"" + dataset + "\"",
          "the beginning of a file's name, such as ml-1m");
    }
  }

  @Override
  public Class<Options> optionsType() {
    return Options.class;
  }

  @Override
  public String summary() {
    return "a data set of the NCF paper; tells the parts and 99 negatives for each test item";
  }

  @Override
  public String reference() {
    return "He, Liao, Zhang, Nie, Hu and Chua: Neural Collaborative Filtering. WWW 2017";
  }

  @Override
  public EventLog read(Options options, ReadContext context) throws IOException {
    DataFolder folder = new DataFolder(options.folder());
    String dataset = options.dataset();
    TextInput train = training(folder, dataset);
    TextInput test = folder.require(dataset + ".test.rating");
    TextInput negatives = folder.require(dataset + ".test.negative");
    Reading reading = new Reading(context);
    reading.train(train);
    reading.test(test);
    reading.negatives(negatives, test.name());
    return reading.log.build();
  }

  private static TextInput training(DataFolder folder, String dataset) throws IOException {
    String original = dataset + ".train.rating";
    Optional<TextInput> copy = folder.find(dataset + ".train.reconstructed");
    return copy.isPresent() && folder.find(original).isEmpty()
        ? copy.get()
        : folder.require(original);
  }

  /** The files, one after the other. */
  private static final class Reading {
    private static final int NONE = -1;

    private final ReadContext context;
    private final EventLog.Builder log = new EventLog.Builder(false);
    private final Int2IntOpenHashMap testItems = new Int2IntOpenHashMap(); // by user

    Reading(ReadContext context) {
      this.context = context;
      testItems.defaultReturnValue(NONE);
    }

    void train(TextInput input) throws IOException {
      log.part(Part.TRAIN);
      forEach(input, this::add);
    }

    void test(TextInput input) throws IOException {
      log.part(Part.TEST);
      forEach(
          input,
          row -> {
            int item = add(row);
            if (testItems.put(row.indexIn(log.users(), USER), item) != NONE) {
              throw InvalidDataException.at(
                  input.name(),
                  row.line(),
                  "user " + Snippet.of(row.text(USER)) + " has a second test item");
            }
          });
    }

    /** Returns the item. */
    private int add(Row row) {
      row.checkId(USER);
      row.checkId(ITEM);
      int item = row.indexIn(log.items(), ITEM);
      log.add(row.indexIn(log.users(), USER), item, 1, 0);
      return item;
    }

    void negatives(TextInput input, String testFile) throws IOException {
      forEach(
          input,
          row -> {
            int user = userOfPair(row, input.name(), testFile);
            for (int place = 1; place < row.size(); place++) {
              Column item = new Column("item", place);
              row.checkId(item);
              log.candidate(user, row.indexIn(log.items(), item));
            }
          });
    }

    private int userOfPair(Row row, String file, String testFile) {
      String text = row.text(PAIR);
      Matcher pair = PAIRED.matcher(text);
      if (!pair.matches()) {
        throw InvalidDataException.at(
            file, row.line(), Snippet.of(text) + " is not of the form (user,item)");
      }
      int user = log.users().add(pair.group(1));
      if (testItems.get(user) != log.items().add(pair.group(2))) {
        throw InvalidDataException.at(
            file, row.line(), Snippet.of(text) + " is no event of " + testFile);
      }
      return user;
    }

    private void forEach(TextInput input, Consumer<Row> action) throws IOException {
      try (RowReader rows = RowReader.open(input, FORMAT, context.progress())) {
        if (rows.forEach(BadRows.FAIL, context.warnings(), action) == 0) {
          throw new InvalidDataException(input.name() + ": has no rows");
        }
      }
    }
  }
}
