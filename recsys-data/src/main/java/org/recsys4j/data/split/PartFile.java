package org.recsys4j.data.split;

import it.unimi.dsi.fastutil.floats.FloatArrayList;
import it.unimi.dsi.fastutil.ints.IntArrayList;
import it.unimi.dsi.fastutil.longs.LongArrayList;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.recsys4j.api.Progress;
import org.recsys4j.api.data.Catalogue;
import org.recsys4j.api.data.EventAttributes;
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
  private static final int FIRST_ATTRIBUTE = 4;

  private final String file;
  private final Catalogue catalogue;
  private final IntArrayList userOf = new IntArrayList();
  private final IntArrayList itemOf = new IntArrayList();
  private final FloatArrayList valueOf = new FloatArrayList();
  private final LongArrayList timeOf = new LongArrayList();
  private final List<String> names;
  private final List<IdIndex.Builder> texts;
  private final List<IntArrayList> codes;

  /** The parts of a row that are not attributes come before them. */
  private PartFile(Path file, Catalogue catalogue, List<String> header) {
    this.file = file.toString();
    this.catalogue = catalogue;
    this.names = header.stream().skip(FIRST_ATTRIBUTE).map(TsvText::unescape).toList();
    this.texts = names.stream().map(name -> new IdIndex.Builder()).toList();
    this.codes = names.stream().map(name -> new IntArrayList()).toList();
  }

  static String write(Path file, Catalogue catalogue, Interactions events) throws IOException {
    try (TsvWriter out = new TsvWriter(file)) {
      out.field(USER.role()).field(ITEM.role()).field(VALUE.role()).field(TIMESTAMP.role());
      EventAttributes attributes = events.attributes();
      int columns = attributes.columns().size();
      attributes.columns().forEach(out::field);
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
          for (int column = 0; column < columns; column++) {
            out.field(attributes.texts(column).id(attributes.code(position, column)));
          }
          out.endRow();
        }
      }
      return out.finish();
    }
  }

  static Interactions read(Path file, Catalogue catalogue) throws IOException {
    try (RowReader rows = RowReader.open(TextInput.of(file), TextFormat.TSV, Progress.SILENT)) {
      PartFile part = new PartFile(file, catalogue, rows.header());
      rows.forEach(BadRows.FAIL, warning -> {}, part::add);
      return part.build();
    }
  }

  private Interactions build() {
    EventAttributes attributes =
        EventAttributes.of(
            names,
            texts.stream().map(IdIndex.Builder::build).toList(),
            codes.stream().map(IntArrayList::toIntArray).toList());
    return Interactions.of(
        catalogue.users().size(),
        catalogue.items().size(),
        userOf.elements(),
        itemOf.elements(),
        valueOf.elements(),
        timeOf.isEmpty() ? new long[0] : timeOf.elements(),
        attributes,
        userOf.size());
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
    for (int column = 0; column < names.size(); column++) {
      Column attribute = new Column(names.get(column), FIRST_ATTRIBUTE + column);
      codes.get(column).add(texts.get(column).add(TsvText.unescape(row.text(attribute))));
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
