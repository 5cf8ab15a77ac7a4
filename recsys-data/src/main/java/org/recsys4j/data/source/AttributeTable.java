package org.recsys4j.data.source;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.recsys4j.api.ReadContext;
import org.recsys4j.api.data.Attributes;
import org.recsys4j.data.text.BadRows;
import org.recsys4j.data.text.Column;
import org.recsys4j.data.text.Row;
import org.recsys4j.data.text.RowReader;
import org.recsys4j.data.text.TextFormat;
import org.recsys4j.data.text.TextInput;

/** Reads a table in which every row tells something of a user or an item. */
final class AttributeTable {
  private final TextInput input;
  private final TextFormat format;
  private final BadRows badRows;
  private final ReadContext context;

  AttributeTable(TextInput input, TextFormat format, BadRows badRows, ReadContext context) {
    this.input = input;
    this.format = format;
    this.badRows = badRows;
    this.context = context;
  }

  /** How a row becomes cells. */
  @FunctionalInterface
  interface Cells {
    List<String> of(Row row);
  }

  /**
   * Takes some columns as they are.
   *
   * @param id column of the id
   * @param columns column in the text by name of the attribute, in order
   */
  Attributes read(String id, Map<String, String> columns) throws IOException {
    try (RowReader rows = open()) {
      List<Column> taken = new ArrayList<>();
      columns.forEach((name, column) -> taken.add(rows.column(name, column)));
      return read(rows, rows.column("id", id), taken);
    }
  }

  /**
   * Takes the titles, if there are any, and all other columns of the header, but the id, under
   * their own names; those without a name are left out.
   */
  Attributes readAll(String id, Optional<String> title) throws IOException {
    try (RowReader rows = open()) {
      Column ids = rows.column("id", id);
      Map<String, Column> taken = new LinkedHashMap<>();
      int titles = -1;
      if (title.isPresent()) {
        Column column = rows.column(Attributes.TITLE, title.get());
        taken.put(Attributes.TITLE, column);
        titles = column.index();
      }
      for (int i = 0; i < rows.header().size(); i++) {
        if (i != ids.index() && i != titles) {
          String name = rows.header().get(i);
          if (!name.isEmpty()) {
            taken.putIfAbsent(name, rows.column(name, name)); // refuses one that occurs twice
          }
        }
      }
      return read(rows, ids, List.copyOf(taken.values()));
    }
  }

  private Attributes read(RowReader rows, Column id, List<Column> columns) throws IOException {
    List<String> names = columns.stream().map(Column::role).toList();
    return read(rows, id, names, row -> columns.stream().map(row::text).toList());
  }

  /** Computes cells. */
  Attributes read(String id, List<String> names, Cells cells) throws IOException {
    try (RowReader rows = open()) {
      return read(rows, rows.column("id", id), names, cells);
    }
  }

  private Attributes read(RowReader rows, Column id, List<String> names, Cells cells)
      throws IOException {
    Attributes.Builder builder = new Attributes.Builder(names);
    rows.forEach(
        badRows,
        context.warnings(),
        row -> {
          row.checkId(id);
          builder.add(row.text(id), cells.of(row));
        });
    return builder.build();
  }

  private RowReader open() throws IOException {
    return RowReader.open(input, format, context.progress()).table();
  }
}
