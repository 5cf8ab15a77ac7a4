package org.recsys4j.data.split;

import java.io.IOException;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.recsys4j.api.Progress;
import org.recsys4j.api.data.IdIndex;
import org.recsys4j.api.data.KnowledgeGraph;
import org.recsys4j.api.data.SocialGraph;
import org.recsys4j.data.text.BadRows;
import org.recsys4j.data.text.Column;
import org.recsys4j.data.text.Row;
import org.recsys4j.data.text.RowReader;
import org.recsys4j.data.text.TextFormat;
import org.recsys4j.data.text.TextInput;

/** Writes and reads the links between users, and the facts about items. */
final class GraphFiles {
  private GraphFiles() {}

  static String writeSocial(Path file, SocialGraph graph) throws IOException {
    try (TsvWriter out = new TsvWriter(file)) {
      out.field("user").field("other").field("weight").endRow();
      IdIndex nodes = graph.nodes();
      for (int node = 0; node < nodes.size(); node++) {
        for (int link = graph.start(node); link < graph.end(node); link++) {
          out.field(nodes.id(node)).field(nodes.id(graph.target(link)));
          out.field(graph.weight(link)).endRow();
        }
      }
      return out.finish();
    }
  }

  static SocialGraph readSocial(Path file) throws IOException {
    Column weight = new Column("weight", 2);
    SocialGraph.Builder graph = new SocialGraph.Builder();
    forEach(file, row -> graph.add(text(row, 0), text(row, 1), row.number(weight)));
    return graph.build();
  }

  static String writeTriples(Path file, KnowledgeGraph graph) throws IOException {
    try (TsvWriter out = new TsvWriter(file)) {
      out.field("head").field("relation").field("tail").endRow();
      for (int triple = 0; triple < graph.size(); triple++) {
        out.field(graph.entities().id(graph.head(triple)));
        out.field(graph.relations().id(graph.relation(triple)));
        out.field(graph.entities().id(graph.tail(triple))).endRow();
      }
      return out.finish();
    }
  }

  static String writeEntities(Path file, KnowledgeGraph graph) throws IOException {
    try (TsvWriter out = new TsvWriter(file)) {
      out.field("item").field("entity").endRow();
      for (int item = 0; item < graph.items().size(); item++) {
        String id = graph.items().id(item);
        out.field(id).field(graph.entities().id(graph.entity(id))).endRow();
      }
      return out.finish();
    }
  }

  static KnowledgeGraph readKnowledge(Path triples, Path entities) throws IOException {
    KnowledgeGraph.Builder graph = new KnowledgeGraph.Builder();
    forEach(triples, row -> graph.add(text(row, 0), text(row, 1), text(row, 2)));
    forEach(entities, row -> graph.link(text(row, 0), text(row, 1)));
    return graph.build();
  }

  private static void forEach(Path file, Consumer<Row> action) throws IOException {
    try (RowReader rows = RowReader.open(TextInput.of(file), TextFormat.TSV, Progress.SILENT)) {
      rows.forEach(BadRows.FAIL, warning -> {}, action);
    }
  }

  private static String text(Row row, int column) {
    return TsvText.unescape(row.text(new Column("id", column)));
  }
}
