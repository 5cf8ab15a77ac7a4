package org.recsys4j.data.source;

import java.io.IOException;
import java.nio.file.Path;
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
import org.recsys4j.data.text.TextFormat;
import org.recsys4j.data.text.TextInput;

/**
 * The data sets of the NGCF and LightGCN papers (Gowalla, Yelp2018, Amazon-Book) with their split:
 * a folder with {@code train.txt} and {@code test.txt}, plain, gzip or zstd, each with one row a
 * user: {@code user item item item ...}, separated by single spaces. A user without items makes no
 * event.
 *
 * <p>Events have no times and the value 1. Their parts are told, so that the split {@code given}
 * uses them; there is no validation part, and the papers' code chose its best epoch on the test
 * part. A wrong row ends reading: without it, this would be another data set.
 *
 * <p>He, Deng, Wang, Li, Zhang and Wang, "LightGCN: Simplifying and Powering Graph Convolution
 * Network for Recommendation", SIGIR 2020.
 */
public final class LightGcn implements DatasetSource<LightGcn.Options> {
  private static final TextFormat FORMAT =
      new TextFormat(" ", false, false, TextFormat.Encoding.UTF_8);
  private static final Column USER = new Column("user", 0);

  /** The source. */
  public LightGcn() {}

  /**
   * The parameters.
   *
   * @param folder where the files are
   */
  public record Options(Path folder) {
    /** Refuses null. */
    public Options {
      Check.components(Options.class, folder);
    }
  }

  @Override
  public Class<Options> optionsType() {
    return Options.class;
  }

  @Override
  public String summary() {
    return "train.txt and test.txt with one row a user, as in the LightGCN paper; tells the parts";
  }

  @Override
  public String reference() {
    return "He, Deng, Wang, Li, Zhang and Wang: LightGCN: Simplifying and Powering Graph"
        + " Convolution Network for Recommendation. SIGIR 2020";
  }

  @Override
  public EventLog read(Options options, ReadContext context) throws IOException {
    DataFolder folder = new DataFolder(options.folder());
    EventLog.Builder log = new EventLog.Builder(false);
    read(folder.require("train.txt"), log.part(Part.TRAIN), context);
    read(folder.require("test.txt"), log.part(Part.TEST), context);
    return log.build();
  }

  private static void read(TextInput input, EventLog.Builder log, ReadContext context)
      throws IOException {
    int before = log.size();
    try (RowReader rows = RowReader.open(input, FORMAT, context.progress())) {
      rows.forEach(BadRows.FAIL, context.warnings(), row -> add(row, log));
    }
    if (log.size() == before) {
      throw new InvalidDataException(input.name() + ": has no events");
    }
  }

  private static void add(Row row, EventLog.Builder log) {
    row.checkId(USER);
    for (int place = 1; place < row.size(); place++) {
      Column item = new Column("item", place);
      if (!row.isEmpty(item)) { // such as behind a space at the end of the line
        row.checkId(item);
        log.add(row.indexIn(log.users(), USER), row.indexIn(log.items(), item), 1, 0);
      }
    }
  }
}
