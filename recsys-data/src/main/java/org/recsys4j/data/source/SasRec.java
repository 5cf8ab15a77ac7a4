package org.recsys4j.data.source;

import java.io.IOException;
import java.nio.file.Path;
import org.recsys4j.api.DatasetSource;
import org.recsys4j.api.ReadContext;
import org.recsys4j.api.config.Check;
import org.recsys4j.api.data.EventLog;
import org.recsys4j.api.data.InvalidDataException;
import org.recsys4j.data.text.BadRowException;
import org.recsys4j.data.text.BadRows;
import org.recsys4j.data.text.Column;
import org.recsys4j.data.text.Row;
import org.recsys4j.data.text.RowReader;
import org.recsys4j.data.text.TextFormat;
import org.recsys4j.data.text.TextInput;

/**
 * The files of the SASRec paper and of the many that use its data: one row {@code user item} an
 * event, separated by a space, each user's events in the order of time. Plain, gzip or zstd.
 *
 * <p>Events have the value 1 and no times: a user's events happened in the order of the rows, which
 * is all that models of sequences and {@link org.recsys4j.data.split.LeaveLastOut}, the paper's
 * split, ask for. {@link Delimited} reads the same files with {@code separator = " ", header =
 * false, columns { user = 1, item = 2 }}, and gives the same events; this source refuses rows with
 * more fields, which are in another format.
 *
 * <p>Kang and McAuley, "Self-Attentive Sequential Recommendation", ICDM 2018.
 */
public final class SasRec implements DatasetSource<SasRec.Options> {
  private static final TextFormat FORMAT =
      new TextFormat(" ", false, false, TextFormat.Encoding.UTF_8);
  private static final Column USER = new Column("user", 0);
  private static final Column ITEM = new Column("item", 1);
  private static final Column BEHIND = new Column("behind the item", 2);

  /** The source. */
  public SasRec() {}

  /**
   * The parameters.
   *
   * @param file the file with events
   * @param badRows what becomes of wrong rows
   */
  public record Options(Path file, BadRows badRows) {
    /** Refuses nulls. */
    public Options {
      Check.components(Options.class, file, badRows);
    }
  }

  @Override
  public Class<Options> optionsType() {
    return Options.class;
  }

  @Override
  public String summary() {
    return "pairs \"user item\" in the order of time, as in the SASRec paper";
  }

  @Override
  public String reference() {
    return "Kang and McAuley: Self-Attentive Sequential Recommendation. ICDM 2018";
  }

  @Override
  public EventLog read(Options options, ReadContext context) throws IOException {
    TextInput input = TextInput.of(options.file());
    EventLog.Builder log = new EventLog.Builder(false);
    try (RowReader rows = RowReader.open(input, FORMAT, context.progress())) {
      if (rows.forEach(options.badRows(), context.warnings(), row -> add(row, log)) == 0) {
        throw new InvalidDataException(input.name() + ": has no rows");
      }
    }
    return log.build();
  }

  private static void add(Row row, EventLog.Builder log) {
    row.checkId(USER);
    row.checkId(ITEM);
    if (row.size() > 3 || (row.size() == 3 && !row.isEmpty(BEHIND))) {
      throw new BadRowException(row.size() + " columns, but a row has a user and an item alone");
    }
    log.add(row.indexIn(log.users(), USER), row.indexIn(log.items(), ITEM), 1, 0);
  }
}
