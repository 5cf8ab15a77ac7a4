package org.recsys4j.data.convert;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.recsys4j.api.data.Attributes;
import org.recsys4j.api.data.IdIndex;

/**
 * RecBole's atomic files: tab-separated, each column with its type in the header. Ids are {@code
 * token}, values and times {@code float}; of attributes, those that are all numbers are {@code
 * float}, titles and those of several categories {@code token_seq}, separated by spaces, and the
 * others {@code token}.
 */
final class AtomicFiles {
  private static final String ROW_ENDS = "\t\n\r\0";
  private static final Pattern NUMBER = Pattern.compile("-?\\d+(\\.\\d+)?");

  private AtomicFiles() {}

  static void writeEvents(EventRows rows, TextOutput out) throws IOException {
    DelimitedRows.writeTsv(
        rows, out, "user_id:token\titem_id:token\trating:float\ttimestamp:float");
  }

  /** What is known of users or items with an index; no file where that is nothing. */
  static void writeAttributes(
      IdIndex ids, Attributes attributes, String role, OutputFiles files, Path file)
      throws IOException {
    if (attributes.columns().isEmpty()) {
      return;
    }
    List<Column> columns = new ArrayList<>();
    for (String name : attributes.columns()) {
      columns.add(Column.of(name, ids, attributes));
    }
    TextOutput out = files.begin(file);
    out.write(role + "_id:token");
    for (Column column : columns) {
      out.write("\t").field(column.name().replaceAll("[\\s:]+", "_"), ROW_ENDS);
      out.write(":" + column.type());
    }
    out.write("\n");
    for (int index = 0; index < ids.size(); index++) {
      String id = ids.id(index);
      out.field(id, ROW_ENDS);
      for (Column column : columns) {
        out.write("\t").write(column.cell(attributes.value(id, column.name())));
      }
      out.write("\n");
    }
  }

  /** A column and its type. */
  private record Column(String name, String type, boolean categories) {
    static Column of(String name, IdIndex ids, Attributes attributes) {
      boolean numbers = true;
      boolean categories = false;
      for (int index = 0; index < ids.size(); index++) {
        Optional<String> cell = attributes.value(ids.id(index), name);
        numbers &= cell.isEmpty() || NUMBER.matcher(cell.get()).matches();
        categories |= cell.isPresent() && cell.get().indexOf('|') >= 0;
      }
      boolean title = name.equals(Attributes.TITLE);
      categories &= !title;
      return new Column(
          name, title || categories ? "token_seq" : numbers ? "float" : "token", categories);
    }

    String cell(Optional<String> value) {
      String text = value.orElse("").replaceAll("[\t\n\r\0]+", " ");
      return categories ? text.replace(' ', '_').replace('|', ' ') : text;
    }
  }
}
