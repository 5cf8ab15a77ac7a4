package org.recsys4j.data.source;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.recsys4j.api.ReadContext;
import org.recsys4j.api.data.KnowledgeGraph;
import org.recsys4j.api.data.SocialGraph;
import org.recsys4j.data.text.BadRows;
import org.recsys4j.data.text.Column;
import org.recsys4j.data.text.Row;
import org.recsys4j.data.text.RowReader;
import org.recsys4j.data.text.TextFormat;
import org.recsys4j.data.text.TextInput;

/**
 * Reads a table in which every row is a link between two users, a fact, or the entity of an item.
 * Columns are named as in the header, or by their number from 1.
 */
record GraphTable(TextInput input, TextFormat format, BadRows badRows, ReadContext context) {
  /**
   * Adds a link from one user to another a row, of weight 1 where there is no column of weights.
   */
  void addLinks(SocialGraph.Builder graph, String from, String to, Optional<String> weight)
      throws IOException {
    List<Map.Entry<String, String>> columns =
        new ArrayList<>(List.of(Map.entry("from", from), Map.entry("to", to)));
    weight.ifPresent(name -> columns.add(Map.entry("weight", name)));
    forEach(
        columns, row -> graph.add(row.id(0), row.id(1), weight.isPresent() ? row.number(2) : 1));
  }

  /** Gives three ids a row to an action: head, relation and tail. */
  void forEachFact(String head, String relation, String tail, Fact action) throws IOException {
    forEach(
        List.of(Map.entry("head", head), Map.entry("relation", relation), Map.entry("tail", tail)),
        row -> action.accept(row.id(0), row.id(1), row.id(2)));
  }

  /** Tells the entity of an item a row. */
  void addEntities(KnowledgeGraph.Builder graph, String item, String entity) throws IOException {
    forEach(
        List.of(Map.entry("item", item), Map.entry("entity", entity)),
        row -> graph.link(row.id(0), row.id(1)));
  }

  /** What is done with a fact. */
  @FunctionalInterface
  interface Fact {
    void accept(String head, String relation, String tail);
  }

  private void forEach(List<Map.Entry<String, String>> namesByRole, Consumer<Picked> action)
      throws IOException {
    try (RowReader rows = RowReader.open(input, format, context.progress()).table()) {
      List<Column> columns =
          namesByRole.stream().map(it -> rows.column(it.getKey(), it.getValue())).toList();
      rows.forEach(badRows, context.warnings(), row -> action.accept(new Picked(row, columns)));
    }
  }

  /** Some columns of a row. */
  private record Picked(Row row, List<Column> columns) {
    String id(int column) {
      row.checkId(columns.get(column));
      return row.text(columns.get(column));
    }

    float number(int column) {
      return row.number(columns.get(column));
    }
  }
}
