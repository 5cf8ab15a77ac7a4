package org.recsys4j.data.split;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.recsys4j.api.Progress;
import org.recsys4j.api.data.Attributes;
import org.recsys4j.api.data.IdIndex;
import org.recsys4j.api.data.InvalidDataException;
import org.recsys4j.data.text.BadRows;
import org.recsys4j.data.text.Column;
import org.recsys4j.data.text.Row;
import org.recsys4j.data.text.RowReader;
import org.recsys4j.data.text.TextFormat;
import org.recsys4j.data.text.TextInput;

/**
 * Writes and reads {@code users.tsv.gz} and {@code items.tsv.gz}: the index of each id, then the
 * id, then what is known of it. Ids of which something is known, but that occur in no event, follow
 * without an index.
 */
final class CatalogueFiles {
  private static final Column INDEX = new Column("index", 0);
  private static final Column ID = new Column("id", 1);
  private static final int FIRST_ATTRIBUTE = 2;

  private CatalogueFiles() {}

  static String write(Path file, String role, IdIndex ids, Attributes attributes)
      throws IOException {
    try (TsvWriter out = new TsvWriter(file)) {
      out.field("index").field(role);
      attributes.columns().forEach(out::field);
      out.endRow();
      for (int index = 0; index < ids.size(); index++) {
        out.field(index);
        endRow(out, ids.id(index), attributes);
      }
      for (String id : attributes.ids()) {
        if (ids.indexOf(id) == IdIndex.UNKNOWN) {
          out.field("");
          endRow(out, id, attributes);
        }
      }
      return out.finish();
    }
  }

  private static void endRow(TsvWriter out, String id, Attributes attributes) throws IOException {
    out.field(id);
    for (String column : attributes.columns()) {
      out.field(attributes.value(id, column).orElse(""));
    }
    out.endRow();
  }

  /** One of the two halves of a catalogue. */
  record Half(IdIndex ids, Attributes attributes) {}

  static Half read(Path file) throws IOException {
    try (RowReader rows = RowReader.open(TextInput.of(file), TextFormat.TSV, Progress.SILENT)) {
      List<String> names =
          rows.header().stream().skip(FIRST_ATTRIBUTE).map(TsvText::unescape).toList();
      IdIndex.Builder ids = new IdIndex.Builder();
      Attributes.Builder attributes = new Attributes.Builder(names);
      rows.forEach(
          BadRows.FAIL,
          warning -> {},
          row -> {
            String id = TsvText.unescape(row.text(ID));
            boolean indexed = !row.isEmpty(INDEX);
            if (indexed && ids.add(id) != Integer.parseInt(row.text(INDEX))) {
              throw InvalidDataException.at(
                  file.toString(), row.line(), "indices are not in order");
            }
            attributes.add(id, cells(row, names.size()));
          });
      return new Half(ids.build(), attributes.build());
    } catch (IllegalArgumentException e) {
      throw new InvalidDataException(file + ": " + e.getMessage(), e);
    }
  }

  private static List<String> cells(Row row, int count) {
    List<String> cells = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      cells.add(TsvText.unescape(row.text(new Column("attribute", FIRST_ATTRIBUTE + i))));
    }
    return cells;
  }
}
