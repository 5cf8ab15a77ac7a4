package org.recsys4j.data.source;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.recsys4j.api.ReadContext;
import org.recsys4j.api.data.InvalidDataException;
import org.recsys4j.data.text.RowReader;
import org.recsys4j.data.text.TextFormat;
import org.recsys4j.data.text.TextInput;

/**
 * The header of an atomic file: names with types, as in {@code user_id:token}.
 *
 * @param file what messages call the file
 * @param columns the whole text of each column by its name without type, in the order of the file
 */
record RecBoleHeader(String file, Map<String, String> columns) {
  private static final List<String> TYPES = List.of("token", "token_seq", "float", "float_seq");

  static RecBoleHeader read(TextInput file, ReadContext context) throws IOException {
    try (RowReader rows = RowReader.open(file, TextFormat.TSV, context.progress())) {
      return of(file.name(), rows.header());
    }
  }

  static RecBoleHeader of(String file, List<String> header) {
    Map<String, String> columns = new LinkedHashMap<>();
    for (String column : header) {
      int colon = column.lastIndexOf(':');
      if (colon <= 0 || !TYPES.contains(column.substring(colon + 1))) {
        throw InvalidDataException.at(
            file,
            1,
            String.format(
                Locale.ROOT,
                "column \"%s\" has no name and type, as name:token; types are %s",
                column,
                String.join(", ", TYPES)));
      }
      if (columns.put(column.substring(0, colon), column) != null) {
        throw InvalidDataException.at(
            file, 1, "two columns \"" + column.substring(0, colon) + "\"");
      }
    }
    return new RecBoleHeader(file, columns);
  }

  boolean has(String name) {
    return columns.containsKey(name);
  }

  /** The column of a name, as the header writes it. */
  String require(String name) {
    String column = columns.get(name);
    if (column == null) {
      throw InvalidDataException.at(
          file, 1, "no field " + name + "; the header has " + String.join(", ", columns.keySet()));
    }
    return column;
  }

  /** The names of all columns but some. */
  List<String> without(List<String> names) {
    return columns.keySet().stream().filter(name -> !names.contains(name)).toList();
  }
}
