package org.recsys4j.data.split;

import it.unimi.dsi.fastutil.floats.FloatArrayList;
import it.unimi.dsi.fastutil.ints.IntArrayList;
import it.unimi.dsi.fastutil.longs.LongArrayList;
import java.io.IOException;
import java.nio.file.Path;
import org.recsys4j.api.Progress;
import org.recsys4j.api.data.Catalogue;
import org.recsys4j.api.data.IdIndex;
import org.recsys4j.api.data.Interactions;
import org.recsys4j.api.data.InvalidDataException;
import org.recsys4j.data.text.BadRows;
import org.recsys4j.data.text.Column;
import org.recsys4j.data.text.Row;
import org.recsys4j.data.text.RowReader;
import org.recsys4j.data.text.TextFormat;
import org.recsys4j.data.text.TextInput;

/** Writes and reads the events of one part of a split. */
final class PartFile {
  private static final Column USER = new Column("user", 0);
  private static final Column ITEM = new Column("item", 1);
  private static final Column VALUE = new Column("value", 2);
  private static final Column TIMESTAMP = new Column("timestamp", 3);

  private final String file;
  private final Catalogue catalogue;
  private final IntArrayList userOf = new IntArrayList();
  private final IntArrayList itemOf = new IntArrayList();
  private final FloatArrayList valueOf = new FloatArrayList();
  private final LongArrayList timeOf = new LongArrayList();

  private PartFile(Path file, Catalogue catalogue) {
    this.file = file.toString();
    this.catalogue = catalogue;
  }

  static String write(Path file, Catalogue catalogue, Interactions events) throws IOException {
    try (TsvWriter out = new TsvWriter(file)) {
      out.field(USER.role()).field(ITEM.role()).field(VALUE.role()).field(TIMESTAMP.role());
      out.endRow();
      for (int user = 0; user < events.users(); user++) {
        String id = catalogue.users().id(user);
        for (int position = events.start(user); position < events.end(user); position++) {
          out.field(id).field(catalogue.items().id(events.item(position)));
          out.field(events.value(position));
          if (events.hasTimes()) {
            out.field(events.time(position));
          } else {
            out.field("");
          }
          out.endRow();
        }
      }
      return out.finish();
    }
  }

  static Interactions read(Path file, Catalogue catalogue) throws IOException {
    PartFile part = new PartFile(file, catalogue);
    try (RowReader rows = RowReader.open(TextInput.of(file), TextFormat.TSV, Progress.SILENT)) {
      rows.forEach(BadRows.FAIL, warning -> {}, part::add);
    }
    return Interactions.of(
        catalogue.users().size(),
        catalogue.items().size(),
        part.userOf.elements(),
        part.itemOf.elements(),
        part.valueOf.elements(),
        part.timeOf.isEmpty() ? new long[0] : part.timeOf.elements(),
        part.userOf.size());
  }

  private void add(Row row) {
    boolean timed = !row.isEmpty(TIMESTAMP);
    if (timed == timeOf.isEmpty() && !userOf.isEmpty()) {
      throw InvalidDataException.at(file, row.line(), "some events have a time and some have none");
    }
    userOf.add(index(file, row, USER, catalogue.users()));
    itemOf.add(index(file, row, ITEM, catalogue.items()));
    valueOf.add(row.number(VALUE));
    if (timed) {
      timeOf.add(row.seconds(TIMESTAMP));
    }
  }

  /** The index of the id in a column. */
  static int index(String file, Row row, Column column, IdIndex ids) {
    int index = ids.indexOf(TsvText.unescape(row.text(column)));
    if (index == IdIndex.UNKNOWN) {
      throw InvalidDataException.at(
          file, row.line(), column.role() + " is not among those of the split");
    }
    return index;
  }
}
